import type { TrackKind } from '../call-engine.js';
import { CallError } from '../call-error.js';
import { LastingStream } from '../lasting-stream.js';
import { KINDS } from './local-publication.js';
import type { Announcement } from './protocol.js';

/** How long to wait for the first media of a stream, in ms. */
const ARRIVAL_MS = 15_000;

/** What a connection has received of a stream. */
export interface Received {
  /** Whether there is a path to the owner. */
  readonly connected: boolean;
  /** Whether video is asked for. */
  readonly video: boolean;
  track(kind: TrackKind): MediaStreamTrack | undefined;
}

/** A stream of somebody else while it is played. */
export class IncomingStream {
  /** Whether `play` has handed the stream over. */
  playing = false;
  readonly #stream = new LastingStream();
  readonly #closing = new AbortController();
  readonly #arrival = new EventTarget();
  /** `path`: connected, every track negotiated; `media`: the first packets came too, or none are expected. */
  #arrived: 'nothing' | 'path' | 'media' = 'nothing';

  /** Has the tracks that its owner has on, so that a `<video>` falls empty when the camera goes off. */
  get media(): MediaStream {
    return this.#stream.media;
  }

  /** Brings the tracks in line with what was announced and what was received. */
  sync(announced: Announcement, received: Received): void {
    const expected = KINDS.filter((kind) => announced[kind]);
    const tracks = expected.flatMap((kind) => received.track(kind) ?? []);
    const awaited = tracks.filter(({ kind }) => kind === 'audio' || received.video);
    const flows = awaited.length === 0 || awaited.some(({ muted }) => !muted);
    const isNegotiated = tracks.length === expected.length;
    if (isNegotiated || tracks.length > 0) this.#stream.setTracks(tracks);
    this.#arrived = !received.connected || !isNegotiated ? 'nothing' : flows ? 'media' : 'path';
    if (this.#arrived === 'media') this.#arrival.dispatchEvent(new Event('media'));
  }

  /** Waits until media arrives; rejects with `CallError` when none can within 15 s, or the stream is closed first. */
  arrival(): Promise<void> {
    if (this.#arrived === 'media') return Promise.resolve();
    return new Promise((resolve, reject) => {
      const settled = new AbortController();
      const settle = (error?: CallError): void => {
        settled.abort();
        clearTimeout(timer);
        if (error) reject(error);
        else resolve();
      };
      // With a path, nothing is wrong: a camera that gives no frames now may do so later.
      const late = (): void => settle(this.#arrived === 'nothing' ? unreachable() : undefined);
      const timer = setTimeout(late, ARRIVAL_MS);
      const gone = (): void => settle(new CallError('engine', 'The stream ended before it arrived.'));
      const { signal } = settled;
      this.#arrival.addEventListener('media', () => settle(), { signal });
      this.#closing.signal.addEventListener('abort', gone, { signal });
    });
  }

  close(): void {
    this.#closing.abort();
    this.#stream.close();
  }
}

function unreachable(): CallError {
  return new CallError('network', 'There is no connection to the owner of the stream.');
}
