import { Listeners } from '../listeners.js';
import type {
  CallEngine,
  EngineEvent,
  EngineOptions,
  JoinRequest,
  Layer,
  MessageKind,
  Publication,
  PublishOptions,
} from '../call-engine.js';
import { CallError } from '../call-error.js';
import { checkMessage, checkSignal } from '../message-text.js';
import { openBroadcastSignaling } from './broadcast-signaling.js';
import { LocalRoom } from './local-room.js';
import { relaySignaling } from './relay-signaling.js';
import type { OpenSignaling } from './signaling.js';

type Listener = (event: EngineEvent) => void;

/** Calls from browser to browser, a connection to each: for a handful of people, without any cloud. */
export function createEngine({ server }: EngineOptions): CallEngine {
  return new LocalEngine(server ? relaySignaling(server) : openBroadcastSignaling);
}

/** How often it is told how connections and streams fare, in ms. */
const LOOK_EVERY = 2_000;

export class LocalEngine implements CallEngine {
  readonly #openSignaling: OpenSignaling;
  readonly #lookEvery: number;
  readonly #listeners = new Listeners<[EngineEvent]>();
  #room: LocalRoom | undefined;
  #destroyed = false;

  constructor(openSignaling: OpenSignaling, lookEvery = LOOK_EVERY) {
    this.#openSignaling = openSignaling;
    this.#lookEvery = lookEvery;
  }

  async join(request: JoinRequest, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw new CallError('aborted', 'Joining was cancelled.');
    if (this.#destroyed || (this.#room && !this.#room.closed.aborted)) {
      throw new CallError('engine', this.#destroyed ? 'The engine was destroyed.' : 'Already in a room.');
    }
    assertAble();
    const room = new LocalRoom(request, (event) => this.#listeners.tell(event));
    this.#room = room;
    const cancel = (): void => room.close();
    signal.addEventListener('abort', cancel);
    try {
      await room.open(this.#openSignaling, this.#lookEvery);
    } catch (error) {
      room.close();
      throw CallError.from(error, 'network');
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  async leave(): Promise<void> {
    this.#room?.close();
    this.#room = undefined;
  }

  renewToken(): void {
    // Whoever reaches the room may join it.
  }

  async publish(media: MediaStream, options: PublishOptions): Promise<Publication> {
    return this.#joined().publish(media, options);
  }

  async play(streamId: string, signal: AbortSignal): Promise<MediaStream> {
    if (signal.aborted) throw new CallError('aborted', 'Playing was cancelled.');
    return this.#joined().play(streamId, signal);
  }

  receive(streamId: string, layer: Layer): void {
    this.#room?.receive(streamId, layer);
  }

  stop(streamId: string): void {
    this.#room?.stop(streamId);
  }

  async sendMessage(text: string, kind: MessageKind): Promise<void> {
    checkMessage(text);
    await this.#joined().sendMessage(text, kind);
  }

  async sendSignal(text: string, to?: readonly string[]): Promise<void> {
    checkSignal(text);
    await this.#joined().sendSignal(text, to);
  }

  subscribe(listener: Listener): () => void {
    return this.#listeners.add(listener);
  }

  async destroy(): Promise<void> {
    this.#destroyed = true;
    await this.leave();
    this.#listeners.clear();
  }

  #joined(): LocalRoom {
    if (!this.#room || this.#room.closed.aborted) throw new CallError('engine', 'Not in a room.');
    return this.#room;
  }
}

function assertAble(): void {
  if (!isSecureContext) throw new CallError('insecure-context', 'Calls need https or localhost.');
  if (!('RTCPeerConnection' in globalThis)) throw new CallError('unsupported', 'There is no WebRTC here.');
}
