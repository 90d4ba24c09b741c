import { html, type ReactiveController, render, type TemplateResult } from 'lit';
import { comfortIcon } from './comfort-icons.js';
import { moreOf } from './more-texts.js';
import { type Room, whenLeft } from './room.js';

/** How far, in CSS pixels, a pointer moves before it drags: a tap is none. */
const DRAG = 4;
const MOVE: KeyframeAnimationOptions = { duration: 200, easing: 'cubic-bezier(0.2, 0, 0, 1)' };

interface Corner {
  readonly block: 'start' | 'end';
  readonly inline: 'start' | 'end';
}

/** Lets the person move the own picture from corner to corner, and hide it, as long as the call lasts. */
export function placeSelfView(room: Room): void {
  const place = new SelfView(room);
  room.call.addController(place);
  whenLeft(room, () => room.call.removeController(place));
}

class SelfView implements ReactiveController {
  readonly #room: Room;
  #preview: HTMLElement | null = null;
  #corner: Corner = { block: 'end', inline: 'end' };
  #hidden = false;
  #drag: { readonly x: number; readonly y: number } | null = null;

  constructor(room: Room) {
    this.#room = room;
    this.hostUpdated();
  }

  /** It goes and comes back with `view-only`. */
  hostUpdated(): void {
    const preview = this.#room.call.renderRoot.querySelector<HTMLElement>('.room zego-preview');
    if (preview && preview !== this.#preview) this.#serve(preview);
    this.#preview = preview;
    this.#show();
  }

  #serve(preview: HTMLElement): void {
    const { left: signal } = this.#room;
    preview.role = 'group';
    preview.tabIndex = 0;
    preview.addEventListener('keydown', (event) => this.#onKey(event), { signal });
    preview.addEventListener('pointerdown', (event) => this.#onDown(event), { signal });
    preview.addEventListener('pointermove', (event) => this.#onMove(event), { signal });
    for (const type of ['pointerup', 'pointercancel'])
      preview.addEventListener(type, () => this.#drop(), { signal });
  }

  #show(): void {
    const preview = this.#preview;
    if (!preview) return;
    preview.ariaLabel = moreOf(this.#room.texts).movableSelfView;
    preview.dataset['block'] = this.#corner.block;
    preview.dataset['inline'] = this.#corner.inline;
    preview.toggleAttribute('data-hidden', this.#hidden);
    render(this.#button(), preview);
  }

  /** The way back stands where the picture was: the focus stays on it. */
  #button(): TemplateResult {
    const { hideSelfView } = moreOf(this.#room.texts);
    return html`<button
      class="round"
      part="button hide-button"
      type="button"
      aria-label=${hideSelfView}
      title=${hideSelfView}
      aria-pressed=${this.#hidden}
      @click=${this.#toggle}
    >
      ${comfortIcon('hide')}
    </button>`;
  }

  readonly #toggle = (): void => {
    this.#hidden = !this.#hidden;
    this.#show();
  };

  #onKey(event: KeyboardEvent): void {
    const to = this.#cornerFor(event.key);
    if (!to || event.target !== this.#preview) return;
    event.preventDefault();
    this.#moveTo(to);
  }

  #cornerFor(key: string): Corner | null {
    const { block, inline } = this.#corner;
    if (key === 'ArrowUp') return { block: 'start', inline };
    if (key === 'ArrowDown') return { block: 'end', inline };
    if (key === 'ArrowLeft') return { block, inline: this.#isMirrored ? 'end' : 'start' };
    if (key === 'ArrowRight') return { block, inline: this.#isMirrored ? 'start' : 'end' };
    return null;
  }

  get #isMirrored(): boolean {
    return getComputedStyle(this.#room.call).direction === 'rtl';
  }

  #onDown(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0 || (event.target as Element).closest('button')) return;
    this.#drag = { x: event.clientX, y: event.clientY };
    this.#preview?.setPointerCapture(event.pointerId);
  }

  #onMove({ clientX, clientY }: PointerEvent): void {
    if (!this.#drag || !this.#preview) return;
    const [x, y] = [clientX - this.#drag.x, clientY - this.#drag.y];
    if (Math.hypot(x, y) < DRAG && !this.#preview.style.translate) return;
    this.#preview.toggleAttribute('data-dragged', true);
    this.#preview.style.translate = `${x}px ${y}px`;
  }

  #drop(): void {
    this.#drag = null;
    if (!this.#preview?.style.translate || !this.#preview.parentElement) return;
    const own = this.#preview.getBoundingClientRect();
    const around = this.#preview.parentElement.getBoundingClientRect();
    const isLeft = own.left + own.right < around.left + around.right;
    const isUpper = own.top + own.bottom < around.top + around.bottom;
    this.#moveTo({
      block: isUpper ? 'start' : 'end',
      inline: isLeft === this.#isMirrored ? 'end' : 'start',
    });
  }

  #moveTo(corner: Corner): void {
    const preview = this.#preview;
    if (!preview) return;
    const from = preview.getBoundingClientRect();
    this.#corner = corner;
    preview.style.translate = '';
    preview.removeAttribute('data-dragged');
    this.#show();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const to = preview.getBoundingClientRect();
    preview.animate(
      [{ translate: `${from.left - to.left}px ${from.top - to.top}px` }, { translate: '0 0' }],
      MOVE,
    );
  }
}
