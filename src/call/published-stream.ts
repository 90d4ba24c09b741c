import type {
  CallEngine,
  EffectKind,
  Effects,
  Publication,
  StreamSource,
  TrackKind,
} from '../engine/call-engine.js';
import { CallError } from '../engine/call-error.js';
import { within } from './deadline.js';
import { Serial } from './serial.js';

/** What one of our streams is to carry: for each kind its track, and whether others may have it now. */
export type Outgoing = Readonly<Record<TrackKind, { track: MediaStreamTrack | null; on: boolean }>>;

/** What the room has of it; whether it is on is null while the room has not answered. */
type Sent = Readonly<Record<TrackKind, { track: MediaStreamTrack | null; on: boolean | null }>>;

const NOTHING: Sent = { audio: { track: null, on: false }, video: { track: null, on: false } };
const KINDS: readonly TrackKind[] = ['audio', 'video'];

export interface PublishedStreamOptions {
  readonly source: StreamSource;
  /** How long, in ms, a change may take. */
  readonly limit: number;
  /** In kbit/s; the engine's own choice when absent. */
  readonly maxBitrate?: number;
  /** What is to be done to the picture, asked for when it is published. */
  readonly effects?: () => Effects;
  /** It can't be done in this engine. */
  readonly onEffectsOff?: (streamId: string, error: CallError) => void;
}

/** One of our streams in the room, brought step by step to what it is to carry; published with its first track. */
export class PublishedStream {
  readonly #engine: CallEngine;
  readonly #options: PublishedStreamOptions;
  readonly #serial = new Serial();
  #publication: Publication | null = null;
  #sent: Sent = NOTHING;

  constructor(engine: CallEngine, options: PublishedStreamOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  /** What can be done to the picture; null before it is published. */
  get effectKinds(): readonly EffectKind[] | null {
    return this.#publication && (this.#publication.effectKinds ?? []);
  }

  /** What others see while an effect is on; null while they see the camera's picture as it is. */
  get picture(): MediaStream | null {
    return this.#publication?.picture ?? null;
  }

  /** Resolves when the room has what `outgoing` says. Rejects with `CallError`. */
  update(outgoing: Outgoing): Promise<void> {
    return this.#serial.run(() =>
      this.#publication
        ? within(this.#options.limit, 'Publishing', this.#change(this.#publication, outgoing))
        : this.#publish(outgoing),
    );
  }

  /** Rejects with `unsupported` where it can't be done, and then nothing is; before anything is published it is not known yet. */
  setEffects(effects: Effects): Promise<void> {
    return this.#serial.run(async () => {
      const publication = this.#publication;
      if (!publication) return;
      const missing = lacks(publication, effects);
      const setting = publication.setEffects?.(missing ? {} : effects);
      if (setting) await within(this.#options.limit, 'The effect', setting);
      if (missing) throw withoutEffects();
    });
  }

  /** Others get nothing of this kind from this moment on; the next update tells them. */
  silence(kind: TrackKind): void {
    this.#engine.silence?.(this.#options.source, kind);
  }

  stop(): Promise<void> {
    return this.#serial.run(async () => {
      const publication = this.#publication;
      this.#forget();
      if (publication) await within(this.#options.limit, 'Stopping', publication.stop());
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
    const { source, limit, maxBitrate } = this.#options;
    const effects = this.#options.effects?.() ?? {};
    const publishing = this.#engine.publish(new MediaStream(tracks), {
      source,
      ...(maxBitrate === undefined ? {} : { maxBitrate }),
      ...(isSome(effects) ? { effects } : {}),
      muted: KINDS.filter((kind) => !outgoing[kind].on),
    });
    try {
      this.#publication = await within(limit, 'Publishing', publishing);
      this.#sent = outgoing;
      if (lacks(this.#publication, effects))
        this.#options.onEffectsOff?.(this.#publication.streamId, withoutEffects());
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
      if (on !== sent.on) {
        this.#sent = { ...this.#sent, [kind]: { track, on: null } };
        await publication.setMuted(kind, !on);
      }
      this.#sent = { ...this.#sent, [kind]: { track, on } };
    }
  }

  #forget(): void {
    this.#publication = null;
    this.#sent = NOTHING;
  }
}

function isSome(effects: Effects): boolean {
  return Object.keys(effects).length > 0;
}

function lacks({ effectKinds = [] }: Publication, effects: Effects): boolean {
  return Object.keys(effects).some((kind) => !effectKinds.includes(kind as EffectKind));
}

function withoutEffects(): CallError {
  return new CallError('unsupported', 'Not in this call', { device: 'camera' });
}
