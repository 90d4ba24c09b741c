import { gridLayout } from './grid-layout.js';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Where a tile stands in its box, in CSS pixels; `start` from the edge where reading begins. */
export interface Place extends Box {
  readonly start: number;
  readonly top: number;
}

export interface Wishes {
  readonly box: Box;
  /** Between tiles, in CSS pixels. */
  readonly gap: number;
  readonly count: number;
  /** Width to height of a tile, at the widest. */
  readonly ratio: number;
  /** Which of the tiles is to be large; -1: all are equal. */
  readonly stage: number;
  /** Where the small ones stand then. */
  readonly strip: 'below' | 'beside';
  /** From 0; the last one when there are fewer. */
  readonly page: number;
  /** Whether one more is to have a place, after those on each page, where all are equal and there is room for two. */
  readonly seat: boolean;
}

export interface Arrangement {
  /** By tile; null for one that is on another page, or has no room. */
  readonly places: readonly (Place | null)[];
  readonly page: number;
  readonly pages: number;
  /** What the strip takes of the end and of the bottom of the box, in CSS pixels. */
  readonly strip: Box;
  /** That place; null where there is none. */
  readonly seat: Place | null;
}

/** Below this, in CSS pixels, a face is a dot: others wait on the next page. */
const LEAST: Box = { width: 96, height: 72 };
/** How much of a box its strip takes, and what it is at least and at most worth, in CSS pixels. */
const STRIP = { share: 0.22, least: { width: 96, height: 54 }, most: { width: 280, height: 180 } };
const NO_STRIP: Box = { width: 0, height: 0 };

/** Where each tile stands: equal ones as large as they can be, or one on the stage and the others in a strip. */
export function arrange(wishes: Wishes): Arrangement {
  const { box, count, stage } = wishes;
  if (count === 0 || box.width <= 0 || box.height <= 0) return nowhere(count);
  return stage >= 0 && stage < count ? staged(wishes) : equal(wishes);
}

function nowhere(count: number): Arrangement {
  const places = Array.from({ length: count }, () => null);
  return { places, page: 0, pages: 1, strip: NO_STRIP, seat: null };
}

function equal({ box, count, gap, page, ratio, seat }: Wishes): Arrangement {
  const room =
    fitting(box.width, LEAST.width, gap) *
    fitting(box.height, Math.max(LEAST.height, LEAST.width / ratio), gap);
  const seats = seat && room > 1 ? 1 : 0;
  const cut = cutOf(count, room - seats, page);
  const shown = cut.shown + seats;
  const { columns, height, rows, width } = gridLayout(box, shown, gap, ratio);
  const top = middle(box.height, rows * (height + gap) - gap);
  const place = (index: number): Place => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, shown - row * columns);
    return {
      start: middle(box.width, inRow * (width + gap) - gap) + (index % columns) * (width + gap),
      top: top + row * (height + gap),
      width,
      height,
    };
  };
  return { ...paged(count, cut, place), seat: seats ? place(cut.shown) : null };
}

function staged({ box, count, gap, page, ratio, stage, strip }: Wishes): Arrangement {
  const beside = strip === 'beside';
  const each = stripTile(box, beside, ratio, gap);
  const rest = {
    width: beside ? box.width - each.width - gap : box.width,
    height: beside ? box.height : box.height - each.height - gap,
  };
  const fits = each.width <= box.width && each.height <= box.height;
  const hasRoom = count > 1 && fits && rest.width >= box.width / 2 && rest.height >= box.height / 2;
  if (!hasRoom) return { ...nowhere(count), places: nowhere(count).places.with(stage, large(box, ratio)) };
  const [length, step] = beside ? [box.height, each.height + gap] : [box.width, each.width + gap];
  const cut = cutOf(count - 1, Math.floor((length + gap) / step), page);
  const offset = middle(length, cut.shown * step - gap);
  const small = paged(count - 1, cut, (index) => ({
    start: beside ? rest.width + gap : offset + index * step,
    top: beside ? offset + index * step : rest.height + gap,
    ...each,
  }));
  return {
    ...small,
    places: small.places.toSpliced(stage, 0, large(rest, ratio)),
    strip: { width: box.width - rest.width, height: box.height - rest.height },
  };
}

/** One tile in the middle of a box. */
function large(box: Box, ratio: number): Place {
  const { height, width } = gridLayout(box, 1, 0, ratio);
  return { start: middle(box.width, width), top: middle(box.height, height), width, height };
}

function stripTile(box: Box, beside: boolean, ratio: number, gap: number): Box {
  const { least, most, share } = STRIP;
  if (beside) {
    const width = Math.floor(Math.min(most.width, Math.max(least.width, box.width * share)));
    return { width, height: Math.floor(width / ratio) };
  }
  const ofTwo = (box.width - gap) / 2 / ratio;
  const height = Math.floor(
    Math.max(least.height, least.width / ratio, Math.min(most.height, box.height * share, ofTwo)),
  );
  return { width: Math.floor(height * ratio), height };
}

function fitting(length: number, each: number, gap: number): number {
  return Math.floor((length + gap) / (each + gap));
}

function middle(length: number, taken: number): number {
  return Math.max(0, Math.floor((length - taken) / 2));
}

/** What of many tiles one page shows. */
interface Cut {
  readonly from: number;
  readonly shown: number;
  readonly page: number;
  readonly pages: number;
}

function cutOf(count: number, room: number, wished: number): Cut {
  const most = Math.max(1, room);
  const pages = Math.ceil(count / most);
  const page = Math.min(Math.max(0, wished), pages - 1);
  return { from: page * most, shown: Math.min(most, count - page * most), page, pages };
}

function paged(
  count: number,
  { from, page, pages, shown }: Cut,
  place: (index: number) => Place,
): Arrangement {
  const isShown = (at: number): boolean => at >= from && at < from + shown;
  const places = Array.from({ length: count }, (_, at) => (isShown(at) ? place(at - from) : null));
  return { places, page, pages, strip: NO_STRIP, seat: null };
}
