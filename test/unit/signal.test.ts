import { expect } from '@open-wc/testing';
import {
  isSignal,
  type ReactionName,
  REACTIONS,
  readSignal,
  type Signal,
  signalText,
} from '../../src/call/signal.js';
import { messageProblem } from '../../src/engine/message-text.js';

const SIGNALS: readonly Signal[] = [
  { type: 'hand', raised: true },
  { type: 'hand', raised: false },
  ...(Object.keys(REACTIONS) as ReactionName[]).map((name) => ({ type: 'reaction', name }) as const),
];

/** Any text in the dress of a signal. */
function dressed(text: string, emoji = '✋'): string {
  const tags = [...text].map((character) => String.fromCodePoint(0xe0000 + character.charCodeAt(0)));
  return `${emoji}${tags.join('')}\u{E007F}`;
}

describe('signals', () => {
  for (const signal of SIGNALS) {
    const text = signalText(signal);
    it(`carries ${JSON.stringify(signal)} in a message that shows an emoji`, () => {
      expect(isSignal(text)).to.equal(true);
      expect(readSignal(text)).to.deep.equal(signal);
      expect(messageProblem(text), 'engines take it').to.equal(null);
      expect(text.trim(), 'trimming leaves it').to.equal(text);
      expect(text.replace(/[\u{E0020}-\u{E007F}]/gu, '')).to.match(/^\p{Emoji}\uFE0F?$/u);
    });
  }

  const FOREIGN: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['words', 'Hello'],
    ['an emoji', '✋'],
    ['a reaction as it is typed', '❤️'],
    ['a flag that is made of tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['the format in letters', 'zc1 hand up'],
    ['tags without an end', dressed('zc1 hand up').slice(0, -2)],
    ['tags and words', `${dressed('zc1 hand up')} hello`],
    ['words and tags', `hello ${dressed('zc1 hand up')}`],
    ['tags of others', dressed('other1 hand up')],
    ['more than a signal ever has', dressed(`zc1 ${'x'.repeat(200)}`)],
  ];
  for (const [what, text] of FOREIGN)
    it(`leaves ${what} to people`, () => {
      expect(isSignal(text)).to.equal(false);
      expect(readSignal(text)).to.equal(null);
    });

  const UNKNOWN = [
    'zc2 hand up',
    'zc1 ',
    'zc1 hand',
    'zc1 hand sideways',
    'zc1 hand up up',
    'zc1 react',
    'zc1 react toString',
    'zc1 react __proto__',
    'zc1 dance now',
  ];
  for (const text of UNKNOWN)
    it(`shows nobody "${text}", and does nothing about it`, () => {
      expect(isSignal(dressed(text))).to.equal(true);
      expect(readSignal(dressed(text))).to.equal(null);
    });
});
