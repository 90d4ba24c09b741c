import { css, html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CallState, Participant } from '../call/call-state.js';
import { CallElement } from '../ui/call-element.js';
import { gridLayout } from '../ui/grid-layout.js';
import { baseStyles } from '../ui/styles.js';

const GAP = 8;

interface Slice {
  readonly participants: readonly Participant[];
}

/**
 * Everyone else: one `<zego-tile>` for each stream of the room, as large as the box allows. A stream that is added
 * plays by itself; one that is removed is stopped and its tile goes.
 *
 * @summary The grid of remote video tiles.
 * @tagname zego-remote-grid
 * @slot empty - shown while nobody else sends anything
 * @csspart tile - each `<zego-tile>`
 * @csspart empty - the box around the `empty` slot
 */
export class ZegoRemoteGrid extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        place-content: center;
        gap: ${GAP}px;
        min-inline-size: 0;
        min-block-size: 120px;
        overflow: clip;
      }
      zego-tile {
        flex: none;
        inline-size: var(--_tile-width, 100%);
        block-size: var(--_tile-height, auto);
      }
      .empty {
        align-self: center;
        padding: 24px;
        color: var(--_muted);
        text-align: center;
        text-wrap: balance;
      }
    `,
  ];

  readonly #resized = new ResizeObserver(() => this.#layOut());

  protected override select({ participants }: CallState): Slice {
    return { participants };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    this.#resized.disconnect();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const streamIds = this.#streamIds();
    if (streamIds.length === 0)
      return html`<div class="empty" part="empty"><slot name="empty">${this.#emptyText()}</slot></div>`;
    return html`${repeat(
      streamIds,
      (streamId) => streamId,
      (streamId) => html`<zego-tile part="tile" stream-id=${streamId} for=${this.for}></zego-tile>`,
    )}`;
  }

  protected override updated(): void {
    this.#layOut();
  }

  #streamIds(): string[] {
    return this.slice.participants.flatMap(({ streams }) => streams.map(({ streamId }) => streamId));
  }

  #emptyText(): string {
    const names = this.slice.participants.map(({ user }) => user.name);
    return names.length === 0 ? this.text.aloneHere : this.text.hereWithoutMedia(names);
  }

  #layOut(): void {
    const box = { width: this.clientWidth, height: this.clientHeight };
    const { width, height } = gridLayout(box, this.#streamIds().length, GAP);
    this.style.setProperty('--_tile-width', `${width}px`);
    this.style.setProperty('--_tile-height', `${height}px`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-remote-grid': ZegoRemoteGrid;
  }
}
