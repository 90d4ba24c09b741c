type Listener<Told extends readonly unknown[]> = (...told: Told) => void;

/** Those who want to hear of something. Each subscription is one of its own, even of the same function. */
export class Listeners<Told extends readonly unknown[]> {
  readonly #all = new Set<Listener<Told>>();

  /** Returns what ends the subscription. */
  add(listener: Listener<Told>): () => void {
    const own: Listener<Told> = (...told) => listener(...told);
    this.#all.add(own);
    return () => this.#all.delete(own);
  }

  clear(): void {
    this.#all.clear();
  }

  /** What fails is the listener's own: the others still hear, and the page hears of the failure. */
  tell(...told: Told): void {
    for (const listener of [...this.#all]) {
      if (!this.#all.has(listener)) continue;
      try {
        listener(...told);
      } catch (thrown) {
        reportError(thrown);
      }
    }
  }
}
