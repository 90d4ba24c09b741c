import { settle } from './settle.js';

/** The SDK puts off a call that comes within 100 ms of another, and forgets it when a third one follows. */
const GAP = 150;
/** How long one call may keep the others waiting: it may never settle. */
const PATIENCE = 2_000;
const NEVER = new AbortController().signal;

/**
 * Runs tasks one after the other, with a gap between them. The SDK throttles each of its mute functions over
 * *all* streams, and of calls in quick succession only the first and the last one count: muting three streams
 * at once leaves one of them sending.
 */
export class Pacer {
  #last: Promise<unknown> = Promise.resolve();

  run(task: () => unknown): Promise<void> {
    const limits = { what: 'Muting', milliseconds: PATIENCE, signal: NEVER };
    const done = this.#last.then(() => settle(Promise.resolve(task()), limits)).then(() => undefined);
    this.#last = done.catch(() => undefined).then(() => pause(GAP));
    return done;
  }
}

/** Those of one instance of the SDK: one for each function that it throttles. */
export class Pacers {
  readonly audio = new Pacer();
  readonly video = new Pacer();
  readonly layer = new Pacer();
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
