import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type CallState, findSending } from '../call/call-state.js';
import { type ReactionName, REACTIONS } from '../call/signal.js';
import type { StreamStats } from '../engine/call-engine.js';
import { CallElement } from '../ui/call-element.js';
import type { ViewChoices } from '../ui/call-view.js';
import { figureRows } from '../ui/figures.js';
import { moreIcon } from '../ui/more-icons.js';
import { moreOf } from '../ui/more-texts.js';
import { baseStyles } from '../ui/styles.js';

/** How many reactions float over a tile at once, at most. */
const FLOATING = 5;
/** What was not told of for so long, in ms, has ended. */
const STALE = 10_000;
/** After so many reports in a row without one frame a picture stands still; the first may tell of before it began. */
const STILL = 2;
const TAG = 'zego-tile-layer';

interface Slice {
  readonly hand: boolean;
  /** Whether there is a picture that is not received: others are played in its place. */
  readonly waits: boolean;
  /** Whether there is one in which something moves all the time, as in a camera's. */
  readonly moves: boolean;
  readonly statistics: boolean;
}

/**
 * What lies over a picture in a call, below its words: a raised hand, reactions, that the picture does not come though it is
 * sent, and statistics when they are wanted.
 */
class TileLayer extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: flex;
        flex-wrap: wrap;
        place-content: flex-start;
        align-items: flex-start;
        gap: 6px;
        padding: 8px;
        overflow: clip;
        pointer-events: none;
      }
      .hand {
        display: grid;
        place-items: center;
        flex: none;
        inline-size: clamp(24px, 12cqmin, 40px);
        aspect-ratio: 1;
        border-radius: 50%;
        background: #ffb84d;
        color: #1b1300;
        font-size: clamp(12px, 5.5cqmin, 20px);
      }
      .paused {
        display: flex;
        align-items: center;
        gap: 6px;
        min-block-size: 24px;
        margin: 0;
        padding: 3px 10px;
        border-radius: 999px;
        background: rgb(12 14 18 / 0.68);
        color: #fff;
        font-size: clamp(12px, 4cqmin, 16px);
        line-height: 1.5;
        animation: appear 0.2s 1s backwards; /* Most begin within a second. */
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      dl {
        display: grid;
        grid-template-columns: auto auto;
        gap: 0 10px;
        margin: 0;
        padding: 5px 8px;
        border-radius: 8px;
        background: rgb(12 14 18 / 0.72);
        color: #fff;
        font-size: 11px;
        line-height: 1.4;
        font-variant-numeric: tabular-nums;
      }
      dd {
        margin: 0;
        text-align: end;
        white-space: nowrap;
      }
      @container (max-width: 140px) or (max-height: 110px) {
        dl {
          display: none;
        }
      }
      .reactions span {
        position: absolute;
        inset-block-end: 14%;
        inset-inline-start: var(--_x);
        font-size: clamp(24px, 18cqmin, 72px);
        line-height: 1;
        animation: rise 3s ease-out forwards;
      }
      @keyframes rise {
        0% {
          translate: 0 30%;
          scale: 0.4;
          opacity: 0;
        }
        12% {
          scale: 1.1;
          opacity: 1;
        }
        20% {
          scale: 1;
        }
        75% {
          opacity: 1;
        }
        100% {
          translate: 0 -55cqh;
          opacity: 0;
        }
      }
      @keyframes fade {
        10%,
        85% {
          opacity: 1;
        }
        0%,
        100% {
          opacity: 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .reactions span {
          animation-name: fade;
        }
      }
      @media (forced-colors: active) {
        .hand,
        .paused,
        dl {
          border: 1px solid;
        }
      }
    `,
  ];

  /** Whose tile it is; empty where only the stream counts. */
  @property({ attribute: 'user-id' }) userId = '';
  /** The stream; all of ours when it is empty. */
  @property({ attribute: 'stream-id' }) streamId = '';

  /** The newest figures by stream, and when they came. */
  readonly #figures = new Map<string, { readonly stats: StreamStats; readonly at: number }>();
  /** How many reports in a row told of no frame. */
  #still = 0;
  #unsubscribe: (() => void)[] = [];

  protected override select(state: CallState, { statistics }: ViewChoices): Slice {
    const stream = findSending(state, this.streamId)?.stream;
    const isSent = stream?.video === true;
    return {
      hand: state.hands.includes(this.userId),
      waits: isSent && stream.layer === 'off' && this.session?.config.mode !== 'audio',
      moves: isSent && stream.layer !== 'off' && stream.media !== null && stream.source === 'camera',
      statistics: statistics === true,
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', 'hand, paused, reaction, statistics');
  }

  override disconnectedCallback(): void {
    this.#stop();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { hand, moves, statistics, waits } = this.slice;
    const isPaused = waits || (moves && this.#still >= STILL);
    const more = moreOf(this.texts);
    return html`
      ${
        hand
          ? html`<span class="hand" part="hand" role="img" aria-label=${more.handRaised}
              >${moreIcon('hand')}</span
            >`
          : nothing
      }
      ${isPaused ? html`<p class="paused" part="paused">${moreIcon('paused')} ${more.videoPaused}</p>` : nothing}
      ${statistics ? this.#current().map((stats) => this.#table(stats)) : nothing}
      <div class="reactions" aria-hidden="true"></div>
    `;
  }

  protected override updated(): void {
    this.#stop();
    const { session } = this;
    const reactions = session?.reactions?.subscribe(this.userId, (name) => this.#float(name));
    const statistics = session?.statistics?.subscribe(this.streamId, (stats) => this.#hear(stats));
    this.#unsubscribe = [reactions, statistics].filter((end) => end !== undefined);
  }

  #stop(): void {
    for (const end of this.#unsubscribe) end();
    this.#unsubscribe = [];
  }

  #table(stats: StreamStats): TemplateResult {
    const rows = figureRows(stats, this.texts.speech.lang, moreOf(this.texts));
    return html`<dl part="statistics">
      ${rows.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>`;
  }

  #current(): StreamStats[] {
    const now = performance.now();
    for (const [id, { at }] of this.#figures) if (now - at > STALE) this.#figures.delete(id);
    return [...this.#figures.values()].map(({ stats }) => stats);
  }

  #hear(stats: StreamStats): void {
    const before = this.#still;
    this.#still = this.slice.moves && stats.frameRate === 0 ? before + 1 : 0;
    if (this.slice.statistics) this.#figures.set(stats.streamId, { stats, at: performance.now() });
    if (this.slice.statistics || before >= STILL !== this.#still >= STILL) this.requestUpdate();
  }

  /** Past the state and the template: it lives for three seconds. Where nobody sees it, nothing floats. */
  #float(name: ReactionName): void {
    const box = this.renderRoot.querySelector('.reactions');
    if (!box || box.childElementCount >= FLOATING || !this.checkVisibility()) return;
    const reaction = document.createElement('span');
    reaction.part.add('reaction');
    reaction.textContent = REACTIONS[name];
    reaction.style.setProperty('--_x', `${20 + Math.random() * 50}%`);
    reaction.addEventListener('animationend', () => reaction.remove());
    box.append(reaction);
  }
}

if (!customElements.get(TAG)) customElements.define(TAG, TileLayer);

export function tileLayer(forId: string, userId: string, streamId: string): TemplateResult {
  return html`<zego-tile-layer for=${forId} user-id=${userId} stream-id=${streamId}></zego-tile-layer>`;
}

export { volumeMark } from './participant-volume.js';
export { tileTools, tileToolStyles } from './tile-tools.js';
