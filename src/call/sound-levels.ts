/** Louder than this, of 1, counts as speaking. Room noise of the tested microphones stays below. */
export const SPEAKING = 0.06;
/** Stands for our own microphone, where levels go by stream: no stream has an empty ID. */
export const OWN_VOICE = '';

type Listener = (level: number) => void;

/**
 * How loud each stream is, 0 to 1. Levels change many times a second, so they go past the snapshot straight
 * to whoever shows that one stream.
 */
export class SoundLevels {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** Calls back with each new level of one stream, or of `OWN_VOICE`. Returns what ends it. */
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
    for (const streamId of this.#listeners.keys())
      if (streamId !== OWN_VOICE) this.#tell(streamId, levels.get(streamId) ?? 0);
  }

  /** How loud we are ourselves. */
  reportOwn(level: number): void {
    this.#tell(OWN_VOICE, level);
  }

  #tell(streamId: string, level: number): void {
    for (const listener of this.#listeners.get(streamId) ?? []) listener(level);
  }
}
