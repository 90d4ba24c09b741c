import type { Layer, StreamSource } from '../engine/call-engine.js';

/** A width and a height in device pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ReceivableStream {
  readonly streamId: string;
  readonly source: StreamSource;
  /** How large it is shown now; null where nobody can see it. */
  readonly seen: Size | null;
}

/** What is received of one stream. */
export interface Reception {
  /** Whether sound and pictures are received at all. Beyond `MOST_PLAYED` streams, the others wait. */
  readonly played: boolean;
  /** How much of the pictures; null while nobody has shown it yet: then what an engine begins with, `high`. */
  readonly layer: Layer | null;
  /** When less is received, if it still does then, in the milliseconds of `now`; null while it would not do. */
  readonly lowerAt: number | null;
}

/** By stream ID. */
export type ReceivePlan = ReadonlyMap<string, Reception>;

/** The most that ZEGO's SDK plays at once. */
export const MOST_PLAYED = 50;

/**
 * How long, in ms, less has to do before less is received: going down costs a new key frame on the way up again, and
 * most that leaves the view while somebody scrolls, or changes tabs, is back sooner. Up it goes at once.
 */
export const PATIENCE = 2_000;
/** The same for a box that is only a little too small, and may soon be large enough again. */
export const LONG_PATIENCE = 10_000;

/**
 * From how many lines of device pixels on a picture is worth the high layer, and below how many it falls back to the
 * low one, which has 180 lines. A camera may be enlarged by half before it looks soft; text on a screen may not be at
 * all. In the fifth between the two it falls back later, so that a box that is being resized, or a grid that one person
 * joins and leaves, does not go back and forth.
 */
const LINES: Readonly<Record<StreamSource, { readonly rise: number; readonly fall: number }>> = {
  camera: { rise: 270, fall: 216 },
  screen: { rise: 180, fall: 144 },
};

/** What both cameras and screens mostly are, as width to height. */
const RATIO = 16 / 9;

const HEIGHT: Readonly<Record<Layer, number>> = { off: 0, low: 1, high: 2 };
const WAITING: Reception = Object.freeze({ played: false, layer: 'off', lowerAt: null });

/**
 * What to receive of each stream, from what is seen of it and what was received before. Pure.
 * @param streams in order of arrival.
 * @param now in ms, of a clock that never goes back.
 * @param pictures false in a call that plays sound only.
 */
export function planReceiving(
  streams: readonly ReceivableStream[],
  previous: ReceivePlan,
  now: number,
  pictures: boolean,
): ReceivePlan {
  const urgency = (stream: ReceivableStream): number => urgencyOf(stream, previous.get(stream.streamId));
  const byUrgency = [...streams].sort((one, other) => urgency(one) - urgency(other));
  const played = new Set(byUrgency.slice(0, MOST_PLAYED));
  return new Map(
    streams.map((stream) => {
      const before = previous.get(stream.streamId);
      return [stream.streamId, played.has(stream) ? receptionOf(stream, before, now, pictures) : WAITING];
    }),
  );
}

/** When the plan is to be made anew although nothing else is seen, on the clock of `now`; null: never. */
export function nextPlanning(plan: ReceivePlan): number | null {
  const dues = [...plan.values()].flatMap(({ lowerAt }) => lowerAt ?? []);
  return dues.length > 0 ? Math.min(...dues) : null;
}

/** Smaller comes first: what is seen, then what was seen a moment ago, then what can be heard; else by order. */
function urgencyOf({ seen }: ReceivableStream, before: Reception | undefined): number {
  if (seen) return before?.played ? 0 : 1;
  if (!before?.played) return 4;
  return before.layer === 'off' ? 3 : 2;
}

function receptionOf(
  stream: ReceivableStream,
  before: Reception | undefined,
  now: number,
  pictures: boolean,
): Reception {
  if (!pictures) return { played: true, layer: 'off', lowerAt: null };
  const current = before ? before.layer : null;
  const wish = layerFor(stream);
  const isLess = current === null ? wish === 'off' : HEIGHT[wish] < HEIGHT[current];
  if (!isLess) return { played: true, layer: wish, lowerAt: null };
  const due = now + (current === 'high' && isAlmostHigh(stream) ? LONG_PATIENCE : PATIENCE);
  const lowerAt = Math.min(before?.lowerAt ?? due, due);
  if (now >= lowerAt) return { played: true, layer: wish, lowerAt: null };
  return { played: true, layer: current, lowerAt };
}

function layerFor({ seen, source }: ReceivableStream): Layer {
  if (!seen) return 'off';
  return linesOf(seen, source) >= LINES[source].rise ? 'high' : 'low';
}

function isAlmostHigh({ seen, source }: ReceivableStream): boolean {
  return seen !== null && linesOf(seen, source) >= LINES[source].fall;
}

/** The height of the whole picture as it is shown: a camera's covers its box, a screen's fits into it. */
function linesOf({ height, width }: Size, source: StreamSource): number {
  const byWidth = width / RATIO;
  return source === 'screen' ? Math.min(height, byWidth) : Math.max(height, byWidth);
}
