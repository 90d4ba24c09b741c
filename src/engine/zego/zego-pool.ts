import { CallError } from '../call-error.js';
import { BackgroundPlugin } from './background-plugin.js';
import type { Sdk, SdkClass } from './load-sdk.js';
import { Pacers } from './pacer.js';

/** The most that the SDK plays at once; its default of 12 is less than a page of tiles. */
const MOST_STREAMS = 50;
/**
 * The SDK's `ZegoScenario.StandardVideoCall`: what the cloud tunes a stream for. One for every call, with pictures
 * or without, because ZEGO wants the same for everybody in a room; bitrates we set ourselves.
 */
const SCENARIO = 4;

interface Slot {
  readonly Class: SdkClass;
  readonly appId: number;
  readonly server: string;
  readonly sdk: Sdk;
  readonly pacers: Pacers;
  readonly backgrounds: BackgroundPlugin;
  taken: boolean;
}

/** An instance of the SDK that nobody else uses until it is given back. */
export interface Lease {
  readonly sdk: Sdk;
  readonly pacers: Pacers;
  readonly backgrounds: BackgroundPlugin;
  release(): void;
}

/**
 * Each construction of the SDK leaks a script, listeners and a database, even when it is destroyed. So the
 * page keeps what it has constructed, and constructs another one only for a second call at the same time.
 * A page that is closed takes them along: the SDK's `destroyEngine` is never called.
 */
const slots: Slot[] = [];

export function borrow(Class: SdkClass, appId: number, server: string): Lease {
  const free = slots.find(
    (slot) => !slot.taken && slot.Class === Class && slot.appId === appId && slot.server === server,
  );
  const slot = free ?? add(Class, appId, server);
  slot.taken = true;
  const { backgrounds, pacers, sdk } = slot;
  return { sdk, pacers, backgrounds, release: () => (slot.taken = false) };
}

function add(Class: SdkClass, appId: number, server: string): Slot {
  const sdk = construct(Class, appId, server);
  const backgrounds = new BackgroundPlugin(sdk);
  const slot = { Class, appId, server, sdk, pacers: new Pacers(), backgrounds, taken: false };
  slots.push(slot);
  return slot;
}

/** One server, or several that the SDK may fall back to. */
export function serversOf(server: string): string | string[] {
  const servers = server.split(/[\s,]+/).filter((part) => part !== '');
  return servers.length > 1 ? servers : (servers[0] ?? '');
}

function construct(Class: SdkClass, appId: number, server: string): Sdk {
  try {
    // Before anything else: the SDK writes some 150 lines to the console in ten seconds.
    Class.presetLogConfig({ logLevel: 'disable', remoteLogLevel: 'disable' });
    const sdk = new Class(appId, serversOf(server), { scenario: SCENARIO });
    sdk.setEngineConfig({ maxChannels: MOST_STREAMS });
    return sdk;
  } catch (cause) {
    // It throws where the page may not use localStorage, as in an iframe of another site.
    throw new CallError('unsupported', 'The ZEGO SDK could not start in this page', { cause });
  }
}
