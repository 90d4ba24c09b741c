import { css, html, nothing, type TemplateResult } from 'lit';
import type { CallState, Self } from '../call/call-state.js';
import { avatar } from '../ui/avatar.js';
import { CallElement } from '../ui/call-element.js';
import { text } from '../ui/call-text.js';
import { icon } from '../ui/icons.js';
import { MediaSink } from '../ui/media-sink.js';
import { baseStyles, tileStyles } from '../ui/styles.js';

/**
 * Your own picture, mirrored as in a mirror; works before joining, and shows your initials while the camera is off.
 *
 * @summary The self view.
 * @tagname zego-preview
 * @slot - laid over the picture, for example controls
 * @csspart video - the `<video>`
 * @csspart avatar - shown while there is no picture
 * @csspart label - name and microphone
 * @csspart icon - the icons
 */
export class ZegoPreview extends CallElement<{ self: Self }> {
  static override styles = [
    baseStyles,
    tileStyles,
    css`
      :host {
        aspect-ratio: 16 / 9;
      }
    `,
  ];

  readonly #sink = new MediaSink(this);

  protected override select(state: CallState): { self: Self } {
    return { self: state.self };
  }

  protected override render(): TemplateResult {
    const { microphone, picture, user } = this.slice.self;
    return html`
      <video
        part="video"
        class="mirrored"
        ?data-empty=${picture === null}
        .muted=${true}
        playsinline
        tabindex="-1"
        aria-label=${text.you}
      ></video>
      ${picture ? nothing : avatar(user)}
      <div class="label" part="label">
        ${
          microphone.status === 'off' || microphone.status === 'failed'
            ? html`<span role="img" aria-label=${text.microphoneIsMuted}>${icon('microphone-off')}</span>`
            : nothing
        }
        <bdi>${text.you}</bdi>
      </div>
      <slot></slot>
    `;
  }

  protected override updated(): void {
    this.#sink.show(this.renderRoot.querySelector('video'), this.slice.self.picture);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-preview': ZegoPreview;
  }
}
