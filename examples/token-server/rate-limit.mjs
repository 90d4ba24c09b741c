/** How often each key may do something: `limit` times in `windowMs`, counted from its first time. */
export class RateLimit {
  #windows = new Map();
  #limit;
  #windowMs;
  #maxKeys;

  /** Remembers `maxKeys` at most, and forgets the oldest: nobody can fill the memory with keys of their making. */
  constructor({ limit, windowMs = 60_000, maxKeys = 10_000 }) {
    this.#limit = limit;
    this.#windowMs = windowMs;
    this.#maxKeys = maxKeys;
  }

  get size() {
    return this.#windows.size;
  }

  /** Counts one time. Answers 0 when it is within the limit, else the seconds until the next may be. */
  take(key) {
    const now = performance.now();
    let window = this.#windows.get(key);
    if (!window || window.end <= now) window = this.#open(key, now);
    window.count += 1;
    return window.count <= this.#limit ? 0 : Math.ceil((window.end - now) / 1000);
  }

  #open(key, now) {
    this.#windows.delete(key); // A Map keeps the order in which keys came: the first is the oldest.
    if (this.#windows.size >= this.#maxKeys) this.#windows.delete(this.#windows.keys().next().value);
    const window = { end: now + this.#windowMs, count: 0 };
    this.#windows.set(key, window);
    return window;
  }
}
