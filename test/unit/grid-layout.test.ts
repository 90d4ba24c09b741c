import { expect } from '@open-wc/testing';
import { gridLayout, type GridLayout } from '../../src/ui/grid-layout.js';
import { numbers } from '../support/numbers.js';

interface Box {
  readonly width: number;
  readonly height: number;
}

/** From a telephone's corner to a 4K wall, whole and fractional, with few people and many. */
function* cases(howMany: number): Generator<{ box: Box; count: number; gap: number }> {
  const next = numbers(20_240_229);
  for (let index = 0; index < howMany; index++) {
    const scale = index % 3 === 0 ? 400 : 4_000;
    const round = index % 2 === 0 ? Math.floor : (value: number) => value;
    yield {
      box: { width: round(next(scale)), height: round(next(scale)) },
      count: 1 + Math.floor(next(index % 5 === 0 ? 300 : 16)),
      gap: Math.floor(next(17)),
    };
  }
}

/** The largest tile of a shape that a camera's picture may have, found by trying every arrangement and width. */
function bruteForceArea({ width, height }: Box, count: number, gap: number): number {
  let best = 0;
  for (let columns = 1; columns <= count; columns++)
    for (let rows = 1; rows <= count; rows++) {
      if (rows * columns < count || rows * (columns - 1) >= count) continue;
      const widest = Math.floor((width - gap * (columns - 1)) / columns);
      const tallest = Math.floor((height - gap * (rows - 1)) / rows);
      for (let tile = widest; tile > 0 && tile * tallest > best; tile--) {
        const tall = Math.min(tallest, tile);
        if (tile / tall <= 16 / 9) best = Math.max(best, tile * tall);
      }
    }
  return best;
}

function describeCase(box: Box, count: number, gap: number): string {
  return `${count} in ${box.width}×${box.height}, gap ${gap}`;
}

describe('the grid', () => {
  it('keeps every tile within the box, in whole pixels', () => {
    for (const { box, count, gap } of cases(6_000)) {
      const { columns, rows, width, height } = gridLayout(box, count, gap);
      const what = describeCase(box, count, gap);
      expect(Number.isInteger(width) && width >= 0, what).to.equal(true);
      expect(Number.isInteger(height) && height >= 0, what).to.equal(true);
      if (width * height === 0) continue;
      expect(columns * rows, `${what}: room for all`).to.be.at.least(count);
      expect((rows - 1) * columns, `${what}: no empty row`).to.be.below(count);
      expect(columns * width + (columns - 1) * gap, what).to.be.at.most(box.width);
      expect(rows * height + (rows - 1) * gap, what).to.be.at.most(box.height);
    }
  });

  it('keeps every tile between a square and 16:9', () => {
    for (const { box, count, gap } of cases(6_000)) {
      const { width, height } = gridLayout(box, count, gap);
      expect(width, describeCase(box, count, gap)).to.be.at.least(height);
      expect(width, describeCase(box, count, gap)).to.be.below(((height + 1) * 16) / 9 + 1);
    }
  });

  it('shows as much of everybody as any other arrangement could', () => {
    for (const { box, count, gap } of cases(1_500)) {
      const { width, height } = gridLayout(box, count, gap);
      expect(width * height, describeCase(box, count, gap)).to.be.at.least(bruteForceArea(box, count, gap));
    }
  });

  const table: readonly [what: string, Box, count: number, expected: GridLayout][] = [
    ['one in a wide box', { width: 1600, height: 900 }, 1, { columns: 1, rows: 1, width: 1600, height: 900 }],
    ['one in a tall box', { width: 300, height: 900 }, 1, { columns: 1, rows: 1, width: 300, height: 300 }],
    ['two side by side', { width: 1608, height: 450 }, 2, { columns: 2, rows: 1, width: 800, height: 450 }],
    [
      'two on top of each other',
      { width: 450, height: 908 },
      2,
      { columns: 1, rows: 2, width: 450, height: 450 },
    ],
    ['four in a square', { width: 808, height: 808 }, 4, { columns: 2, rows: 2, width: 400, height: 400 }],
  ];
  for (const [what, box, count, expected] of table)
    it(`arranges ${what}`, () => {
      expect(gridLayout(box, count, 8)).to.deep.equal(expected);
    });

  const nothing: GridLayout = { columns: 0, rows: 0, width: 0, height: 0 };
  for (const count of [0, 1, 7, 500])
    it(`shows nothing of ${count} in no box`, () => {
      expect(gridLayout({ width: 0, height: 0 }, count, 8)).to.deep.equal(nothing);
    });

  it('shows nothing of nobody', () => {
    expect(gridLayout({ width: 800, height: 600 }, 0, 8)).to.deep.equal(nothing);
  });

  it('keeps to a shape that is wanted, also one higher than wide', () => {
    const box = { width: 1_000, height: 600 };
    expect(gridLayout(box, 1, 8, 1)).to.include({ width: 600, height: 600 });
    expect(gridLayout(box, 2, 0, 3 / 4)).to.include({ width: 450, height: 600 });
  });

  it('shows nothing where the gaps alone fill the box', () => {
    expect(gridLayout({ width: 20, height: 20 }, 1_000, 8)).to.deep.equal(nothing);
  });
});
