import type { CallEvent } from './call-event.js';
import { type CallState, INITIAL_STATE, OFF, type Self, UNKNOWN_QUALITY } from './call-state.js';
import { withVolume } from './volumes.js';
import type { User } from '../engine/call-engine.js';

/** What changes outside a room: all that happens before what acts on devices and engines is loaded. */
export function reduceOutside(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'configured':
      return withSelf(state, { user: sameUser(state.self.user, event.user), devices: event.devices });
    case 'joining':
      if (state.connection.status === 'joining' && state.room === event.room) return state;
      return {
        ...INITIAL_STATE,
        connection: { status: 'joining' },
        room: event.room,
        devices: state.devices,
        volumes: state.volumes,
        notice: state.notice,
        self: outOfRoom(state.self),
      };
    case 'join-failed':
      return over(state, { status: 'failed', error: event.error });
    case 'left':
      return over(state, {
        status: 'ended',
        reason: event.reason,
        ...(event.error ? { error: event.error } : {}),
        ...(event.by ? { by: event.by } : {}),
      });
    case 'device':
      return withSelf(state, { [event.device]: event.state });
    case 'volume':
      return withVolume(state, event.userId, event.volume);
    case 'notice':
      return state.notice === event.error ? state : { ...state, notice: event.error };
    default:
      return state;
  }
}

/** The room is empty for whoever is out of it; what was said and the own devices' states stay. */
function over(state: CallState, connection: CallState['connection']): CallState {
  return {
    ...state,
    connection,
    participants: [],
    userCount: null,
    hands: [],
    activeSpeaker: null,
    notice: null,
    hostCommand: null,
    offer: null,
    self: outOfRoom(state.self),
  };
}

function outOfRoom(self: Self): Self {
  return { ...self, screen: OFF, quality: UNKNOWN_QUALITY, retrying: [], publishError: null };
}

export function withSelf(state: CallState, change: Partial<Self>): CallState {
  const self = merge(state.self, change);
  return self === state.self ? state : { ...state, self };
}

/** A copy with the change, or the very same object when nothing differs, so that selectors can compare by identity. */
export function merge<T extends object>(target: T, change: Partial<T>): T {
  const keys = Object.keys(change) as (keyof T)[];
  return keys.every((key) => Object.is(target[key], change[key])) ? target : { ...target, ...change };
}

/** The one we know, when the other is the same person under the same name. */
export function sameUser(known: User, user: User): User {
  return merge(known, { id: user.id, name: user.name });
}
