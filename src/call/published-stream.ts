import type { CallEngine, Publication, StreamSource, TrackKind } from '../engine/call-engine.js';
import { within } from './deadline.js';
import { Serial } from './serial.js';

/** What one of our streams is to carry: for each kind its track, and whether others may have it now. */
export type Outgoing = Readonly<Record<TrackKind, { track: MediaStreamTrack | null; on: boolean }>>;

const NOTHING: Outgoing = { audio: { track: null, on: false }, video: { track: null, on: false } };
const KINDS: readonly TrackKind[] = ['audio', 'video'];

/** One of our streams in the room, brought step by step to what it is to carry; published with its first track. */
export class PublishedStream {
  readonly #engine: CallEngine;
  readonly #source: StreamSource;
  readonly #limit: number;
  readonly #serial = new Serial();
  #publication: Publication | null = null;
  #sent = NOTHING;

  /** @param limit how long, in ms, a change may take. */
  constructor(engine: CallEngine, source: StreamSource, limit: number) {
    this.#engine = engine;
    this.#source = source;
    this.#limit = limit;
  }

  /** Resolves when the room has what `outgoing` says. Rejects with `CallError`. */
  update(outgoing: Outgoing): Promise<void> {
    return this.#serial.run(() =>
      this.#publication
        ? within(this.#limit, 'Publishing', this.#change(this.#publication, outgoing))
        : this.#publish(outgoing),
    );
  }

  stop(): Promise<void> {
    return this.#serial.run(async () => {
      const publication = this.#publication;
      this.#forget();
      if (publication) await within(this.#limit, 'Stopping', publication.stop());
    });
  }

  /** Tells that the engine reported a publication as over. If it was ours, the next update publishes anew. */
  ended(streamId: string): boolean {
    if (this.#publication?.streamId !== streamId) return false;
    this.#forget();
    return true;
  }

  async #publish(outgoing: Outgoing): Promise<void> {
    const tracks = KINDS.flatMap((kind) => outgoing[kind].track ?? []);
    if (tracks.length === 0) return;
    const publishing = this.#engine.publish(new MediaStream(tracks), {
      source: this.#source,
      muted: KINDS.filter((kind) => !outgoing[kind].on),
    });
    try {
      this.#publication = await within(this.#limit, 'Publishing', publishing);
      this.#sent = outgoing;
    } catch (thrown) {
      publishing.then((late) => late.stop()).catch(() => undefined);
      throw thrown;
    }
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
