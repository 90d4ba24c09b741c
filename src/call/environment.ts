import { CallError } from '../engine/call-error.js';
import type { CallConfig } from './call-config.js';

/**
 * Throws `insecure-context` where a call can't be. Browsers hide camera and microphone from pages without https; the
 * ZEGO SDK never answers there.
 */
export function checkEnvironment({ engine }: Pick<CallConfig, 'engine'>): void {
  if (typeof engine === 'string' && engine !== 'simulated' && !globalThis.isSecureContext) throw insecure();
}

export function insecure(): CallError {
  return new CallError('insecure-context', 'Calls need https, or localhost');
}

/** Safari, for one, plays everything on the system's own speaker. */
export function canChooseSpeaker(): boolean {
  return 'setSinkId' in (globalThis.HTMLMediaElement?.prototype ?? {});
}
