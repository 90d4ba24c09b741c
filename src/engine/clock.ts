/** Time, as timers need it; tests bring their own. */
export interface Clock {
  /** Returns milliseconds that only ever grow, from an arbitrary start. */
  now(): number;
  /** Returns the time of day in milliseconds since the epoch; somebody may set it forward or back. */
  timeOfDay(): number;
  /** Calls `act` once, after `milliseconds` or, in a page that sleeps, later. Returns what prevents it. */
  after(milliseconds: number, act: () => void): () => void;
}

export const CLOCK: Clock = {
  now: () => performance.now(),
  timeOfDay: () => Date.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
