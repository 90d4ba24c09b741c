import { pause } from './wait.js';

const POLL_INTERVAL = 5;
/** What is quieter is silence; test tones are far above. */
const SILENCE = 0.001;
/** The samples that are looked at each time: about 11 ms. */
const WINDOW = 512;

/** Listens to whatever tracks there are from moment to moment, and notes when any of them was heard. */
export class Ear {
  readonly #tracks: () => readonly MediaStreamTrack[];
  readonly #context = new AudioContext();
  readonly #analysers = new Map<MediaStreamTrack, AnalyserNode>();
  readonly #samples = new Float32Array(WINDOW);
  #heardAt: number[] = [];
  #polls = 0;
  #closed = false;

  constructor(tracks: () => readonly MediaStreamTrack[]) {
    this.#tracks = tracks;
    void this.#listen();
  }

  /** How many times there was sound between two moments of `performance.now()`. */
  heard(from: number, to = Infinity): number {
    return this.#heardAt.filter((time) => time >= from && time <= to).length;
  }

  /** Ends the listening. Rejects if it was never done. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#context.close();
    if (this.#polls === 0) throw new Error('Nothing was listened to');
  }

  async #listen(): Promise<void> {
    await this.#context.resume();
    while (!this.#closed) {
      const loud = this.#tracks().filter((track) => track.kind === 'audio' && this.#isLoud(track));
      if (loud.length > 0) this.#heardAt.push(performance.now());
      this.#polls += 1;
      await pause(POLL_INTERVAL);
    }
  }

  #isLoud(track: MediaStreamTrack): boolean {
    let analyser = this.#analysers.get(track);
    if (!analyser) {
      const stream = new MediaStream([track]);
      // Chromium lets sound from a connection through only while an element plays it.
      void Object.assign(new Audio(), { srcObject: stream, muted: true })
        .play()
        .catch(() => undefined);
      analyser = new AnalyserNode(this.#context, { fftSize: WINDOW });
      this.#context.createMediaStreamSource(stream).connect(analyser);
      this.#analysers.set(track, analyser);
    }
    analyser.getFloatTimeDomainData(this.#samples);
    return this.#samples.some((sample) => Math.abs(sample) > SILENCE);
  }
}
