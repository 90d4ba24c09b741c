import type { Clock } from '../engine/clock.js';

/** At least this long, in ms, between two changes of one person's hand. */
const CHANGES_APART = 500;

interface Change {
  /** What came after it, too fast; undefined when nothing did. */
  latest?: boolean;
  readonly cancel: () => void;
}

/** Reports each hand that goes up or down at once; of changes that follow too fast, only the last one, and later. */
export class HandChanges {
  readonly #report: (userId: string, raised: boolean) => void;
  readonly #clock: Clock;
  readonly #recent = new Map<string, Change>();

  constructor(report: (userId: string, raised: boolean) => void, clock: Clock) {
    this.#report = report;
    this.#clock = clock;
  }

  change(userId: string, raised: boolean): void {
    const recent = this.#recent.get(userId);
    if (recent) recent.latest = raised;
    else this.#show(userId, raised);
  }

  /** Forgets everything that was not reported yet. */
  reset(): void {
    for (const { cancel } of this.#recent.values()) cancel();
    this.#recent.clear();
  }

  #show(userId: string, raised: boolean): void {
    const cancel = this.#clock.after(CHANGES_APART, () => {
      const latest = this.#recent.get(userId)?.latest;
      this.#recent.delete(userId);
      // Also when it is as it was: a person who left and came back meanwhile has lost their hand.
      if (latest !== undefined) this.#show(userId, latest);
    });
    this.#recent.set(userId, { cancel });
    this.#report(userId, raised);
  }
}
