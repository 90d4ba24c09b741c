/** The SDK drops calls that come within 100 ms of another. */
const GAP = 150;
/** How long one call may keep the others waiting: it may never settle. */
const PATIENCE = 2_000;

/**
 * Runs tasks one after the other, with a gap between them. The SDK throttles each of its mute functions over
 * *all* streams, and of calls in quick succession only the last one counts: muting three streams at once
 * leaves one of them sending.
 */
export class Pacer {
  #last: Promise<unknown> = Promise.resolve();

  run(task: () => unknown): Promise<void> {
    const done = this.#last.then(() => Promise.race([task(), pause(PATIENCE)])).then(() => undefined);
    this.#last = done.catch(() => undefined).then(() => pause(GAP));
    return done;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
