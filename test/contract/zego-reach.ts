import type { EngineOptions } from '../../src/engine/call-engine.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { eventually } from '../support/wait.js';
import { goOffline } from './zego-offline.js';

/** Joins with the real SDK, which nobody answers. Returns the hosts it asked for within the time it was given. */
export async function hostsAsked(options: EngineOptions, enough: (hosts: readonly string[]) => boolean) {
  const hosts: string[] = [];
  const goOnline = goOffline(({ host }) => hosts.push(host));
  const engine = createZegoEngine(options);
  const leaving = new AbortController();
  const request = { room: 'reach', user: { id: 'me', name: 'Me' }, token: '04AAAA' };
  const joining = engine.join(request, leaving.signal).catch((error: unknown) => error);
  try {
    await eventually(() => enough(hosts), 'the SDK has asked for its servers').catch(() => undefined);
  } finally {
    leaving.abort();
    await joining;
    await engine.destroy();
    goOnline();
  }
  return hosts;
}
