import { css, html, nothing, type TemplateResult } from 'lit';
import type { CallState, Self } from '../call/call-state.js';
import { OWN_STREAMS } from '../call/statistics.js';
import { OWN_VOICE, SPEAKING } from '../call/sound-levels.js';
import { avatar } from '../ui/avatar.js';
import { CallElement } from '../ui/call-element.js';
import { icon } from '../ui/icons.js';
import { later, Lazy } from '../ui/lazy.js';
import { MediaSink } from '../ui/media-sink.js';
import { qualityMark } from '../ui/quality-mark.js';
import { baseStyles } from '../ui/styles.js';
import { tileStyles } from '../ui/tile.styles.js';

/**
 * Your own picture, mirrored as in a mirror; works before joining, and shows your initials while the camera is off.
 * A ring tells that you are heard.
 *
 * @summary The self view.
 * @tagname zego-preview
 * @slot - laid over the picture, for example controls
 * @csspart video - the `<video>`
 * @csspart avatar - shown while there is no picture
 * @csspart label - name, microphone and connection
 * @csspart quality - says that your connection is poor
 * @csspart hand - says that your hand is raised
 * @csspart reaction - floats over the picture for a moment
 * @csspart statistics - how what you send fares, when that is wanted
 * @csspart icon - the icons
 */
export class ZegoPreview extends CallElement<{ self: Self }> {
  static override styles = [
    baseStyles,
    tileStyles,
    css`
      :host {
        aspect-ratio: var(--zego-tile-ratio, 16 / 9);
        min-block-size: 44px; /* Whatever a page says of the ratio. */
      }
    `,
  ];

  readonly #layer = new Lazy(
    this,
    later(() => import('./tile-layer.js')),
  );
  readonly #sink = new MediaSink(this, () => this.view);
  #unsubscribe: () => void = () => undefined;

  protected override select(state: CallState): { self: Self } {
    return { self: state.self };
  }

  override disconnectedCallback(): void {
    this.#unsubscribe();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { microphone, picture, quality, user } = this.slice.self;
    return html`
      <video
        part="video"
        class=${showsWorld(picture) ? '' : 'mirrored'}
        ?data-empty=${picture === null}
        aria-hidden=${picture === null}
        .muted=${true}
        playsinline
        tabindex="-1"
        aria-label=${this.text.you}
      ></video>
      ${picture ? nothing : avatar(user)}
      ${this.session?.reactions ? this.#layer.need()?.tileLayer(this.for, user.id, OWN_STREAMS) : nothing}
      <div class="label" part="label">
        ${
          microphone.status === 'off' || microphone.status === 'failed'
            ? html`<span role="img" aria-label=${this.text.microphoneIsMuted}
                >${icon('microphone-off')}</span
              >`
            : nothing
        }
        ${qualityMark(quality, this.text)}
        <bdi>${this.text.you}</bdi>
      </div>
      <slot></slot>
    `;
  }

  protected override updated(): void {
    this.#sink.show(this.renderRoot.querySelector('video'), this.slice.self.picture);
    this.#unsubscribe();
    const levels = this.session?.levels;
    if (levels) this.#unsubscribe = levels.subscribe(OWN_VOICE, (level) => this.#showLevel(level));
  }

  #showLevel(level: number): void {
    this.toggleAttribute('data-speaking', level > SPEAKING);
  }
}

/** What a phone's back camera sees is no mirror. */
function showsWorld(picture: MediaStream | null): boolean {
  return picture?.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-preview': ZegoPreview;
  }
}
