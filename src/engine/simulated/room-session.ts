import type {
  EngineEvent,
  JoinRequest,
  Layer,
  MessageKind,
  Publication,
  PublishOptions,
  User,
} from '../call-engine.js';
import { CallError } from '../call-error.js';
import { checkMessage, checkSignal } from '../message-text.js';
import { createStreamId } from '../stream-id.js';
import { figuresOf } from './figures.js';
import type { Outbox } from './outbox.js';
import { RoomPublication } from './room-publication.js';
import type { Member, PutOutReason, Room } from './room.js';
import type { RoomStream, StreamPlayer } from './room-stream.js';

const LEVELS_INTERVAL = 200;
/** How often it is told how connections and streams fare, in ms. */
const LOOK_INTERVAL = 1_000;

/** One stay of an engine in a room, from joining until it leaves or is put out. */
export class RoomSession implements Member {
  readonly user: User;
  open = true;
  readonly #room: Room;
  readonly #outbox: Outbox;
  readonly #players = new Map<string, StreamPlayer>();
  /** What was asked for of each stream, which may be before it plays. */
  readonly #layers = new Map<string, Layer>();
  readonly #timers: readonly ReturnType<typeof setInterval>[];

  constructor(room: Room, { user, token }: JoinRequest, outbox: Outbox) {
    this.user = user;
    this.#room = room;
    this.#outbox = outbox;
    room.admit(this);
    room.keepToken(user.id, token);
    const others = room.users.filter(({ id }) => id !== user.id);
    if (others.length > 0) outbox.post({ type: 'users-added', users: others });
    if (room.streams.length > 0) outbox.post({ type: 'streams-added', streams: room.streams });
    this.#reportQuality();
    this.#timers = [
      setInterval(() => this.#reportLevels(), LEVELS_INTERVAL),
      setInterval(() => this.#look(), LOOK_INTERVAL),
    ];
  }

  renewToken(token: string): void {
    if (this.open) this.#room.keepToken(this.user.id, token);
  }

  publish(media: MediaStream, options: PublishOptions): Publication {
    this.#assertConnected();
    const { name } = this.#room;
    const wanted = options.streamId ?? createStreamId(name, this.user, options.source);
    const streamId = this.#room.isTaken(wanted) ? createStreamId(name, this.user, options.source) : wanted;
    const publication = new RoomPublication(this.#room, this.user, streamId, media, options);
    const error = this.#room.setEffects(streamId, options.effects ?? {});
    if (error) this.#outbox.post({ type: 'effects-off', streamId, error });
    this.#outbox.post({ type: 'publish-state', streamId, source: options.source, state: 'publishing' });
    return publication;
  }

  play(streamId: string): MediaStream {
    this.#assertConnected();
    const stream = this.#room.stream(streamId);
    const failure = this.#room.takePlayFailure(streamId);
    if (failure) throw failure;
    if (!stream) throw new CallError('engine', `There is no stream ${streamId} in the room`);
    this.#players.get(streamId)?.close();
    const player = stream.play();
    this.#players.set(streamId, player);
    this.#receive(stream, player, this.#layers.get(streamId) ?? 'high');
    this.#outbox.post({ type: 'play-state', streamId, state: 'playing' });
    return player.stream;
  }

  receiveLayer(streamId: string, layer: Layer): void {
    this.#layers.set(streamId, layer);
    const player = this.#players.get(streamId);
    const stream = this.#room.stream(streamId);
    if (player && stream) this.#receive(stream, player, layer);
  }

  stop(streamId: string): void {
    this.#players.get(streamId)?.close();
    this.#players.delete(streamId);
    this.#layers.delete(streamId);
  }

  sendMessage(text: string, kind: MessageKind): void {
    checkMessage(text);
    this.#assertConnected();
    this.#room.say(this.user, text, kind);
  }

  sendSignal(text: string, to?: readonly string[]): void {
    checkSignal(text);
    this.#assertConnected();
    this.#room.signal(this.user, text, to);
  }

  leave(): void {
    this.#outbox.close();
    this.#release();
    this.#room.dismiss(this);
  }

  receive(event: EngineEvent): void {
    if (event.type === 'connection' && event.status === 'reconnected') {
      this.#outbox.resume(event);
      return;
    }
    this.#outbox.post(event);
    if (event.type === 'connection') this.#outbox.hold();
    if (event.type === 'streams-removed') for (const streamId of event.streamIds) this.stop(streamId);
  }

  putOut(reason: PutOutReason, explanation?: string): void {
    const what = reason === 'removed' ? 'was removed from the room' : 'logged in elsewhere';
    this.#release();
    const details = explanation === undefined ? {} : { explanation };
    const error = new CallError(reason, `${this.user.id} ${what}`, details);
    this.#outbox.resume({ type: 'ended', reason, error });
  }

  streamEnded({ streamId, source }: RoomStream, error: CallError): void {
    this.#outbox.post({ type: 'publication-ended', streamId, source, error });
  }

  playFailed(streamId: string, error: CallError): boolean {
    if (!this.#players.has(streamId)) return false;
    this.stop(streamId);
    this.#outbox.post({ type: 'play-state', streamId, state: 'failed', error });
    return true;
  }

  reportStats(stream: RoomStream): void {
    const { streamId } = stream;
    const isOurs = stream.user.id === this.user.id;
    if (!isOurs && !this.#players.has(streamId)) return;
    const layer = isOurs ? 'high' : (this.#layers.get(streamId) ?? 'high');
    const direction = isOurs ? 'publish' : 'play';
    this.#outbox.post({ type: 'stats', stats: { streamId, direction, ...figuresOf(stream, layer) } });
  }

  #receive(stream: RoomStream, player: StreamPlayer, layer: Layer): void {
    stream.layerWanted = layer;
    player.receive(layer);
  }

  #release(): void {
    this.open = false;
    for (const timer of this.#timers) clearInterval(timer);
    for (const streamId of [...this.#players.keys()]) this.stop(streamId);
  }

  #reportLevels(): void {
    if (!this.#room.connected || this.#players.size === 0) return;
    const levels = new Map<string, number>();
    for (const streamId of this.#players.keys()) {
      const stream = this.#room.stream(streamId);
      if (stream) levels.set(streamId, stream.isOn('audio') ? stream.level : 0);
    }
    this.#outbox.post({ type: 'levels', levels });
  }

  #look(): void {
    if (!this.#room.connected) return;
    this.#reportQuality();
    this.#room.reportStats(this);
  }

  #reportQuality(): void {
    if (this.#room.connected) this.#outbox.post(this.#room.qualityOf(this.user.id));
  }

  #assertConnected(): void {
    if (!this.open) throw new CallError('engine', 'The engine is not in a room');
    if (!this.#room.connected) throw new CallError('network', 'The connection is down');
  }
}
