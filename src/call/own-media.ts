import { CallError, type DeviceKind } from '../engine/call-error.js';
import type { CallEngine, EffectKind, Effects } from '../engine/call-engine.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import type { DeviceChoices } from './call-state.js';
import type { CaptureWishes, InputKind } from './capture.js';
import { untilAborted } from './deadline.js';
import { DeviceBook } from './device-book.js';
import { appeared, nextCamera } from './device-lists.js';
import { isFinal } from './final-errors.js';
import { watchInterruptions } from './interruptions.js';
import type { CallLimits } from './limits.js';
import { type EffectsOff, OwnEffects } from './own-effects.js';
import { type Capture, OwnInput } from './own-input.js';
import { Prompts } from './prompts.js';
import { PublishedStream } from './published-stream.js';
import type { SessionEvent } from './call-event.js';
import { ScreenShare } from './screen-share.js';
import { type VideoQuality, videoQuality } from './video-quality.js';
import type { VoiceMeter } from './voice-meter.js';

const INPUTS: readonly InputKind[] = ['microphone', 'camera'];

/**
 * Our own microphone, camera and screen: captured once, shown in the preview, and published while a room is
 * connected. Off means off: the camera's light goes out. Only a microphone that is muted during a call stays
 * captured, so that unmuting is instant.
 */
export class OwnMedia {
  readonly screen: ScreenShare;
  readonly #book: DeviceBook;
  readonly #prompts: Prompts;
  readonly #report: (event: SessionEvent | EffectsOff) => void;
  readonly #limits: CallLimits;
  readonly #voice: VoiceMeter;
  readonly #inputs: Readonly<Record<InputKind, OwnInput>>;
  /** Aborted by `disconnect`: nothing waits for a room that was left. */
  #room = new AbortController();
  #stream: PublishedStream | null = null;
  #publishError: CallError | null = null;
  #quality = videoQuality('standard');
  readonly #effects: OwnEffects;
  #picture: MediaStream | null = null;
  /** Aborted when another track takes the place of the one that is watched. */
  readonly #watched: Record<InputKind, AbortController> = {
    microphone: new AbortController(),
    camera: new AbortController(),
  };

  constructor(
    devices: () => Promise<CaptureDevices>,
    report: (event: SessionEvent | EffectsOff) => void,
    limits: CallLimits,
    voice: VoiceMeter,
  ) {
    this.#report = report;
    this.#effects = new OwnEffects(report);
    this.#prompts = new Prompts(devices, limits.prompt);
    this.#book = new DeviceBook({
      devices,
      report: (choices) => report({ type: 'devices', devices: choices }),
      onChange: (before, after) => this.#offer(before, after),
    });
    this.#limits = limits;
    this.#voice = voice;
    this.screen = new ScreenShare(devices, report, limits.publish);
    this.#inputs = { microphone: this.#inputOf('microphone'), camera: this.#inputOf('camera') };
  }

  /** Says what joining is to capture; a device that is on already stays as it is. */
  arm(kind: InputKind, wanted: boolean): void {
    this.#inputs[kind].arm(wanted);
  }

  /** Ends what is not among these, also what is still being asked for. */
  allow(kinds: readonly DeviceKind[]): void {
    for (const kind of INPUTS) if (!kinds.includes(kind)) this.#inputs[kind].forbid();
  }

  /** What the camera is asked for, from now on; how much is sent of it, from the next room on. */
  setQuality(quality: VideoQuality): void {
    if (quality === this.#quality) return;
    this.#quality = quality;
    this.recapture('camera').catch(() => undefined);
  }

  /** Captures the same device anew; harmless when it is off. */
  recapture(kind: InputKind): Promise<void> {
    return this.#inputs[kind].recapture();
  }

  /** Brings the lists of devices up to date, and keeps them so until `release`. Asks for nothing; never rejects. */
  async listDevices(): Promise<void> {
    await Promise.all([this.#book.watch(), this.#book.list()]);
  }

  /** Uses another device: at once when this kind is on or could not be had, else when it is turned on. */
  select(kind: InputKind, id: string): Promise<void> {
    return this.#inputs[kind].select(id);
  }

  /** @param id empty for the system's own choice. */
  async selectSpeaker(id: string): Promise<void> {
    if (id) await this.#book.find('speaker', id);
    this.#book.choose('speaker', id);
    await this.#book.list();
  }

  /** Takes an audio output that can't be used out of use until something is plugged in or out, and tells so once. */
  speakerFailed(id: string, cause: unknown): void {
    if (!this.#book.putAside(id)) return;
    const error = new CallError('device-not-found', 'The speaker can not be used', {
      cause,
      device: 'speaker',
    });
    this.#report({ type: 'notice', error });
  }

  /** From the front camera to the back one, or to the next there is. */
  async switchCamera(): Promise<void> {
    const next = nextCamera(await this.#book.list());
    if (!next) throw new CallError('device-not-found', 'There is no other camera', { device: 'camera' });
    await this.select('camera', next.id);
  }

  /** Changes how our picture looks to others, now and in every room; off again where it can't be. */
  setEffects(effects: Effects): Promise<void> {
    const setting = this.#effects.set(effects, this.#stream, this.#room.signal);
    return setting.finally(() => this.#showSent());
  }

  /** Says what can be done, as far as is known, to a picture that is not sent yet. */
  expectEffects(kinds: readonly EffectKind[] | undefined): void {
    this.#effects.expect(this.#stream, kinds);
  }

  /** The picture is sent as it is again. */
  effectsOff(streamId: string, error: CallError): void {
    this.#effects.off(streamId, error);
    this.#showSent();
  }

  /**
   * Captures all that is armed, with one prompt, and resolves when no change is under way. What can't be had becomes
   * `failed` and a notice; never rejects.
   */
  async captureArmed(): Promise<void> {
    const armed = INPUTS.filter((kind) => this.#inputs[kind].state.status === 'armed');
    if (armed.length > 0) {
      const claim = this.#prompts.ask(armed, this.#wishes());
      for (const kind of armed) {
        const turning = this.#inputs[kind].turnOn((signal) => claim(kind, signal));
        // A device that was turned off before its turn gives up its part of the answer.
        turning.catch(() => claim(kind, AbortSignal.abort())).catch(() => undefined);
      }
    }
    await Promise.all(INPUTS.map((kind) => this.#inputs[kind].settled()));
  }

  /** Publishes what is on, and from now on every change. Rejects when the room refuses the stream. */
  connect(engine: CallEngine): Promise<void> {
    const { microphone, camera } = this.#inputs;
    const outgoing = () => ({ audio: microphone.outgoing, video: camera.outgoing });
    this.#stream = new PublishedStream(engine, outgoing, {
      source: 'camera',
      limit: this.#limits.publish,
      maxBitrate: this.#quality.bitrate,
      effects: () => this.#effects.wanted,
      onEffectsOff: (streamId, error) => this.effectsOff(streamId, error),
    });
    this.screen.connect(engine);
    // Also for those who join without a device: they may have chosen a speaker on an earlier visit.
    void this.listDevices();
    return this.#publish();
  }

  /** Publishes what is on where the room does not have it. Rejects when the room refuses it again. */
  publishAgain(): Promise<void> {
    return this.#publish();
  }

  /** Does so by itself, because the network has recovered, unless that is pointless. */
  async recover(): Promise<void> {
    if (!this.#publishError || !isFinal(this.#publishError)) await this.#publish();
  }

  /** The engine reported one of our publications as over. */
  publicationEnded(streamId: string, error: CallError): void {
    if (this.#stream?.ended(streamId, error)) {
      this.#showPublishError(error);
      this.#showSent();
    }
    this.screen.publicationEnded(streamId, error);
  }

  /** Forgets the room, which has ended the publications itself; camera and microphone stay as they are. */
  disconnect(): void {
    this.#stream = null;
    this.#publishError = null;
    this.#room.abort();
    this.#room = new AbortController();
    this.screen.disconnect();
    this.#showSent();
  }

  /** Turns a device on or off; resolves when it is so, in the room too. Rejects with `CallError`. */
  set(kind: InputKind, on: boolean): Promise<void> {
    return on ? this.#inputs[kind].turnOn() : this.#inputs[kind].turnOff();
  }

  /** Ends every track at once. What was on is armed for the next call. */
  release(): void {
    this.disconnect();
    this.#book.close();
    for (const kind of INPUTS) this.#inputs[kind].rest();
  }

  #inputOf(kind: InputKind): OwnInput {
    const media = kind === 'camera' ? 'video' : 'audio';
    return new OwnInput({
      kind,
      book: this.#book,
      report: this.#report,
      capture: (id) => this.#capture(kind, id),
      publish: () => this.#publish(),
      silence: () => this.#stream?.silence(media),
      staysCaptured: () => kind === 'microphone' && this.#stream !== null,
      onTrack: (track) => this.#onTrack(kind, track),
    });
  }

  /** @param exactly the only device that will do. */
  #capture(kind: InputKind, exactly?: string): Capture {
    return (signal) => this.#prompts.ask([kind], this.#wishes(exactly))(kind, signal);
  }

  #wishes(exactly?: string): CaptureWishes {
    const prefer = { camera: this.#book.wanted('camera'), microphone: this.#book.wanted('microphone') };
    return { quality: this.#quality, prefer, ...(exactly ? { exactly } : {}) };
  }

  #onTrack(kind: InputKind, track: MediaStreamTrack | null): void {
    this.#watched[kind].abort();
    this.#interrupt(kind, false);
    if (track) {
      const { signal } = (this.#watched[kind] = new AbortController());
      watchInterruptions(track, signal, (interrupted) => this.#interrupt(kind, interrupted));
    }
    this.#book.use(kind, track);
    if (track) void this.listDevices(); // Browsers tell labels only once a device was captured.
    if (kind === 'camera') this.#show(track && new MediaStream([track]));
    else if (track) this.#voice.watch(track);
    else this.#voice.stop();
  }

  /** Offers what was plugged in where it is of use; the one that the person chose before others. */
  #offer(before: DeviceChoices, after: DeviceChoices): void {
    for (const kind of INPUTS) {
      const found = appeared(before, after, kind);
      const device = found.find(({ id }) => id === this.#book.wanted(kind)) ?? found[0];
      if (device && this.#inputs[kind].takesOffers) this.#report({ type: 'offer', offer: { kind, device } });
    }
  }

  async #publish(): Promise<void> {
    const stream = this.#stream;
    if (!stream) return;
    try {
      await untilAborted(stream.update(), this.#room.signal);
    } catch (thrown) {
      if (stream === this.#stream && !stream.isPublished) this.#showPublishError(CallError.from(thrown));
      throw thrown;
    }
    this.#showPublishError(null);
    this.#showSent();
  }

  #showPublishError(error: CallError | null): void {
    if (error === this.#publishError) return;
    this.#publishError = error;
    this.#report({ type: 'publish-error', error });
  }

  #show(picture: MediaStream | null): void {
    this.#picture = picture;
    this.#report({ type: 'picture', picture });
  }

  /** Oneself sees what others see. */
  #showSent(): void {
    this.#effects.tell(this.#stream);
    if (this.#picture) this.#report({ type: 'picture', picture: this.#stream?.picture ?? this.#picture });
  }

  #interrupt(device: InputKind, interrupted: boolean): void {
    this.#report({ type: 'interrupted', device, interrupted });
  }
}
