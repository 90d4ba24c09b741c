import { expect } from '@open-wc/testing';
import { bytesOf, messageProblem, signalProblem } from '../../src/engine/message-text.js';

describe('a message', () => {
  for (const [what, text] of [
    ['one letter', 'a'],
    ['1,024 bytes', 'a'.repeat(1_024)],
    ['1,024 bytes in 512 characters', 'é'.repeat(512)],
    ['an emoji of many parts', '👩🏽‍🚀'],
    ['markup', '<script>alert(1)</script>'],
    ['control characters among others', 'a\u0000\u001b[31mb'],
    ['right-to-left text', 'مرحبا'],
  ] as const)
    it(`can be ${what}`, () => {
      expect(messageProblem(text)).to.equal(null);
    });

  for (const [what, text, problem] of [
    ['nothing', '', '1 to 1024 bytes'],
    ['space', ' \t\n\u00a0\u2003', '1 to 1024 bytes'],
    ['control characters', '\u0000\u0007\u007f\u0085', '1 to 1024 bytes'],
    ['marks of direction and joiners', '\u202e\u200f\u200b\u200d\ufeff', '1 to 1024 bytes'],
    ['1,025 bytes', 'a'.repeat(1_025), 'at most 1024 bytes'],
    ['1,026 bytes in 513 characters', 'é'.repeat(513), 'at most 1024 bytes'],
    ['a number', 7, 'text'],
    ['null', null, 'text'],
  ] as const)
    it(`can't be ${what}`, () => {
      expect(messageProblem(text)).to.include(problem);
    });

  it('is never repeated in what is wrong with it', () => {
    expect(messageProblem(`secret${'x'.repeat(2_000)}`)).to.not.include('secret');
  });

  it('is measured in bytes', () => {
    expect([bytesOf(''), bytesOf('a'), bytesOf('é'), bytesOf('👋')]).to.deep.equal([0, 1, 2, 4]);
  });
});

describe('a signal', () => {
  it('can have 160 bytes', () => {
    expect(signalProblem('a'.repeat(160))).to.equal(null);
    expect(signalProblem('é'.repeat(80))).to.equal(null);
  });

  for (const [what, text, problem] of [
    ['nothing', '', '1 to 160 bytes'],
    ['161 bytes', 'a'.repeat(161), 'at most 160 bytes'],
    ['162 bytes in 81 characters', 'é'.repeat(81), 'at most 160 bytes'],
    ['control characters', '\u0000\u0007', '1 to 160 bytes'],
    ['a number', 7, 'text'],
    ['undefined', undefined, 'text'],
  ] as const)
    it(`can't be ${what}`, () => {
      expect(signalProblem(text)).to.include(problem);
    });
});
