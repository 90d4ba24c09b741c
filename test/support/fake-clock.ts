import type { Clock } from '../../src/engine/clock.js';

/** Time that passes only when a test says so. */
export class FakeClock implements Clock {
  /** What is added to the time of day, in ms: somebody sets the clock. */
  skew = 0;
  #now = 0;
  #alarms: { at: number; act: () => void }[] = [];

  get alarms(): number {
    return this.#alarms.length;
  }

  now(): number {
    return this.#now;
  }

  timeOfDay(): number {
    return Date.UTC(2030, 0) + this.#now + this.skew;
  }

  after(milliseconds: number, act: () => void): () => void {
    const alarm = { at: this.#now + milliseconds, act };
    this.#alarms.push(alarm);
    return () => (this.#alarms = this.#alarms.filter((one) => one !== alarm));
  }

  /** Lets time pass; each alarm goes off when it is due. */
  async pass(milliseconds: number): Promise<void> {
    await settled(); // What was just begun may set an alarm first.
    const end = this.#now + milliseconds;
    for (let due = this.#nextAlarm(end); due; due = this.#nextAlarm(end)) {
      this.#now = Math.max(this.#now, due.at);
      await this.#goOff(due);
    }
    this.#now = end;
    await settled();
  }

  /** Lets time pass while the page sleeps: what was due meanwhile goes off after it. */
  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    await this.pass(0);
  }

  #nextAlarm(until: number) {
    return this.#alarms.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
  }

  async #goOff(alarm: { at: number; act: () => void }): Promise<void> {
    this.#alarms = this.#alarms.filter((one) => one !== alarm);
    alarm.act();
    await settled();
  }
}

/** Resolves when every promise that could go on has gone on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
