import type { HostAction, User } from '../engine/call-engine.js';

/** What somebody in the room asks of us, as the hosts of ZEGO's prebuilt kits do. */
export interface HostCommand {
  readonly action: HostAction;
  /** Who asks. Nothing proves that this is a host. */
  readonly from: User;
}

/**
 * Whether commands of hosts are honored: all, none, or those for which a function returns `true`. Anything else that it
 * returns, a promise included, counts as no, and so does an exception, which becomes an error of the page.
 */
export type HostCommandPolicy = boolean | ((command: HostCommand) => boolean);

/** The device that a command turns off; null for the one that ends the call. */
export function deviceOf({ action }: HostCommand): 'camera' | 'microphone' | null {
  if (action === 'leave') return null;
  return action === 'turn-camera-off' ? 'camera' : 'microphone';
}
