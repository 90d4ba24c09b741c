import type { StreamInfo, StreamSource, TrackKind, User } from '../engine/call-engine.js';
import type { CallError } from '../engine/call-error.js';
import type { CallEvent } from './call-event.js';
import {
  type CallState,
  type ChatMessage,
  type DeviceChoices,
  type DeviceOption,
  INITIAL_STATE,
  isActive,
  isWanted,
  type Participant,
  type Quality,
  type RemoteStream,
  UNKNOWN_QUALITY,
} from './call-state.js';
import { deviceOf } from './host-command.js';
import { merge, reduceOutside, sameUser, withSelf } from './outside-reducer.js';
import { volumeOf } from './volumes.js';

const KEPT_MESSAGES = 500;

/**
 * The only place where a call's state changes, together with what happens outside a room. Pure: the same state comes
 * back when an event changes nothing.
 */
export function reduce(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'joined':
      return state.connection.status === 'joining' ? { ...state, connection: { status: 'joined' } } : state;
    case 'connection':
      return reconnect(state, event.status);
    case 'effects':
      return withSelf(state, { effects: event.effects });
    case 'effect-kinds':
      return withSelf(state, { effectKinds: event.kinds });
    case 'effects-off':
      return { ...withSelf(state, { effects: INITIAL_STATE.self.effects }), notice: event.error };
    case 'picture':
      return withSelf(state, { picture: event.picture });
    case 'interrupted':
      return interrupt(state, event.device, event.interrupted);
    case 'devices':
      return state.devices === event.devices ? state : withDevices(state, event.devices);
    case 'offer':
      return state.offer === event.offer ? state : { ...state, offer: event.offer };
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
    default:
      return isActive(state.connection) ? reduceRoom(state, event) : reduceOutside(state, event);
  }
}

function reduceRoom(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'users-added':
      return withParticipants(state, event.users.reduce(addUser(state), state.participants));
    case 'users-removed':
      return withParticipants(
        state,
        removeWhere(state.participants, (participant) => event.userIds.includes(participant.user.id)),
      );
    case 'user-count':
      return state.userCount === event.count ? state : { ...state, userCount: event.count };
    case 'streams-added':
      return withParticipants(state, event.streams.reduce(addStream(state), state.participants));
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
      return retry(state, event.source, event.state === 'retrying');
    case 'publication-ended':
      return { ...retry(state, event.source, false), notice: event.error };
    case 'publish-error':
      return withPublishError(state, event.error);
    case 'host-command-done':
      return state.hostCommand === event.command ? state : { ...state, hostCommand: event.command };
    case 'device':
      return withoutUndone(reduceOutside(state, event));
    case 'hand':
      return withHand(state, event.userId, event.raised);
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
    default:
      return reduceOutside(state, event);
  }
}

function reconnect(state: CallState, status: 'reconnecting' | 'reconnected'): CallState {
  const { connection } = state;
  if (status === 'reconnecting' && connection.status === 'joined')
    return { ...state, connection: { status: 'reconnecting' } };
  if (status === 'reconnected' && connection.status === 'reconnecting')
    return { ...state, connection: { status: 'joined' } };
  return state;
}

/** Notes whether the engine is trying to send one of our streams. */
function retry(state: CallState, source: StreamSource, retrying: boolean): CallState {
  const known = state.self.retrying;
  if (known.includes(source) === retrying) return state;
  return withSelf(state, {
    retrying: retrying ? [...known, source] : known.filter((each) => each !== source),
  });
}

/** A notice follows the error that it tells of: another one takes its place, and it is dismissed with the last. */
function withPublishError(state: CallState, error: CallError | null): CallState {
  const { publishError } = state.self;
  const next = withSelf(state, { publishError: error });
  const tellsIt = publishError !== null && next.notice === publishError;
  return tellsIt && next.notice !== error ? { ...next, notice: error } : next;
}

/** Drops the host command once its device is on again: it tells nothing any more. */
function withoutUndone(state: CallState): CallState {
  const device = state.hostCommand && deviceOf(state.hostCommand);
  return device && isWanted(state.self[device]) ? { ...state, hostCommand: null } : state;
}

function interrupt(
  state: CallState,
  device: CallState['self']['interrupted'][number],
  interrupted: boolean,
): CallState {
  const known = state.self.interrupted;
  if (known.includes(device) === interrupted) return state;
  return withSelf(state, {
    interrupted: interrupted ? [...known, device] : known.filter((kind) => kind !== device),
  });
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
  const known = (id: string): boolean => isKnown(state.self.user.id, participants, id);
  const hands = removeWhere(state.hands, (id) => !known(id));
  return withSpeaker({ ...state, participants, hands }, state.activeSpeaker);
}

/** Only hands of people whose leaving would be noticed: others would stay up for ever. */
function withHand(state: CallState, userId: string, raised: boolean): CallState {
  const { hands, participants, self } = state;
  if (hands.includes(userId) === raised || !isKnown(self.user.id, participants, userId)) return state;
  return { ...state, hands: raised ? [...hands, userId] : hands.filter((id) => id !== userId) };
}

function isKnown(ownId: string, participants: readonly Participant[], userId: string): boolean {
  return userId === ownId || participants.some(({ user }) => user.id === userId);
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

type Add<T> = (participants: readonly Participant[], added: T) => readonly Participant[];

function addUser(state: CallState): Add<User> {
  return (participants, user) => {
    if (!participants.some((participant) => participant.user.id === user.id))
      return [...participants, newcomer(state, user, { listed: true })];
    return updateWhere(
      participants,
      (participant) => participant.user.id === user.id,
      (participant) => merge(participant, { user: sameUser(participant.user, user), listed: true }),
    );
  };
}

function addStream(state: CallState): Add<StreamInfo> {
  return (participants, info) => {
    if (participants.some(({ streams }) => streams.some(({ streamId }) => streamId === info.streamId)))
      return participants;
    const stream: RemoteStream = { ...info, play: 'pending', layer: 'off', problem: null, media: null };
    if (!participants.some((participant) => participant.user.id === info.user.id))
      return [...participants, newcomer(state, info.user, { streams: [stream] })];
    return updateWhere(
      participants,
      (participant) => participant.user.id === info.user.id,
      (participant) => ({ ...participant, streams: [...participant.streams, stream] }),
    );
  };
}

function newcomer(state: CallState, user: User, known: Partial<Participant>): Participant {
  const { volume } = volumeOf(state, user.id);
  return { user, streams: [], quality: UNKNOWN_QUALITY, volume, listed: false, ...known };
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
