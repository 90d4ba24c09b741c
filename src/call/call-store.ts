import { Listeners } from '../engine/listeners.js';
import { type CallState, INITIAL_STATE } from './call-state.js';
import { freeze } from './freeze.js';
import type { CallEvent } from './call-event.js';
import { reduceOutside } from './outside-reducer.js';

export type StateListener = (state: CallState, previous: CallState) => void;

/**
 * Holds the state of one call and tells everybody of each change, in order: a listener that gives a command
 * is heard by the others after what it heard itself.
 */
export class CallStore {
  readonly #listeners = new Listeners<[state: CallState, previous: CallState]>();
  readonly #untold: (readonly [state: CallState, previous: CallState])[] = [];
  #reduce = reduceOutside;
  #state = INITIAL_STATE;
  #held = 0;

  get state(): CallState {
    return this.#state;
  }

  /** From now on state changes by this reducer: it comes with the code that reports more than happens outside a room. */
  reduceWith(reduce: (state: CallState, event: CallEvent) => CallState): void {
    this.#reduce = reduce;
  }

  subscribe(listener: StateListener): () => void {
    return this.#listeners.add(listener);
  }

  report(event: CallEvent): void {
    const previous = this.#state;
    const next = this.#reduce(previous, event);
    if (next === previous) return;
    this.#state = freeze(next);
    this.#untold.push([this.#state, previous]);
    this.#tell();
  }

  /** Tells of what `work` changes when it is through, so that no listener's command comes in between. */
  undivided<T>(work: () => T): T {
    this.#held += 1;
    try {
      return work();
    } finally {
      this.#held -= 1;
      this.#tell();
    }
  }

  #tell(): void {
    if (this.#held > 0) return;
    this.#held += 1;
    for (let change = this.#untold.shift(); change; change = this.#untold.shift())
      this.#listeners.tell(...change);
    this.#held -= 1;
  }
}
