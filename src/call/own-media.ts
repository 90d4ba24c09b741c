import { CallError, type DeviceKind } from '../engine/call-error.js';
import type { CallEngine } from '../engine/call-engine.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { ARMED, type DeviceState, isWanted, OFF, ON } from './call-state.js';
import { capture, type Captured, captureScreen, type InputKind } from './capture.js';
import { aborted, untilAborted } from './deadline.js';
import { type Outgoing, PublishedStream } from './published-stream.js';
import type { SessionEvent } from './reducer.js';
import { Serial } from './serial.js';

const INPUTS: readonly InputKind[] = ['microphone', 'camera'];

interface Input {
  state: DeviceState;
  track: MediaStreamTrack | null;
  /** Whether others may have it: false for a microphone that is captured but muted. */
  live: boolean;
}

/**
 * Our own microphone, camera and screen: captured once, shown in the preview, and published while a room is
 * connected. Off means off: the camera's light goes out. Only a microphone that is muted during a call stays
 * captured, so that unmuting is instant.
 */
export class OwnMedia {
  readonly #devices: () => Promise<CaptureDevices>;
  readonly #report: (event: SessionEvent) => void;
  readonly #inputs: Record<InputKind, Input> = {
    microphone: { state: OFF, track: null, live: false },
    camera: { state: OFF, track: null, live: false },
  };
  readonly #serial = new Serial();
  /** Aborted by `release`: whatever is captured after that is ended at once. */
  #use = new AbortController();
  /** Aborted by `disconnect`: nothing waits for a room that was left. */
  #room = new AbortController();
  #screen: MediaStream | null = null;
  #engine: CallEngine | null = null;
  #cameraStream: PublishedStream | null = null;
  #screenStream: PublishedStream | null = null;

  constructor(devices: () => Promise<CaptureDevices>, report: (event: SessionEvent) => void) {
    this.#devices = devices;
    this.#report = report;
  }

  /** Says what joining is to capture; a device that is on already stays as it is. */
  arm(kind: InputKind, wanted: boolean): void {
    if (!this.#inputs[kind].track) this.#setState(kind, wanted ? ARMED : OFF);
  }

  /** Captures all that is armed, with one prompt. What can't be had becomes `failed` and a notice; never rejects. */
  captureArmed(): Promise<void> {
    return this.#serial.run(() => {
      const armed = INPUTS.filter((kind) => this.#inputs[kind].state.status === 'armed');
      if (armed.length === 0) return Promise.resolve();
      return this.#capture(armed)
        .catch(() => undefined)
        .finally(() => armed.forEach((kind) => this.#inputs[kind].live && this.#setState(kind, ON)));
    });
  }

  /** Publishes what is on, and from now on every change. Rejects when the room refuses the stream. */
  connect(engine: CallEngine): Promise<void> {
    this.#engine = engine;
    this.#cameraStream = new PublishedStream(engine, 'camera');
    return this.#serial.run(() => this.#publish());
  }

  /** The engine reported one of our publications as over. */
  publicationEnded(streamId: string): void {
    this.#cameraStream?.ended(streamId);
    this.#screenStream?.ended(streamId);
  }

  /** Forgets the room, which has ended the publications itself; camera and microphone stay as they are. */
  disconnect(): void {
    this.#engine = this.#cameraStream = this.#screenStream = null;
    this.#room.abort();
    this.#room = new AbortController();
    this.#endScreen();
  }

  /** Turns a device on or off; resolves when it is so, in the room too. Rejects with `CallError`. */
  set(kind: InputKind, on: boolean): Promise<void> {
    return this.#serial.run(() => (on ? this.#turnOn(kind) : this.#turnOff(kind)));
  }

  /** Shares a screen beside the camera; ends by itself when the person stops it in the browser's own bar. */
  startScreen(): Promise<void> {
    return this.#serial.run(() => this.#shareScreen());
  }

  stopScreen(): Promise<void> {
    return this.#serial.run(async () => {
      const stream = this.#screenStream;
      this.#endScreen();
      await stream?.stop();
    });
  }

  /** Ends every track at once. What was on is armed for the next call. */
  release(): void {
    this.disconnect();
    this.#use.abort();
    this.#use = new AbortController();
    for (const kind of INPUTS) {
      const wanted = isWanted(this.#inputs[kind].state) || this.#inputs[kind].state.status === 'failed';
      this.#endTrack(kind);
      this.#setState(kind, wanted ? ARMED : OFF);
    }
  }

  async #turnOn(kind: InputKind): Promise<void> {
    const input = this.#inputs[kind];
    if (input.live) return;
    this.#setState(kind, { status: 'pending', turning: 'on' });
    if (input.track) input.live = input.track.enabled = true;
    else await this.#capture([kind]);
    try {
      await this.#publish();
      this.#setState(kind, ON);
    } catch (thrown) {
      this.#endTrack(kind);
      this.#fail(kind, CallError.from(thrown));
      throw thrown;
    }
  }

  async #turnOff(kind: InputKind): Promise<void> {
    const input = this.#inputs[kind];
    if (!input.track) return this.#setState(kind, OFF);
    if (!input.live) return;
    this.#setState(kind, { status: 'pending', turning: 'off' });
    input.live = false;
    if (kind === 'microphone') input.track.enabled = false;
    try {
      await this.#publish();
    } finally {
      if (kind === 'camera' || !this.#engine) this.#endTrack(kind);
      this.#setState(kind, OFF);
    }
  }

  /** Rejects with the error of the last device that could not be had. */
  async #capture(kinds: readonly InputKind[]): Promise<void> {
    const { signal } = this.#use;
    for (const kind of kinds) this.#setState(kind, { status: 'pending', turning: 'on' });
    const capturing = this.#devices().then(
      (devices) => capture(devices, kinds),
      (error: CallError): Captured => new Map(kinds.map((kind) => [kind, error])),
    );
    void capturing.then((captured) => signal.aborted && endTracks([...captured.values()]));
    let failure: CallError | null = null;
    for (const [kind, result] of await untilAborted(capturing, signal)) {
      if (result instanceof CallError) this.#fail(kind, (failure = result));
      else this.#adopt(kind, result);
    }
    if (failure) throw failure;
  }

  #adopt(kind: InputKind, track: MediaStreamTrack): void {
    Object.assign(this.#inputs[kind], { track, live: true });
    track.addEventListener('ended', () => void this.#serial.run(() => this.#lost(kind, track)), {
      signal: this.#use.signal,
    });
    if (kind === 'camera') this.#report({ type: 'picture', picture: new MediaStream([track]) });
  }

  /** The device was unplugged, or the browser took it away. */
  async #lost(kind: InputKind, track: MediaStreamTrack): Promise<void> {
    if (this.#inputs[kind].track !== track) return;
    this.#endTrack(kind);
    this.#fail(kind, new CallError('device-lost', `The ${kind} is gone`, { device: kind }));
    await this.#publish().catch((error: CallError) => this.#report({ type: 'notice', error }));
  }

  async #shareScreen(): Promise<void> {
    if (this.#screen) return;
    const engine = this.#engine;
    if (!engine) throw new CallError('aborted', 'A screen can be shared only during a call');
    this.#report({ type: 'device', device: 'screen', state: { status: 'pending', turning: 'on' } });
    try {
      this.#screen = await this.#captureScreen();
      this.#screenStream = new PublishedStream(engine, 'screen');
      await untilAborted(this.#screenStream.update(outgoing(this.#screen)), this.#room.signal);
      this.#report({ type: 'device', device: 'screen', state: ON });
    } catch (thrown) {
      const error = CallError.from(thrown);
      this.#endScreen();
      if (error.code !== 'aborted') this.#report({ type: 'notice', error });
      throw error;
    }
  }

  async #captureScreen(): Promise<MediaStream> {
    const { signal } = this.#use;
    const capturing = this.#devices().then(captureScreen);
    capturing.then(
      (screen) => signal.aborted && endTracks(screen.getTracks()),
      () => undefined,
    );
    const screen = await untilAborted(capturing, signal);
    if (!this.#engine) {
      endTracks(screen.getTracks());
      throw aborted();
    }
    const [picture] = screen.getVideoTracks();
    picture?.addEventListener('ended', () => void this.stopScreen().catch(() => undefined), { signal });
    return screen;
  }

  #endScreen(): void {
    if (this.#screen) endTracks(this.#screen.getTracks());
    this.#screen = this.#screenStream = null;
    this.#report({ type: 'device', device: 'screen', state: OFF });
  }

  #publish(): Promise<void> {
    const { microphone, camera } = this.#inputs;
    const updating = this.#cameraStream?.update({ audio: sent(microphone), video: sent(camera) });
    return updating ? untilAborted(updating, this.#room.signal) : Promise.resolve();
  }

  #endTrack(kind: InputKind): void {
    const input = this.#inputs[kind];
    input.track?.stop();
    input.track = null;
    input.live = false;
    if (kind === 'camera') this.#report({ type: 'picture', picture: null });
  }

  #fail(kind: InputKind, error: CallError): void {
    if (error.code === 'aborted') return;
    this.#setState(kind, { status: 'failed', error });
    this.#report({ type: 'notice', error });
  }

  #setState(device: InputKind, state: DeviceState): void {
    this.#inputs[device].state = state;
    this.#report({ type: 'device', device: device satisfies DeviceKind, state });
  }
}

function sent({ track, live }: Input): Outgoing['audio'] {
  return { track, on: live };
}

function outgoing(media: MediaStream): Outgoing {
  const [audio = null] = media.getAudioTracks();
  const [video = null] = media.getVideoTracks();
  return { audio: { track: audio, on: audio !== null }, video: { track: video, on: video !== null } };
}

function endTracks(tracks: readonly (MediaStreamTrack | CallError)[]): void {
  for (const track of tracks) if (!(track instanceof CallError)) track.stop();
}
