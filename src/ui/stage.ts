import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import type { RemoteStream } from '../call/call-state.js';
import { adopt } from './adopt.js';
import { type Arrangement, arrange, type Box, type Place, type Wishes } from './arrangement.js';
import type { Layout, ViewChoices } from './call-view.js';
import { CAMERA_RATIO } from './grid-layout.js';
import { moreIcon } from './more-icons.js';
import { moreOf, whoIsHere } from './more-texts.js';
import { onStage } from './stage-choice.js';
import { stageStyles } from './stage.styles.js';
import type { Texts } from './texts.js';

/** What the buttons that turn pages take of the height, in CSS pixels. */
const PAGER = 52;
/** Pictures that would be lower than this beside it, in CSS pixels, do without it: the first ones are shown. */
const LOWEST = 54;
/** From how many times as wide as high on a box has more room for a strip beside the stage than below it. */
const WIDE = 1.2;
/** What is left, in CSS pixels, between one's own picture and the edges of the stage. */
const OWN_MARGIN = 8;
/** Up to this width, in CSS pixels, a name may be as wide as its tile; in wider boxes it rarely is wider than half of it. */
const NARROW = 480;
/** One's own picture sits among the others when that leaves them at least so much of what a row of its own would. */
const WORTH_A_SEAT = 0.75;
const STRIPS: Partial<Record<Layout, 'below' | 'beside'>> = { speaker: 'below', sidebar: 'beside' };
const MOVE: KeyframeAnimationOptions = { duration: 240, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

/** What there is to arrange. */
export interface Scene extends Pick<ViewChoices, 'layout' | 'pinned'> {
  readonly streams: readonly RemoteStream[];
  /** The user ID of whoever speaks; null while nobody does. */
  readonly speaker: string | null;
  /** The room for it, in CSS pixels. */
  readonly box: Box;
}

/** Finds a place for each tile, moves it there where one can see it, and turns pages. */
export class Stage implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #ownMoved = new MutationObserver(() => this.#host.requestUpdate());
  readonly #places = new Map<HTMLElement, Place>();
  #box: Box = { width: 0, height: 0 };
  #ownSize = { depends: '', width: 0, height: 0 };
  #wished = 0;
  #plan: Arrangement = { places: [], page: 0, pages: 1, strip: { width: 0, height: 0 }, seat: null };
  #large: string | null = null;

  constructor(host: ReactiveElement) {
    this.#host = host;
    adopt(host, stageStyles);
    host.addController(this);
  }

  hostConnected(): void {
    const attributeFilter = ['data-block', 'data-inline', 'data-hidden'];
    this.#ownMoved.observe(this.#host, { subtree: true, attributeFilter });
  }

  hostDisconnected(): void {
    this.#ownMoved.disconnect();
  }

  /** Says where everything is to be; whether that takes other buttons than before. */
  plan(scene: Scene): boolean {
    const before = this.#plan;
    this.#plan = this.#arrange(scene);
    return before.pages !== this.#plan.pages || before.page !== this.#plan.page;
  }

  /**
   * Puts the tiles where they are to be. In a box that is being resized they follow at once; otherwise they move.
   * @param tiles in the order of the planned streams
   */
  place(tiles: readonly HTMLElement[], box: Scene['box']): void {
    const moves = box.width === this.#box.width && box.height === this.#box.height;
    this.#box = box;
    const there = new Set(tiles);
    for (const tile of this.#places.keys()) if (!there.has(tile)) this.#places.delete(tile);
    tiles.forEach((tile, at) => this.#put(tile, this.#plan.places[at] ?? null, moves));
    this.#tellFreeRoom();
  }

  /** What is said where nobody sends anything. */
  emptyText(names: readonly string[], texts: Texts): string {
    return whoIsHere(names, texts);
  }

  /** The buttons that turn pages; nothing, while one page is enough. */
  pager(texts: Texts): TemplateResult | typeof nothing {
    const { page, pages } = this.#plan;
    if (pages < 2) return nothing;
    const more = moreOf(texts);
    return html`<div class="pager" part="pager" role="group" aria-label=${more.pages}>
      ${this.#turn(more.previousPage, 'previous', page - 1, page > 0)}
      <span role="status">${more.pageOf(page + 1, pages)}</span>
      ${this.#turn(more.nextPage, 'next', page + 1, page < pages - 1)}
    </div>`;
  }

  #turn(label: string, name: 'previous' | 'next', page: number, possible: boolean): TemplateResult {
    return html`<button
      class="round"
      part="button ${name}-button"
      type="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${!possible}
      @click=${() => possible && this.#turnTo(page)}
    >
      ${moreIcon(name)}
    </button>`;
  }

  #turnTo(page: number): void {
    this.#wished = page;
    this.#host.requestUpdate();
  }

  #arrange(scene: Scene): Arrangement {
    const { height, width } = scene.box;
    this.#large = onStage({ ...scene, before: this.#large });
    const longerSide = width > height * WIDE ? 'beside' : 'below';
    const wishes = {
      count: scene.streams.length,
      ...shapeFrom(getComputedStyle(this.#host)),
      page: this.#wished,
      stage: scene.streams.findIndex(({ streamId }) => streamId === this.#large),
      strip: STRIPS[scene.layout] ?? longerSide,
      box: scene.box,
      seat: false,
    } as const;
    return withPager(wishes.stage < 0 ? this.#besideOwn(wishes) : wishes);
  }

  /** What is wished where the own picture would hide names: a seat for it, or a row. Whoever moves it knows what it hides. */
  #besideOwn(wishes: Wishes): Wishes {
    const own = this.#own;
    if (!own?.matches('[data-block="end"][data-inline="end"]')) return wishes;
    const size = this.#sizeOf(own, wishes);
    if (!hidesNames(size, wishes)) return wishes;
    const { height, width } = wishes.box;
    const above = { ...wishes, box: { width, height: height - size.height - 2 * OWN_MARGIN } };
    const around = { ...wishes, seat: true };
    const isWorthIt = tileArea(around) >= tileArea(above) * WORTH_A_SEAT;
    return isWorthIt && !own.matches('[data-hidden]') ? around : above;
  }

  /** As large as it is by itself. It is measured anew only when it may have changed: that lays out all the tiles. */
  #sizeOf(own: HTMLElement, { box, ratio }: Wishes): Box {
    const depends = [own.matches('[data-hidden]'), box.width, box.height, ratio].join();
    if (depends !== this.#ownSize.depends) {
      own.removeAttribute('data-seated');
      this.#ownSize = { depends, width: own.offsetWidth, height: own.offsetHeight };
    }
    return this.#ownSize;
  }

  /** The one that can be moved; a page's own has its place from the page. */
  get #own(): HTMLElement | null {
    return this.#host.querySelector('zego-preview[data-block]');
  }

  /** For what stands over the tiles, in the corner of the stage, or among them. */
  #tellFreeRoom(): void {
    const { pages, seat, strip } = this.#plan;
    const { height, width } = this.#box;
    this.#own?.toggleAttribute('data-seated', seat !== null);
    const end = seat ? width - seat.start - seat.width - OWN_MARGIN : strip.width;
    const below = seat
      ? height - seat.top - seat.height - OWN_MARGIN
      : strip.height + (pages > 1 ? PAGER : 0);
    const room = {
      'strip-end': end,
      'strip-below': below,
      'seat-width': seat?.width,
      'seat-height': seat?.height,
    };
    const { style } = this.#host;
    for (const [name, length = 0] of Object.entries(room)) {
      const value = `${length}px`;
      // Even an equal value has every tile take its styles anew.
      if (style.getPropertyValue(`--_${name}`) !== value) style.setProperty(`--_${name}`, value);
    }
  }

  #put(tile: HTMLElement, place: Place | null, moves: boolean): void {
    const before = this.#places.get(tile);
    tile.hidden = !place;
    if (!place) return void this.#places.delete(tile);
    this.#places.set(tile, place);
    if (before && samePlace(before, place)) return;
    tile.style.insetInlineStart = `${place.start}px`;
    tile.style.insetBlockStart = `${place.top}px`;
    tile.style.inlineSize = `${place.width}px`;
    tile.style.blockSize = `${place.height}px`;
    if (moves && !matchMedia('(prefers-reduced-motion: reduce)').matches) this.#animate(tile, place, before);
  }

  #animate(tile: HTMLElement, to: Place, from: Place | undefined): void {
    if (!from) return void tile.animate([{ opacity: 0, scale: 0.92 }, {}], MOVE);
    const isMirrored = getComputedStyle(tile).direction === 'rtl';
    const x = isMirrored ? to.start - from.start + to.width - from.width : from.start - to.start;
    const scale = `scale(${from.width / to.width}, ${from.height / to.height})`;
    tile.animate(
      [{ transform: `translate(${x}px, ${from.top - to.top}px) ${scale}` }, { transform: 'none' }],
      MOVE,
    );
  }
}

/** The arrangement above the buttons that turn its pages, where it takes some. */
function withPager(wishes: Wishes): Arrangement {
  const all = arrange(wishes);
  if (all.pages < 2) return all;
  const { width } = wishes.box;
  const height = wishes.box.height - PAGER;
  return height < LOWEST ? { ...all, pages: 1 } : arrange({ ...wishes, box: { width, height } });
}

/** Whether one's own picture, in the corner where reading ends, would lie over where names stand on the first page. */
function hidesNames(own: Box, wishes: Wishes): boolean {
  const { pages, places } = withPager({ ...wishes, page: 0 });
  const { height, width } = wishes.box;
  const left = width - OWN_MARGIN - own.width;
  const top = height - OWN_MARGIN - own.height - (pages > 1 ? PAGER : 0);
  const nameShare = width < NARROW ? 1 : 0.5;
  return places.some(
    (place) => place && place.start + place.width * nameShare > left && place.top + place.height > top,
  );
}

function tileArea(wishes: Wishes): number {
  const [tile] = withPager({ ...wishes, page: 0 }).places;
  return tile ? tile.width * tile.height : 0;
}

/** What a page says of the tiles by `--zego-gap` and `--zego-tile-ratio`. */
function shapeFrom(style: CSSStyleDeclaration): Pick<Wishes, 'gap' | 'ratio'> {
  const [width = 0, height = 1] = style.getPropertyValue('--zego-tile-ratio').split('/').map(Number);
  const ratio = width > 0 && height > 0 ? width / height : CAMERA_RATIO;
  return { gap: parseFloat(style.columnGap) || 0, ratio };
}

function samePlace(one: Place, other: Place): boolean {
  return (
    one.start === other.start &&
    one.top === other.top &&
    one.width === other.width &&
    one.height === other.height
  );
}
