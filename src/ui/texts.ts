import { createContext } from '@lit/context';
import { en } from '../i18n/en.js';
import type { MoreStrings, Strings } from '../i18n/strings.js';
import type { Explanations } from './explanations.js';

/** How long, in ms, nothing is asked for again that could not be loaded. */
const RETRY_AFTER = 5_000;

/** What one call says. Elements hear of a change, and render anew. */
export class Texts {
  readonly #listeners = new Set<() => void>();
  #explanations: Explanations | null = null;
  #loading = false;
  #failedAt = -Infinity;

  readonly strings: Strings = en;
  /** Null while that of English is to be taken: it is loaded by whoever needs it. */
  readonly more: MoreStrings | null = null;

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Words for a problem or an end; null while they are being loaded. */
  explain(words: (explanations: Explanations) => string | null): string | null {
    if (this.#explanations) return words(this.#explanations);
    const failed = performance.now() - this.#failedAt < RETRY_AFTER;
    if (!failed && !this.#loading) void this.#load();
    return failed ? this.strings.unreachable : null;
  }

  async #load(): Promise<void> {
    this.#loading = true;
    try {
      const { Explanations } = await import('./explanations.js');
      this.#explanations = new Explanations(this);
    } catch {
      this.#failedAt = performance.now();
    }
    this.#loading = false;
    for (const listener of this.#listeners) listener();
  }
}

export const textsContext = createContext<Texts>(Symbol.for('zego-call-texts'));

/** For elements that have no call yet. */
export const PAGE_TEXTS: Texts = new Texts();
