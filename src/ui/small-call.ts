import { css, html, nothing, render, type TemplateResult } from 'lit';
import { type RemoteStream, remoteStreams } from '../call/call-state.js';
import { avatar } from './avatar.js';
import { icon } from './icons.js';
import { cameraButton, microphoneButton, quietly } from './own-devices.js';
import { Playback } from './playback.js';
import { follow, type Room } from './room.js';
import { onStage } from './stage-choice.js';
import { baseStyles, buttonStyles } from './styles.js';
import { tileStyles } from './tile.styles.js';

/** The looks of the call, as its page and its theme make them, which go into the other window with it. */
const LOOKS = [
  ...[
    'surface',
    'raised',
    'text',
    'muted',
    'line',
    'accent',
    'on-accent',
    'danger',
    'on-danger',
    'radius',
    'font',
  ].map((name) => `--_${name}`),
  ...['density', 'button-radius', 'tile-background', 'tile-fit'].map((name) => `--zego-${name}`),
  ...['microphone', 'microphone-off', 'camera', 'camera-off', 'leave'].map((name) => `--zego-icon-${name}`),
];

/** A call in a window of its own: whoever is on the stage, and what one needs at hand. The page keeps all it has. */
export class SmallCall {
  readonly #room: Room;
  readonly #window: Window;
  readonly #root: ShadowRoot;
  readonly #unfollow: (() => void)[];
  #playback: Playback | null = null;
  #streamId: string | null = null;

  constructor(room: Room, target: Window) {
    this.#room = room;
    this.#window = target;
    this.#root = this.#furnish();
    const show = (): void => this.#show();
    this.#unfollow = [follow(room, show), room.view.subscribe(show), room.texts.subscribe(show)];
    target.addEventListener('resize', show);
    show();
  }

  end(): void {
    for (const unfollow of this.#unfollow) unfollow();
    this.#playback?.end();
    this.#see(null);
  }

  #furnish(): ShadowRoot {
    const { document } = this.#window;
    const { call, texts } = this.#room;
    document.title = texts.strings.call;
    document.documentElement.lang = window.document.documentElement.lang;
    document.body.style.margin = '0';
    const host = document.createElement('div');
    const looks = getComputedStyle(call);
    host.dir = looks.direction;
    host.style.colorScheme = looks.colorScheme;
    for (const name of LOOKS) host.style.setProperty(name, looks.getPropertyValue(name));
    const root = host.attachShadow({ mode: 'open' });
    const styles = document.createElement('style');
    styles.textContent = [baseStyles, buttonStyles, tileStyles, smallStyles].map(String).join('\n');
    root.append(styles);
    document.body.append(host);
    return root;
  }

  #show(): void {
    if (this.#window.closed) return;
    const stream = this.#stream();
    this.#see(stream?.streamId ?? null);
    render(this.#render(stream), this.#root, { creationScope: this.#window.document });
    this.#play(stream?.media ?? null);
  }

  #play(media: MediaStream | null): void {
    const video = this.#root.querySelector('video');
    if (this.#playback?.video !== video) {
      this.#playback?.end();
      this.#playback = video && new Playback(video, () => undefined);
    }
    this.#playback?.show(media);
  }

  #stream(): RemoteStream | undefined {
    const { session, view } = this.#room;
    const streams = remoteStreams(session.state);
    const { activeSpeaker: speaker } = session.state;
    const { pinned } = view.choices;
    const shown = onStage({ streams, speaker, pinned, layout: 'speaker', before: this.#streamId });
    return streams.find(({ streamId }) => streamId === shown);
  }

  /** The page is in the background, where nothing is received; this window is not. */
  #see(streamId: string | null): void {
    const { sightings } = this.#room.session;
    if (this.#streamId && this.#streamId !== streamId) sightings.see(this, this.#streamId, null);
    this.#streamId = streamId;
    if (!streamId) return;
    const { devicePixelRatio: density, innerHeight, innerWidth } = this.#window;
    sightings.see(this, streamId, { width: innerWidth * density, height: innerHeight * density });
  }

  #render(stream: RemoteStream | undefined): TemplateResult {
    const { session, texts } = this.#room;
    const { self } = session.state;
    return html`${stream ? picture(stream) : html`<p>${texts.strings.aloneHere}</p>`}
      <div class="buttons" role="toolbar" aria-label=${texts.strings.callControls}>
        ${self.devices.includes('microphone') ? microphoneButton(session, self, texts) : nothing}
        ${self.devices.includes('camera') ? cameraButton(session, self, texts) : nothing}
        <button
          class="round danger"
          type="button"
          aria-label=${texts.strings.leave}
          title=${texts.strings.leave}
          @click=${() => quietly(session.leave())}
        >
          ${icon('leave')}
        </button>
      </div>`;
  }
}

function picture({ source, user, video }: RemoteStream): TemplateResult {
  return html`<video
      class=${source === 'screen' ? 'contain' : ''}
      ?data-empty=${!video}
      .muted=${true}
      playsinline
      tabindex="-1"
      aria-label=${user.name}
    ></video>
    ${video ? nothing : avatar(user)}
    <div class="label"><bdi>${user.name}</bdi></div>`;
}

const smallStyles = css`
  :host {
    block-size: 100vb;
    border-radius: 0;
    background: var(--_surface);
  }
  p {
    display: grid;
    place-items: center;
    block-size: calc(100% - 64px);
    margin: 0;
    padding: 16px;
    text-align: center;
  }
  .label {
    inset-block: 8px auto;
  }
  .buttons {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    justify-content: center;
    gap: 8px;
    padding: 8px;
  }
`;
