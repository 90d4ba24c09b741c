import type { CallError } from '../engine/call-error.js';
import type { EndReason, User } from '../engine/call-engine.js';
import {
  type CallState,
  type ChatMessage,
  type ConnectionStatus,
  isInRoom,
  type Participant,
  type RemoteStream,
  remoteStreams,
} from '../call/call-state.js';

/** What each event of `<zego-call>` carries as its `detail`. */
export interface CallEventDetails {
  'zego-state': { state: ConnectionStatus; previous: ConnectionStatus };
  'zego-joined': { room: string; user: string };
  'zego-left': { room: string; user: string; reason: EndReason; error?: CallError; by?: User };
  'zego-participant-joined': { participant: Participant };
  'zego-participant-left': { participant: Participant };
  'zego-stream-added': { stream: RemoteStream };
  'zego-stream-removed': { stream: RemoteStream };
  'zego-message': { message: ChatMessage };
  'zego-active-speaker': { participant: Participant | null };
  'zego-error': { error: CallError };
}

/** One event to dispatch: its name and detail. */
export type CallEventEntry = {
  [Name in keyof CallEventDetails]: readonly [name: Name, detail: CallEventDetails[Name]];
}[keyof CallEventDetails];

/** The events that tell how one state became the next, in the order in which they are to be heard. */
export function eventsBetween(previous: CallState, next: CallState): CallEventEntry[] {
  return [
    ...connectionEvents(previous, next),
    ...peopleEvents(previous, next),
    ...added(previous.messages, next.messages, ({ id }) => id).map(
      (message) => ['zego-message', { message }] as const,
    ),
    ...speakerEvents(previous, next),
    ...errorEvents(previous, next),
  ];
}

function connectionEvents(previous: CallState, next: CallState): CallEventEntry[] {
  if (previous.connection === next.connection) return [];
  const events: CallEventEntry[] = [];
  const { connection, room, self } = next;
  const who = { room, user: self.user.id };
  if (previous.connection.status !== connection.status)
    events.push(['zego-state', { state: connection.status, previous: previous.connection.status }]);
  if (previous.connection.status === 'joining' && connection.status === 'joined')
    events.push(['zego-joined', who]);
  if (isInRoom(previous.connection) && connection.status === 'ended') {
    const { by, error, reason } = connection;
    events.push(['zego-left', { ...who, reason, ...(error ? { error } : {}), ...(by ? { by } : {}) }]);
  }
  return events;
}

function peopleEvents(previous: CallState, next: CallState): CallEventEntry[] {
  if (previous.participants === next.participants) return [];
  const [before, after] = [previous.participants, next.participants];
  const [streamsBefore, streamsAfter] = [remoteStreams(previous), remoteStreams(next)];
  const userId = ({ user }: Participant): string => user.id;
  const streamId = (stream: RemoteStream): string => stream.streamId;
  return [
    ...added(before, after, userId).map(
      (participant) => ['zego-participant-joined', { participant }] as const,
    ),
    ...added(streamsBefore, streamsAfter, streamId).map(
      (stream) => ['zego-stream-added', { stream }] as const,
    ),
    ...added(streamsAfter, streamsBefore, streamId).map(
      (stream) => ['zego-stream-removed', { stream }] as const,
    ),
    ...added(after, before, userId).map((participant) => ['zego-participant-left', { participant }] as const),
  ];
}

function speakerEvents({ activeSpeaker: before }: CallState, next: CallState): CallEventEntry[] {
  const { activeSpeaker, participants } = next;
  if (before === activeSpeaker) return [];
  const participant = participants.find(({ user }) => user.id === activeSpeaker) ?? null;
  return [['zego-active-speaker', { participant }]];
}

function errorEvents(previous: CallState, next: CallState): CallEventEntry[] {
  const before = [previous.notice, errorOf(previous)];
  return [next.notice, errorOf(next)].flatMap((error) =>
    error && !before.includes(error) ? [['zego-error', { error }] as const] : [],
  );
}

function errorOf({ connection }: CallState): CallError | null {
  return 'error' in connection ? (connection.error ?? null) : null;
}

function added<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): T[] {
  if (before === after) return [];
  const known = new Set(before.map(key));
  return after.filter((item) => !known.has(key(item)));
}

declare global {
  interface HTMLElementEventMap {
    'zego-state': CustomEvent<CallEventDetails['zego-state']>;
    'zego-joined': CustomEvent<CallEventDetails['zego-joined']>;
    'zego-left': CustomEvent<CallEventDetails['zego-left']>;
    'zego-participant-joined': CustomEvent<CallEventDetails['zego-participant-joined']>;
    'zego-participant-left': CustomEvent<CallEventDetails['zego-participant-left']>;
    'zego-stream-added': CustomEvent<CallEventDetails['zego-stream-added']>;
    'zego-stream-removed': CustomEvent<CallEventDetails['zego-stream-removed']>;
    'zego-message': CustomEvent<CallEventDetails['zego-message']>;
    'zego-active-speaker': CustomEvent<CallEventDetails['zego-active-speaker']>;
    'zego-error': CustomEvent<CallEventDetails['zego-error']>;
  }
}
