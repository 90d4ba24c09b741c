type Listener<T> = (value: T) => void;

/** What changes too often for the snapshot: goes past it, straight to whoever shows that one stream. */
export class StreamFeed<T> {
  readonly #listeners = new Map<string, Set<Listener<T>>>();

  /** Calls back with each new value of one stream. Returns what ends it. */
  subscribe(streamId: string, listener: Listener<T>): () => void {
    const listeners = this.#listeners.get(streamId) ?? new Set();
    this.#listeners.set(streamId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(streamId) === listeners)
        this.#listeners.delete(streamId);
    };
  }

  /** The streams of which somebody wants to hear. */
  protected get heard(): Iterable<string> {
    return this.#listeners.keys();
  }

  protected tell(streamId: string, value: T): void {
    for (const listener of this.#listeners.get(streamId) ?? []) listener(value);
  }
}
