import { CallError } from '../call-error.js';
import type { Sdk, SdkClass } from './load-sdk.js';
import { Pacers } from './pacer.js';
import { quietly } from './settle.js';

/** The most that the SDK plays at once; its default of 12 is less than a page of tiles. */
const MOST_STREAMS = 50;
/** How long, in ms, an instance stays for the next call. It is connected to ZEGO as long as it exists. */
const KEPT = 30_000;

/** What an instance of the SDK is made for. */
export interface InstanceOptions {
  readonly appId: number;
  /** One, several separated by spaces or commas, or none. */
  readonly server: string;
  /** The SDK's number. */
  readonly scenario: number;
}

interface Slot {
  readonly Class: SdkClass;
  readonly options: InstanceOptions;
  readonly sdk: Sdk;
  readonly pacers: Pacers;
  /** Destroys it; set while no call uses it. */
  end: ReturnType<typeof setTimeout> | undefined;
}

/** An instance of the SDK that nobody else uses until it is given back. */
export interface Lease {
  readonly sdk: Sdk;
  readonly pacers: Pacers;
  release(): void;
}

/**
 * The instances of this page. Constructing one takes time and leaves a script, listeners and a database behind, even when it
 * is destroyed, so an instance is used for one call after another. One that no call has used for a while is destroyed: it would
 * stay connected to ZEGO for as long as the page is open.
 */
const slots = new Set<Slot>();

export function borrow(Class: SdkClass, options: InstanceOptions): Lease {
  const slot = [...slots].find((one) => one.end && fits(one, Class, options)) ?? add(Class, options);
  clearTimeout(slot.end);
  slot.end = undefined;
  const { pacers, sdk } = slot;
  return { sdk, pacers, release: () => giveBack(slot) };
}

function giveBack(slot: Slot): void {
  slot.end ??= setTimeout(() => {
    slots.delete(slot);
    quietly(() => slot.sdk.destroyEngine());
  }, KEPT);
}

function fits(slot: Slot, Class: SdkClass, { appId, scenario, server }: InstanceOptions): boolean {
  const made = slot.options;
  return slot.Class === Class && made.appId === appId && made.server === server && made.scenario === scenario;
}

function add(Class: SdkClass, options: InstanceOptions): Slot {
  const sdk = construct(Class, options);
  const slot = { Class, options, sdk, pacers: new Pacers(), end: undefined };
  slots.add(slot);
  return slot;
}

/** One server, or several that the SDK may fall back to. */
export function serversOf(server: string): string | string[] {
  const servers = server.split(/[\s,]+/).filter((part) => part !== '');
  return servers.length > 1 ? servers : (servers[0] ?? '');
}

function construct(Class: SdkClass, { appId, scenario, server }: InstanceOptions): Sdk {
  try {
    const sdk = new Class(appId, serversOf(server), { scenario });
    sdk.setEngineConfig({ maxChannels: MOST_STREAMS });
    return sdk;
  } catch (cause) {
    // It throws where the page may not use localStorage, as in an iframe of another site.
    throw new CallError('unsupported', 'The ZEGO SDK could not start in this page', { cause });
  }
}
