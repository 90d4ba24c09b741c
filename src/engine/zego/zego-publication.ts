import type {
  EffectKind,
  Effects,
  Publication,
  PublishOptions,
  StreamSource,
  TrackKind,
} from '../call-engine.js';
import { CallError } from '../call-error.js';
import { OutgoingMedia } from './outgoing-media.js';
import { LazyEffects } from './lazy-effects.js';
import { PublicationReports } from './publication-reports.js';
import type { PublicationRoom } from './publication-room.js';
import type { SdkPublicationEvent } from './sdk-values.js';
import { aborted, isPendingAfter, quietly, settle } from './settle.js';
import { writeNote } from './stream-note.js';
import { toCallError } from './zego-errors.js';

type SdkPublishState = Extract<SdkPublicationEvent, { type: 'publish-state' }>;

interface Answer {
  accept(): void;
  refuse(error: CallError): void;
}

export class ZegoPublication implements Publication {
  readonly source: StreamSource;
  #streamId: string;
  readonly #room: PublicationRoom;
  readonly #options: PublishOptions;
  readonly #tracks: Record<TrackKind, MediaStreamTrack | undefined>;
  readonly #muted: Set<TrackKind>;
  #media: OutgoingMedia | undefined;
  #effects: LazyEffects | undefined;
  /** Who waits for the cloud to accept the stream. */
  #answer: Answer | undefined;
  /** Until then, what is heard of the stream is an answer, or the late end of an earlier try. */
  #accepted = false;
  /** Whether `publish` has resolved before the cloud has accepted the stream. */
  #late = false;
  /** Why it is over although nobody has stopped it. */
  #failure: CallError | undefined;
  readonly #reports: PublicationReports;
  /** The note that the room was told last. */
  #told: string | undefined;
  #changes: Promise<unknown> = Promise.resolve();
  #stopped = false;

  static async publish(
    room: PublicationRoom,
    media: MediaStream,
    options: PublishOptions,
  ): Promise<ZegoPublication> {
    const publication = new ZegoPublication(room, media, options);
    room.add(publication);
    try {
      await publication.#open();
      const effectsOff = await publication.#begin(options.effects);
      await publication.#update();
      await publication.#request();
      await publication.#update();
      if (publication.#stopped) throw publication.#failure ?? aborted();
      if (effectsOff) room.effectsOff(publication.streamId, effectsOff);
      return publication;
    } catch (thrown) {
      void publication.stop();
      throw await toCallError(thrown);
    }
  }

  private constructor(room: PublicationRoom, media: MediaStream, options: PublishOptions) {
    this.#room = room;
    this.source = options.source;
    this.#options = options;
    this.#reports = new PublicationReports(options.source, (event) => room.report(event));
    this.#streamId = options.streamId ?? room.newStreamId(options.source);
    this.#tracks = { audio: media.getAudioTracks()[0], video: media.getVideoTracks()[0] };
    this.#muted = new Set(options.muted);
  }

  get streamId(): string {
    return this.#streamId;
  }

  get effectKinds(): readonly EffectKind[] {
    return this.#effects?.kinds ?? [];
  }

  get picture(): MediaStream | null {
    return this.#effects?.picture ?? null;
  }

  replaceTrack(track: MediaStreamTrack): Promise<void> {
    this.#tracks[track.kind as TrackKind] = track;
    return this.#update();
  }

  setMuted(kind: TrackKind, muted: boolean): Promise<void> {
    if (muted) this.silence(kind);
    else this.#muted.delete(kind);
    return this.#update();
  }

  /** Lets nothing of this kind out from this moment on. */
  silence(kind: TrackKind): void {
    this.#muted.add(kind);
    this.#media?.silence(kind);
  }

  /** Tells the room of devices whose change it does not know, because it could not be reached meanwhile. */
  tellChanges(): void {
    if (this.#accepted && this.#note() !== this.#told) void this.#tellRoom();
  }

  setEffects(effects: Effects): Promise<void> {
    return this.#inTurn(async () => this.#effects?.set(effects));
  }

  stop(): Promise<void> {
    this.#reports.stopped(this.#streamId);
    return this.end();
  }

  /** Handles what happened to the stream, and reports what others have to know of it. */
  heard(event: SdkPublicationEvent): void {
    if (!this.#accepted) return this.#answer && this.#hearAnswer(this.#answer, event);
    if (event.type === 'publication-ended') return this.#over(event.error);
    if (event.state === 'publishing') void this.#tellRoom();
    this.#reportState(event);
  }

  #hearAnswer(answer: Answer, event: SdkPublicationEvent): void {
    if (event.type === 'publication-ended') {
      // Without a code it is the late end of an earlier publication of this ID.
      if (event.error.engineCode !== undefined) answer.refuse(event.error);
      return;
    }
    if (event.state === 'publishing') answer.accept();
    if (this.#late) this.#reportState(event);
  }

  #reportState({ error, state }: SdkPublishState): void {
    if (state === 'retrying') this.#reports.retrying(this.#streamId, error);
    else this.#reports.publishing(this.#streamId);
  }

  #over(error: CallError): void {
    this.#failure = error;
    void this.end();
    this.#reports.ended(this.#streamId, error);
  }

  /** The first half of the end: says goodbye. */
  unpublish(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#answer?.refuse(aborted());
    this.#room.remove(this);
    quietly(() => this.#room.sdk.stopPublishingStream(this.#streamId));
  }

  /** All of the end, harmless twice. At once, unless effects are or were on. */
  async end(): Promise<void> {
    this.unpublish();
    const closing = this.#effects?.close();
    if (this.#effects?.used) await closing;
    this.#media?.close(this.#effects?.used);
  }

  async #open(): Promise<void> {
    const { sdk, pacers } = this.#room;
    const media = new OutgoingMedia(sdk, pacers, (kind) => this.#wanted(kind));
    this.#media = media;
    await media.create(this.source, this.#options.maxBitrate);
    if (this.#stopped || this.#room.left.aborted) throw aborted();
    this.#effects = new LazyEffects({
      sdk,
      stream: media.stream,
      backgroundAssets: this.#room.backgroundAssets,
      hasPicture: () => media.sends('video'),
      onFailed: (error) => this.#room.effectsOff(this.#streamId, error),
    });
  }

  /** The SDK wants effects to be there before anything is sent. Resolves with why they are not. */
  async #begin(effects: Effects = {}): Promise<CallError | undefined> {
    return this.setEffects(effects).then(() => undefined, toCallError);
  }

  /** Resolves when the cloud has accepted the stream, or takes so long that others have to know. */
  async #request(): Promise<void> {
    const accepted = this.#start().catch((error: unknown) => this.#startAgain(error));
    this.#late = await isPendingAfter(this.#room.patience.answer, accepted);
    if (!this.#late) return;
    this.#reports.retrying(this.#streamId);
    accepted.catch(async (thrown: unknown) => {
      const error = await toCallError(thrown);
      if (!this.#stopped) this.#over(error);
    });
  }

  async #start(): Promise<void> {
    if (this.#stopped) throw aborted();
    const { sdk, patience, left } = this.#room;
    const answered = new Promise<void>((resolve, refuse) => {
      this.#answer = { accept: () => this.#accept(resolve), refuse };
    });
    answered.catch(() => undefined);
    try {
      const { codec } = this.#options;
      this.#told = this.#note();
      const sent = sdk.startPublishingStream(this.#streamId, this.#media!.stream, {
        extraInfo: this.#told,
        enableAutoSwitchVideoCodec: true, // Some Android phones have no H.264.
        ...(codec === undefined ? {} : { videoCodec: codec }),
      });
      if (!sent) throw this.#notSent();
      await settle(answered, { what: 'Publishing', milliseconds: patience.publish, signal: left });
    } finally {
      this.#answer = undefined;
    }
  }

  #accept(resolve: () => void): void {
    this.#accepted = true;
    this.tellChanges();
    resolve();
  }

  /** The SDK says only that it does not send, and why in an event that comes later. */
  #notSent(): CallError {
    return this.#effects?.has('background')
      ? new CallError('unsupported', 'The project has no background effects', { device: 'camera' })
      : new CallError('stream-conflict', 'This page publishes the stream ID already');
  }

  /**
   * A taken stream ID gets one replacement: a user who comes back may still own it for 90 seconds. A background that the
   * project does not pay for goes off.
   */
  async #startAgain(thrown: unknown): Promise<void> {
    const error = await toCallError(thrown);
    const withoutBackground = error.code === 'unsupported' && this.#effects?.has('background');
    if ((error.code !== 'stream-conflict' && !withoutBackground) || this.#stopped) throw error;
    quietly(() => this.#room.sdk.stopPublishingStream(this.#streamId));
    if (withoutBackground) await this.setEffects({});
    else this.#takeAnotherId();
    await this.#start();
    if (withoutBackground) this.#room.effectsOff(this.#streamId, error);
  }

  #takeAnotherId(): void {
    this.#reports.stopped(this.#streamId);
    this.#room.remove(this);
    this.#streamId = this.#room.newStreamId(this.source);
    this.#room.add(this);
    if (this.#late) this.#reports.retrying(this.#streamId);
  }

  /** Brings what is sent in line with what is wanted, after what is under way. */
  #update(): Promise<void> {
    return this.#inTurn(async () => {
      try {
        await this.#media?.update('audio');
        await this.#media?.update('video');
        await this.#effects?.resume();
      } catch (thrown) {
        throw await toCallError(thrown);
      }
      this.tellChanges();
    });
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const done = this.#changes.then(task);
    this.#changes = done.catch(() => undefined);
    return done;
  }

  #wanted(kind: TrackKind): MediaStreamTrack | undefined {
    const track = this.#tracks[kind];
    return track?.readyState === 'live' && track.enabled && !this.#muted.has(kind) ? track : undefined;
  }

  #note(): string {
    const sends = (kind: TrackKind): boolean => this.#media?.sends(kind) ?? false;
    return writeNote({ source: this.source, audio: sends('audio'), video: sends('video') });
  }

  /** Who plays the stream learns of its devices anyway; the note is for everybody else, and for latecomers. */
  async #tellRoom(): Promise<void> {
    if (this.#stopped) return;
    const note = this.#note();
    this.#told = note;
    try {
      await this.#room.sdk.setStreamExtraInfo(this.#streamId, note);
    } catch (thrown) {
      await toCallError(thrown);
      this.#told = undefined; // It is told again with the next change, and when the room is connected again.
    }
  }
}
