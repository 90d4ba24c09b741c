import { createContext } from '@lit/context';
import { en } from '../i18n/en.js';
import type { CallStrings, Speech, Strings } from '../i18n/strings.js';
import type { Explanations } from './explanations.js';

/** How long, in ms, nothing is asked for again that could not be loaded. */
const RETRY_AFTER = 5_000;
const ENGLISH: Speech = { lang: 'en', dir: 'ltr', strings: en, more: null };
/** What is surely English; whatever else there may be is known where the other languages are. */
const PLAIN_ENGLISH = /^(en(-[a-z]{2})?)?$/i;

/** What one call says. Elements hear of a change, and render anew. */
export class Texts {
  readonly #listeners = new Set<() => void>();
  #explanations: Explanations | null = null;
  #loading = false;
  #failedAt = -Infinity;

  #wish: readonly unknown[] = [];
  /** Whether nothing is said yet, because the first language is being loaded; null before there was any. */
  silent: boolean | null = null;
  speech: Speech = ENGLISH;

  get strings(): Strings {
    return this.speech.strings;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Speaks the language of that tag, with these texts in place of its own. What can't be loaded changes nothing: the next
   * other wish is tried anew.
   */
  async use(lang: string, replaced: CallStrings | null): Promise<void> {
    if (this.#wish[0] === lang && this.#wish[1] === replaced) return;
    const wish = (this.#wish = [lang, replaced]);
    let speech: Speech = { ...ENGLISH, lang: lang || 'en' };
    if (replaced || !PLAIN_ENGLISH.test(lang)) {
      this.silent ??= true;
      speech = await import('../i18n/languages.js')
        .then(({ speechIn }) => speechIn(lang, replaced))
        .catch(() => this.speech);
      if (wish !== this.#wish) return;
    }
    this.silent = false;
    this.speech = speech;
    this.#tell();
  }

  /**
   * Words for a problem or an end; null while they are being loaded.
   * @param otherwise what is said where they can't be loaded.
   */
  explain(
    words: (explanations: Explanations) => string | null,
    otherwise = this.strings.unreachable,
  ): string | null {
    if (this.#explanations) return words(this.#explanations);
    const failed = performance.now() - this.#failedAt < RETRY_AFTER;
    if (!failed && !this.#loading) void this.#load();
    return failed ? otherwise : null;
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
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export const textsContext = createContext<Texts>(Symbol.for('zego-call-texts'));

/** For elements that have no call yet. */
export const PAGE_TEXTS: Texts = new Texts();
