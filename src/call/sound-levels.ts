type Listener = (level: number) => void;

/**
 * How loud each stream is, 0 to 1. Levels change many times a second, so they go past the snapshot straight
 * to whoever shows that one stream.
 */
export class SoundLevels {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** Calls back with each new level of one stream. Returns what ends it. */
  subscribe(streamId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(streamId) ?? new Set();
    this.#listeners.set(streamId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(streamId) === listeners)
        this.#listeners.delete(streamId);
    };
  }

  report(levels: ReadonlyMap<string, number>): void {
    for (const [streamId, listeners] of this.#listeners)
      for (const listener of listeners) listener(levels.get(streamId) ?? 0);
  }
}
