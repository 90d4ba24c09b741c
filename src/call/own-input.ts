import { CallError, type CallErrorCode } from '../engine/call-error.js';
import type { SessionEvent } from './call-event.js';
import { type DeviceState, TURNING_ON } from './call-state.js';
import type { InputKind } from './capture.js';
import { aborted } from './deadline.js';
import type { DeviceBook } from './device-book.js';
import { InputState } from './input-state.js';
import type { Outgoing } from './published-stream.js';
import { Serial } from './serial.js';

/** Captures the device. Rejects with `CallError`; with `aborted` as soon as the signal aborts, which also stops the track. */
export type Capture = (signal: AbortSignal) => Promise<MediaStreamTrack>;

export interface OwnInputParts {
  readonly kind: InputKind;
  readonly book: DeviceBook;
  readonly report: (event: SessionEvent) => void;
  /** Asks for the device with this ID; without one, for the device that the person prefers. */
  readonly capture: (id?: string) => Capture;
  /** Brings the room up to date. Rejects with `CallError`; with `aborted` when the room was changed meanwhile. */
  readonly publish: () => Promise<void>;
  /** Lets the room get nothing of the device from this moment on. */
  readonly silence: () => void;
  /** Returns whether a device that is off stays captured, so that turning it on is instant. */
  readonly staysCaptured: () => boolean;
  /** Handles each track that is captured, and null when there is none any more. */
  readonly onTrack: (track: MediaStreamTrack | null) => void;
}

const MISSING: readonly CallErrorCode[] = ['device-lost', 'device-not-found'];

/**
 * Our microphone or our camera: captures, replaces and ends its tracks. While the person does not want it, nothing is
 * captured, and every track that might still be sent is disabled.
 */
export class OwnInput {
  readonly #parts: OwnInputParts;
  readonly #state: InputState;
  /** Changes of one device follow each other; muting waits for no camera's prompt. */
  readonly #turn = new Serial();
  #track: MediaStreamTrack | null = null;
  /** Every track that may still be sent: also the one that another is about to replace. */
  readonly #live = new Set<MediaStreamTrack>();
  /** Whether the device went away while it was muted. */
  #isGone = false;
  /** Gives up what is being asked for; the reason is the ID of the device to ask for instead, where there is one. */
  #request = new AbortController();
  /** Aborted by `rest`: what waits for its turn is dropped. */
  #use = new AbortController();

  constructor(parts: OwnInputParts) {
    this.#parts = parts;
    this.#state = new InputState(parts.kind, parts.report);
  }

  get state(): DeviceState {
    return this.#state.shown;
  }

  /** What the room is to get of it now. */
  get outgoing(): Outgoing['audio'] {
    return { track: this.#track, on: this.#state.wanted && this.#track?.enabled === true };
  }

  /** Whether another device of this kind would be of use. */
  get takesOffers(): boolean {
    const { fault } = this.#state;
    return this.#track !== null || this.#isGone || (fault !== null && MISSING.includes(fault.code));
  }

  /** Says whether joining is to capture it; a device that is captured stays as it is. */
  arm(wanted: boolean): void {
    if (this.#track || (wanted && this.state === TURNING_ON)) return;
    this.#request.abort();
    this.#state.want(wanted, 'resting');
  }

  /** Turns it on. Resolves when the room has it; rejects with `aborted` when it was turned off meanwhile. */
  turnOn(capture: Capture = this.#parts.capture()): Promise<void> {
    if (!this.#state.isConfirmed) this.#state.want(true, 'changing');
    return this.#inTurn(() => this.#turnOn(capture));
  }

  /**
   * Turns it off: nothing is heard or seen from this moment on, whatever the device and the room are busy with. Resolves
   * when the room was told.
   */
  turnOff(): Promise<void> {
    const { status } = this.state;
    for (const track of this.#live) track.enabled = false;
    this.#parts.silence();
    this.#request.abort();
    this.#state.want(false, status === 'off' || status === 'failed' ? 'resting' : 'changing');
    if (!this.#parts.staysCaptured()) this.#end();
    return this.#inTurn(() => this.#turnOff());
  }

  /** Uses the device with this ID: at once when this kind is on or could not be had, else when it is turned on. */
  async select(id: string): Promise<void> {
    const { book, kind } = this.#parts;
    await book.find(kind, id);
    if (!this.#track) this.#request.abort(id);
    await this.#inTurn(async () => {
      await this.#useDevice(id).catch(this.#unlessOff);
      book.choose(kind, id);
      await book.list();
    });
  }

  /** Captures the same device again; does nothing while it is off. */
  recapture(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#track || !this.#state.wanted) return;
      const { deviceId } = this.#track.getSettings();
      await this.#replace(this.#track, deviceId).catch(this.#unlessOff);
    });
  }

  /** Resolves when no change is under way. */
  settled(): Promise<void> {
    return this.#turn.run(() => Promise.resolve());
  }

  /** Ends what is captured, and gives up what is being asked for. What is wanted is armed for the next call. */
  rest(): void {
    this.#use.abort();
    this.#use = new AbortController();
    this.#request.abort();
    this.#isGone = false;
    this.#end();
    this.#state.become('resting');
  }

  /** Ends it, and wants it no more. */
  forbid(): void {
    this.#state.want(false, 'resting');
    this.rest();
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const { signal } = this.#use;
    return this.#turn.run(() => (signal.aborted ? Promise.reject(aborted()) : task()));
  }

  async #turnOn(capture: Capture): Promise<void> {
    if (!this.#state.wanted) throw aborted();
    if (this.#state.isConfirmed) return;
    if (this.#track) this.#track.enabled = true;
    else this.#adopt(await this.#askWanted(capture).catch((error: CallError) => this.#fail(error)));
    await this.#publishOrEnd();
  }

  async #turnOff(): Promise<void> {
    if (this.#state.wanted) return;
    try {
      await this.#publishUnlessLeft();
    } finally {
      if (!this.#state.wanted) this.#state.become('resting');
    }
  }

  async #useDevice(id: string): Promise<void> {
    if (this.#track?.getSettings().deviceId === id) return;
    // What is captured of another device would be the wrong one to unmute.
    if (!this.#state.wanted) this.#end();
    else if (this.#track) await this.#replace(this.#track, id);
    else if (this.state.status !== 'armed') {
      this.#state.become('changing');
      await this.#turnOn(this.#parts.capture(id));
    }
  }

  /** Captures the new track before the other is given up, so that nobody sees or hears a gap. */
  async #replace(before: MediaStreamTrack, id: string | undefined): Promise<void> {
    this.#adopt(await this.#captureBeside(before, id));
    try {
      await this.#publishOrEnd();
    } finally {
      before.stop();
      this.#live.delete(before);
    }
  }

  async #captureBeside(before: MediaStreamTrack, id: string | undefined): Promise<MediaStreamTrack> {
    const ask = (): Promise<MediaStreamTrack | CallError> =>
      this.#ask(this.#parts.capture(id)).catch(CallError.from);
    let next = await ask();
    if (next instanceof CallError && next.code === 'device-in-use') {
      const { deviceId } = before.getSettings();
      before.stop(); // Phones open one camera at a time.
      next = await ask();
      if (next instanceof CallError) await this.#restore(deviceId);
    }
    if (!(next instanceof CallError)) return next;
    this.#notify(next);
    throw next;
  }

  /** Captures the device again that was given up for one that can't be had. */
  async #restore(id: string | undefined): Promise<void> {
    this.#end();
    try {
      this.#adopt(await this.#ask(this.#parts.capture(id)));
    } catch (thrown) {
      this.#setFault(CallError.from(thrown));
    }
    await this.#publishUnlessLeft().catch((error: CallError) => this.#notify(error));
  }

  /** Asks for another device when one is selected meanwhile. */
  async #askWanted(capture: Capture): Promise<MediaStreamTrack> {
    try {
      return await this.#ask(capture);
    } catch (thrown) {
      const reason: unknown = this.#request.signal.reason;
      if (typeof reason !== 'string') throw thrown;
      return this.#askWanted(this.#parts.capture(reason));
    }
  }

  /** Resolves with a live track that is still wanted. Rejects with `CallError`. */
  async #ask(capture: Capture): Promise<MediaStreamTrack> {
    if (!this.#state.wanted) throw aborted();
    const { signal } = (this.#request = new AbortController());
    const track = await capture(signal);
    if (signal.aborted) throw aborted();
    if (track.readyState === 'ended') throw lost(this.#parts.kind);
    return track;
  }

  #adopt(track: MediaStreamTrack): void {
    this.#request = new AbortController(); // What is here is no longer being asked for.
    track.enabled = this.#state.wanted;
    track.addEventListener('ended', () => this.#onEnded(track), { signal: this.#use.signal });
    this.#track = track;
    this.#live.add(track);
    this.#isGone = false;
    this.#parts.onTrack(track);
  }

  #end(): void {
    for (const track of this.#live) track.stop();
    this.#live.clear();
    this.#track = null;
    this.#parts.onTrack(null);
  }

  /** Turns off again what the room does not take. */
  async #publishOrEnd(): Promise<void> {
    try {
      await this.#publishUnlessLeft();
    } catch (thrown) {
      this.#end();
      this.#fail(CallError.from(thrown));
    }
    if (!this.#state.wanted || !this.#track) throw this.#state.fault ?? aborted();
    this.#state.become('confirmed');
  }

  /** The next room gets what is on. */
  async #publishUnlessLeft(): Promise<void> {
    try {
      await this.#parts.publish();
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (error.code !== 'aborted') throw error;
    }
  }

  /** The device was unplugged, or the browser took it away. Somebody who is muted stays so. */
  #onEnded(track: MediaStreamTrack): void {
    if (this.#track !== track) return;
    const { deviceId = '' } = track.getSettings();
    const error = lost(this.#parts.kind);
    this.#end();
    this.#notify(error);
    this.#isGone = !this.#state.wanted;
    if (this.#state.wanted) this.#setFault(error);
    void this.#inTurn(() => this.#recover(deviceId)).catch(() => undefined);
  }

  /** Tells the room; then goes on with the only other device, or offers one of several. */
  async #recover(lostId: string): Promise<void> {
    const { book, capture, kind, report } = this.#parts;
    await this.#publishUnlessLeft().catch((error: CallError) => this.#notify(error));
    const { options } = (await book.list())[kind];
    const [device, ...more] = options;
    const isPluggedIn = options.some(({ id }) => id === lostId);
    if (!device || isPluggedIn || this.#state.fault?.code !== 'device-lost') return;
    if (more.length > 0) return report({ type: 'offer', offer: { kind, device } });
    this.#state.become('changing');
    await this.#turnOn(capture(device.id));
    this.#notify(lost(kind, device.label));
  }

  #fail(error: CallError): never {
    this.#setFault(error);
    this.#notify(error);
    throw error;
  }

  #setFault(error: CallError): void {
    if (error.code !== 'aborted') this.#state.become('resting', error);
  }

  #notify(error: CallError): void {
    if (error.code !== 'aborted') this.#parts.report({ type: 'notice', error });
  }

  /** Somebody who turned the device off has chosen another one all the same. */
  readonly #unlessOff = (error: CallError): void => {
    if (this.#state.wanted) throw error;
  };
}

/** @param replacement the label of the device that is used now. */
function lost(device: InputKind, replacement?: string): CallError {
  return new CallError('device-lost', `The ${device} is gone`, {
    device,
    ...(replacement === undefined ? {} : { replacement }),
  });
}
