import type { TrackKind } from '../../src/engine/call-engine.js';
import { SyntheticMediaDevices } from '../../src/engine/simulated/synthetic-devices.js';
import { pause } from '../support/wait.js';
import type { Delays } from './delays.js';
import type { MarkedMedia } from './marked-media.js';

/** Answers prompts as slowly as `delays` says. */
export class SlowDevices extends SyntheticMediaDevices {
  readonly #given: MediaStreamTrack[] = [];
  readonly #delays: Delays;

  constructor(media: MarkedMedia, delays: Delays) {
    super({}, media);
    this.#delays = delays;
  }

  override async getUserMedia(constraints?: MediaStreamConstraints): Promise<MediaStream> {
    if (this.#delays.capture > 0) await pause(this.#delays.capture);
    const media = await super.getUserMedia(constraints);
    this.#given.push(...media.getTracks());
    return media;
  }

  /** How many tracks of this kind are captured now. */
  captured(kind: TrackKind): number {
    return this.#given.filter((track) => track.kind === kind && track.readyState === 'live').length;
  }
}
