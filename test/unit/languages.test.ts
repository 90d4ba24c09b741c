import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import type { Grammar } from '../../src/i18n/grammar.js';
import {
  directionOf,
  type Language,
  languageNames,
  languageOf,
  languageTags,
  speechIn,
} from '../../src/i18n/languages.js';
import type { MoreStrings, Speech } from '../../src/i18n/strings.js';

const RIGHT_TO_LEFT = ['ar', 'fa', 'he'];

/** Of counts, those that the rules of some language tell apart. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100];

const NAMES = [['Ada'], ['Ada', 'Bob'], ['Ada', 'Bob', 'Eve'], ['Ada', 'Bob', 'Eve', 'Dan', 'Zoë']];

describe('which language a tag finds', () => {
  const TABLE: readonly (readonly [tag: string, language: Language | null])[] = [
    ['en', 'en'],
    ['en-001', 'en'],
    ['en_US', 'en'],
    ['de', 'de'],
    ['de-CH', 'de'],
    ['DE-at', 'de'],
    ['de-DE-u-co-phonebk', 'de'],
    ['ar-EG', 'ar'],
    ['ja-JP', 'ja'],
    ['', null],
    ['x', null],
    ['not a tag!', null],
    ['en-!!', null],
    ['sv', null],
    ['tlh', null],
    ['constructor', null],
  ];
  for (const [tag, language] of TABLE)
    it(`"${tag}": ${language ?? 'none'}`, () => {
      expect(languageOf(tag)).to.equal(language);
    });
});

describe('where a line begins', () => {
  for (const tag of ['ar', 'ar-EG', 'he-IL', 'iw', 'fa', 'ur', 'ckb-IQ', 'pa-PK', 'dv'])
    it(`on the right: ${tag}`, () => {
      expect(directionOf(tag)).to.equal('rtl');
    });
  for (const tag of ['en', 'de', 'zh-TW', 'hi', 'th', 'pa', 'az', '', 'not a tag!'])
    it(`on the left: "${tag}"`, () => {
      expect(directionOf(tag)).to.equal('ltr');
    });
});

describe('what is said', () => {
  it('keeps the region of the page, for times and numbers', async () => {
    expect((await speechIn('de-CH', null)).lang).to.equal('de-CH');
    expect((await speechIn('en_GB', null)).lang).to.equal('en-GB');
  });

  it('is English, and said to be, where there is no translation', async () => {
    for (const tag of ['sv', 'ur', 'not a tag!']) {
      const { dir, lang, strings } = await speechIn(tag, null);
      expect([lang, dir, strings]).to.deep.equal(['en', 'ltr', en]);
    }
  });

  it('is in the language of the page where the page gives its own texts', async () => {
    const { dir, lang, strings } = await speechIn('ur-PK', { join: 'شامل ہوں' });
    expect([lang, dir, strings.join]).to.deep.equal(['ur-PK', 'rtl', 'شامل ہوں']);
  });

  it('has the page’s own texts in place of the others, group by group', async () => {
    const { more, strings } = await speechIn('de', { join: 'Los!', errors: { 'room-full': 'Voll.' } });
    const german = await speechIn('de', null);
    expect(strings).to.deep.equal({ ...german.strings, join: 'Los!' });
    expect(more).to.deep.equal({
      ...german.more,
      errors: { ...german.more?.errors, 'room-full': 'Voll.' },
    });
  });
});

it('calls each language by its own name', () => {
  const names = languageNames();
  expect([...names.keys()]).to.deep.equal(languageTags());
  expect(names.get('de')).to.equal('Deutsch');
  expect(names.get('ja')).to.equal('日本語');
  expect(new Set(names.values()).size).to.equal(names.size);
});

for (const tag of languageTags())
  describe(`the language "${tag}"`, () => {
    let speech: Speech;
    let more: MoreStrings;
    let grammar: Grammar<Intl.LDMLPluralRule>;
    before(async () => {
      speech = await speechIn(tag, null);
      const file = `../../src/i18n/${tag === 'en' ? 'en-more' : tag}.ts`;
      ({ grammar } = (await import(file)) as { grammar: typeof grammar });
      if (!speech.more) throw new Error('There are no texts for the call');
      ({ more } = speech as { more: MoreStrings });
    });

    it('is written in its direction', () => {
      expect(speech.dir).to.equal(RIGHT_TO_LEFT.includes(tag) ? 'rtl' : 'ltr');
    });

    it('has a form for every whole number', () => {
      const rules = new Intl.PluralRules(tag);
      const needed = new Set(Array.from({ length: 1_000 }, (_, count) => rules.select(count)));
      expect([...grammar.categories].sort()).to.include.members([...needed].sort());
      expect(rules.resolvedOptions().pluralCategories).to.include.members([...grammar.categories]);
    });

    it('says something everywhere, with nothing left to fill in', () => {
      const { bytesLeft, hereWithoutMedia, newMessages, number, pageOf, unreadMessages } = more;
      const said = [
        ...textsIn(speech.strings),
        ...textsIn(more),
        ...NAMES.map(hereWithoutMedia),
        ...COUNTS.flatMap((count) => [number(count), newMessages(count), unreadMessages(count)]),
        ...COUNTS.flatMap((count) => [bytesLeft(count), bytesLeft(-count), pageOf(count, 100)]),
        speech.strings.pin('Ada'),
        speech.strings.screenOf('Ada'),
        more.useDevice('Ada'),
        more.invalidConfig('room', 'is missing'),
      ];
      for (const text of said) {
        expect(text.trim()).to.equal(text);
        expect(text).to.not.equal('');
        expect(text).to.not.match(/#|\$\{|undefined|NaN|\.\.\.|'|"| {2}/);
      }
    });

    it('names the people and things it is about', () => {
      for (const names of NAMES)
        for (const name of names) expect(more.hereWithoutMedia(names)).to.contain(name);
      for (const text of [speech.strings.pin('Ada'), speech.strings.screenOf('Ada'), more.useDevice('Ada')])
        expect(text).to.contain('Ada');
      for (const part of ['room', 'is missing'])
        expect(more.invalidConfig('room', 'is missing')).to.contain(part);
    });

    it('tells counts apart', () => {
      for (const words of [more.newMessages, more.unreadMessages, more.bytesLeft])
        expect(new Set(COUNTS.map(words)).size).to.equal(COUNTS.length);
    });
  });

/** The texts that are always the same, those in groups included. */
function textsIn(group: object): string[] {
  return Object.values(group).flatMap((text: unknown) => {
    if (typeof text === 'string') return [text];
    return typeof text === 'object' && text ? textsIn(text) : [];
  });
}
