type Category = Intl.LDMLPluralRule;

/** How a language writes numbers, lists, and what depends on a number. */
export interface Grammar<Own extends Category> {
  /** The plural forms that its rules tell apart, of whole numbers. */
  readonly categories: readonly Own[];
  readonly number: (value: number) => string;
  /** “A, B and C”. */
  readonly list: (items: readonly string[]) => string;
  /** The form for that many, with the number in place of `#`. `other` also serves what no form was given for. */
  readonly plural: (count: number, forms: Readonly<Record<Own | 'other', string>>) => string;
}

export function grammarOf<const Own extends Category>(tag: string, categories: readonly Own[]): Grammar<Own> {
  const rules = whenNeeded(() => new Intl.PluralRules(tag));
  const numbers = whenNeeded(() => new Intl.NumberFormat(tag));
  const lists = whenNeeded(() => new Intl.ListFormat(tag, { type: 'conjunction' }));
  const number = (value: number): string => numbers().format(value);
  return {
    categories,
    number,
    list: (items) => lists().format(items),
    plural: (count, forms: Partial<Record<Category, string>> & Record<'other', string>) =>
      (forms[rules().select(count)] ?? forms.other).replace('#', number(count)),
  };
}

/** A browser loads the tables of a language for each of these, which is not to hold up a call that begins. */
function whenNeeded<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Keeps a name in another script from turning around the words beside it. */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
