import type {
  Effects,
  Layer,
  StreamFigures,
  StreamInfo,
  StreamSource,
  TrackKind,
  User,
} from '../call-engine.js';
import { LastingStream } from '../lasting-stream.js';

const KINDS = ['audio', 'video'] as const;

/** A track that was opened for one player, and what gives it back. */
export interface OpenTrack {
  readonly track: MediaStreamTrack;
  close(): void;
}

/** Where a stream's tracks come from. `undefined`: there is none of that kind now. */
export type OpenTrackOf = (kind: TrackKind) => OpenTrack | undefined;

/** One published stream of a room. Tracks are opened per player, so that nothing is drawn that nobody watches. */
export class RoomStream {
  /** Loudness from 0 to 1 while sound is on. */
  level = 0;
  /** What a player last asked for. */
  layerWanted: Layer = 'high';
  /** What a script says of how it fares. */
  figures: Partial<StreamFigures> = {};
  /** Hears what is to be done to the picture; nothing any more when the stream is over. */
  onEffects: (effects: Effects) => void = () => undefined;
  readonly #open: OpenTrackOf;
  readonly #on: Record<TrackKind, boolean>;
  readonly #players = new Set<StreamPlayer>();

  constructor(
    readonly streamId: string,
    readonly user: User,
    readonly source: StreamSource,
    on: Record<TrackKind, boolean>,
    open: OpenTrackOf,
  ) {
    this.#on = { ...on };
    this.#open = open;
  }

  get info(): StreamInfo {
    const { streamId, user, source } = this;
    return { streamId, user, source, ...this.#on };
  }

  /** Whether others get this kind. */
  isOn(kind: TrackKind): boolean {
    return this.#on[kind];
  }

  /** Turns a kind on or off for everybody who plays. Opens its track anew, in case it is another one now. */
  setOn(kind: TrackKind, on: boolean): void {
    this.#on[kind] = on;
    for (const player of this.#players) player.refresh(kind);
  }

  play(): StreamPlayer {
    const player = new StreamPlayer(
      (kind) => (this.#on[kind] ? this.#open(kind) : undefined),
      () => this.#players.delete(player),
    );
    this.#players.add(player);
    return player;
  }
}

/** One receiver of a stream: its MediaStream gains and loses tracks as the owner turns kinds on and off. */
export class StreamPlayer {
  readonly #stream = new LastingStream();
  readonly #open: OpenTrackOf;
  readonly #onClose: () => void;
  readonly #tracks = new Map<TrackKind, OpenTrack>();
  #layer: Layer = 'high';

  constructor(open: OpenTrackOf, onClose: () => void) {
    this.#open = open;
    this.#onClose = onClose;
    this.#refresh(KINDS);
  }

  get stream(): MediaStream {
    return this.#stream.media;
  }

  receive(layer: Layer): void {
    const wasOff = this.#layer === 'off';
    this.#layer = layer;
    if (wasOff !== (layer === 'off')) this.refresh('video');
  }

  refresh(kind: TrackKind): void {
    this.#refresh([kind]);
  }

  close(): void {
    this.#onClose();
    this.#stream.close();
    for (const opened of this.#tracks.values()) opened.close();
    this.#tracks.clear();
  }

  #refresh(kinds: readonly TrackKind[]): void {
    const before = kinds.flatMap((kind) => this.#tracks.get(kind) ?? []);
    for (const kind of kinds) {
      const opened = kind === 'video' && this.#layer === 'off' ? undefined : this.#open(kind);
      if (opened) this.#tracks.set(kind, opened);
      else this.#tracks.delete(kind);
    }
    this.#stream.setTracks([...this.#tracks.values()].map(({ track }) => track));
    for (const opened of before) opened.close();
  }
}
