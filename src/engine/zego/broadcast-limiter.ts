import { type Clock, CLOCK } from '../clock.js';

const SECOND = 1_000;
/** Timers of browsers may fire a little before the time of day says so. */
const MARGIN = 20;
/** A clock that is further behind the last message than this, in ms, was set back: waiting is no use. */
const LONGEST_DELAY = 5_000;

/**
 * Knows when the SDK takes the next broadcast message. The SDK rounds the time of day down to seconds and refuses a message
 * unless its second is later than that of the last one: two in a row are up to a second apart, and after somebody has
 * set the clock back, it refuses all until the clock has caught up.
 */
export class BroadcastLimiter {
  readonly #clock: Clock;
  /** The second in which the SDK took the last one, in ms since the epoch. */
  #last = -Infinity;

  constructor(clock: Clock = CLOCK) {
    this.#clock = clock;
  }

  /** How long the next message has to wait, in ms; 0 also when waiting is no use, because the clock was set back. */
  get delay(): number {
    return this.isSetBack ? 0 : this.#delay;
  }

  /** Whether the SDK refuses broadcast messages for longer than anybody would wait. */
  get isSetBack(): boolean {
    return this.#delay > LONGEST_DELAY;
  }

  /** A message was handed over to the SDK. */
  handedOver(): void {
    this.#last = this.#second;
  }

  get #delay(): number {
    const wait = this.#last + SECOND - this.#clock.timeOfDay();
    return this.#second > this.#last ? 0 : wait + MARGIN;
  }

  get #second(): number {
    return Math.floor(this.#clock.timeOfDay() / SECOND) * SECOND;
  }
}
