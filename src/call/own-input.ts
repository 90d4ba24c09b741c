import { CallError, type CallErrorCode } from '../engine/call-error.js';
import type { SessionEvent } from './call-event.js';
import { ARMED, type DeviceState, isWanted, OFF, ON, TURNING_OFF, TURNING_ON } from './call-state.js';
import type { InputKind } from './capture.js';
import type { Outgoing } from './published-stream.js';
import { Serial } from './serial.js';

const MISSING: readonly CallErrorCode[] = ['device-lost', 'device-not-found'];

/** Our microphone or our camera: what was captured of it, and how it stands. */
export class OwnInput {
  /** Commands for the same device follow each other; muting waits for no camera's prompt. */
  readonly turn = new Serial();
  readonly #kind: InputKind;
  readonly #report: (event: SessionEvent) => void;
  readonly #onTrack: (track: MediaStreamTrack | null) => void;
  #state: DeviceState = OFF;
  #track: MediaStreamTrack | null = null;
  #live = false;

  /** @param onTrack hears of each track that is captured, and of null when there is none any more. */
  constructor(
    kind: InputKind,
    report: (event: SessionEvent) => void,
    onTrack: (track: MediaStreamTrack | null) => void,
  ) {
    this.#kind = kind;
    this.#report = report;
    this.#onTrack = onTrack;
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** Whether others may have it: false for a microphone that is captured but muted. */
  get live(): boolean {
    return this.#live;
  }

  get state(): DeviceState {
    return this.#state;
  }

  get isAwaited(): boolean {
    return this.#state === TURNING_ON;
  }

  /** Whether it would be there if its device were. */
  get isMissed(): boolean {
    return this.#state.status === 'failed' && MISSING.includes(this.#state.error.code);
  }

  /** What the room is to get of it. */
  get outgoing(): Outgoing['audio'] {
    return { track: this.#track, on: this.#live };
  }

  become(state: DeviceState): void {
    this.#state = state;
    this.#report({ type: 'device', device: this.#kind, state });
  }

  /** A device that is on already stays as it is. */
  arm(wanted: boolean): void {
    if (this.#track || (wanted && this.isAwaited)) return;
    this.become(wanted ? ARMED : OFF);
  }

  adopt(track: MediaStreamTrack, live = true): void {
    this.#track = track;
    this.#live = live;
    this.#onTrack(track);
  }

  /** Lets others have again what is still captured. */
  resume(): void {
    if (!this.#track) return;
    this.#live = this.#track.enabled = true;
  }

  /** Others may not have it any more; what is captured stays so. */
  withhold(): void {
    this.#live = false;
  }

  /** Not heard or seen from this moment on, whatever the device and the room are busy with. */
  silence(): void {
    if (this.#track) this.#track.enabled = false;
    if (isWanted(this.#state)) this.become(TURNING_OFF);
  }

  end(): void {
    this.#track?.stop();
    this.#track = null;
    this.#live = false;
    this.#onTrack(null);
  }

  /** Takes what came, unless nobody wants it any more. Returns why it can't be had. */
  receive(result: MediaStreamTrack | CallError): CallError | null {
    if (!this.isAwaited) {
      if (!(result instanceof CallError)) result.stop();
    } else if (result instanceof CallError) return this.fail(result);
    else if (result.readyState === 'ended') return this.fail(lost(this.#kind));
    else this.adopt(result);
    return null;
  }

  confirmOn(): void {
    if (this.#live && this.isAwaited) this.become(ON);
  }

  fail(error: CallError): CallError {
    if (error.code !== 'aborted') {
      this.become({ status: 'failed', error });
      this.#report({ type: 'notice', error });
    }
    return error;
  }

  /** Ended for this call; what was on is armed for the next one. */
  rest(): void {
    const state = this.#state;
    this.end();
    this.become(isWanted(state) || state.status === 'failed' ? ARMED : OFF);
  }
}

export function lost(device: InputKind): CallError {
  return new CallError('device-lost', `The ${device} is gone`, { device });
}
