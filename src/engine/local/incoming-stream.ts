import type { TrackKind } from '../call-engine.js';
import { CallError } from '../call-error.js';
import { KINDS } from './local-publication.js';
import type { Announcement } from './protocol.js';

const FIRST_TRACKS_MS = 10_000;

/** A stream of somebody else while it is played. */
export class IncomingStream {
  /** Has the tracks that its owner has on, so that a `<video>` falls empty when the camera goes off. */
  readonly media = new MediaStream();
  readonly #closing = new AbortController();
  readonly #complete = new EventTarget();
  #isComplete = false;

  /** Brings the tracks in line with what was announced and what has arrived. */
  sync(announced: Announcement, track: (kind: TrackKind) => MediaStreamTrack | undefined): void {
    for (const kind of KINDS) {
      const wanted = announced[kind] ? track(kind) : undefined;
      for (const had of this.media.getTracks()) {
        if (had.kind === kind && had !== wanted) this.media.removeTrack(had);
      }
      if (wanted) this.media.addTrack(wanted);
    }
    this.#isComplete = KINDS.every((kind) => !announced[kind] || track(kind));
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
    for (const track of this.media.getTracks()) this.media.removeTrack(track);
  }
}
