import { Listeners } from '../listeners.js';
import type {
  CallEngine,
  EngineEvent,
  JoinRequest,
  Layer,
  MessageKind,
  Publication,
  PublishOptions,
} from '../call-engine.js';
import { CallError } from '../call-error.js';
import { Outbox } from './outbox.js';
import type { Room } from './room.js';
import { RoomSession } from './room-session.js';
import type { SimulatedRoom } from './simulated-world.js';

/** Brings others into a room that the engine has joined. Returns what takes them out when it leaves. */
export type Inhabit = (room: SimulatedRoom) => () => void;

/** An engine whose rooms are in this page's memory. */
export class RoomEngine implements CallEngine {
  readonly #room: (name: string) => Room;
  readonly #inhabit: Inhabit;
  readonly #listeners = new Listeners<[EngineEvent]>();
  #joining: AbortController | undefined;
  #session: RoomSession | undefined;
  #vacate: (() => void) | undefined;
  #destroyed = false;

  constructor(room: (name: string) => Room, inhabit: Inhabit = () => () => {}) {
    this.#room = room;
    this.#inhabit = inhabit;
  }

  async join(request: JoinRequest, signal: AbortSignal): Promise<void> {
    if (this.#destroyed) throw new CallError('engine', 'The engine is destroyed');
    if (this.#joining || this.#session?.open)
      throw new CallError('engine', 'The engine is in a room already');
    this.#exit();
    const joining = new AbortController();
    this.#joining = joining;
    try {
      const room = this.#room(request.room);
      await delay(room.joinDelay, AbortSignal.any([signal, joining.signal]));
      const failure = room.takeJoinFailure();
      if (failure) throw failure;
      this.#session = new RoomSession(room, request, new Outbox((event) => this.#listeners.tell(event)));
      this.#vacate = this.#inhabit(room);
    } finally {
      this.#joining = undefined;
    }
  }

  async leave(): Promise<void> {
    this.#joining?.abort();
    this.#exit();
  }

  renewToken(token: string): void {
    this.#session?.renewToken(token);
  }

  async publish(media: MediaStream, options: PublishOptions): Promise<Publication> {
    return this.#joined().publish(media, options);
  }

  async play(streamId: string, signal: AbortSignal): Promise<MediaStream> {
    const session = this.#joined();
    await delay(0, signal);
    return session.play(streamId);
  }

  receive(streamId: string, layer: Layer): void {
    this.#session?.receiveLayer(streamId, layer);
  }

  stop(streamId: string): void {
    this.#session?.stop(streamId);
  }

  async sendMessage(text: string, kind: MessageKind): Promise<void> {
    this.#joined().sendMessage(text, kind);
  }

  async sendSignal(text: string, to?: readonly string[]): Promise<void> {
    this.#joined().sendSignal(text, to);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  async destroy(): Promise<void> {
    this.#destroyed = true;
    await this.leave();
    this.#listeners.clear();
  }

  #exit(): void {
    this.#session?.leave();
    this.#session = undefined;
    this.#vacate?.();
    this.#vacate = undefined;
  }

  #joined(): RoomSession {
    if (!this.#session?.open) throw new CallError('engine', 'The engine is not in a room');
    return this.#session;
  }
}

/** Resolves after `milliseconds`, and never at once; rejects with `aborted` when the signal aborts before. */
function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(new CallError('aborted', 'Aborted by the caller', { cause: signal.reason }));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', abort);
      resolve();
    }, milliseconds);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
