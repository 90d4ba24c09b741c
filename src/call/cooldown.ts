import type { Clock } from '../engine/clock.js';

/** Lets each key through once in an interval. What comes sooner is refused. */
export class Cooldown {
  readonly #interval: number;
  readonly #clock: Clock;
  /** When each key was last let through, the oldest first. Those whose interval is over are forgotten. */
  readonly #passedAt = new Map<string, number>();

  /** @param interval in ms. */
  constructor(interval: number, clock: Clock) {
    this.#interval = interval;
    this.#clock = clock;
  }

  /** Returns whether the key is let through now. */
  take(key: string): boolean {
    const now = this.#clock.now();
    for (const [other, at] of this.#passedAt) {
      if (now - at < this.#interval) break;
      this.#passedAt.delete(other);
    }
    if (this.#passedAt.has(key)) return false;
    this.#passedAt.set(key, now);
    return true;
  }

  reset(): void {
    this.#passedAt.clear();
  }
}
