import { expect } from '@open-wc/testing';
import {
  type ReactionName,
  REACTIONS,
  readSignal,
  type Signal,
  signalText,
  taggedSignal,
} from '../../src/call/signal.js';
import { signalProblem } from '../../src/engine/message-text.js';

const SIGNALS: readonly Signal[] = [
  { type: 'hand', raised: true },
  { type: 'hand', raised: false },
  { type: 'hands-wanted' },
  ...(Object.keys(REACTIONS) as ReactionName[]).map((name) => ({ type: 'reaction', name }) as const),
];

/** A text as earlier versions sent it in a chat message. */
function tagged(text: string, emoji = '✋'): string {
  const tags = [...text].map((character) => String.fromCodePoint(0xe0000 + character.charCodeAt(0)));
  return `${emoji}${tags.join('')}\u{E007F}`;
}

describe('signals', () => {
  for (const signal of SIGNALS) {
    const text = signalText(signal);
    it(`carry ${JSON.stringify(signal)} as "${text}"`, () => {
      expect(readSignal(text)).to.deep.equal(signal);
      expect(signalProblem(text), 'engines take it').to.equal(null);
    });
  }

  for (const text of [
    '',
    'hand',
    'hand sideways',
    'hand up up',
    ' hand up',
    'HAND UP',
    'react',
    'react toString',
    'react __proto__',
    'dance now',
    '{"hand":"up"}',
  ])
    it(`that say "${text}" mean nothing`, () => {
      expect(readSignal(text)).to.equal(null);
    });
});

describe('signals of earlier versions', () => {
  for (const text of ['hand up', 'hand down', 'react like'])
    it(`say "${text}" in a chat message`, () => {
      expect(taggedSignal(tagged(`zc1 ${text}`))).to.equal(text);
    });

  const FOREIGN: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['words', 'Hello'],
    ['an emoji', '✋'],
    ['a reaction as it is typed', '❤️'],
    ['a flag that is made of tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['the format in letters', 'zc1 hand up'],
    ['a signal of today', 'hand up'],
    ['tags without an end', tagged('zc1 hand up').slice(0, -2)],
    ['tags and words', `${tagged('zc1 hand up')} hello`],
    ['words and tags', `hello ${tagged('zc1 hand up')}`],
    ['tags of others', tagged('other1 hand up')],
    ['more than a signal ever has', tagged(`zc1 ${'x'.repeat(200)}`)],
  ];
  for (const [what, text] of FOREIGN)
    it(`are not ${what}`, () => {
      expect(taggedSignal(text)).to.equal(null);
    });

  for (const text of ['zc2 hand up', 'zc1 ', 'zc1 hand', 'zc1 dance now'])
    it(`are shown to nobody when they are "${text}", and mean nothing`, () => {
      const signal = taggedSignal(tagged(text));
      expect(signal).to.be.a('string');
      expect(readSignal(signal!)).to.equal(null);
    });
});
