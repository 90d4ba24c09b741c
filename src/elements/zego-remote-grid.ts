import { css, html, type TemplateResult } from 'lit';
import { repeat } from '../ui/repeat.js';
import type { CallState, Participant, RemoteStream } from '../call/call-state.js';
import { CallElement } from '../ui/call-element.js';
import type { ViewChoices } from '../ui/call-view.js';
import { later, Lazy } from '../ui/lazy.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';

interface Slice {
  readonly participants: readonly Participant[];
  readonly layout: ViewChoices['layout'];
  readonly pinned: string | null;
  /** Whoever speaks, where that makes a difference. */
  readonly speaker: string | null;
}

/**
 * Everyone else: one `<zego-tile>` for each stream of the room, as large as the box allows, or one large and the others
 * in a strip, as `layout` and `pin()` of the call say; on pages when there are more than fit. A stream that is added
 * plays by itself; one that is removed is stopped and its tile goes.
 *
 * @summary The grid of remote video tiles.
 * @tagname zego-remote-grid
 * @slot - laid over the tiles, for example the own preview
 * @slot empty - shown while nobody else sends anything
 * @csspart tile - each `<zego-tile>`
 * @csspart empty - the box around the `empty` slot
 * @csspart pager - the buttons that turn pages, and which page it is
 * @csspart button - every button
 * @csspart previous-button - turns to the page before
 * @csspart next-button - turns to the page after
 */
export class ZegoRemoteGrid extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        position: relative;
        display: flex;
        flex-wrap: wrap;
        place-content: center;
        gap: var(--_gap);
        min-inline-size: 0;
        min-block-size: 120px;
        overflow: clip;
      }
      zego-tile {
        flex: 1 1 min(320px, 40%);
        min-block-size: 120px;
      }
      .empty {
        align-self: center;
        padding: 24px;
        color: var(--_muted);
        text-align: center;
        text-wrap: balance;
        overflow-wrap: anywhere;
      }
    `,
  ];

  readonly #stage = new Lazy(
    this,
    later(async () => new (await import('../ui/stage.js')).Stage(this)),
  );
  readonly #resized = new ResizeObserver(([entry]) => {
    this.#box = entry?.contentRect ?? this.#box;
    if (this.#plan()) this.requestUpdate();
    this.#place();
  });
  #box = { width: 0, height: 0 };

  protected override select(state: CallState, { layout, pinned }: ViewChoices): Slice {
    const follows = layout === 'speaker' || layout === 'sidebar';
    return {
      participants: state.participants,
      layout,
      pinned,
      speaker: follows ? state.activeSpeaker : null,
    };
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
    const streams = this.#streams();
    if (streams.length === 0)
      return html`<div class="empty" part="empty">
          <slot name="empty">${this.#emptyText()}</slot>
        </div>
        <slot></slot>`;
    return html`${repeat(
        streams,
        ({ streamId }) => streamId,
        ({ streamId }) =>
          html`<zego-tile
            part="tile"
            stream-id=${streamId}
            for=${this.for}
            ?pinnable=${streams.length > 1}
          ></zego-tile>`,
      )}${this.#stage.need()?.pager(this.texts)}<slot></slot>`;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.#plan();
  }

  protected override updated(): void {
    this.#place();
  }

  #streams(): RemoteStream[] {
    return this.slice.participants.flatMap(({ streams }) => streams);
  }

  #emptyText(): string | undefined {
    const names = this.slice.participants.map(({ user }) => user.name);
    return names.length === 0 ? this.text.aloneHere : this.#stage.need()?.emptyText(names, this.texts);
  }

  #plan(): boolean {
    const scene = { ...this.slice, streams: this.#streams(), box: this.#box };
    return this.#stage.value?.plan(scene) ?? false;
  }

  #place(): void {
    this.#stage.value?.place([...this.renderRoot.querySelectorAll('zego-tile')], this.#box);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-remote-grid': ZegoRemoteGrid;
  }
}
