import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CallView } from './call-view.js';

/**
 * Shows a `MediaStream` in a `<video>` and lets go of it when the element leaves the page. Where the browser
 * blocks sound before a gesture, `blocked` is true until the next one anywhere in the page, and the call's view knows it.
 */
export class MediaSink implements ReactiveController {
  blocked = false;
  readonly #host: ReactiveControllerHost;
  readonly #view: () => CallView;
  #video: HTMLVideoElement | null = null;
  #gesture = new AbortController();

  constructor(host: ReactiveControllerHost, view: () => CallView) {
    this.#host = host;
    this.#view = view;
    host.addController(this);
  }

  /** @param speaker where the sound goes, by its ID; empty for the system's own choice. */
  show(video: HTMLVideoElement | null, media: MediaStream | null, speaker = ''): void {
    if (this.#video !== video) this.#clear();
    this.#video = video;
    if (video && 'setSinkId' in video && video.sinkId !== speaker)
      video.setSinkId(speaker).catch(() => undefined); // One that is gone: the sound stays where it was.
    if (!video || video.srcObject === media) return;
    video.srcObject = media;
    if (media) void this.play();
  }

  async play(): Promise<void> {
    const video = this.#video;
    try {
      await video?.play();
      this.#setBlocked(false);
    } catch (thrown) {
      // Anything else than a refusal means that another stream has taken this one's place.
      if (video === this.#video && (thrown as DOMException).name === 'NotAllowedError')
        this.#setBlocked(true);
    }
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#clear();
  }

  #clear(): void {
    this.#gesture.abort();
    this.blocked = false;
    if (this.#video) this.#video.srcObject = null;
    this.#video = null;
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.blocked) return;
    this.blocked = blocked;
    this.#gesture.abort();
    if (blocked) this.#awaitGesture();
    this.#host.requestUpdate();
  }

  #awaitGesture(): void {
    this.#gesture = new AbortController();
    const { signal } = this.#gesture;
    const view = this.#view();
    view.choose({ silenced: [...view.choices.silenced, this] });
    signal.onabort = () => view.choose({ silenced: view.choices.silenced.filter((media) => media !== this) });
    for (const type of ['pointerup', 'keydown'])
      document.addEventListener(type, () => void this.play(), { signal, capture: true });
  }
}
