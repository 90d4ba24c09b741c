import { expect } from '@open-wc/testing';
import { errorOf } from '../../src/engine/zego/zego-errors.js';

const REMOVED = 1002055;
const told = (reason: unknown): string => JSON.stringify({ custom_kickout_message: reason });

describe('the reason that a server gives when it removes somebody', () => {
  for (const [name, reason, expected] of [
    ['as it is', 'Spamming the chat', 'Spamming the chat'],
    ['in another alphabet', 'تم إنهاء المكالمة', 'تم إنهاء المكالمة'],
    ['with an emoji of several parts', 'Bye 👩‍👩‍👧‍👦', 'Bye 👩‍👩‍👧‍👦'],
    ['with markup, as text', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['with JSON, as text', '{"a":1}', '{"a":1}'],
    ['in one line', ' first\n\tsecond\u2028third\u0000 ', 'first second third'],
    ['without what turns text around', '\u202Eexe.\u2066gnp\u200F', 'exe. gnp'],
    ['of 200 characters', 'x'.repeat(200), 'x'.repeat(200)],
    ['of more, clipped', `${'x'.repeat(198)} ${'y'.repeat(9)}`, `${'x'.repeat(198)}…`],
    ['of many emoji, clipped between them', '🎉'.repeat(500), `${'🎉'.repeat(199)}…`],
  ] as const)
    it(`is told ${name}`, () => {
      const error = errorOf(REMOVED, told(reason));
      expect(error).to.include({ code: 'removed', explanation: expected, message: expected });
    });

  for (const [name, detail] of [
    ['no text', told(5)],
    ['empty', told('')],
    ['blank', told(' \n ')],
    ['missing', '{}'],
    ['under another key', '{"reason":"x"}'],
  ] as const)
    it(`is none when it is ${name}, and no JSON is told instead`, () => {
      const error = errorOf(REMOVED, detail);
      expect(error.explanation).to.equal(undefined);
      expect(error.message).to.equal('The ZEGO SDK failed with 1002055');
      expect(error.cause).to.equal(detail);
    });

  it('is none of a plain text', () => {
    const error = errorOf(REMOVED, 'kicked');
    expect(error.explanation).to.equal(undefined);
    expect(error.message).to.equal('kicked');
  });

  it('is none where ZEGO itself says why', () => {
    const error = errorOf(1002050, told('kickout may be the same user ID login other; kickout reason: 1'));
    expect(error.code).to.equal('duplicate-login');
    expect(error.explanation).to.equal(undefined);
    expect(error.message).to.match(/^kickout may be/);
  });
});
