import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  type CallState,
  findStream,
  type Quality,
  type RemoteStream,
  UNKNOWN_QUALITY,
} from '../call/call-state.js';
import { SPEAKING } from '../call/sound-levels.js';
import { avatar } from '../ui/avatar.js';
import { CallElement } from '../ui/call-element.js';
import { errorText, text } from '../ui/call-text.js';
import { icon } from '../ui/icons.js';
import { MediaSink } from '../ui/media-sink.js';
import { qualityMark } from '../ui/quality-mark.js';
import { baseStyles, buttonStyles, tileStyles } from '../ui/styles.js';

interface Slice {
  readonly stream: RemoteStream | undefined;
  readonly quality: Quality;
  /** Where the sound goes. */
  readonly speaker: string;
}

/**
 * One stream of somebody else: plays it in exactly one `<video>`, with the owner's name, whether they are muted
 * or badly connected, and a ring while they speak.
 *
 * @summary A video tile.
 * @tagname zego-tile
 * @csspart video - the `<video>`
 * @csspart avatar - shown while there is no picture
 * @csspart label - name, microphone and connection
 * @csspart quality - says that the owner's connection is poor
 * @csspart problem - why a stream does not play
 * @csspart icon - the icons
 * @csspart play-button - shown where the browser blocks sound before a gesture
 * @cssproperty --zego-tile-background - behind pictures and avatars
 * @cssproperty [--zego-tile-fit=cover] - `object-fit` of camera pictures
 */
export class ZegoTile extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    buttonStyles,
    tileStyles,
    css`
      button {
        position: absolute;
        inset: 0;
        margin: auto;
        inline-size: max-content;
        block-size: 44px;
      }
      .problem {
        position: absolute;
        inset: auto 0 40px;
        padding-inline: 12px;
        color: light-dark(#14171f, #f2f4f8);
        text-align: center;
        font-size: 13px;
      }
    `,
  ];

  /** The stream to show. */
  @property({ attribute: 'stream-id' }) streamId = '';

  readonly #sink = new MediaSink(this);
  #unsubscribe: () => void = () => undefined;

  protected override select(state: CallState): Slice {
    const stream = findStream(state, this.streamId);
    const owner = state.participants.find(({ user }) => user.id === stream?.user.id);
    return { stream, quality: owner?.quality ?? UNKNOWN_QUALITY, speaker: state.devices.speaker.chosen };
  }

  override disconnectedCallback(): void {
    this.#unsubscribe();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { stream } = this.slice;
    const showsPicture = stream?.video === true && stream.media !== null;
    return html`
      <video
        part="video"
        class=${stream?.source === 'screen' ? 'contain' : ''}
        ?data-empty=${!showsPicture}
        playsinline
        tabindex="-1"
        aria-label=${stream ? nameOf(stream) : nothing}
      ></video>
      ${stream ? this.#overlay(stream, showsPicture) : nothing}
    `;
  }

  protected override updated(): void {
    const { speaker, stream } = this.slice;
    this.#sink.show(this.renderRoot.querySelector('video'), stream?.media ?? null, speaker);
    this.#unsubscribe();
    const levels = this.session?.levels;
    if (levels) this.#unsubscribe = levels.subscribe(this.streamId, (level) => this.#showLevel(level));
  }

  #overlay(stream: RemoteStream, showsPicture: boolean): TemplateResult {
    return html`
      ${showsPicture ? nothing : avatar(stream.user)}
      ${stream.problem ? html`<p class="problem" part="problem">${errorText(stream.problem)}</p>` : nothing}
      <div class="label" part="label">
        ${
          stream.audio || stream.source === 'screen'
            ? nothing
            : html`<span role="img" aria-label=${text.microphoneIsMuted}>${icon('microphone-off')}</span>`
        }
        ${qualityMark(this.slice.quality)}
        <bdi>${nameOf(stream)}</bdi>
      </div>
      ${
        this.#sink.blocked
          ? html`<button part="play-button" type="button" @click=${() => void this.#sink.play()}>
              ${icon('play')} ${text.playSound}
            </button>`
          : nothing
      }
    `;
  }

  #showLevel(level: number): void {
    this.toggleAttribute('data-speaking', level > SPEAKING);
  }
}

function nameOf({ source, user }: RemoteStream): string {
  return source === 'screen' ? text.screenOf(user.name) : user.name;
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-tile': ZegoTile;
  }
}
