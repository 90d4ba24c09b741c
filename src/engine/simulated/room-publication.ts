import type { EffectKind, Effects, Publication, PublishOptions, TrackKind, User } from '../call-engine.js';
import { CallError } from '../call-error.js';
import { FilteredPicture } from './filtered-picture.js';
import type { Room } from './room.js';
import { RoomStream, type OpenTrack } from './room-stream.js';

/** What can be done to a picture in these rooms. */
export const EFFECT_KINDS: readonly EffectKind[] = ['beauty', 'lowLight'];

/** A stream that an engine sends: whoever plays it gets the very tracks that were given, or what effects make of them. */
export class RoomPublication implements Publication {
  readonly effectKinds = EFFECT_KINDS;
  readonly #room: Room;
  readonly #stream: RoomStream;
  readonly #tracks = new Map<TrackKind, MediaStreamTrack>();
  readonly #muted: Set<TrackKind>;
  #filtered: FilteredPicture | undefined;

  constructor(room: Room, user: User, streamId: string, media: MediaStream, options: PublishOptions) {
    this.#room = room;
    this.#muted = new Set(options.muted);
    for (const track of media.getTracks()) this.#tracks.set(track.kind as TrackKind, track);
    const on = { audio: this.#isOn('audio'), video: this.#isOn('video') };
    this.#stream = new RoomStream(streamId, user, options.source, on, (kind) => this.#open(kind));
    this.#stream.onEffects = (effects) => this.#draw(effects);
    room.addStream(this.#stream);
  }

  get streamId(): string {
    return this.#stream.streamId;
  }

  get picture(): MediaStream | null {
    return this.#filtered?.stream ?? null;
  }

  async replaceTrack(track: MediaStreamTrack): Promise<void> {
    const kind = track.kind as TrackKind;
    this.#assertLive();
    this.#tracks.set(kind, track);
    if (kind === 'video') this.#draw(this.#room.effectsOf(this.streamId));
    this.#update(kind);
  }

  async setMuted(kind: TrackKind, muted: boolean): Promise<void> {
    this.#assertLive();
    if (muted) this.#muted.add(kind);
    else this.#muted.delete(kind);
    this.#update(kind);
  }

  async setEffects(effects: Effects): Promise<void> {
    this.#assertLive();
    const failure = this.#room.setEffects(this.streamId, effects);
    if (failure) throw failure;
  }

  async stop(): Promise<void> {
    if (this.#isLive()) this.#room.removeStream(this.streamId);
  }

  #draw(effects: Effects): void {
    const before = this.#filtered;
    const camera = this.#tracks.get('video');
    const on = camera !== undefined && Object.keys(effects).length > 0;
    if (on) {
      const { height = 360, width = 640 } = camera.getSettings();
      this.#filtered ??= new FilteredPicture({ width, height });
      this.#filtered.effects = effects;
      this.#filtered.show(camera);
    } else {
      this.#filtered?.close();
      this.#filtered = undefined;
    }
    if (this.#filtered !== before) this.#update('video');
  }

  #isOn(kind: TrackKind): boolean {
    return this.#tracks.has(kind) && !this.#muted.has(kind);
  }

  /** The tracks belong to who captured them, so closing does not end them. */
  #open(kind: TrackKind): OpenTrack | undefined {
    const [filtered] = (kind === 'video' && this.#filtered?.stream.getVideoTracks()) || [];
    const track = filtered ?? this.#tracks.get(kind);
    return track && { track, close: () => {} };
  }

  #update(kind: TrackKind): void {
    this.#room.setStreamOn(this.#stream, kind, this.#isOn(kind));
  }

  #isLive(): boolean {
    return this.#room.stream(this.streamId) === this.#stream;
  }

  #assertLive(): void {
    if (!this.#isLive()) throw new CallError('engine', `The publication ${this.streamId} is over`);
  }
}
