import { expect } from '@open-wc/testing';
import * as de from '../../src/i18n/de.js';
import { enMore } from '../../src/i18n/en-more.js';
import * as fa from '../../src/i18n/fa.js';
import { figureRows } from '../../src/ui/figures.js';

const UNKNOWN = {
  audioBitrate: null,
  frameRate: null,
  height: null,
  packetLoss: null,
  rtt: null,
  videoBitrate: null,
  width: null,
};
const KNOWN = {
  audioBitrate: 32,
  frameRate: 29.6,
  height: 720,
  packetLoss: 0.0125,
  rtt: 41.6,
  videoBitrate: 1_200.4,
  width: 1280,
};

describe('the figures of a stream', () => {
  for (const [lang, more, values] of [
    ['en', enMore, ['1280 × 720', '30', '1,232', '1.3%', '42']],
    ['de', de.more, ['1280 × 720', '30', '1.232', '1,3', '42']],
    ['fa', fa.more, ['1280 × 720', '۳۰', '۱٬۲۳۲', '۱٫۳', '۴۲']],
  ] as const) {
    it(`are written as “${lang}” writes numbers`, () => {
      const rows = figureRows(KNOWN, lang, more);
      expect(rows).to.have.length(values.length);
      rows.forEach(([, value], at) => expect(value).to.contain(values[at]));
    });
  }

  it('leave out what is not known', () => {
    expect(figureRows(UNKNOWN, 'en', enMore)).to.deep.equal([]);
    const rows = figureRows({ ...UNKNOWN, audioBitrate: 32 }, 'en', enMore);
    expect(rows).to.deep.equal([[enMore.figures.bitrate, '32 kb/s']]);
  });
});
