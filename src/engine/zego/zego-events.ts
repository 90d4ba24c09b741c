import type { EndReason, EngineEvent, MessageKind, User } from '../call-engine.js';
import type { CallError, CallErrorCode } from '../call-error.js';
import { readHostCommand } from './host-command.js';
import { RemoteStreams } from './remote-streams.js';
import {
  entriesOf,
  gradeOf,
  isId,
  isRecord,
  levelOf,
  messageOf,
  streamIdsOf,
  userOf,
  type Reported,
} from './sdk-values.js';
import { readSignal } from './signal-command.js';
import { errorOf } from './zego-errors.js';
import { statsOf } from './zego-stats.js';

/** The events of the SDK that mean something to a call, by name; each answers with what they mean. */
export type SdkListeners = Readonly<Record<string, (...args: unknown[]) => Reported>>;

const END_REASONS: Partial<Record<CallErrorCode, EndReason>> = {
  'duplicate-login': 'duplicate-login',
  removed: 'removed',
  'token-expired': 'token-expired',
  'token-invalid': 'token-expired',
  'room-full': 'room-full',
  network: 'network-lost',
  timeout: 'network-lost',
};

/** In rooms with more people the SDK no longer tells for certain who comes and goes. */
const MOST_LISTED = 500;

/**
 * What the SDK reports of one room, in the words of the port. It remembers who and what is there, so that
 * repetitions, news of unknown streams and other rooms, and garbage come to nothing.
 */
export class RoomEvents {
  readonly #room: string;
  readonly #self: string;
  readonly #users = new Map<string, User>();
  readonly #streams: RemoteStreams;
  #entered = false;
  #interrupted = false;
  #crowded = false;
  #messages = 0;

  /** @param isPlayed whether a stream is being played. */
  constructor(room: string, self: string, isPlayed: (streamId: string) => boolean) {
    this.#room = room;
    this.#self = self;
    this.#streams = new RemoteStreams(isPlayed);
  }

  readonly listeners: SdkListeners = {
    roomStateChanged: (room, reason, code, detail) =>
      room === this.#room ? this.#stateChanged(reason, code, detail) : [],
    roomUserUpdate: (room, update, users) => (room === this.#room ? this.#usersChanged(update, users) : []),
    roomOnlineUserCountUpdate: (room, count) => (room === this.#room ? this.#counted(count) : []),
    roomStreamUpdate: (room, update, streams) =>
      room === this.#room ? this.#streamsChanged(update, streams) : [],
    streamExtraInfoUpdate: (room, streams) => (room === this.#room ? this.#streams.takeNotes(streams) : []),
    remoteCameraStatusUpdate: (streamId, status) => this.#streams.takeStatus(streamId, 'video', status),
    remoteMicStatusUpdate: (streamId, status) => this.#streams.takeStatus(streamId, 'audio', status),
    publisherStateUpdate: (state) => publisherChanged(state),
    playerStateUpdate: (state) => this.#playerChanged(state),
    soundLevelUpdate: (levels) => this.#levelsChanged(levels),
    networkQuality: (userId, up, down) => this.#qualityChanged(userId, up, down),
    publishQualityUpdate: (streamId, stats) => statsOf('publish', streamId, stats),
    playQualityUpdate: (streamId, stats) => statsOf('play', streamId, stats),
    IMRecvBroadcastMessage: (room, messages) => (room === this.#room ? this.#said(messages, 'reliable') : []),
    IMRecvBarrageMessage: (room, messages) => (room === this.#room ? this.#said(messages, 'barrage') : []),
    IMRecvCustomCommand: (room, from, command) => (room === this.#room ? this.#commanded(from, command) : []),
    tokenWillExpire: (room) => (room === this.#room ? [{ type: 'token-expiring' }] : []),
  };

  /** What changes because a stream is played no more. */
  stopped(streamId: string): Reported {
    return this.#streams.stopped(streamId);
  }

  /** The SDK reconnects by itself; `LOGIN…` and `LOGOUT…` are answers to what we asked for. */
  #stateChanged(reason: unknown, code: unknown, detail: unknown): Reported {
    switch (reason) {
      case 'RECONNECTING':
        if (this.#interrupted) return [];
        this.#interrupted = true;
        return [{ type: 'connection', status: 'reconnecting' }];
      case 'LOGINED':
      case 'RECONNECTED':
        this.#entered = true;
        if (!this.#interrupted) return [];
        this.#interrupted = false;
        return [{ type: 'connection', status: 'reconnected' }];
      case 'LOGIN_FAILED':
        return [ended(errorOf(code, detail))];
      case 'RECONNECT_FAILED':
        return [ended(errorOf(code, detail, 'network'))];
      case 'KICKOUT':
        return [ended(errorOf(code, detail, 'removed'))];
      case 'LOGOUT':
        // Ours is not heard any more, so this one was somebody else's: the page's own code, or the SDK's. Before
        // we are in, it is the late answer to the end of the stay before this one.
        if (!this.#entered) return [];
        return [ended(errorOf(code, detail || 'The SDK left the room by itself'))];
      default:
        return []; // LOGINING, LOGOUT_FAILED, and whatever comes with later versions.
    }
  }

  #usersChanged(update: unknown, list: unknown): Reported {
    const users = entriesOf(list).flatMap((entry) => userOf(entry) ?? []);
    if (update === 'ADD') {
      if (this.#crowded) return [];
      const added = users.filter(({ id, name }) => id !== this.#self && this.#users.get(id)?.name !== name);
      for (const user of added) this.#users.set(user.id, user);
      return added.length > 0 ? [{ type: 'users-added', users: added }] : [];
    }
    if (update !== 'DELETE') return [];
    const removed = users.map(({ id }) => id).filter((id) => this.#users.delete(id));
    return removed.length > 0 ? [{ type: 'users-removed', userIds: removed }] : [];
  }

  /** Whoever sends nothing can't be followed in a crowd: the count stands for them, as long as it lasts. */
  #counted(count: unknown): Reported {
    if (!Number.isInteger(count) || Number(count) < 0) return [];
    this.#crowded = Number(count) > MOST_LISTED;
    return [{ type: 'user-count', count: Number(count) }, ...this.#forgetSilent()];
  }

  #forgetSilent(): Reported {
    if (!this.#crowded) return [];
    const { publishers } = this.#streams;
    const silent = [...this.#users.keys()].filter((id) => !publishers.has(id));
    for (const id of silent) this.#users.delete(id);
    return silent.length > 0 ? [{ type: 'users-removed', userIds: silent }] : [];
  }

  #streamsChanged(update: unknown, list: unknown): Reported {
    if (update === 'ADD') return this.#streams.add(list, this.#self);
    return update === 'DELETE' ? this.#streamsRemoved(streamIdsOf(list)) : [];
  }

  #streamsRemoved(streamIds: readonly string[]): Reported {
    const removed = this.#streams.remove(streamIds);
    if (removed.length === 0) return [];
    return [{ type: 'streams-removed', streamIds: removed }, ...this.#forgetSilent()];
  }

  #levelsChanged(list: unknown): Reported {
    const levels = new Map<string, number>();
    for (const { streamID, soundLevel } of entriesOf(list)) {
      const level = levelOf(soundLevel);
      if (isId(streamID) && this.#streams.has(streamID) && level !== undefined) levels.set(streamID, level);
    }
    return levels.size > 0 ? [{ type: 'levels', levels }] : [];
  }

  #playerChanged(state: unknown): Reported {
    if (!isRecord(state) || !isId(state['streamID'])) return [];
    const { streamID: streamId, errorCode, extendedData } = state;
    switch (state['state']) {
      case 'PLAYING':
        return [{ type: 'play-state', streamId, state: 'playing' }];
      case 'PLAY_REQUESTING':
        if (!errorCode) return [];
        return [{ type: 'play-state', streamId, state: 'retrying', error: errorOf(errorCode, extendedData) }];
      case 'NO_PLAY':
        if (!errorCode) return [];
        return [{ type: 'play-state', streamId, state: 'failed', error: errorOf(errorCode, extendedData) }];
      default:
        return [];
    }
  }

  /** An empty user ID is the own user. */
  #qualityChanged(userId: unknown, up: unknown, down: unknown): Reported {
    if (typeof userId !== 'string') return [];
    return [{ type: 'quality', userId: userId || this.#self, up: gradeOf(up), down: gradeOf(down) }];
  }

  #said(list: unknown, kind: MessageKind): Reported {
    return entriesOf(list).flatMap((entry): Reported => {
      const message = messageOf(entry, kind, () => `${kind}-unnumbered-${++this.#messages}`);
      return message && message.from.id !== this.#self ? [{ type: 'message', message }] : [];
    });
  }

  /** A command is a signal of ours, or what a host of ZEGO's kits asks; commands of other apps mean nothing to us. */
  #commanded(sender: unknown, command: unknown): Reported {
    const from = userOf(sender);
    if (!from || from.id === this.#self || !isCommand(command)) return [];
    const text = readSignal(command);
    if (text !== undefined) return [{ type: 'signal', from, text }];
    const action = readHostCommand(command, this.#self);
    return action ? [{ type: 'host-command', from, action }] : [];
  }
}

/** The longest command that is read, in UTF-16 units. Ours and those of ZEGO's kits are shorter. */
const LONGEST_COMMAND = 4_096;

function isCommand(command: unknown): command is string {
  return typeof command === 'string' && command.length <= LONGEST_COMMAND;
}

function publisherChanged(state: unknown): Reported {
  if (!isRecord(state) || !isId(state['streamID'])) return [];
  const { streamID: streamId, errorCode, extendedData } = state;
  switch (state['state']) {
    case 'PUBLISHING':
      return [{ type: 'publish-state', streamId, state: 'publishing' }];
    case 'PUBLISH_REQUESTING':
      if (!errorCode) return [];
      return [
        { type: 'publish-state', streamId, state: 'retrying', error: errorOf(errorCode, extendedData) },
      ];
    case 'NO_PUBLISH':
      return [{ type: 'publication-ended', streamId, error: errorOf(errorCode, extendedData) }];
    default:
      return [];
  }
}

function ended(error: CallError): EngineEvent {
  return { type: 'ended', reason: END_REASONS[error.code] ?? 'failed', error };
}
