import type { ReactiveControllerHost } from 'lit';

/** How long, in ms, what a call can do without for a moment leaves the machine to connecting. */
const CALM = 400;
let calm: Promise<void> | undefined;

/** Loads what only adds to a call, the first time on a page not before the call had a moment to connect. */
export function later<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    await (calm ??= new Promise((resolve) => setTimeout(resolve, CALM)));
    return load();
  };
}

/** What an element loads when it first needs it: the element renders again once it is there. */
export class Lazy<T> {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  #value: T | null = null;
  #loading = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
  }

  /** What is there so far; asks for it when it is not, and again after a load that failed. */
  need(): T | null {
    if (!this.#value && !this.#loading) void this.#fetch();
    return this.#value;
  }

  /** What is there so far. */
  get value(): T | null {
    return this.#value;
  }

  async #fetch(): Promise<void> {
    this.#loading = true;
    try {
      this.#value = await this.#load();
      this.#host.requestUpdate();
    } catch {
      // Without it the element does what it can; the next render asks again.
    } finally {
      this.#loading = false;
    }
  }
}
