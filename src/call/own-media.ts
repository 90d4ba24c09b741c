import { CallError, type DeviceKind } from '../engine/call-error.js';
import type { CallEngine, EffectKind, Effects } from '../engine/call-engine.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { type DeviceChoices, OFF, TURNING_OFF, TURNING_ON } from './call-state.js';
import type { CaptureWishes, InputKind } from './capture.js';
import { aborted, untilAborted } from './deadline.js';
import { DeviceBook } from './device-book.js';
import { appeared, nextCamera } from './device-lists.js';
import { watchInterruptions } from './interruptions.js';
import { type EffectsOff, OwnEffects } from './own-effects.js';
import { lost, OwnInput } from './own-input.js';
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
  readonly #publishLimit: number;
  readonly #voice: VoiceMeter;
  readonly #inputs: Readonly<Record<InputKind, OwnInput>>;
  /** Aborted by `release`: whatever is captured after that is ended at once, and what waits its turn is dropped. */
  #use = new AbortController();
  /** Aborted by `disconnect`: nothing waits for a room that was left. */
  #room = new AbortController();
  #stream: PublishedStream | null = null;
  #quality = videoQuality('standard');
  readonly #effects: OwnEffects;
  #picture: MediaStream | null = null;

  constructor(
    devices: () => Promise<CaptureDevices>,
    report: (event: SessionEvent | EffectsOff) => void,
    publishLimit: number,
    voice: VoiceMeter,
  ) {
    this.#report = report;
    this.#effects = new OwnEffects(report);
    this.#prompts = new Prompts(devices);
    this.#book = new DeviceBook({
      devices,
      report: (choices) => report({ type: 'devices', devices: choices }),
      onChange: (before, after) => this.#offer(before, after),
    });
    this.#publishLimit = publishLimit;
    this.#voice = voice;
    this.screen = new ScreenShare(devices, report, publishLimit);
    const inputOf = (kind: InputKind): OwnInput =>
      new OwnInput(kind, report, (track) => this.#onTrack(kind, track));
    this.#inputs = { microphone: inputOf('microphone'), camera: inputOf('camera') };
  }

  /** Says what joining is to capture; a device that is on already stays as it is. */
  arm(kind: InputKind, wanted: boolean): void {
    this.#inputs[kind].arm(wanted);
  }

  /** Ends what is not among these, also what is still being asked for. */
  allow(kinds: readonly DeviceKind[]): void {
    for (const kind of INPUTS) {
      if (kinds.includes(kind)) continue;
      this.#inputs[kind].end();
      this.#inputs[kind].become(OFF);
    }
  }

  /** What the camera is asked for, from now on; how much is sent of it, from the next room on. */
  setQuality(quality: VideoQuality): void {
    if (quality === this.#quality) return;
    this.#quality = quality;
    this.recapture('camera').catch(() => undefined);
  }

  /** Captures the same device anew; harmless when it is off. */
  recapture(kind: InputKind): Promise<void> {
    const same = this.#inputs[kind].track?.getSettings().deviceId;
    return this.#inTurn(kind, () => this.#replace(kind, same));
  }

  /** Brings the lists of devices up to date, and keeps them so until `release`. Asks for nothing; never rejects. */
  async listDevices(): Promise<void> {
    await Promise.all([this.#book.watch(), this.#book.list()]);
  }

  /** Uses another device: at once when this kind is on or could not be had, else when it is turned on. */
  select(kind: InputKind, id: string): Promise<void> {
    return this.#inTurn(kind, async () => {
      await this.#book.find(kind, id);
      const { state, track } = this.#inputs[kind];
      if (track) await this.#replace(kind, id);
      else if (state.status === 'failed') await this.#turnOn(kind, id);
      this.#book.choose(kind, id);
      await this.#book.list();
    });
  }

  /** @param id empty for the system's own choice. */
  async selectSpeaker(id: string): Promise<void> {
    if (id) await this.#book.find('speaker', id);
    this.#book.choose('speaker', id);
    await this.#book.list();
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

  /** Captures all that is armed, with one prompt. What can't be had becomes `failed` and a notice; never rejects. */
  captureArmed(): Promise<void> {
    return this.#inTurn('microphone', () => this.#inTurn('camera', () => this.#captureArmed())).catch(
      () => undefined,
    );
  }

  /** Publishes what is on, and from now on every change. Rejects when the room refuses the stream. */
  connect(engine: CallEngine): Promise<void> {
    this.#stream = new PublishedStream(engine, {
      source: 'camera',
      limit: this.#publishLimit,
      maxBitrate: this.#quality.bitrate,
      effects: () => this.#effects.wanted,
      onEffectsOff: (streamId, error) => this.effectsOff(streamId, error),
    });
    this.screen.connect(engine);
    return this.#publish();
  }

  /** Publishes what is on where the room did not take it: the lost connection may be why. */
  publishAgain(): Promise<void> {
    return this.#publish();
  }

  /** The engine reported one of our publications as over. */
  publicationEnded(streamId: string): void {
    if (this.#stream?.ended(streamId)) this.#showSent();
    this.screen.publicationEnded(streamId);
  }

  /** Forgets the room, which has ended the publications itself; camera and microphone stay as they are. */
  disconnect(): void {
    this.#stream = null;
    this.#room.abort();
    this.#room = new AbortController();
    this.screen.disconnect();
    this.#showSent();
  }

  /** Turns a device on or off; resolves when it is so, in the room too. Rejects with `CallError`. */
  set(kind: InputKind, on: boolean): Promise<void> {
    if (!on) this.#silence(kind);
    return this.#inTurn(kind, () => (on ? this.#turnOn(kind) : this.#turnOff(kind)));
  }

  /** Ends every track at once. What was on is armed for the next call. */
  release(): void {
    this.disconnect();
    this.#use.abort();
    this.#use = new AbortController();
    this.#book.close();
    for (const kind of INPUTS) this.#inputs[kind].rest();
  }

  #silence(kind: InputKind): void {
    this.#inputs[kind].silence();
    this.#stream?.silence(kind === 'camera' ? 'video' : 'audio');
  }

  #inTurn(kind: InputKind, task: () => Promise<void>): Promise<void> {
    const { signal } = this.#use;
    return this.#inputs[kind].turn.run(() => (signal.aborted ? Promise.reject(aborted()) : task()));
  }

  async #captureArmed(): Promise<void> {
    const armed = INPUTS.filter((kind) => this.#inputs[kind].state.status === 'armed');
    if (armed.length === 0) return;
    await this.#capture(armed).catch(() => undefined);
    for (const kind of armed) this.#inputs[kind].confirmOn();
  }

  /** @param exactly the only device that will do. */
  async #turnOn(kind: InputKind, exactly?: string): Promise<void> {
    const input = this.#inputs[kind];
    if (input.live) return;
    input.become(TURNING_ON);
    if (input.track) input.resume();
    else await this.#capture([kind], exactly);
    if (!input.live) throw aborted();
    await this.#publishOrEnd(kind);
    input.confirmOn();
  }

  /** The new device is captured before the other is given up, so that nobody sees or hears a gap. */
  async #replace(kind: InputKind, exactly?: string): Promise<void> {
    const input = this.#inputs[kind];
    const before = input.track;
    const next = before && (await this.#captureBeside(kind, before, exactly));
    if (!next) return;
    if (input.track !== before) {
      next.stop();
      throw aborted();
    }
    next.enabled = before.enabled;
    input.adopt(next, input.live);
    await this.#publishOrEnd(kind).finally(() => before.stop());
  }

  async #captureBeside(
    kind: InputKind,
    before: MediaStreamTrack,
    exactly: string | undefined,
  ): Promise<MediaStreamTrack> {
    const ask = async (): Promise<MediaStreamTrack | CallError> => {
      const captured = await this.#prompts.ask([kind], this.#wishes(exactly), this.#use.signal);
      return captured.get(kind) ?? lost(kind);
    };
    let next = await ask();
    if (next instanceof CallError && next.code === 'device-in-use') {
      before.stop(); // Phones open one camera at a time.
      next = await ask();
    }
    if (!(next instanceof CallError)) return next;
    if (before.readyState === 'ended') await this.#giveUp(kind, next);
    else this.#report({ type: 'notice', error: next });
    throw next;
  }

  /** What the room does not take is turned off again. */
  async #publishOrEnd(kind: InputKind): Promise<void> {
    try {
      await this.#publish();
    } catch (thrown) {
      const error = CallError.from(thrown);
      // The room was changed meanwhile; the next one gets what is on.
      if (error.code === 'aborted' && this.#inputs[kind].track) return;
      this.#inputs[kind].end();
      this.#inputs[kind].fail(error);
      throw error;
    }
  }

  async #turnOff(kind: InputKind): Promise<void> {
    const input = this.#inputs[kind];
    if (!input.live) return input.become(OFF);
    input.become(TURNING_OFF);
    input.withhold();
    try {
      await this.#publish();
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (error.code !== 'aborted') throw error;
    } finally {
      if (kind === 'camera' || !this.#stream) input.end();
      input.become(OFF);
    }
  }

  /** Rejects with the error of the last device that could not be had. */
  async #capture(kinds: readonly InputKind[], exactly?: string): Promise<void> {
    for (const kind of kinds) this.#inputs[kind].become(TURNING_ON);
    const captured = await this.#prompts.ask(kinds, this.#wishes(exactly), this.#use.signal);
    const failures = [...captured].map(([kind, result]) => this.#inputs[kind].receive(result));
    const failure = failures.findLast((error) => error !== null);
    if (kinds.some((kind) => this.#inputs[kind].track)) void this.listDevices();
    if (failure) throw failure;
  }

  #wishes(exactly?: string): CaptureWishes {
    const prefer = { camera: this.#book.wanted('camera'), microphone: this.#book.wanted('microphone') };
    return { quality: this.#quality, prefer, ...(exactly ? { exactly } : {}) };
  }

  #onTrack(kind: InputKind, track: MediaStreamTrack | null): void {
    const { signal } = this.#use;
    const { turn } = this.#inputs[kind];
    this.#interrupt(kind, false);
    if (track) {
      track.addEventListener('ended', () => void turn.run(() => this.#lost(kind, track)), { signal });
      watchInterruptions(track, signal, (interrupted) => {
        if (this.#inputs[kind].track === track) this.#interrupt(kind, interrupted);
      });
    }
    if (kind === 'camera') this.#show(track && new MediaStream([track]));
    else if (track) this.#voice.watch(track);
    else this.#voice.stop();
    this.#book.use(kind, track);
  }

  /** The device was unplugged, or the browser took it away. */
  async #lost(kind: InputKind, track: MediaStreamTrack): Promise<void> {
    if (this.#inputs[kind].track !== track) return;
    const { signal } = this.#use;
    const id = track.getSettings().deviceId ?? '';
    await this.#giveUp(kind, lost(kind));
    const { options } = (await this.#book.list())[kind];
    const [device, ...more] = options;
    const isPluggedIn = options.some((option) => option.id === id);
    if (!device || isPluggedIn || signal.aborted || this.#inputs[kind].state.status !== 'failed') return;
    if (more.length > 0) this.#report({ type: 'offer', offer: { kind, device } });
    else await this.#turnOn(kind, device.id).catch(() => undefined);
  }

  async #giveUp(kind: InputKind, error: CallError): Promise<void> {
    this.#inputs[kind].end();
    this.#inputs[kind].fail(error);
    await this.#publish().catch((thrown: CallError) => {
      if (thrown.code !== 'aborted') this.#report({ type: 'notice', error: thrown });
    });
  }

  /** Offers what was plugged in where it is of use; the one that the person chose before others. */
  #offer(before: DeviceChoices, after: DeviceChoices): void {
    for (const kind of INPUTS) {
      const { isMissed, track } = this.#inputs[kind];
      const found = appeared(before, after, kind);
      const device = found.find(({ id }) => id === this.#book.wanted(kind)) ?? found[0];
      if (device && (track || isMissed)) this.#report({ type: 'offer', offer: { kind, device } });
    }
  }

  async #publish(): Promise<void> {
    const { microphone, camera } = this.#inputs;
    const updating = this.#stream?.update({ audio: microphone.outgoing, video: camera.outgoing });
    if (!updating) return;
    await untilAborted(updating, this.#room.signal);
    this.#showSent();
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
