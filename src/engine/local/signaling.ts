import type { CallError } from '../call-error.js';
import type { Signal } from './protocol.js';

/** One member's way to the others of a room: who is there, and a few words until the browsers talk directly. */
export interface Signaling {
  /** The order of arrival: of two members with the same user ID the later one stays. */
  readonly since: number;
  /** Sends to one member, or to all. What is sent while the way is down is lost; `up` is the time to resend. */
  send(signal: Signal, to?: string): void;
  /** Leaves the room; the others are told before it returns. */
  close(): void;
}

/** What a way reports. Nothing is reported after `close()`. */
export interface SignalingEvents {
  /** Something arrived; it is not validated. */
  received(from: string, data: unknown): void;
  /** A member is gone: it left, or nothing but its silence tells. */
  gone(peerId: string, how: 'left' | 'lost'): void;
  down(): void;
  /** The way is back, and leads to these members. */
  up(peerIds: readonly string[]): void;
  /** The way will not come back. */
  failed(error: CallError): void;
}

/** Enters the room as `peerId`. Rejects with `CallError` only, and leaves nothing open then. */
export type OpenSignaling = (
  room: string,
  peerId: string,
  events: SignalingEvents,
  signal: AbortSignal,
) => Promise<Signaling>;
