import type { ReactiveController, ReactiveElement } from 'lit';

/** What takes part; fields keep their own arrow keys, and so their own place in the tab order. */
const STOPS = 'button, a[href], [role="button"]';
/** What is rendered in a toolbar without standing in its row. */
const APART = 'dialog *, [popover] *, [role="menu"] *';

/**
 * One tab stop for a whole toolbar: arrows, Home and End go from button to button, the page's own included, and Tab
 * leaves it. A page that gives the element another role than `toolbar` keeps a tab stop a button.
 */
export class RovingFocus implements ReactiveController {
  readonly #host: ReactiveElement;
  #end = new AbortController();
  #stops: readonly HTMLElement[] = [];
  #current: HTMLElement | undefined;
  #hadFocus = false;
  #frame = 0;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#end = new AbortController();
    const { signal } = this.#end;
    const root = this.#host.renderRoot as ShadowRoot;
    root.addEventListener('keydown', (event) => this.#onKey(event as KeyboardEvent), { signal });
    root.addEventListener('focusin', ({ target }) => this.#refresh(target), { signal });
    root.addEventListener('slotchange', () => this.#refresh(), { signal });
    this.#refresh();
  }

  hostUpdate(): void {
    this.#hadFocus = this.#current?.matches(':focus') === true;
  }

  /** A button that is gone leaves the focus to the one that stands in its place; without the focus there is no hurry. */
  hostUpdated(): void {
    cancelAnimationFrame(this.#frame);
    if (!this.#host.isConnected) return;
    if (!this.#hadFocus) this.#frame = requestAnimationFrame(() => this.#refresh());
    else this.#refreshFocus();
  }

  hostDisconnected(): void {
    this.#end.abort();
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stops) stop.removeAttribute('tabindex');
    this.#stops = [];
  }

  #refreshFocus(): void {
    const before = this.#current;
    this.#refresh();
    if (this.#current !== before) this.#current?.focus();
  }

  /** @param wished what is to be the tab stop, if it is one of the row. */
  #refresh(wished: EventTarget | null = null): void {
    const before = this.#stops.indexOf(this.#current as HTMLElement);
    for (const stop of this.#stops) stop.removeAttribute('tabindex');
    this.#stops = this.#host.role === 'toolbar' ? this.#find() : [];
    const stops = this.#stops;
    this.#current =
      stops.find((stop) => stop === wished) ??
      stops.find((stop) => stop === this.#current) ??
      stops[Math.min(Math.max(before, 0), stops.length - 1)];
    for (const stop of stops) stop.tabIndex = stop === this.#current ? 0 : -1;
  }

  #find(): HTMLElement[] {
    const rendered = [...this.#host.renderRoot.querySelectorAll<HTMLElement>(`${STOPS}, slot`)];
    return rendered
      .flatMap((element) => (element instanceof HTMLSlotElement ? slotted(element) : element))
      .filter((stop) => !stop.matches(`:disabled, ${APART}`) && stop.checkVisibility());
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.#refresh();
    const at = this.#stops.findIndex((stop) => stop === event.target);
    const to = at < 0 ? undefined : this.#stops.at(this.#target(event.key, at) ?? this.#stops.length);
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  /** Where a key leads from there, round at the ends; null for a key of no meaning. */
  #target(key: string, at: number): number | null {
    const forward = getComputedStyle(this.#host).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'Home') return 0;
    if (key === 'End') return -1;
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
    return key === forward ? (at + 1) % this.#stops.length : at - 1;
  }
}

function slotted(slot: HTMLSlotElement): HTMLElement[] {
  return slot
    .assignedElements({ flatten: true })
    .flatMap((element) => [element, ...element.querySelectorAll(STOPS)])
    .filter((element): element is HTMLElement => element instanceof HTMLElement && element.matches(STOPS));
}
