import { CallError } from '../call-error.js';
import type { Signal } from './protocol.js';
import type { OpenSignaling, Signaling, SignalingEvents } from './signaling.js';

interface Envelope {
  readonly from: string;
  readonly to?: string;
  /** Absent when the sender says goodbye. */
  readonly data?: unknown;
}

const isEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' && value !== null && 'from' in value && typeof value.from === 'string';

const lockName = (room: string, peerId: string): string => `zego-call/${room}/${peerId}`;

const CLOCK_STEP_MS = 2;

/** Signalling between the tabs of one browser. It is never down. */
export const openBroadcastSignaling: OpenSignaling = async (room, peerId, events, signal) => {
  if (!('BroadcastChannel' in globalThis)) {
    throw new CallError('unsupported', 'This browser has no BroadcastChannel.');
  }
  const closing = new AbortController();
  signal.addEventListener('abort', () => closing.abort(), { signal: closing.signal });
  const [since, start] = [Date.now(), performance.now()];
  // The lock comes before the first word: whoever hears us may wait for its end at once.
  await holdLock(lockName(room, peerId), closing.signal);
  if (signal.aborted) throw new CallError('aborted', 'Joining was cancelled.');
  // Whoever comes after us must see a later time, also on a clock that is coarse and a little fuzzy.
  while (performance.now() < start + CLOCK_STEP_MS);
  return new BroadcastSignaling(room, peerId, since, events, closing);
};

/** Holds the lock until the signal aborts; resolves once it is held, or will never be. */
function holdLock(name: string, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (!navigator.locks || until.aborted) return resolve();
    const held = (): Promise<void> => {
      resolve();
      return new Promise((release) => {
        if (until.aborted) release();
        until.addEventListener('abort', () => release());
      });
    };
    navigator.locks.request(name, { signal: until }, held).catch(() => resolve());
  });
}

function openChannel(name: string): BroadcastChannel {
  try {
    return new BroadcastChannel(name);
  } catch (cause) {
    const text =
      'The browser blocks site data for this page, so its tabs cannot reach each other. Allow site data in the ' +
      'site settings, or set `server` to a relay.';
    throw new CallError('permission-denied', text, { cause });
  }
}

class BroadcastSignaling implements Signaling {
  readonly since: number;
  readonly #room: string;
  readonly #peerId: string;
  readonly #events: SignalingEvents;
  readonly #closing: AbortController;
  readonly #channel: BroadcastChannel;
  readonly #watched = new Set<string>();

  constructor(
    room: string,
    peerId: string,
    since: number,
    events: SignalingEvents,
    closing: AbortController,
  ) {
    this.since = since;
    this.#room = room;
    this.#peerId = peerId;
    this.#events = events;
    this.#closing = closing;
    this.#channel = openChannel(`zego-call/${room}`);
    const { signal } = closing;
    this.#channel.addEventListener('message', (event) => this.#onMessage(event.data), { signal });
  }

  send(signal: Signal, to?: string): void {
    this.#post(
      to === undefined ? { from: this.#peerId, data: signal } : { from: this.#peerId, to, data: signal },
    );
  }

  close(): void {
    if (this.#closing.signal.aborted) return;
    this.#post({ from: this.#peerId });
    this.#closing.abort();
    this.#channel.close();
  }

  #post(envelope: Envelope): void {
    if (!this.#closing.signal.aborted) this.#channel.postMessage(envelope);
  }

  #onMessage(envelope: unknown): void {
    if (!isEnvelope(envelope) || (envelope.to ?? this.#peerId) !== this.#peerId) return;
    if (envelope.data === undefined) return this.#events.gone(envelope.from, 'left');
    this.#watch(envelope.from);
    this.#events.received(envelope.from, envelope.data);
  }

  /** A tab that crashed can't say goodbye, but the browser frees its lock at once. */
  #watch(peerId: string): void {
    if (!navigator.locks || this.#watched.has(peerId)) return;
    this.#watched.add(peerId);
    const { signal } = this.#closing;
    const granted = (): void => {
      this.#watched.delete(peerId);
      if (!signal.aborted) this.#events.gone(peerId, 'left');
    };
    navigator.locks
      .request(lockName(this.#room, peerId), { mode: 'shared', signal }, granted)
      .catch(() => undefined);
  }
}
