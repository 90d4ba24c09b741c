import { CallError, type DeviceKind } from '../engine/call-error.js';
import type { CallEngine } from '../engine/call-engine.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { ARMED, type DeviceState, isWanted, OFF, ON, TURNING_OFF, TURNING_ON } from './call-state.js';
import { capture, type Captured, type InputKind } from './capture.js';
import { aborted, untilAborted } from './deadline.js';
import { type Outgoing, PublishedStream } from './published-stream.js';
import type { SessionEvent } from './reducer.js';
import { ScreenShare } from './screen-share.js';
import { Serial } from './serial.js';
import { type VideoQuality, videoQuality } from './video-quality.js';
import type { VoiceMeter } from './voice-meter.js';

const INPUTS: readonly InputKind[] = ['microphone', 'camera'];

interface Input {
  state: DeviceState;
  track: MediaStreamTrack | null;
  /** Whether others may have it: false for a microphone that is captured but muted. */
  live: boolean;
  /** Commands for the same device follow each other; muting waits for no camera's prompt. */
  readonly turn: Serial;
}

/**
 * Our own microphone, camera and screen: captured once, shown in the preview, and published while a room is
 * connected. Off means off: the camera's light goes out. Only a microphone that is muted during a call stays
 * captured, so that unmuting is instant.
 */
export class OwnMedia {
  readonly screen: ScreenShare;
  readonly #devices: () => Promise<CaptureDevices>;
  readonly #report: (event: SessionEvent) => void;
  readonly #publishLimit: number;
  readonly #voice: VoiceMeter;
  readonly #inputs: Record<InputKind, Input> = {
    microphone: { state: OFF, track: null, live: false, turn: new Serial() },
    camera: { state: OFF, track: null, live: false, turn: new Serial() },
  };
  /** Two prompts at once would hide each other. */
  readonly #prompts = new Serial();
  /** Aborted by `release`: whatever is captured after that is ended at once, and what waits its turn is dropped. */
  #use = new AbortController();
  /** Aborted by `disconnect`: nothing waits for a room that was left. */
  #room = new AbortController();
  #stream: PublishedStream | null = null;
  #quality = videoQuality('standard');

  constructor(
    devices: () => Promise<CaptureDevices>,
    report: (event: SessionEvent) => void,
    publishLimit: number,
    voice: VoiceMeter,
  ) {
    this.#devices = devices;
    this.#report = report;
    this.#publishLimit = publishLimit;
    this.#voice = voice;
    this.screen = new ScreenShare(devices, report, publishLimit);
  }

  /** Says what joining is to capture; a device that is on already stays as it is. */
  arm(kind: InputKind, wanted: boolean): void {
    if (this.#inputs[kind].track || (wanted && this.#isAwaited(kind))) return;
    this.#setState(kind, wanted ? ARMED : OFF);
  }

  /** Ends what is not among these, also what is still being asked for. */
  allow(kinds: readonly DeviceKind[]): void {
    for (const kind of INPUTS) {
      if (kinds.includes(kind)) continue;
      this.#endTrack(kind);
      this.#setState(kind, OFF);
    }
  }

  /** Counts for the next time that the camera is turned on, and for the next room. */
  setQuality(quality: VideoQuality): void {
    this.#quality = quality;
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
    });
    this.screen.connect(engine);
    return this.#publish();
  }

  /** The engine reported one of our publications as over. */
  publicationEnded(streamId: string): void {
    this.#stream?.ended(streamId);
    this.screen.publicationEnded(streamId);
  }

  /** Forgets the room, which has ended the publications itself; camera and microphone stay as they are. */
  disconnect(): void {
    this.#stream = null;
    this.#room.abort();
    this.#room = new AbortController();
    this.screen.disconnect();
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
    for (const kind of INPUTS) {
      const { state } = this.#inputs[kind];
      this.#endTrack(kind);
      this.#setState(kind, isWanted(state) || state.status === 'failed' ? ARMED : OFF);
    }
  }

  /** Whoever turns off is not heard or seen from this moment on, whatever the device and the room are busy with. */
  #silence(kind: InputKind): void {
    const { state, track } = this.#inputs[kind];
    if (track) track.enabled = false;
    if (isWanted(state)) this.#setState(kind, TURNING_OFF);
  }

  #inTurn(kind: InputKind, task: () => Promise<void>): Promise<void> {
    const { signal } = this.#use;
    return this.#inputs[kind].turn.run(() => (signal.aborted ? Promise.reject(aborted()) : task()));
  }

  async #captureArmed(): Promise<void> {
    const armed = INPUTS.filter((kind) => this.#inputs[kind].state.status === 'armed');
    if (armed.length === 0) return;
    await this.#capture(armed).catch(() => undefined);
    for (const kind of armed) this.#confirmOn(kind);
  }

  async #turnOn(kind: InputKind): Promise<void> {
    const input = this.#inputs[kind];
    if (input.live) return;
    this.#setState(kind, TURNING_ON);
    if (input.track) input.live = input.track.enabled = true;
    else await this.#capture([kind]);
    if (!input.live) throw aborted();
    try {
      await this.#publish();
    } catch (thrown) {
      const error = CallError.from(thrown);
      // The room was changed meanwhile; the next one gets what is on.
      const staysOn = error.code === 'aborted' && input.live;
      if (!staysOn) {
        this.#endTrack(kind);
        this.#fail(kind, error);
        throw error;
      }
    }
    this.#confirmOn(kind);
  }

  async #turnOff(kind: InputKind): Promise<void> {
    const input = this.#inputs[kind];
    if (!input.live) return this.#setState(kind, OFF);
    this.#setState(kind, TURNING_OFF);
    input.live = false;
    try {
      await this.#publish();
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (error.code !== 'aborted') throw error;
    } finally {
      if (kind === 'camera' || !this.#stream) this.#endTrack(kind);
      this.#setState(kind, OFF);
    }
  }

  /** Rejects with the error of the last device that could not be had. */
  async #capture(kinds: readonly InputKind[]): Promise<void> {
    const { signal } = this.#use;
    for (const kind of kinds) this.#setState(kind, TURNING_ON);
    const capturing = this.#prompts.run(() => this.#ask(kinds, signal));
    void capturing.then((late) => signal.aborted && endTracks(late));
    const captured = await untilAborted(capturing, signal);
    if (signal.aborted) {
      endTracks(captured);
      throw aborted();
    }
    const failures = [...captured].map(([kind, result]) => this.#receive(kind, result));
    const failure = failures.findLast((error) => error !== null);
    if (failure) throw failure;
  }

  /** Never rejects. */
  async #ask(kinds: readonly InputKind[], signal: AbortSignal): Promise<Captured> {
    if (signal.aborted) return new Map();
    try {
      return await capture(await this.#devices(), kinds, { quality: this.#quality });
    } catch (thrown) {
      return new Map(kinds.map((kind) => [kind, CallError.from(thrown)]));
    }
  }

  /** Takes what came, unless nobody wants it any more. Returns why it can't be had. */
  #receive(kind: InputKind, result: MediaStreamTrack | CallError): CallError | null {
    if (!this.#isAwaited(kind)) endTracks([[kind, result]]);
    else if (result instanceof CallError) return this.#fail(kind, result);
    else if (result.readyState === 'ended') return this.#fail(kind, lost(kind));
    else this.#adopt(kind, result);
    return null;
  }

  #adopt(kind: InputKind, track: MediaStreamTrack): void {
    const { turn } = Object.assign(this.#inputs[kind], { track, live: true });
    track.addEventListener('ended', () => void turn.run(() => this.#lost(kind, track)), {
      signal: this.#use.signal,
    });
    if (kind === 'camera') this.#report({ type: 'picture', picture: new MediaStream([track]) });
    else this.#voice.watch(track);
  }

  /** The device was unplugged, or the browser took it away. */
  async #lost(kind: InputKind, track: MediaStreamTrack): Promise<void> {
    if (this.#inputs[kind].track !== track) return;
    this.#endTrack(kind);
    this.#fail(kind, lost(kind));
    await this.#publish().catch((error: CallError) => {
      if (error.code !== 'aborted') this.#report({ type: 'notice', error });
    });
  }

  #publish(): Promise<void> {
    const { microphone, camera } = this.#inputs;
    const updating = this.#stream?.update({ audio: sent(microphone), video: sent(camera) });
    return updating ? untilAborted(updating, this.#room.signal) : Promise.resolve();
  }

  #endTrack(kind: InputKind): void {
    const input = this.#inputs[kind];
    input.track?.stop();
    input.track = null;
    input.live = false;
    if (kind === 'camera') this.#report({ type: 'picture', picture: null });
    else this.#voice.stop();
  }

  #isAwaited(kind: InputKind): boolean {
    return this.#inputs[kind].state === TURNING_ON;
  }

  #confirmOn(kind: InputKind): void {
    if (this.#inputs[kind].live && this.#isAwaited(kind)) this.#setState(kind, ON);
  }

  #fail(kind: InputKind, error: CallError): CallError {
    if (error.code !== 'aborted') {
      this.#setState(kind, { status: 'failed', error });
      this.#report({ type: 'notice', error });
    }
    return error;
  }

  #setState(device: InputKind, state: DeviceState): void {
    this.#inputs[device].state = state;
    this.#report({ type: 'device', device, state });
  }
}

function lost(device: InputKind): CallError {
  return new CallError('device-lost', `The ${device} is gone`, { device });
}

function sent({ track, live }: Input): Outgoing['audio'] {
  return { track, on: live };
}

function endTracks(captured: Iterable<readonly [InputKind, MediaStreamTrack | CallError]>): void {
  for (const [, result] of captured) if (!(result instanceof CallError)) result.stop();
}
