import type { Clock } from '../engine/clock.js';
import type { Signal } from './signal.js';

/** A call sends its raised hand again this long, in ms, after somebody joined. The spread keeps calls from doing so at once. */
const TOLD_AGAIN = { after: 1_000, spread: 4_000 };
/** More people than this are not told one by one, but together with everybody else. */
const MOST_NAMED = 20;

export interface HandNewsOptions {
  /** Whether our hand is raised. */
  readonly isRaised: () => boolean;
  readonly send: (signal: Signal, to?: readonly string[]) => void;
  readonly clock: Clock;
}

/** Tells our hand again to those who missed it, once for all who missed it at about the same time. */
export class HandNews {
  readonly #isRaised: () => boolean;
  readonly #send: HandNewsOptions['send'];
  readonly #clock: Clock;
  /** Who is to be told; never more than one above `MOST_NAMED`. */
  readonly #untold = new Set<string>();
  /** Everybody is to be told, because we were away. */
  #wasAway = false;
  /** Somebody in this call may still see our hand as raised. */
  #wasRaised = false;
  #cancel: (() => void) | null = null;

  constructor({ clock, isRaised, send }: HandNewsOptions) {
    this.#isRaised = isRaised;
    this.#send = send;
    this.#clock = clock;
  }

  /** Somebody came who can't know that our hand is raised. */
  arrived(userId: string): void {
    if (this.#isRaised()) this.#tell(userId);
  }

  /** Somebody who was away wants to know how our hand is. */
  asked(userId: string): void {
    if (this.#wasRaised) this.#tell(userId);
  }

  /** We were away: others may have missed our hand, and we may have missed theirs. */
  reconnected(): void {
    this.#wasAway = true;
    this.#plan();
  }

  /** Everybody in the room was told just now. */
  everybodyKnows(): void {
    this.#wasRaised = true;
    this.#untold.clear();
  }

  reset(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#untold.clear();
    this.#wasAway = false;
    this.#wasRaised = false;
  }

  #tell(userId: string): void {
    if (this.#untold.size <= MOST_NAMED) this.#untold.add(userId);
    this.#plan();
  }

  #plan(): void {
    this.#cancel ??= this.#clock.after(TOLD_AGAIN.after + Math.random() * TOLD_AGAIN.spread, () => {
      this.#cancel = null;
      this.#catchUp();
    });
  }

  #catchUp(): void {
    const hand = { type: 'hand', raised: this.#isRaised() } as const;
    const everybody = this.#wasAway || this.#untold.size > MOST_NAMED;
    if (this.#wasRaised && everybody) this.#send(hand);
    else if (this.#untold.size > 0) this.#send(hand, [...this.#untold]);
    if (this.#wasAway) this.#send({ type: 'hands-wanted' });
    this.#untold.clear();
    this.#wasAway = false;
  }
}
