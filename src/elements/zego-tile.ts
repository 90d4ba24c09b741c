import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  type CallState,
  findSending,
  type Quality,
  type RemoteStream,
  UNKNOWN_QUALITY,
} from '../call/call-state.js';
import { SPEAKING } from '../call/sound-levels.js';
import { isFinal } from '../call/final-errors.js';
import { adopt } from '../ui/adopt.js';
import { avatar } from '../ui/avatar.js';
import { CallElement } from '../ui/call-element.js';
import type { ViewChoices } from '../ui/call-view.js';
import { icon } from '../ui/icons.js';
import { later, Lazy } from '../ui/lazy.js';
import { MediaSink } from '../ui/media-sink.js';
import { qualityMark } from '../ui/quality-mark.js';
import { Sight } from '../ui/sight.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';
import { tileStyles } from '../ui/tile.styles.js';

interface Slice {
  readonly stream: RemoteStream | undefined;
  readonly quality: Quality;
  readonly pinned: boolean;
  /** Where the sound goes. */
  readonly speaker: string;
  /** How loud it is. */
  readonly volume: number;
}

/**
 * One stream of somebody else: plays it in exactly one `<video>`, with the owner's name, whether they are muted
 * or badly connected, and a ring while they speak. Only as much is received of the picture as can be seen of it.
 *
 * @summary A video tile.
 * @tagname zego-tile
 * @csspart video - the `<video>`
 * @csspart avatar - shown while there is no picture
 * @csspart label - name, microphone and connection
 * @csspart quality - says that the owner's connection is poor
 * @csspart problem - why a stream does not play, or that it is tried again
 * @csspart retry-button - plays a stream again that has failed
 * @csspart icon - the icons
 * @csspart pin-button - makes the picture large, and keeps it so
 * @csspart volume - says that I have muted the owner, or turned them down
 * @csspart volume-button - opens the owner's volume
 * @csspart menu - what that button opens
 * @csspart mute-button - mutes the owner for me alone
 * @csspart field - the slider with its label and value
 * @csspart slider - changes how loud I hear the owner
 * @csspart hand - says that the owner's hand is raised
 * @csspart reaction - floats over the picture for a moment
 * @csspart paused - says that the picture does not come though the camera is on
 * @csspart statistics - how the stream fares, when that is wanted
 * @csspart play-button - shown where the browser blocks sound before a gesture
 */
export class ZegoTile extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    buttonStyles,
    tileStyles,
    css`
      button.play {
        position: absolute;
        inset: 0;
        margin: auto;
      }
      .problem {
        position: absolute;
        inset: 8px 8px auto;
        inline-size: fit-content;
        margin: 0 auto;
        padding: 3px 12px;
        border-radius: 14px;
        background: rgb(12 14 18 / 0.68);
        color: #fff;
        text-align: center;
        text-wrap: balance;
        font-size: clamp(12px, 4cqmin, 16px);
      }
      .problem button {
        min-block-size: 32px;
        margin-block: 4px;
        font-size: inherit;
      }
    `,
  ];

  /** The stream to show. */
  @property({ attribute: 'stream-id' }) streamId = '';
  /** Whether there is a button that makes it large. Where tiles stand alone, nothing would happen. */
  @property({ type: Boolean }) pinnable = false;

  readonly #layer = new Lazy(
    this,
    later(async () => {
      const layer = await import('./tile-layer.js');
      adopt(this, layer.tileToolStyles);
      return layer;
    }),
  );
  readonly #sink = new MediaSink(
    this,
    () => this.view,
    (deviceId, cause) => this.session?.audioOutputFailed(deviceId, cause),
  );
  readonly #sight = new Sight(this);
  readonly #internals = this.attachInternals();
  #unsubscribe: () => void = () => undefined;

  protected override select(state: CallState, { pinned }: ViewChoices): Slice {
    const sending = findSending(state, this.streamId);
    return {
      stream: sending?.stream,
      quality: sending?.owner.quality ?? UNKNOWN_QUALITY,
      pinned: pinned !== null && pinned === sending?.owner.user.id,
      speaker: state.devices.speaker.chosen,
      volume: sending?.owner.volume ?? 1,
    };
  }

  override disconnectedCallback(): void {
    this.#unsubscribe();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { stream } = this.slice;
    const showsPicture = stream?.video === true && stream.media !== null && stream.layer !== 'off';
    return html`
      <video
        part="video"
        class=${stream?.source === 'screen' ? 'contain' : ''}
        ?data-empty=${!showsPicture}
        aria-hidden=${!showsPicture}
        autoplay
        playsinline
        tabindex="-1"
      ></video>
      ${stream ? this.#overlay(stream, showsPicture) : nothing}
    `;
  }

  protected override updated(): void {
    const { speaker, stream, volume } = this.slice;
    this.#internals.role = 'group';
    this.#internals.ariaLabel = stream ? this.#nameOf(stream) : null;
    this.#sink.show(this.renderRoot.querySelector('video'), stream?.media ?? null, speaker, volume);
    this.#sight.follow(this.session);
    this.#unsubscribe();
    const levels = this.session?.levels;
    if (levels) this.#unsubscribe = levels.subscribe(this.streamId, (level) => this.#showLevel(level));
  }

  #overlay(stream: RemoteStream, showsPicture: boolean): TemplateResult {
    const { pinned, quality, volume } = this.slice;
    const problem = this.#problemOf(stream);
    const layer = this.#layer.need();
    return html`
      ${showsPicture ? nothing : avatar(stream.user)}
      ${layer?.tileLayer(this.for, stream.source === 'camera' ? stream.user.id : '', this.streamId)}
      ${problem ? html`<div class="problem" part="problem">${problem} ${this.#retryButton(stream)}</div>` : nothing}
      <div class="label" part="label">
        ${
          stream.audio || stream.source === 'screen'
            ? nothing
            : html`<span role="img" aria-label=${this.text.microphoneIsMuted}
                >${icon('microphone-off')}</span
              >`
        }
        ${layer?.volumeMark(volume, this.texts)} ${qualityMark(quality, this.text)}
        <bdi>${this.#nameOf(stream)}</bdi>
      </div>
      ${layer?.tileTools({
        forId: this.for,
        user: stream.user,
        pinned: this.pinnable ? pinned : null,
        view: this.view,
        text: this.text,
      })}
      ${
        this.#sink.blocked
          ? html`<button
              class="round play"
              part="play-button"
              type="button"
              aria-label=${this.text.playSound}
              title=${this.text.playSound}
              @click=${() => void this.#sink.play()}
            >
              ${icon('play')}
            </button>`
          : nothing
      }
    `;
  }

  #retryButton({ play, problem, streamId }: RemoteStream): TemplateResult | typeof nothing {
    if (play !== 'failed' || !problem || isFinal(problem)) return nothing;
    return html`<button
      part="button retry-button"
      type="button"
      @click=${() => this.session?.retryPlaying(streamId)}
    >
      ${this.text.tryAgain}
    </button>`;
  }

  #nameOf({ source, user }: RemoteStream): string {
    return source === 'screen' ? this.text.screenOf(user.name) : user.name;
  }

  #problemOf({ play, problem }: RemoteStream): string | null {
    if (play === 'retrying') return this.text.playingAgain;
    return problem && this.texts.explain((words) => words.error(problem));
  }

  #showLevel(level: number): void {
    this.toggleAttribute('data-speaking', level > SPEAKING);
    const avatar = this.renderRoot.querySelector<HTMLElement>('.avatar');
    avatar?.style.setProperty('--_level', level.toFixed(2));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-tile': ZegoTile;
  }
}
