import type { CallEngine, Publication, StreamSource, TrackKind } from '../engine/call-engine.js';
import { within } from './deadline.js';
import { Serial } from './serial.js';

/** What one of our streams is to carry: for each kind its track, and whether others may have it now. */
export type Outgoing = Readonly<Record<TrackKind, { track: MediaStreamTrack | null; on: boolean }>>;

const NOTHING: Outgoing = { audio: { track: null, on: false }, video: { track: null, on: false } };
const KINDS: readonly TrackKind[] = ['audio', 'video'];
const PUBLISH_TIMEOUT = 20_000;

/** One of our streams in the room, brought step by step to what it is to carry; published with its first track. */
export class PublishedStream {
  readonly #engine: CallEngine;
  readonly #source: StreamSource;
  readonly #serial = new Serial();
  #publication: Publication | null = null;
  #sent = NOTHING;

  constructor(engine: CallEngine, source: StreamSource) {
    this.#engine = engine;
    this.#source = source;
  }

  /** Resolves when the room has what `outgoing` says. Rejects with `CallError`. */
  update(outgoing: Outgoing): Promise<void> {
    return this.#serial.run(() =>
      within(
        PUBLISH_TIMEOUT,
        'Publishing',
        this.#publication ? this.#change(this.#publication, outgoing) : this.#publish(outgoing),
      ),
    );
  }

  stop(): Promise<void> {
    return this.#serial.run(async () => {
      const publication = this.#publication;
      this.#forget();
      await publication?.stop();
    });
  }

  /** Tells that the engine reported a publication as over. The next update publishes anew. */
  ended(streamId: string): void {
    if (this.#publication?.streamId === streamId) this.#forget();
  }

  async #publish(outgoing: Outgoing): Promise<void> {
    const tracks = KINDS.flatMap((kind) => outgoing[kind].track ?? []);
    if (tracks.length === 0) return;
    this.#publication = await this.#engine.publish(new MediaStream(tracks), {
      source: this.#source,
      muted: KINDS.filter((kind) => !outgoing[kind].on),
    });
    this.#sent = outgoing;
  }

  async #change(publication: Publication, outgoing: Outgoing): Promise<void> {
    for (const kind of KINDS) {
      const { track, on } = outgoing[kind];
      const sent = this.#sent[kind];
      if (track && track !== sent.track) await publication.replaceTrack(track);
      if (on !== sent.on) await publication.setMuted(kind, !on);
      this.#sent = { ...this.#sent, [kind]: { track, on } };
    }
  }

  #forget(): void {
    this.#publication = null;
    this.#sent = NOTHING;
  }
}
