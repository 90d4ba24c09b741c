import { CallError } from '../engine/call-error.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { capture, type Captured, type CaptureWishes, type InputKind } from './capture.js';
import { aborted, untilAborted, within } from './deadline.js';

/**
 * Waits for one device of a request. Rejects with `CallError`: with the reason why the device can't be had, or with
 * `aborted` as soon as the signal aborts, which stops the track, also one that arrives later.
 */
export type Claim = (kind: InputKind, signal: AbortSignal) => Promise<MediaStreamTrack>;

/** Asks for microphone and camera, one question at a time: two prompts at once would hide each other. */
export class Prompts {
  readonly #devices: () => Promise<CaptureDevices>;
  readonly #patience: number;
  #previous: Promise<unknown> = Promise.resolve();

  /** @param patience how long, in ms, a request waits for the one before it, which may never be answered. */
  constructor(devices: () => Promise<CaptureDevices>, patience: number) {
    this.#devices = devices;
    this.#patience = patience;
  }

  /** Asks for all these devices with one prompt. The request is given up once every one of them is. */
  ask(kinds: readonly InputKind[], wishes: CaptureWishes): Claim {
    const claimed = new Set(kinds);
    const givenUp = new AbortController();
    const captured = this.#enqueue(() => this.#capture(kinds, wishes), givenUp.signal);
    return async (kind, signal) => {
      let result: MediaStreamTrack | CallError | undefined;
      const end = (): void => {
        if (result && !(result instanceof CallError)) result.stop();
      };
      // Also between the answer and whoever waits for it: nothing may stay on.
      signal.addEventListener('abort', end);
      const arrived = captured.then((all) => {
        result = all.get(kind);
        if (signal.aborted) end();
      });
      try {
        await untilAborted(arrived, signal);
      } finally {
        claimed.delete(kind);
        if (claimed.size === 0) givenUp.abort();
      }
      if (!result || result instanceof CallError) throw result ?? aborted();
      return result;
    };
  }

  /** Never rejects; resolves with nothing when it was given up before its turn. */
  #enqueue(request: () => Promise<Captured>, givenUp: AbortSignal): Promise<Captured> {
    const turn = within(this.#patience, 'The prompt before', this.#previous).catch(() => undefined);
    const captured = turn.then(() => (givenUp.aborted ? new Map() : request()));
    this.#previous = untilAborted(captured, givenUp).catch(() => undefined);
    return captured;
  }

  /** Never rejects. */
  async #capture(kinds: readonly InputKind[], wishes: CaptureWishes): Promise<Captured> {
    try {
      return await capture(await this.#devices(), kinds, wishes);
    } catch (thrown) {
      return new Map(kinds.map((kind) => [kind, CallError.from(thrown)]));
    }
  }
}
