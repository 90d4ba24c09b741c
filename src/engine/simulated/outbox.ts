import type { EngineEvent } from '../call-engine.js';

/** Delivers events in order and never inside the call that caused them, as a network would. */
export class Outbox {
  readonly #deliver: (event: EngineEvent) => void;
  #ready: EngineEvent[] = [];
  #held: EngineEvent[] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(deliver: (event: EngineEvent) => void) {
    this.#deliver = deliver;
  }

  post(event: EngineEvent): void {
    if (this.#closed) return;
    (this.#held ?? this.#ready).push(event);
    this.#schedule();
  }

  /** Keeps back what is posted from now on, until `resume`. */
  hold(): void {
    this.#held ??= [];
  }

  /** Delivers `first`, and then what was kept back. */
  resume(first: EngineEvent): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const event of [first, ...held]) this.post(event);
  }

  /** Nothing is delivered any more, not even what was posted before. */
  close(): void {
    this.#closed = true;
    this.#ready = [];
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#ready.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#drain();
    });
  }

  #drain(): void {
    for (let event = this.#ready.shift(); event; event = this.#ready.shift()) this.#deliver(event);
  }
}
