import { CallError } from '../engine/call-error.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { capture, type Captured, type CaptureWishes, type InputKind } from './capture.js';
import { aborted, untilAborted } from './deadline.js';
import { Serial } from './serial.js';

/** Asks for microphone and camera, one question at a time: two prompts at once would hide each other. */
export class Prompts {
  readonly #devices: () => Promise<CaptureDevices>;
  readonly #serial = new Serial();

  constructor(devices: () => Promise<CaptureDevices>) {
    this.#devices = devices;
  }

  /** Rejects with `aborted` only; what comes after that is ended. */
  async ask(kinds: readonly InputKind[], wishes: CaptureWishes, signal: AbortSignal): Promise<Captured> {
    const asking = this.#serial.run(() => this.#ask(kinds, wishes, signal));
    void asking.then((late) => signal.aborted && endTracks(late));
    const captured = await untilAborted(asking, signal);
    if (!signal.aborted) return captured;
    endTracks(captured);
    throw aborted();
  }

  /** Never rejects. */
  async #ask(kinds: readonly InputKind[], wishes: CaptureWishes, signal: AbortSignal): Promise<Captured> {
    if (signal.aborted) return new Map();
    try {
      return await capture(await this.#devices(), kinds, wishes);
    } catch (thrown) {
      return new Map(kinds.map((kind) => [kind, CallError.from(thrown)]));
    }
  }
}

function endTracks(captured: Iterable<readonly [InputKind, MediaStreamTrack | CallError]>): void {
  for (const [, result] of captured) if (!(result instanceof CallError)) result.stop();
}
