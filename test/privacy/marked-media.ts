import type { TrackKind } from '../../src/engine/call-engine.js';
import { SyntheticMedia, type Tone } from '../../src/engine/simulated/synthetic-media.js';
import { eventually, pause } from '../support/wait.js';
import { type MarkedTone, openMarkedTone } from './marked-tone.js';
import { type SoundProbe, probeSound } from './sound-probe.js';

const SIZE = { width: 160, height: 90 };
/** Longer than two frames of a synthetic picture, in ms. */
const TWO_FRAMES = 150;

/**
 * Sound and pictures that say by themselves whether they may leave the machine: quiet and green while the user wants to
 * send them, loud and red while not. A loud sound or a red frame is therefore a leak wherever and however late it arrives,
 * so that neither a slow machine nor the delay of a network can make a test fail or pass.
 */
export class MarkedMedia {
  readonly #pictures = new SyntheticMedia();
  readonly #tone: MarkedTone;
  readonly #reference: SoundProbe;
  readonly #forbidden: Record<TrackKind, boolean> = { audio: false, video: false };

  private constructor(tone: MarkedTone, reference: SoundProbe) {
    this.#tone = tone;
    this.#reference = reference;
  }

  static async open(context: AudioContext | null): Promise<MarkedMedia> {
    const tone = await openMarkedTone(context);
    return new MarkedMedia(tone, probeSound(tone.track, context));
  }

  isForbidden(kind: TrackKind): boolean {
    return this.#forbidden[kind];
  }

  /** Marks everything that is captured from now on as a leak. */
  forbid(kind: TrackKind): void {
    this.#forbidden[kind] = true;
    if (kind === 'audio') this.#tone.setLoud(true);
  }

  /** Resolves when nothing that is captured from now on is marked as a leak. */
  async allow(kind: TrackKind): Promise<void> {
    if (!this.#forbidden[kind]) return;
    this.#forbidden[kind] = false;
    if (kind === 'video') return pause(TWO_FRAMES);
    this.#tone.setLoud(false);
    await this.#reference.poll();
    await eventually(async () => {
      await pause(30);
      await this.#reference.poll();
      return this.#reference.isQuiet;
    }, 'the tone is quiet again');
  }

  openTone(): Tone {
    return { track: this.#tone.track.clone(), setLevel: () => undefined };
  }

  openPicture(): MediaStreamTrack {
    let light = 0;
    return this.#pictures.openPicture((picture) => {
      light = (light + 7) % 30;
      picture.fillStyle = `hsl(${this.#forbidden.video ? 0 : 120} 100% ${35 + light}%)`;
      picture.fillRect(0, 0, SIZE.width, SIZE.height);
    }, SIZE);
  }

  close(): void {
    this.#reference.close();
    this.#tone.close();
  }
}
