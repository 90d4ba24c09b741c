import { en } from './en.js';
import type { CallStrings, MoreStrings, Speech, Strings } from './strings.js';

interface Translation {
  readonly strings: Strings;
  readonly more: MoreStrings;
}

/** Every language there is, loaded when it is spoken. */
const LANGUAGES = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  en: async () => ({ strings: en, more: (await import('./en-more.js')).enMore }),
  es: () => import('./es.js'),
  fa: () => import('./fa.js'),
  fr: () => import('./fr.js'),
  he: () => import('./he.js'),
  hi: () => import('./hi.js'),
  id: () => import('./id.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  ru: () => import('./ru.js'),
  th: () => import('./th.js'),
  tr: () => import('./tr.js'),
  vi: () => import('./vi.js'),
  'zh-Hans': () => import('./zh-Hans.js'),
  'zh-Hant': () => import('./zh-Hant.js'),
} satisfies Record<string, () => Promise<Translation>>;

/** The tag of a language that there is. */
export type Language = keyof typeof LANGUAGES;

/** Of scripts that the tags of pages may lead to. */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'];

/** The tags of all languages, in the order of their names. */
export function languageTags(): Language[] {
  return Object.keys(LANGUAGES) as Language[];
}

/** What to call each language in a list to choose from: its name in itself, by its tag. */
export function languageNames(): ReadonlyMap<Language, string> {
  return new Map(
    languageTags().map((tag) => [tag, new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag]),
  );
}

/** The language to speak where a page's `lang` is that tag; null where there is no translation. */
export function languageOf(tag: string): Language | null {
  const locale = localeOf(tag)?.maximize();
  if (!locale) return null;
  const { language, script } = locale;
  const name = language === 'zh' ? (script === 'Hant' ? 'zh-Hant' : 'zh-Hans') : language;
  return Object.hasOwn(LANGUAGES, name) ? (name as Language) : null;
}

/** Where a line of that language begins. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const locale = localeOf(tag)?.maximize();
  return locale?.script && RIGHT_TO_LEFT.includes(locale.script) ? 'rtl' : 'ltr';
}

/**
 * What to say where a page's `lang` is that tag: English where there is no translation. Whoever replaces texts there is
 * believed to have written them in the language of the page.
 */
export async function speechIn(tag: string, replaced: CallStrings | null): Promise<Speech> {
  const language = languageOf(tag);
  const lang = (language || replaced ? localeOf(tag)?.toString() : null) ?? 'en';
  const { more, strings } = await LANGUAGES[language ?? 'en']();
  const dir = directionOf(lang);
  if (!replaced) return { lang, dir, strings, more };
  return { lang, dir, strings: replace(strings, replaced), more: replace(more, replaced) };
}

/** Null for what is no tag; some write one with an underscore. */
function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return null;
  }
}

/** The texts with what is given in their place, group by group. */
function replace<T extends object>(texts: T, given: object): T {
  const entries = Object.entries(texts).map(([key, text]: [string, unknown]) => {
    const other = (given as Record<string, unknown>)[key] ?? text;
    return [key, isGroup(text) && isGroup(other) ? replace(text, other) : other];
  });
  return Object.fromEntries(entries) as T;
}

/** Steps that follow each other are replaced together. */
function isGroup(text: unknown): text is object {
  return typeof text === 'object' && text !== null && !Array.isArray(text);
}
