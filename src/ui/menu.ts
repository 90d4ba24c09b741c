import { html, type ReactiveElement, type TemplateResult } from 'lit';
import { moreIcon, type MoreIconName } from './more-icons.js';

/** Between a menu and its button, and the edge of the window, in px. */
const APART = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Buttons that another button opens over the page. The browser closes it on Escape and on a click elsewhere. */
export class Menu {
  readonly #host: ReactiveElement;
  readonly #name: MoreIconName;

  constructor(host: ReactiveElement, name: MoreIconName) {
    this.#host = host;
    this.#name = name;
  }

  opener(label: string): TemplateResult {
    return html`<button
      class="round"
      part="button ${this.#name}-button"
      type="button"
      popovertarget=${this.#id}
      aria-label=${label}
      title=${label}
      aria-haspopup="true"
      aria-expanded=${this.#isOpen}
    >
      ${moreIcon(this.#name)}
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

  get #buttons(): HTMLButtonElement[] {
    return [...(this.#element?.querySelectorAll('button') ?? [])];
  }

  /** The focus must not stay in what is no longer there; not every browser gives it back across shadow roots. */
  readonly #onBeforeToggle = ({ newState }: ToggleEvent): void => {
    const active = this.#host.shadowRoot?.activeElement ?? null;
    if (newState === 'closed' && this.#element?.contains(active)) this.#opener?.focus();
  };

  readonly #onToggle = (): void => {
    this.#host.requestUpdate();
    if (!this.#isOpen) return;
    this.#place();
    this.#buttons[0]?.focus();
  };

  /** Before the button acts: a dialog that it opens gives the focus back to where it was then. */
  readonly #onClick = ({ target }: Event): void => {
    if ((target as Element).closest('button')) this.#element?.hidePopover();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = this.#buttons;
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    buttons.at((at + step) % buttons.length)?.focus();
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
