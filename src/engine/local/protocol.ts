import type { Layer, MessageKind, StreamSource, User } from '../call-engine.js';
import { messageProblem, signalProblem } from '../message-text.js';

/** What members tell each other about themselves, in whatever reaches the other first. */
export interface Hello {
  readonly user: User;
  readonly since: number;
  readonly presence: Presence;
}

/** Everything that a member sends now. It travels by two ways, so that the version tells which is the later. */
export interface Presence {
  readonly version: number;
  readonly streams: readonly Announcement[];
}

export interface Announcement {
  readonly streamId: string;
  /** The ID of the MediaStream in the session description that carries it. */
  readonly mediaId: string;
  readonly source: StreamSource;
  readonly audio: boolean;
  readonly video: boolean;
}

/** `none`: not even sound. */
export type Want = Layer | 'none';

/** What goes through the signalling. Candidates and descriptions name the connection that they belong to. */
export type Signal =
  | { readonly type: 'hello'; readonly hello: Hello; readonly reply?: true }
  | ({ readonly type: 'description'; readonly hello: Hello } & DescriptionSignal)
  | ({ readonly type: 'candidate' } & CandidateSignal);

export interface DescriptionSignal {
  readonly link: string;
  /** The connection at the other end, once it is known. */
  readonly peerLink?: string | undefined;
  readonly description: RTCSessionDescriptionInit;
}

export interface CandidateSignal {
  readonly link: string;
  readonly candidate: RTCIceCandidateInit;
}

/** What goes through the data channel between two members. */
export type PeerMessage =
  | { readonly type: 'presence'; readonly presence: Presence }
  | { readonly type: 'want'; readonly streamId: string; readonly want: Want }
  | ChatMessage
  | CallSignal
  /** Confirms a message or a signal. */
  | { readonly type: 'received'; readonly id: string };

export interface ChatMessage {
  readonly type: 'message';
  readonly id: string;
  readonly text: string;
  readonly kind: MessageKind;
  readonly sentAt: number;
}

/** What one call tells another, such as a raised hand; no chat shows it. */
export interface CallSignal {
  readonly type: 'signal';
  readonly id: string;
  readonly text: string;
}

const MAX_STREAMS = 8;
const MAX_SDP = 60_000;

type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
export const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= max;
const isOneOf = <T extends string>(value: unknown, ...values: readonly T[]): value is T =>
  (values as readonly unknown[]).includes(value);

const isUser = (value: unknown): value is User =>
  isObject(value) && isText(value.id, 64) && typeof value.name === 'string' && value.name.length <= 256;

const isAnnouncement = (value: unknown): value is Announcement =>
  isObject(value) &&
  isText(value.streamId, 256) &&
  isText(value.mediaId, 128) &&
  isOneOf(value.source, 'camera', 'screen') &&
  typeof value.audio === 'boolean' &&
  typeof value.video === 'boolean';

const isPresence = (value: unknown): value is Presence =>
  isObject(value) &&
  Number.isSafeInteger(value.version) &&
  Array.isArray(value.streams) &&
  value.streams.length <= MAX_STREAMS &&
  value.streams.every(isAnnouncement);

const isHello = (value: unknown): value is Hello =>
  isObject(value) && isUser(value.user) && Number.isFinite(value.since) && isPresence(value.presence);

const isDescription = (value: unknown): value is RTCSessionDescriptionInit =>
  isObject(value) && isOneOf(value.type, 'offer', 'answer') && isText(value.sdp, MAX_SDP);

const isCandidate = (value: unknown): value is RTCIceCandidateInit =>
  isObject(value) && isText(value.candidate, 1024);

/** Whether something that came through the signalling is what it should be. */
export function isSignal(value: unknown): value is Signal {
  if (!isObject(value)) return false;
  if (value.type === 'hello') return isHello(value.hello);
  if (!isText(value.link, 64)) return false;
  if (value.type === 'candidate') return isCandidate(value.candidate);
  return (
    value.type === 'description' &&
    isHello(value.hello) &&
    isDescription(value.description) &&
    (value.peerLink === undefined || isText(value.peerLink, 64))
  );
}

/** Reads what came through a data channel; undefined when it is not what it should be. */
export function parsePeerMessage(data: unknown): PeerMessage | undefined {
  const value = parseJson(data);
  return isPeerMessage(value) ? value : undefined;
}

function isPeerMessage(value: unknown): value is PeerMessage {
  if (!isObject(value)) return false;
  if (value.type === 'presence') return isPresence(value.presence);
  if (value.type === 'received') return isText(value.id, 64);
  if (value.type === 'want') {
    return isText(value.streamId, 256) && isOneOf(value.want, 'high', 'low', 'off', 'none');
  }
  if (value.type === 'signal') return isText(value.id, 64) && signalProblem(value.text) === null;
  return (
    value.type === 'message' &&
    isText(value.id, 64) &&
    messageProblem(value.text) === null &&
    isOneOf(value.kind, 'reliable', 'barrage') &&
    Number.isFinite(value.sentAt)
  );
}

/** Parses JSON text of others; undefined for anything else. */
export function parseJson(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
