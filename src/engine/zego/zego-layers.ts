import type { Layer } from '../call-engine.js';
import type { Sdk } from './load-sdk.js';
import type { Pacer } from './pacer.js';
import { toCallError } from './zego-errors.js';

const LOW = 0;
const HIGH = 1;

/** Brings what is received of each played stream in line with what is wanted of it, one request at a time. */
export class Layers {
  readonly #sdk: Sdk;
  readonly #pacer: Pacer;
  readonly #wanted = new Map<string, Layer>();
  /** By played stream. */
  readonly #received = new Map<string, Layer>();
  #working = false;

  constructor(sdk: Sdk, pacer: Pacer) {
    this.#sdk = sdk;
    this.#pacer = pacer;
  }

  want(streamId: string, layer: Layer): void {
    this.#wanted.set(streamId, layer);
    void this.#work();
  }

  /** The stream plays, at the layer that streams start with. */
  played(streamId: string): void {
    this.#received.set(streamId, 'high');
    void this.#work();
  }

  /** The stream doesn't play any more; the next time, it starts at `high` again. */
  forget(streamId: string): void {
    this.#wanted.delete(streamId);
    this.#received.delete(streamId);
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let next = this.#next(); next; next = this.#next()) {
      const [streamId, from, to] = next;
      this.#received.set(streamId, to);
      // What fails isn't tried again: the picture stays as it is, and the next wish asks anew.
      await this.#request(streamId, from, to).catch(toCallError);
    }
    this.#working = false;
  }

  #next(): [streamId: string, from: Layer, to: Layer] | undefined {
    for (const [streamId, from] of this.#received) {
      const to = this.#wanted.get(streamId) ?? 'high';
      if (to !== from) return [streamId, from, to];
    }
    return undefined;
  }

  /** Whether the stream still plays as it did when that was asked for: it may have been stopped, and played anew, since. */
  #isDue(streamId: string, to: Layer): boolean {
    return this.#received.get(streamId) === to;
  }

  async #request(streamId: string, from: Layer, to: Layer): Promise<void> {
    if (from === 'off' || to === 'off') {
      await this.#pacer.run(
        () => this.#isDue(streamId, to) && this.#sdk.mutePlayStreamVideo(streamId, to === 'off'),
      );
    }
    if (to === 'off' || !this.#isDue(streamId, to)) return;
    await this.#sdk.setPlayStreamVideoType(streamId, to === 'low' ? LOW : HIGH);
  }
}
