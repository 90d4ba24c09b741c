import type { HostAction } from '../call-engine.js';
import { isRecord, objectIn } from './sdk-values.js';

/** In the order in which the kits look for them. */
const ACTIONS: readonly (readonly [key: string, action: HostAction])[] = [
  ['zego_remove_user', 'leave'],
  ['zego_turn_camera_off', 'turn-camera-off'],
  ['zego_turn_microphone_off', 'turn-microphone-off'],
];

/**
 * Reads a custom command as what a host of ZEGO's prebuilt kits asks `user` to do. Returns undefined for everything else,
 * commands to others included: the kits send some to the whole room.
 */
export function readHostCommand(command: unknown, user: string): HostAction | undefined {
  const keys = objectIn(command);
  return keys && ACTIONS.find(([key]) => isFor(user, keys[key]))?.[1];
}

/** The kit for the Web names one user, those for iOS and Android list several, and the one for Flutter adds a mode. */
function isFor(user: string, target: unknown): boolean {
  if (Array.isArray(target)) return target.includes(user);
  return target === user || (isRecord(target) && target['zego_user_id'] === user);
}
