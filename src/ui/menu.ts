import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { moreIcon, type MoreIconName } from './more-icons.js';

/** Between a menu and its button, and the edge of the window, in px. */
const APART = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** How the button of a menu looks, and what describes it. */
interface Opener {
  /** By default that of the menu's name. */
  readonly icon?: MoreIconName | undefined;
  /** The ID of the element that describes it. */
  readonly describedBy?: string | undefined;
}

/** Controls that a button opens over the page. The browser closes it on a click elsewhere. */
export class Menu {
  readonly #host: ReactiveElement;
  readonly #name: MoreIconName;
  #shown = false;

  constructor(host: ReactiveElement, name: MoreIconName) {
    this.#host = host;
    this.#name = name;
  }

  /** Whether it is open, or about to be. */
  get shown(): boolean {
    return this.#shown;
  }

  opener(label: string, { icon = this.#name, describedBy }: Opener = {}): TemplateResult {
    return html`<button
      class="round"
      part="button ${this.#name}-button"
      type="button"
      popovertarget=${this.#id}
      aria-label=${label}
      title=${label}
      aria-haspopup="true"
      aria-describedby=${describedBy ?? nothing}
      aria-expanded=${this.#isOpen}
    >
      ${moreIcon(icon)}
    </button>`;
  }

  popover(label: string, content: unknown): TemplateResult {
    return html`<div
      id=${this.#id}
      class="menu ${this.#id}"
      part="menu"
      popover
      role="group"
      aria-label=${label}
      @beforetoggle=${this.#onBeforeToggle}
      @toggle=${this.#onToggle}
      @click=${{ handleEvent: this.#onClick, capture: true }}
      @keydown=${this.#onKey}
    >
      ${content}
    </div>`;
  }

  get #id(): string {
    return `${this.#name}-menu`;
  }

  get #element(): HTMLElement | null {
    return this.#host.renderRoot.querySelector(`#${this.#id}`);
  }

  get #opener(): HTMLElement | null {
    return this.#host.renderRoot.querySelector(`[popovertarget="${this.#id}"]`);
  }

  /** The browser's word: a menu that went with its button is closed without an event. */
  get #isOpen(): boolean {
    return this.#element?.matches(':popover-open') ?? false;
  }

  get #controls(): HTMLElement[] {
    return [...(this.#element?.querySelectorAll<HTMLElement>('button, input') ?? [])];
  }

  /** The focus must not stay in what is no longer there; not every browser gives it back across shadow roots. */
  readonly #onBeforeToggle = ({ newState }: ToggleEvent): void => {
    this.#shown = newState === 'open';
    this.#host.requestUpdate();
    const active = this.#host.shadowRoot?.activeElement ?? null;
    if (newState === 'closed' && this.#element?.contains(active)) this.#opener?.focus();
  };

  readonly #onToggle = (): void => {
    this.#host.requestUpdate();
    if (!this.#isOpen) return;
    this.#place();
    this.#controls[0]?.focus();
  };

  /** Before the button acts: a dialog that it opens gives the focus back to where it was then. */
  readonly #onClick = ({ target }: Event): void => {
    if ((target as Element).closest('button')) this.#element?.hidePopover();
  };

  /** Arrows lead from one control to the next, but for those that change by arrows. Escape closes the menu, not what it is in. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const isClosing = event.key === 'Escape';
    if (!isClosing && (!step || event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (!step) return this.#element?.hidePopover();
    const controls = this.#controls;
    const at = controls.indexOf(event.target as HTMLElement);
    controls.at((at + step) % controls.length)?.focus();
  };

  /** Above its button, or below where there is more room, and within the window. */
  #place(): void {
    const element = this.#element;
    const opener = this.#opener;
    if (!element || !opener) return;
    const { bottom, left, top, width } = opener.getBoundingClientRect();
    const { clientHeight, clientWidth } = document.documentElement;
    const most = clientWidth - element.offsetWidth - APART;
    const x = Math.max(APART, Math.min(left + (width - element.offsetWidth) / 2, most));
    const above = top > clientHeight - bottom;
    element.style.left = `${x}px`;
    element.style.top = above
      ? `${Math.max(APART, top - element.offsetHeight - APART)}px`
      : `${bottom + APART}px`;
  }
}
