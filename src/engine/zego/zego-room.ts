import type {
  EngineEvent,
  JoinRequest,
  Layer,
  MessageKind,
  PublicationEvent,
  PublishOptions,
  StreamSource,
  TrackKind,
} from '../call-engine.js';
import { CallError } from '../call-error.js';
import { createStreamId } from '../stream-id.js';
import type { Sdk } from './load-sdk.js';
import type { Pacers } from './pacer.js';
import type { PublicationRoom } from './publication-room.js';
import { RoomTexts } from './room-texts.js';
import { fireAddTrack, listenToSdk } from './sdk-listening.js';
import type { SdkEvent } from './sdk-values.js';
import { aborted, isPendingAfter, quietly, settle } from './settle.js';
import { throwIfFailed, toCallError } from './zego-errors.js';
import { RoomEvents, type SdkListeners } from './zego-events.js';
import { Layers } from './zego-layers.js';
import type { Lease } from './zego-pool.js';
import { ZegoPublication } from './zego-publication.js';

/** How long the cloud may take, in milliseconds. */
export interface Patience {
  readonly login: number;
  /** To accept or to deliver a stream, before it counts as `retrying`. */
  readonly answer: number;
  /** The same, in all. The SDK tries one gateway after the other, 25 s each, and gives up by itself after 300 s. */
  readonly publish: number;
  readonly play: number;
  readonly message: number;
}

const LEVELS_INTERVAL = 300;

/** One stay in a room: from login to leaving. */
export class ZegoRoom implements PublicationRoom {
  readonly sdk: Sdk;
  readonly pacers: Pacers;
  readonly patience: Patience;
  readonly backgroundAssets: string;
  readonly #lease: Lease;
  readonly #request: JoinRequest;
  readonly #report: (event: EngineEvent) => void;
  readonly #left = new AbortController();
  readonly #layers: Layers;
  readonly #events: RoomEvents;
  readonly #texts: RoomTexts;
  readonly #publications = new Map<string, ZegoPublication>();
  /** What ends the wait for a stream that is being played, by stream ID. */
  readonly #plays = new Map<string, AbortController>();
  /** What happened before `open`. */
  #backlog: EngineEvent[] | undefined = [];
  #refuseLogin: ((error: CallError) => void) | undefined;

  /** @param backgroundAssets the folder of what backgrounds need; empty: there are none. */
  constructor(
    lease: Lease,
    request: JoinRequest,
    backgroundAssets: string,
    patience: Patience,
    report: (event: EngineEvent) => void,
  ) {
    this.sdk = lease.sdk;
    this.pacers = lease.pacers;
    this.patience = patience;
    this.backgroundAssets = backgroundAssets;
    this.#lease = lease;
    this.#request = request;
    this.#report = report;
    this.#layers = new Layers(lease.sdk, lease.pacers.layer);
    this.#texts = new RoomTexts(lease.sdk, request.room, patience.message, this.left);
    this.#events = new RoomEvents(request.room, request.user.id, (streamId) => this.#plays.has(streamId));
    this.#listen(this.#events.listeners);
  }

  get left(): AbortSignal {
    return this.#left.signal;
  }

  /** The SDK would try for five minutes, and its promise never settles when that is cancelled. */
  async login(signal: AbortSignal): Promise<void> {
    const refused = new Promise<never>((_, reject) => (this.#refuseLogin = reject));
    const limits = { what: 'Joining', milliseconds: this.patience.login, signal };
    try {
      await settle(Promise.race([refused, this.#requestLogin()]), limits);
      this.sdk.setSoundLevelDelegate(true, LEVELS_INTERVAL, { enableInBackground: true });
    } catch (thrown) {
      this.leave();
      throw await toCallError(thrown);
    } finally {
      this.#refuseLogin = undefined;
    }
  }

  /** Begins to report, with all that happened meanwhile. */
  open(): void {
    const backlog = this.#backlog ?? [];
    this.#backlog = undefined;
    for (const event of backlog) this.#report(event);
  }

  /** Leaves without waiting for anything, and reports nothing from here on. Harmless twice. */
  leave(): void {
    if (this.left.aborted) return;
    this.#left.abort(); // Takes the listeners along.
    const publications = [...this.#publications.values()];
    for (const publication of publications) publication.unpublish();
    for (const streamId of [...this.#plays.keys()]) this.stop(streamId);
    for (const publication of publications) void publication.end();
    quietly(() => this.sdk.setSoundLevelDelegate(false));
    quietly(() => this.sdk.logoutRoom(this.#request.room));
    this.#lease.release();
  }

  renewToken(token: string): void {
    quietly(() => this.sdk.renewToken(token, this.#request.room));
  }

  publish(media: MediaStream, options: PublishOptions): Promise<ZegoPublication> {
    return ZegoPublication.publish(this, media, options);
  }

  silence(source: StreamSource, kind: TrackKind): void {
    for (const publication of this.#publications.values())
      if (publication.source === source) publication.silence(kind);
  }

  newStreamId(source: StreamSource): string {
    return createStreamId(this.#request.room, this.#request.user, source);
  }

  add(publication: ZegoPublication): void {
    this.#publications.set(publication.streamId, publication);
  }

  remove(publication: ZegoPublication): void {
    this.#publications.delete(publication.streamId);
  }

  report(event: PublicationEvent): void {
    if (!this.left.aborted) this.#tell(event);
  }

  effectsOff(streamId: string, error: CallError): void {
    if (!this.left.aborted) this.#tell({ type: 'effects-off', streamId, error });
  }

  async play(streamId: string, signal: AbortSignal): Promise<MediaStream> {
    this.stop(streamId);
    const play = new AbortController();
    this.#plays.set(streamId, play);
    const limits = {
      what: 'Playing',
      milliseconds: this.patience.play,
      signal: AbortSignal.any([signal, play.signal]),
    };
    try {
      if (signal.aborted) throw aborted();
      const playing = settle(this.sdk.startPlayingStream(streamId), limits);
      if (await isPendingAfter(this.patience.answer, playing))
        this.#tell({ type: 'play-state', streamId, state: 'retrying' });
      const stream = await playing;
      if (!(stream instanceof MediaStream)) throw new CallError('engine', 'The SDK played no stream');
      this.#layers.played(streamId);
      fireAddTrack(this.sdk, streamId, stream, play.signal);
      return stream;
    } catch (thrown) {
      if (this.#plays.get(streamId) === play) this.stop(streamId);
      throw await toCallError(thrown);
    }
  }

  receive(streamId: string, layer: Layer): void {
    if (this.#plays.has(streamId)) this.#layers.want(streamId, layer);
  }

  stop(streamId: string): void {
    const play = this.#plays.get(streamId);
    if (!play) return;
    this.#plays.delete(streamId);
    this.#layers.forget(streamId);
    play.abort();
    quietly(() => this.sdk.stopPlayingStream(streamId));
    if (!this.left.aborted) for (const event of this.#events.stopped(streamId)) this.#heard(event);
  }

  sendMessage(text: string, kind: MessageKind): Promise<void> {
    return this.#texts.sendMessage(text, kind);
  }

  sendSignal(text: string, to?: readonly string[]): Promise<void> {
    return this.#texts.sendSignal(text, to);
  }

  async #requestLogin(): Promise<void> {
    const { room, token, user } = this.#request;
    const names = { userID: user.id, userName: user.name };
    const entered = await this.sdk.loginRoom(room, token, names, { userUpdate: true });
    await throwIfFailed(entered);
  }

  #listen(listeners: SdkListeners): void {
    for (const [name, translate] of Object.entries(listeners)) {
      const listener = (...args: unknown[]): void => {
        // The SDK still delivers what was on its way when the listener was taken off.
        if (!this.left.aborted) for (const event of translate(...args)) this.#heard(event);
      };
      listenToSdk(this.sdk, name, listener, this.left);
    }
  }

  #heard(event: SdkEvent): void {
    switch (event.type) {
      case 'ended':
        if (this.#refuseLogin) return this.#refuseLogin(event.error);
        this.leave();
        return this.#tell(event);
      case 'publish-state':
      case 'publication-ended':
        return this.#publications.get(event.streamId)?.heard(event);
      case 'connection':
        // The SDK refuses notes while it is disconnected.
        if (event.status === 'reconnected')
          for (const publication of this.#publications.values()) publication.tellChanges();
        return this.#tell(event);
      case 'play-state':
        return this.#plays.has(event.streamId) ? this.#tell(event) : undefined;
      case 'stats': {
        const streams = event.stats.direction === 'play' ? this.#plays : this.#publications;
        return streams.has(event.stats.streamId) ? this.#tell(event) : undefined;
      }
      case 'streams-removed':
        for (const streamId of event.streamIds) this.stop(streamId);
        return this.#tell(event);
      default:
        return this.#tell(event);
    }
  }

  #tell(event: EngineEvent): void {
    if (this.#backlog) this.#backlog.push(event);
    else this.#report(event);
  }
}
