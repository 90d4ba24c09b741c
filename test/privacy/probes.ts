import type { TrackKind } from '../../src/engine/call-engine.js';
import { FrameProbe } from './frame-probe.js';
import { probeSound, type SoundProbe } from './sound-probe.js';

/** Where a track was found: at the engine or a sender, or at somebody else in the room. */
export type Place = 'outgoing' | 'received';

export interface Leak {
  readonly place: Place;
  readonly kind: TrackKind;
  /** By `performance.now()`. */
  readonly at: number;
}

interface Probed {
  readonly place: Place;
  readonly sound?: SoundProbe;
  readonly frames?: FrameProbe;
  /** When something that may be sent came last, by `performance.now()`. */
  flowedAt: number;
}

const POLL_INTERVAL = 40;

/** Probes on every track that was found in one of the places, until it ends. */
export class Probes {
  readonly #context: AudioContext | null;
  readonly #find: (place: Place) => readonly MediaStreamTrack[];
  readonly #probed = new Map<MediaStreamTrack, Probed>();
  readonly #timer = setInterval(() => this.#poll(), POLL_INTERVAL);
  #leak: Leak | null = null;

  constructor(context: AudioContext | null, find: (place: Place) => readonly MediaStreamTrack[]) {
    this.#context = context;
    this.#find = find;
  }

  /** The first leak. */
  get leak(): Leak | null {
    return this.#leak;
  }

  /** Whether something that may be sent came from one of the tracks after `since`. */
  flows(tracks: readonly MediaStreamTrack[], kind: TrackKind, since: number): boolean {
    return tracks.some((track) => track.kind === kind && (this.#probed.get(track)?.flowedAt ?? 0) > since);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const track of this.#probed.keys()) this.#remove(track);
  }

  #poll(): void {
    for (const place of ['outgoing', 'received'] as const)
      for (const track of this.#find(place)) this.#add(track, place);
    for (const [track, probed] of this.#probed) {
      void this.#look(probed);
      if (track.readyState === 'ended') this.#remove(track);
    }
  }

  #add(track: MediaStreamTrack, place: Place): void {
    if (this.#probed.has(track) || track.readyState === 'ended') return;
    const probe =
      track.kind === 'audio'
        ? { sound: probeSound(track, this.#context) }
        : { frames: new FrameProbe(track) };
    this.#probed.set(track, { place, flowedAt: -Infinity, ...probe });
  }

  #remove(track: MediaStreamTrack): void {
    const { frames, sound } = this.#probed.get(track) ?? {};
    this.#probed.delete(track);
    frames?.close();
    sound?.close();
  }

  async #look(probed: Probed): Promise<void> {
    const { frames, place, sound } = probed;
    if (frames) probed.flowedAt = frames.greenAt;
    await sound?.poll();
    const at = performance.now();
    if (sound?.isQuiet) probed.flowedAt = at;
    if (sound?.isLoud) this.#leak ??= { place, kind: 'audio', at };
    if (frames?.isRed) this.#leak ??= { place, kind: 'video', at };
  }
}
