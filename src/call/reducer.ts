import type { CallError, DeviceKind } from '../engine/call-error.js';
import type { EndReason, EngineEvent, Layer, StreamInfo, TrackKind, User } from '../engine/call-engine.js';
import {
  type CallState,
  type DeviceChoices,
  type DeviceOffer,
  type DeviceOption,
  type ChatMessage,
  type DeviceState,
  INITIAL_STATE,
  isActive,
  OFF,
  type Participant,
  type RemoteStream,
  type Quality,
  type Self,
  UNKNOWN_QUALITY,
} from './call-state.js';

/** What the session itself reports, beside the engine's events. */
export type SessionEvent =
  | { readonly type: 'configured'; readonly user: User; readonly devices: readonly DeviceKind[] }
  | { readonly type: 'joining'; readonly room: string }
  | { readonly type: 'joined' }
  | { readonly type: 'join-failed'; readonly error: CallError }
  | { readonly type: 'left'; readonly reason: EndReason; readonly error?: CallError }
  | { readonly type: 'device'; readonly device: DeviceKind; readonly state: DeviceState }
  | { readonly type: 'picture'; readonly picture: MediaStream | null }
  | { readonly type: 'devices'; readonly devices: DeviceChoices }
  | { readonly type: 'offer'; readonly offer: DeviceOffer | null }
  | { readonly type: 'stream-media'; readonly streamId: string; readonly media: MediaStream }
  | {
      readonly type: 'stream-stopped';
      readonly streamId: string;
      readonly play: 'pending' | 'retrying' | 'failed';
      readonly problem: CallError | null;
    }
  /** By stream ID. */
  | { readonly type: 'layers'; readonly layers: ReadonlyMap<string, Layer> }
  | { readonly type: 'message-sending'; readonly message: ChatMessage }
  | { readonly type: 'message-delivery'; readonly id: string; readonly delivery: ChatMessage['delivery'] }
  | { readonly type: 'messages-read' }
  | { readonly type: 'active-speaker'; readonly userId: string | null }
  | { readonly type: 'notice'; readonly error: CallError | null };

export type CallEvent = SessionEvent | Exclude<EngineEvent, { type: 'levels' | 'ended' }>;

const KEPT_MESSAGES = 500;

/** The only place where a call's state changes. Pure: the same state comes back when an event changes nothing. */
export function reduce(state: CallState, event: CallEvent): CallState {
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
        notice: state.notice,
        self: { ...state.self, screen: OFF, quality: UNKNOWN_QUALITY, retrying: [] },
      };
    case 'joined':
      return state.connection.status === 'joining' ? { ...state, connection: { status: 'joined' } } : state;
    case 'join-failed':
      return over(state, { status: 'failed', error: event.error });
    case 'left':
      return over(state, {
        status: 'ended',
        reason: event.reason,
        ...(event.error ? { error: event.error } : {}),
      });
    case 'connection':
      return reconnect(state, event.status);
    case 'device':
      return withSelf(state, { [event.device]: event.state });
    case 'picture':
      return withSelf(state, { picture: event.picture });
    case 'devices':
      return state.devices === event.devices ? state : withDevices(state, event.devices);
    case 'offer':
      return state.offer === event.offer ? state : { ...state, offer: event.offer };
    case 'notice':
      return state.notice === event.error ? state : { ...state, notice: event.error };
    case 'message-sending':
      return addMessage(state, event.message);
    case 'message-delivery':
      return withMessages(
        state,
        updateWhere(
          state.messages,
          (message) => message.id === event.id,
          (message) => merge(message, { delivery: event.delivery }),
        ),
      );
    case 'messages-read':
      return withUnread(state, 0);
    case 'token-expiring':
      return state;
    default:
      return isActive(state.connection) ? reduceRoom(state, event) : state;
  }
}

type RoomEvent = Extract<
  CallEvent,
  {
    type:
      | 'users-added'
      | 'users-removed'
      | 'user-count'
      | 'streams-added'
      | 'streams-removed'
      | 'remote-device'
      | 'play-state'
      | 'quality'
      | 'message'
      | 'publish-state'
      | 'publication-ended'
      | 'stream-media'
      | 'stream-stopped'
      | 'layers'
      | 'active-speaker';
  }
>;

function reduceRoom(state: CallState, event: RoomEvent): CallState {
  switch (event.type) {
    case 'users-added':
      return withParticipants(state, event.users.reduce(addUser, state.participants));
    case 'users-removed':
      return withParticipants(
        state,
        removeWhere(state.participants, (participant) => event.userIds.includes(participant.user.id)),
      );
    case 'user-count':
      return state.userCount === event.count ? state : { ...state, userCount: event.count };
    case 'streams-added':
      return withParticipants(state, event.streams.reduce(addStream, state.participants));
    case 'streams-removed':
      return withParticipants(state, removeStreams(state.participants, event.streamIds));
    case 'remote-device':
      return updateStream(state, event.streamId, switchKind(event.kind, event.on));
    case 'play-state':
      return updateStream(state, event.streamId, { play: event.state, problem: event.error ?? null });
    case 'stream-media':
      return updateStream(state, event.streamId, { play: 'playing', problem: null, media: event.media });
    case 'stream-stopped':
      return updateStream(state, event.streamId, { play: event.play, problem: event.problem, media: null });
    case 'layers':
      return updateStreams(
        state,
        ({ streamId }) => event.layers.has(streamId),
        (stream) => merge(stream, { layer: event.layers.get(stream.streamId) ?? stream.layer }),
      );
    case 'message':
      return hear(state, { ...event.message, own: false, delivery: 'sent' });
    case 'publish-state':
      return retry(state, event.streamId, event.state === 'retrying');
    case 'publication-ended':
      return { ...retry(state, event.streamId, false), notice: event.error };
    case 'active-speaker':
      return withSpeaker(state, event.userId);
    case 'quality':
      if (event.userId === state.self.user.id)
        return withSelf(state, { quality: sameQuality(state.self.quality, event) });
      return withParticipants(
        state,
        updateWhere(
          state.participants,
          (participant) => participant.user.id === event.userId,
          (participant) => merge(participant, { quality: sameQuality(participant.quality, event) }),
        ),
      );
  }
}

/** The room is empty for whoever is out of it; what was said and the own devices' states stay. */
function over(state: CallState, connection: CallState['connection']): CallState {
  return {
    ...state,
    connection,
    participants: [],
    userCount: null,
    activeSpeaker: null,
    notice: null,
    offer: null,
    self: { ...state.self, screen: OFF, quality: UNKNOWN_QUALITY, retrying: [] },
  };
}

function reconnect(state: CallState, status: 'reconnecting' | 'reconnected'): CallState {
  const { connection } = state;
  if (status === 'reconnecting' && connection.status === 'joined')
    return { ...state, connection: { status: 'reconnecting' } };
  if (status === 'reconnected' && connection.status === 'reconnecting')
    return { ...state, connection: { status: 'joined' } };
  return state;
}

/** Notes whether the engine is trying to send one of our streams again. */
function retry(state: CallState, streamId: string, retrying: boolean): CallState {
  const known = state.self.retrying;
  if (known.includes(streamId) === retrying) return state;
  return withSelf(state, {
    retrying: retrying ? [...known, streamId] : known.filter((id) => id !== streamId),
  });
}

function withSelf(state: CallState, change: Partial<Self>): CallState {
  const self = merge(state.self, change);
  return self === state.self ? state : { ...state, self };
}

/** An offer is over when its device was taken, or is gone. */
function withDevices(state: CallState, devices: DeviceChoices): CallState {
  const { offer } = state;
  const id = offer?.device.id;
  const stands = offer && devices[offer.kind].chosen !== id && has(devices[offer.kind].options, id);
  return { ...state, devices, offer: stands ? offer : null };
}

function has(options: readonly DeviceOption[], id: string | undefined): boolean {
  return options.some((option) => option.id === id);
}

function withParticipants(state: CallState, participants: readonly Participant[]): CallState {
  if (participants === state.participants) return state;
  return withSpeaker({ ...state, participants }, state.activeSpeaker);
}

/** Nobody speaks who is not there, or sends nothing. */
function withSpeaker(state: CallState, userId: string | null): CallState {
  const isHeard = state.participants.some(({ streams, user }) => user.id === userId && streams.length > 0);
  const activeSpeaker = isHeard ? userId : null;
  return state.activeSpeaker === activeSpeaker ? state : { ...state, activeSpeaker };
}

function hear(state: CallState, message: ChatMessage): CallState {
  const heard = addMessage(state, message);
  return heard === state ? state : withUnread(heard, state.unread + 1);
}

function withUnread(state: CallState, unread: number): CallState {
  return state.unread === unread ? state : { ...state, unread };
}

function addMessage(state: CallState, message: ChatMessage): CallState {
  if (state.messages.some(({ id }) => id === message.id)) return state;
  return withMessages(state, [...state.messages, message].slice(-KEPT_MESSAGES));
}

function withMessages(state: CallState, messages: readonly ChatMessage[]): CallState {
  return messages === state.messages ? state : { ...state, messages };
}

function addUser(participants: readonly Participant[], user: User): readonly Participant[] {
  if (!participants.some((participant) => participant.user.id === user.id))
    return [...participants, { user, streams: [], quality: UNKNOWN_QUALITY, listed: true }];
  return updateWhere(
    participants,
    (participant) => participant.user.id === user.id,
    (participant) => merge(participant, { user: sameUser(participant.user, user), listed: true }),
  );
}

function addStream(participants: readonly Participant[], info: StreamInfo): readonly Participant[] {
  if (participants.some(({ streams }) => streams.some(({ streamId }) => streamId === info.streamId)))
    return participants;
  const stream: RemoteStream = { ...info, play: 'pending', layer: 'off', problem: null, media: null };
  if (!participants.some((participant) => participant.user.id === info.user.id))
    return [...participants, { user: info.user, streams: [stream], quality: UNKNOWN_QUALITY, listed: false }];
  return updateWhere(
    participants,
    (participant) => participant.user.id === info.user.id,
    (participant) => ({ ...participant, streams: [...participant.streams, stream] }),
  );
}

function removeStreams(
  participants: readonly Participant[],
  streamIds: readonly string[],
): readonly Participant[] {
  const isGone = ({ streamId }: RemoteStream): boolean => streamIds.includes(streamId);
  const left = updateWhere(
    participants,
    ({ streams }) => streams.some(isGone),
    (participant) => ({ ...participant, streams: removeWhere(participant.streams, isGone) }),
  );
  return removeWhere(left, ({ listed, streams }) => !listed && streams.length === 0);
}

function switchKind(kind: TrackKind, on: boolean): Partial<RemoteStream> {
  return kind === 'audio' ? { audio: on } : { video: on };
}

function updateStream(state: CallState, streamId: string, change: Partial<RemoteStream>): CallState {
  return updateStreams(
    state,
    (stream) => stream.streamId === streamId,
    (stream) => merge(stream, change),
  );
}

function updateStreams(
  state: CallState,
  matches: (stream: RemoteStream) => boolean,
  update: (stream: RemoteStream) => RemoteStream,
): CallState {
  return withParticipants(
    state,
    updateWhere(
      state.participants,
      ({ streams }) => streams.some(matches),
      (participant) => merge(participant, { streams: updateWhere(participant.streams, matches, update) }),
    ),
  );
}

function removeWhere<T>(items: readonly T[], matches: (item: T) => boolean): readonly T[] {
  return items.some(matches) ? items.filter((item) => !matches(item)) : items;
}

function updateWhere<T>(
  items: readonly T[],
  matches: (item: T) => boolean,
  update: (item: T) => T,
): readonly T[] {
  let changed = false;
  const updated = items.map((item) => {
    if (!matches(item)) return item;
    const next = update(item);
    changed ||= next !== item;
    return next;
  });
  return changed ? updated : items;
}

function sameQuality(known: Quality, { up, down }: Quality): Quality {
  return merge(known, { up, down });
}

/** The one we know, when the other is the same person under the same name. */
function sameUser(known: User, user: User): User {
  return merge(known, { id: user.id, name: user.name });
}

/** A copy with the change, or the very same object when nothing differs, so that selectors can compare by identity. */
function merge<T extends object>(target: T, change: Partial<T>): T {
  const keys = Object.keys(change) as (keyof T)[];
  return keys.every((key) => Object.is(target[key], change[key])) ? target : { ...target, ...change };
}
