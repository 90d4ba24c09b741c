import type { CallState, ParticipantVolume } from './call-state.js';
import type { CallError } from '../engine/call-error.js';
import { invalidConfig } from '../engine/call-error.js';

/** Returns an `invalid-config` error that names the argument, unless both can be what they are given as. */
export function volumeProblem(userId: unknown, volume: unknown): CallError | null {
  if (typeof userId !== 'string' || !userId) return invalidConfig('userId', 'must be a user ID');
  const isVolume = typeof volume === 'number' && volume >= 0 && volume <= 1;
  return isVolume ? null : invalidConfig('volume', 'must be a number from 0 to 1');
}

/** Returns how loud the person hears that user, and what unmuting brings back: both 1 unless they were changed. */
export function volumeOf({ volumes }: Pick<CallState, 'volumes'>, userId: string): ParticipantVolume {
  return volumes.find((known) => known.userId === userId) ?? { userId, volume: 1, audible: 1 };
}

/** Changes how loud the person hears that user, whether they are in the room or not. */
export function withVolume(state: CallState, userId: string, volume: number): CallState {
  const known = volumeOf(state, userId);
  if (known.volume === volume) return state;
  const others = state.volumes.filter((other) => other.userId !== userId);
  const changed = volume === 1 ? [] : [{ userId, volume, audible: volume || known.audible }];
  const participants = state.participants.map((each) =>
    each.user.id === userId ? { ...each, volume } : each,
  );
  return { ...state, participants, volumes: [...others, ...changed] };
}
