import { expect } from '@open-wc/testing';
import { en } from '../../src/i18n/en.js';
import { enMore } from '../../src/i18n/en-more.js';

/** What happened, and what to do about it. */
const TWO_SENTENCES = /^[^.…]+[.…] [A-Z][^.]+\./;

describe('what is told about an error', () => {
  for (const [code, text] of Object.entries({ ...enMore.errors, network: en.unreachable }))
    it(`says what to do next: ${code}`, () => {
      expect(text).to.match(TWO_SENTENCES);
    });

  for (const [reason, text] of Object.entries(enMore.denials))
    it(`says what to do next: not allowed, ${reason}`, () => {
      expect(text).to.match(TWO_SENTENCES);
    });

  for (const [code, devices] of Object.entries(enMore.deviceErrors))
    for (const [device, text] of Object.entries<string>(devices))
      it(`says what to do next: ${code} of ${device}`, () => {
        expect(text).to.match(TWO_SENTENCES);
      });
});
