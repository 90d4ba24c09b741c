import type {
  CallEngine,
  EngineEvent,
  EngineModule,
  JoinRequest,
  Layer,
  Publication,
  User,
} from '../../src/engine/call-engine.js';
import * as localModule from '../../src/engine/local/local-engine.js';
import type { OpenSignaling } from '../../src/engine/local/signaling.js';
import { EventLog } from '../support/event-log.js';
import { eventually } from '../support/wait.js';
import { Capture } from './local-capture.js';
import { connections } from './local-connections.js';
import type { EngineStage, RemotePeer } from './engine-stage.js';

/** A way to the room whose cable can be pulled. */
export interface TestWay {
  readonly open: OpenSignaling;
  drop(): void;
  restore(): void;
}

/** Often, so that the suite need not wait. */
const STATS_EVERY = 300;

/** The engine under test, used a little more slowly and a little more like a page uses it. */
class StagedEngine extends localModule.LocalEngine {
  /** A stream that has to be known before the suite goes on. */
  awaited: string | undefined;
  readonly #sink = document.createElement('audio');
  readonly #log = new EventLog(this);

  override async join(request: JoinRequest, signal: AbortSignal): Promise<void> {
    await super.join(request, signal);
    if (this.awaited !== undefined) await this.#log.stream(this.awaited);
  }

  /** Plays with an element: browsers measure sound only while something renders it. */
  override async play(streamId: string, signal: AbortSignal): Promise<MediaStream> {
    const stream = await super.play(streamId, signal);
    Object.assign(this.#sink, { srcObject: stream, muted: true, autoplay: true });
    return stream;
  }

  override destroy(): Promise<void> {
    this.#sink.srcObject = null;
    return super.destroy();
  }
}

/** Others are engines of the same kind in the same page: real connections, real frames. */
export class LocalStage implements EngineStage {
  readonly effectKinds = (localModule as EngineModule).effectKinds?.({}) ?? [];
  readonly request = { room: crypto.randomUUID(), user: { id: 'me', name: 'Me' }, token: '' };
  readonly engine: StagedEngine;
  readonly statsEvery = STATS_EVERY;
  readonly #way: TestWay;
  readonly #createWay: () => TestWay;
  readonly #others: CallEngine[] = [];
  readonly #peers: LocalPeer[] = [];

  constructor(createWay: () => TestWay) {
    this.#createWay = createWay;
    this.#way = createWay();
    this.engine = new StagedEngine(this.#way.open, STATS_EVERY);
  }

  async enter(user: User): Promise<RemotePeer> {
    const peer = new LocalPeer(user, this.#other());
    this.#peers.push(peer);
    await peer.join(this.request.room);
    return peer;
  }

  async logInElsewhere(): Promise<void> {
    await this.#other().join(this.request, new AbortController().signal);
  }

  async dropConnection(): Promise<void> {
    this.#way.drop();
  }

  async restoreConnection(): Promise<void> {
    this.#way.restore();
  }

  /** There is no server that refuses an ID: it is taken when somebody in the room has it. */
  async takeStreamId(): Promise<string> {
    const streamId = `taken-${crypto.randomUUID()}`;
    const user = { id: 'squatter', name: 'Squatter' };
    const squatter = new LocalPeer(user, this.#other());
    this.#peers.push(squatter);
    await squatter.join(this.request.room);
    await squatter.publish('camera', streamId);
    this.engine.awaited = streamId;
    return streamId;
  }

  async tearDown(): Promise<void> {
    await this.engine.destroy();
    for (const engine of this.#others) await engine.destroy();
    for (const peer of this.#peers) await peer.release();
  }

  #other(): CallEngine {
    const engine = new localModule.LocalEngine(this.#createWay().open);
    this.#others.push(engine);
    return engine;
  }
}

/** Somebody else, who plays whatever appears, as people do. */
class LocalPeer implements RemotePeer {
  readonly #log: EventLog;
  readonly #publications = new Map<string, Publication>();
  readonly #media = new Map<string, Capture>();
  readonly #played = new Map<string, Promise<MediaStream>>();

  constructor(
    readonly user: User,
    readonly engine: CallEngine,
  ) {
    this.#log = new EventLog(engine);
    engine.subscribe((event) => this.#watch(event));
  }

  join(room: string): Promise<void> {
    return this.engine.join({ room, user: this.user, token: '' }, new AbortController().signal);
  }

  async publish(source: 'camera' | 'screen', streamId?: string): Promise<string> {
    const media = await Capture.open();
    const options = streamId === undefined ? { source } : { source, streamId };
    const publication = await this.engine.publish(media.stream, options);
    this.#publications.set(publication.streamId, publication);
    this.#media.set(publication.streamId, media);
    return publication.streamId;
  }

  async unpublish(streamId: string): Promise<void> {
    await this.#publications.get(streamId)?.stop();
  }

  async setMuted(streamId: string, kind: 'audio' | 'video', muted: boolean): Promise<void> {
    await this.#publications.get(streamId)?.setMuted(kind, muted);
  }

  /** Whoever has only just come knows of nobody yet, and would speak to an empty room. */
  async say(text: string, kind: 'reliable' | 'barrage'): Promise<void> {
    await eventually(() => this.#log.of('users-added').length > 0, 'somebody is there to hear');
    await this.engine.sendMessage(text, kind);
  }

  async signal(text: string, to?: readonly string[]): Promise<void> {
    await eventually(() => this.#log.of('users-added').length > 0, 'somebody is there to hear');
    await this.engine.sendSignal(text, to);
  }

  signals(): readonly string[] {
    return this.#log.of('signal').map(({ text }) => text);
  }

  heard(): readonly string[] {
    return this.#log.of('message').map(({ message }) => message.text);
  }

  sees(streamId: string) {
    return this.#log.streams().get(streamId);
  }

  receive(streamId: string): Promise<MediaStream> {
    return eventually(() => this.#played.get(streamId), `the stream ${streamId} is played`);
  }

  /** Read off the sender itself, because it is the sender that must obey. */
  layerWanted(streamId: string): Layer {
    const [sender] = connections.sendersOf(this.#media.get(streamId)?.video);
    const [encoding] = sender?.getParameters().encodings ?? [];
    if (encoding?.active === false) return 'off';
    return (encoding?.scaleResolutionDownBy ?? 1) > 1 ? 'low' : 'high';
  }

  leave(): Promise<void> {
    return this.engine.leave();
  }

  async release(): Promise<void> {
    this.#log.close();
    for (const media of this.#media.values()) await media.close();
  }

  #watch(event: EngineEvent): void {
    if (event.type !== 'streams-added') return;
    for (const { streamId } of event.streams) {
      const playing = this.engine.play(streamId, new AbortController().signal);
      playing.catch(() => undefined);
      this.#played.set(streamId, playing);
    }
  }
}
