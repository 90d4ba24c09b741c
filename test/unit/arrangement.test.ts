import { expect } from '@open-wc/testing';
import { arrange, type Place, type Wishes } from '../../src/ui/arrangement.js';
import { numbers } from '../support/numbers.js';

/** From nothing to a 4K wall, with nobody and with thousands, one on the stage or all equal. */
function* cases(howMany: number): Generator<Wishes> {
  const next = numbers(20_261_120);
  const whole = (below: number): number => Math.floor(next(below));
  for (let index = 0; index < howMany; index++) {
    const scale = index % 3 === 0 ? 400 : 4_000;
    const count = whole(index % 7 === 0 ? 2_000 : 50);
    yield {
      box: { width: next(scale), height: next(scale) },
      gap: whole(17),
      count,
      ratio: index % 5 === 0 ? 3 / 4 : 16 / 9,
      stage: index % 2 === 0 ? whole(count) : -1,
      strip: index % 4 < 2 ? 'below' : 'beside',
      page: whole(5),
      seat: index % 8 === 1,
    };
  }
}

function isThere(place: Place | null): place is Place {
  return place !== null;
}

function isWithin({ height, start, top, width }: Place, box: Wishes['box']): boolean {
  return start >= 0 && top >= 0 && start + width <= box.width && top + height <= box.height;
}

function overlap(one: Place, other: Place): boolean {
  return (
    one.start < other.start + other.width &&
    other.start < one.start + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

describe('the arrangement of tiles', () => {
  it('keeps what it shows within the box, and apart from each other', () => {
    for (const wishes of cases(4_000)) {
      const what = JSON.stringify(wishes);
      const { places, seat } = arrange(wishes);
      expect(places, what).to.have.length(wishes.count);
      const shown = [seat, ...places].filter(isThere).filter(({ height, width }) => width > 0 && height > 0);
      const outside = shown.filter((place) => !isWithin(place, wishes.box));
      expect(outside, what).to.deep.equal([]);
      const near = shown.slice(0, 60);
      const overlapping = near.filter((place, at) =>
        near.slice(at + 1).some((other) => overlap(place, other)),
      );
      expect(overlapping, what).to.deep.equal([]);
    }
  });

  it('shows everybody on one of its pages, and whoever is on the stage on all of them', () => {
    let checked = 0;
    for (const wishes of cases(1_500)) {
      const { pages, strip } = arrange(wishes);
      if (pages * wishes.count > 10_000) continue; // That many would take minutes.
      if (wishes.count === 0 || (wishes.stage >= 0 && strip.width + strip.height === 0)) continue;
      const seen = new Map<number, number>();
      for (let page = 0; page < pages; page++)
        for (const [at, place] of arrange({ ...wishes, page }).places.entries())
          if (place) seen.set(at, (seen.get(at) ?? 0) + 1);
      const everybody = Array.from({ length: wishes.count }, (_, at) => at);
      const wrong = everybody.filter((at) => seen.get(at) !== (at === wishes.stage ? pages : 1));
      expect(wrong, JSON.stringify(wishes)).to.deep.equal([]);
      checked++;
    }
    expect(checked).to.be.above(1_000);
  });

  it('makes nobody smaller than a face, where the box has room for one', () => {
    for (const wishes of cases(4_000)) {
      const { box, count, ratio } = wishes;
      if (count === 0 || box.width < 120 || box.height < Math.max(90, 100 / ratio)) continue;
      for (const place of arrange(wishes).places.filter(isThere))
        expect(place.width, JSON.stringify(wishes)).to.be.at.least(72);
    }
  });

  it('gives the stage more than any other tile', () => {
    for (const wishes of cases(2_000)) {
      if (wishes.stage < 0 || wishes.box.width < 300 || wishes.box.height < 200) continue;
      const { places } = arrange(wishes);
      const large = places[wishes.stage];
      const others = places.filter((place, at) => at !== wishes.stage && place !== null) as Place[];
      const area = ({ height, width }: Place): number => height * width;
      if (others[0] && large) expect(area(large), JSON.stringify(wishes)).to.be.above(area(others[0]));
    }
  });

  const BOX = { width: 1_000, height: 600 };
  const four: Wishes = {
    box: BOX,
    gap: 8,
    count: 4,
    ratio: 16 / 9,
    stage: -1,
    strip: 'below',
    page: 0,
    seat: false,
  };

  it('puts equal tiles in rows, the last of them in the middle', () => {
    const { places } = arrange({ ...four, count: 3, box: { width: 808, height: 458 } });
    expect(places).to.deep.equal(
      [
        { start: 4, top: 0, width: 400, height: 225 },
        { start: 412, top: 0, width: 400, height: 225 },
        { start: 208, top: 233, width: 400, height: 225 },
      ].map((place) => ({ ...place, start: place.start - 4 })),
    );
  });

  it('puts the others below the stage, or beside it', () => {
    const below = arrange({ ...four, stage: 1 });
    const beside = arrange({ ...four, stage: 1, strip: 'beside' });
    const tops = below.places.map((place) => place?.top);
    expect(new Set([tops[0], tops[2], tops[3]]).size, 'in one row').to.equal(1);
    expect(below.strip.height).to.be.within(100, 180);
    const starts = beside.places.map((place) => place?.start);
    expect(new Set([starts[0], starts[2], starts[3]]).size, 'in one column').to.equal(1);
    expect(beside.strip.width).to.be.within(200, 290);
  });

  it('shows two of the others below the stage in a box as narrow as a phone', () => {
    const { pages, places } = arrange({ ...four, stage: 0, box: { width: 304, height: 430 } });
    expect(pages).to.equal(2);
    expect(places.filter(isThere)).to.have.length(3);
  });

  it('keeps a seat among equal tiles, after those of each page', () => {
    const { places, seat } = arrange({ ...four, count: 3, seat: true });
    expect(seat).to.deep.equal(arrange(four).places[3]);
    expect(places).to.deep.equal(arrange(four).places.slice(0, 3));
    const many = { ...four, count: 500, box: { width: 300, height: 300 }, seat: true };
    const { pages } = arrange(many);
    const seats = [0, 1, pages - 1].map((page) => arrange({ ...many, page }).seat);
    expect(seats.filter(isThere)).to.have.length(3);
  });

  it('goes no further than its last page', () => {
    const many = { ...four, count: 500, box: { width: 300, height: 300 } };
    const { pages } = arrange(many);
    expect(pages).to.be.above(1);
    expect(arrange({ ...many, page: 1_000 }).page).to.equal(pages - 1);
    expect(arrange({ ...many, page: -1 }).page).to.equal(0);
  });

  for (const box of [
    { width: 0, height: 0 },
    { width: 800, height: 0 },
    { width: 0, height: 600 },
  ])
    it(`shows nothing in ${box.width} × ${box.height}`, () => {
      for (const stage of [-1, 2])
        expect(arrange({ ...four, box, stage }).places).to.deep.equal([null, null, null, null]);
    });
});
