import { expect } from '@open-wc/testing';
import { type ScreenQuality, screenQuality } from '../../src/call/screen-quality.js';
import { CallError } from '../../src/engine/call-error.js';

const OWN: ScreenQuality = { content: 'text', frameRate: 5, bitrate: 800 };

describe('the quality of a shared screen', () => {
  it('is more pictures and more bits for motion than for text', () => {
    const [text, motion] = [screenQuality('text'), screenQuality('motion')];
    expect(motion.frameRate).to.be.above(text.frameRate);
    expect(motion.bitrate).to.be.above(text.bitrate);
    expect([text.content, motion.content]).to.deep.equal(['text', 'motion']);
  });

  const good: Readonly<Record<string, ScreenQuality>> = {
    'numbers of the page’s own': OWN,
    'the least': { ...OWN, frameRate: 1, bitrate: 50 },
    'the most': { ...OWN, frameRate: 60, bitrate: 10_000 },
    'no sound': { ...OWN, audio: false },
    'a codec': { ...OWN, codec: 'VP8' },
  };
  for (const [what, quality] of Object.entries(good))
    it(`can be ${what}`, () => {
      expect(screenQuality(quality)).to.equal(quality);
    });

  const bad: Readonly<Record<string, unknown>> = {
    null: null,
    'a number': 7,
    'an empty text': '',
    'an unknown name': 'film',
    'a name that every object has': 'constructor',
    'nothing in it': {},
    'no content': { frameRate: 5, bitrate: 800 },
    'an unknown content': { ...OWN, content: 'film' },
    'no picture': { ...OWN, frameRate: 0 },
    'half a picture': { ...OWN, frameRate: 0.5 },
    'too many pictures': { ...OWN, frameRate: 61 },
    'too few bits': { ...OWN, bitrate: 49 },
    'too many bits': { ...OWN, bitrate: 10_001 },
    'bits as text': { ...OWN, bitrate: '800' },
    'sound as text': { ...OWN, audio: 'false' },
    'an unknown codec': { ...OWN, codec: 'vp8' },
    'an unknown name in it': { ...OWN, framerate: 5 },
  };
  for (const [what, quality] of Object.entries(bad))
    it(`cannot be ${what}`, () => {
      expect(() => screenQuality(quality as ScreenQuality))
        .to.throw(CallError, /^screen-quality /)
        .that.includes({ code: 'invalid-config', attribute: 'screen-quality' });
    });
});
