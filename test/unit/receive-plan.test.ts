import { expect } from '@open-wc/testing';
import {
  LONG_PATIENCE,
  MOST_PLAYED,
  nextPlanning,
  PATIENCE,
  planReceiving,
  type ReceivableStream,
  type Reception,
  type ReceivePlan,
  type Size,
} from '../../src/call/receive-plan.js';
import type { Layer, StreamSource } from '../../src/engine/call-engine.js';

const NOW = 10_000;
const NOTHING: ReceivePlan = new Map();

/** As tall as `lines`, and as wide as a camera's picture. */
const tall = (lines: number): Size => ({ width: (lines * 16) / 9, height: lines });
const stream = (seen: Size | null, source: StreamSource = 'camera', streamId = 's'): ReceivableStream => ({
  streamId,
  source,
  seen,
});
const received = (layer: Layer | null, lowerAt: number | null = null): Reception => ({
  played: true,
  layer,
  lowerAt,
});
const plan = (one: ReceivableStream, before?: Reception, pictures = true, now = NOW): Reception | undefined =>
  planReceiving([one], before ? new Map([['s', before]]) : NOTHING, now, pictures).get('s');

describe('what to receive of a stream', () => {
  describe('that is new', () => {
    for (const [what, seen, source, layer] of [
      ['a large camera', tall(270), 'camera', 'high'],
      ['a small camera', tall(269), 'camera', 'low'],
      ['a screen that fills a small tile', tall(180), 'screen', 'high'],
      ['a screen in a thumbnail', tall(179), 'screen', 'low'],
      ['a camera that covers a wide and low tile', { width: 480, height: 100 }, 'camera', 'high'],
      ['a screen that fits into a wide and low tile', { width: 480, height: 100 }, 'screen', 'low'],
      ['a camera that covers a narrow and high tile', { width: 100, height: 270 }, 'camera', 'high'],
      ['a screen that fits into a narrow and high tile', { width: 100, height: 270 }, 'screen', 'low'],
    ] as const)
      it(`${what}: ${layer}, at once`, () => {
        expect(plan(stream(seen, source))).to.deep.equal(received(layer));
      });

    it('is left as it begins until somebody shows it', () => {
      const first = plan(stream(null));
      expect(first).to.deep.equal(received(null, NOW + PATIENCE));
      expect(plan(stream(tall(100)), first)).to.deep.equal(received('low'));
    });

    it('has no pictures when nobody does for a while', () => {
      const first = received(null, NOW + PATIENCE);
      expect(plan(stream(null), first, true, NOW + PATIENCE - 1)).to.deep.equal(first);
      expect(plan(stream(null), first, true, NOW + PATIENCE)).to.deep.equal(received('off'));
    });
  });

  describe('that is received already', () => {
    for (const [before, seen, source, layer] of [
      ['off', tall(90), 'camera', 'low'],
      ['off', tall(300), 'camera', 'high'],
      ['low', tall(269), 'camera', 'low'],
      ['low', tall(270), 'camera', 'high'],
      ['low', tall(179), 'screen', 'low'],
      ['low', tall(180), 'screen', 'high'],
    ] as const)
      it(`${before}, ${seen.height} lines of a ${source}: ${layer}, at once`, () => {
        expect(plan(stream(seen, source), received(before))).to.deep.equal(received(layer));
      });

    for (const [before, seen, source, layer] of [
      ['high', tall(215), 'camera', 'low'],
      ['high', tall(143), 'screen', 'low'],
      ['high', null, 'camera', 'off'],
      ['low', null, 'camera', 'off'],
    ] as const)
      it(`${before}, ${seen ? `${seen.height} lines of a ${source}` : 'unseen'}: ${layer}, after a while`, () => {
        const one = stream(seen, source);
        const waiting = plan(one, received(before));
        expect(waiting).to.deep.equal(received(before, NOW + PATIENCE));
        expect(plan(one, waiting, true, NOW + PATIENCE - 1)).to.deep.equal(waiting);
        expect(plan(one, waiting, true, NOW + PATIENCE)).to.deep.equal(received(layer));
      });

    it('waits anew after it was seen in between', () => {
      const waiting = received('high', NOW + 1);
      const seen = plan(stream(tall(400)), waiting);
      expect(seen).to.deep.equal(received('high'));
      expect(plan(stream(null), seen, true, NOW + 1)).to.deep.equal(received('high', NOW + 1 + PATIENCE));
    });

    it('goes where it should by then, when that has changed meanwhile', () => {
      const waiting = plan(stream(tall(100)), received('high'));
      expect(plan(stream(null), waiting, true, NOW + PATIENCE)).to.deep.equal(received('off'));
    });

    for (const [least, most, source] of [
      [216, 270, 'camera'],
      [144, 180, 'screen'],
    ] as const)
      it(`takes its time to leave "high" for a ${source} of ${least} to ${most} lines, and to come back`, () => {
        for (let lines = least; lines < most; lines++) {
          const one = stream(tall(lines), source);
          expect(plan(one, received('low'))).to.deep.equal(received('low'));
          const waiting = plan(one, received('high'));
          expect(waiting).to.deep.equal(received('high', NOW + LONG_PATIENCE));
          expect(plan(one, waiting, true, NOW + LONG_PATIENCE - 1)).to.deep.equal(waiting);
          expect(plan(one, waiting, true, NOW + LONG_PATIENCE)).to.deep.equal(received('low'));
        }
      });

    it('goes down sooner when its box becomes much too small meanwhile', () => {
      const waiting = plan(stream(tall(260)), received('high'));
      const smaller = plan(stream(tall(100)), waiting, true, NOW + 1_000);
      expect(smaller).to.deep.equal(received('high', NOW + 1_000 + PATIENCE));
      const unseen = plan(stream(null), waiting, true, NOW + LONG_PATIENCE - 10);
      expect(unseen, 'not later than it would have').to.deep.equal(received('high', NOW + LONG_PATIENCE));
    });
  });

  it('has never pictures in a call that plays sound only', () => {
    expect(plan(stream(tall(900)), undefined, false)).to.deep.equal(received('off'));
    expect(plan(stream(null), undefined, false)).to.deep.equal(received('off'));
  });
});

describe('which streams to play', () => {
  const many = (count: number, isSeen: (index: number) => boolean): ReceivableStream[] =>
    Array.from({ length: count }, (_, index) =>
      stream(isSeen(index) ? tall(100) : null, 'camera', String(index)),
    );
  const playedOf = (plan: ReceivePlan): number[] =>
    [...plan].flatMap(([streamId, { played }]) => (played ? [Number(streamId)] : []));
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from }, (_, index) => from + index);

  it('all of them, up to the limit', () => {
    const plan = planReceiving(
      many(MOST_PLAYED, () => false),
      NOTHING,
      NOW,
      true,
    );
    expect(playedOf(plan)).to.deep.equal(range(0, MOST_PLAYED));
  });

  it('the first ones when nothing is seen; the others wait without pictures', () => {
    const plan = planReceiving(
      many(MOST_PLAYED + 10, () => false),
      NOTHING,
      NOW,
      true,
    );
    expect(playedOf(plan)).to.deep.equal(range(0, MOST_PLAYED));
    expect(plan.get(String(MOST_PLAYED))).to.deep.equal({ played: false, layer: 'off', lowerAt: null });
  });

  it('what is seen first, then by order', () => {
    const plan = planReceiving(
      many(70, (index) => index >= 60),
      NOTHING,
      NOW,
      true,
    );
    expect(playedOf(plan)).to.deep.equal([...range(0, 40), ...range(60, 70)]);
  });

  it('what comes into view in place of what left it longest ago', () => {
    const first = planReceiving(
      many(60, (index) => index < 20),
      NOTHING,
      NOW,
      true,
    );
    const later = planReceiving(
      many(60, (index) => index >= 55),
      first,
      NOW + 1,
      true,
    );
    expect(playedOf(later)).to.deep.equal([...range(0, 45), ...range(55, 60)]);
    expect(later.get('0')?.layer, 'it may be back soon').to.equal('low');
    expect(later.get('59')?.layer).to.equal('low');
  });

  it('the same ones as before when more are seen than can be played', () => {
    const last = planReceiving(
      many(60, (index) => index >= 10),
      NOTHING,
      NOW,
      true,
    );
    expect(playedOf(last)).to.deep.equal(range(10, 60));
    const all = planReceiving(
      many(60, () => true),
      last,
      NOW + 1,
      true,
    );
    expect(playedOf(all)).to.deep.equal(range(10, 60));
  });

  it('a waiting one as soon as another is gone', () => {
    const streams = many(MOST_PLAYED + 1, () => false);
    const before = planReceiving(streams, NOTHING, NOW, true);
    const after = planReceiving(streams.slice(1), before, NOW + 1, true);
    expect(playedOf(after)).to.deep.equal(range(1, MOST_PLAYED + 1));
    expect(after.get(String(MOST_PLAYED))).to.deep.equal(received('off'));
  });
});

describe('when to plan again', () => {
  it('never, when nothing is to go down', () => {
    expect(nextPlanning(new Map([['s', received('high')]]))).to.be.null;
    expect(nextPlanning(NOTHING)).to.be.null;
  });

  it('when the first one is due', () => {
    const plan = new Map([
      ['one', received('high', NOW + 5)],
      ['two', received('low', NOW)],
      ['three', received('off')],
    ]);
    expect(nextPlanning(plan)).to.equal(NOW);
  });
});
