import type { TrackKind } from '../call-engine.js';
import { CallError } from '../call-error.js';
import { LastingStream } from '../lasting-stream.js';
import { KINDS } from './local-publication.js';
import type { Announcement } from './protocol.js';

const FIRST_TRACKS_MS = 10_000;

/** A stream of somebody else while it is played. */
export class IncomingStream {
  readonly #stream = new LastingStream();
  readonly #closing = new AbortController();
  readonly #complete = new EventTarget();
  #isComplete = false;

  /** Has the tracks that its owner has on, so that a `<video>` falls empty when the camera goes off. */
  get media(): MediaStream {
    return this.#stream.media;
  }

  /** Brings the tracks in line with what was announced and what has arrived. */
  sync(announced: Announcement, track: (kind: TrackKind) => MediaStreamTrack | undefined): void {
    const expected = KINDS.filter((kind) => announced[kind]);
    const tracks = expected.flatMap((kind) => track(kind) ?? []);
    this.#isComplete = tracks.length === expected.length;
    if (this.#isComplete || tracks.length > 0) this.#stream.setTracks(tracks);
    if (this.#isComplete) this.#complete.dispatchEvent(new Event('complete'));
  }

  /** Waits until every track that its owner has on has arrived; rejects with `CallError` when it is closed first. */
  complete(): Promise<void> {
    if (this.#isComplete) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const settled = new AbortController();
      const settle = (error?: CallError): void => {
        settled.abort();
        clearTimeout(timer);
        if (error) reject(error);
        else resolve();
      };
      const late = (): void => settle(new CallError('timeout', 'The stream did not arrive in time.'));
      const timer = setTimeout(late, FIRST_TRACKS_MS);
      const gone = (): void => settle(new CallError('engine', 'The stream ended before it arrived.'));
      const { signal } = settled;
      this.#complete.addEventListener('complete', () => settle(), { signal });
      this.#closing.signal.addEventListener('abort', gone, { signal });
    });
  }

  close(): void {
    this.#closing.abort();
    this.#stream.close();
  }
}
