import type {
  CallEngine,
  EffectKind,
  Effects,
  Publication,
  StreamSource,
  TrackKind,
  VideoCodec,
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
  /** The engine's own choice when absent. */
  readonly codec?: VideoCodec;
  /** What is to be done to the picture, asked for when it is published. */
  readonly effects?: () => Effects;
  /** It can't be done in this engine. */
  readonly onEffectsOff?: (streamId: string, error: CallError) => void;
}

/**
 * One of our streams in the room; published with its first track. What it is to carry is asked for before each step, never
 * remembered: a step that takes long must not unmute somebody who has muted meanwhile.
 */
export class PublishedStream {
  readonly #engine: CallEngine;
  readonly #outgoing: () => Outgoing;
  readonly #options: PublishedStreamOptions;
  readonly #serial = new Serial();
  /** An update that has not begun: it serves everybody who asks before it does. */
  #update: Promise<void> | null = null;
  #publication: Publication | null = null;
  #sent: Sent = NOTHING;
  /** Why the engine ended the publication; null while there is one. */
  #end: CallError | null = null;

  /** @param outgoing what the stream is to carry at this moment. */
  constructor(engine: CallEngine, outgoing: () => Outgoing, options: PublishedStreamOptions) {
    this.#engine = engine;
    this.#outgoing = outgoing;
    this.#options = options;
  }

  /** Whether the engine has it: it is sent, or the engine is trying to. */
  get isPublished(): boolean {
    return this.#publication !== null;
  }

  /** What can be done to the picture; null before it is published. */
  get effectKinds(): readonly EffectKind[] | null {
    return this.#publication && (this.#publication.effectKinds ?? []);
  }

  /** What others see while an effect is on; null while they see the camera's picture as it is. */
  get picture(): MediaStream | null {
    return this.#publication?.picture ?? null;
  }

  /** Brings the room up to date with what the stream is to carry. Resolves when it is; rejects with `CallError`. */
  update(): Promise<void> {
    return (this.#update ??= this.#serial.run(async () => {
      this.#update = null;
      if (!this.#publication) await this.#publish();
      if (this.#publication) await this.#changeInTime(this.#publication);
    }));
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

  /** Lets others get nothing of this kind from this moment on, even while publishing; the next update tells them. */
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
  ended(streamId: string, error: CallError): boolean {
    if (this.#publication?.streamId !== streamId) return false;
    this.#forget();
    this.#end = error;
    return true;
  }

  async #publish(): Promise<void> {
    const outgoing = this.#outgoing();
    const tracks = KINDS.flatMap((kind) => outgoing[kind].track ?? []);
    if (tracks.length === 0) return;
    const { source, codec, limit, maxBitrate } = this.#options;
    const effects = this.#options.effects?.() ?? {};
    const publishing = this.#engine.publish(new MediaStream(tracks), {
      source,
      ...(maxBitrate === undefined ? {} : { maxBitrate }),
      ...(codec === undefined ? {} : { codec }),
      ...(isSome(effects) ? { effects } : {}),
      muted: KINDS.filter((kind) => !outgoing[kind].on),
    });
    try {
      this.#publication = await within(limit, 'Publishing', publishing);
      this.#sent = outgoing;
      this.#end = null;
      if (lacks(this.#publication, effects))
        this.#options.onEffectsOff?.(this.#publication.streamId, withoutEffects());
    } catch (thrown) {
      publishing.then((late) => late.stop()).catch(() => undefined);
      throw thrown;
    }
  }

  /** Rejects with the reason of the end if the publication ends meanwhile, whatever becomes of the change. */
  async #changeInTime(publication: Publication): Promise<void> {
    const failure = await within(this.#options.limit, 'Publishing', this.#change(publication)).then(
      () => null,
      CallError.from,
    );
    const error = this.#end ?? failure;
    if (error) throw error;
  }

  async #change(publication: Publication): Promise<void> {
    for (const kind of KINDS) {
      if (publication !== this.#publication) return;
      const { track } = this.#outgoing()[kind];
      if (track && track !== this.#sent[kind].track) await publication.replaceTrack(track);
      this.#note(publication, kind, { ...this.#sent[kind], track });
      const { on } = this.#outgoing()[kind];
      if (on === this.#sent[kind].on) continue;
      this.#note(publication, kind, { track, on: null });
      await publication.setMuted(kind, !on);
      this.#note(publication, kind, { track, on });
    }
  }

  /** A change of a publication that has ended says nothing of the next one. */
  #note(publication: Publication, kind: TrackKind, sent: Sent[TrackKind]): void {
    if (publication === this.#publication) this.#sent = { ...this.#sent, [kind]: sent };
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
