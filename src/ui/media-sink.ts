import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Shows a `MediaStream` in a `<video>` and lets go of it when the element leaves the page. Where the browser
 * blocks sound before a gesture, `blocked` is true until the next one anywhere in the page.
 */
export class MediaSink implements ReactiveController {
  blocked = false;
  readonly #host: ReactiveControllerHost;
  #video: HTMLVideoElement | null = null;
  #gesture = new AbortController();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
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
    if (blocked) this.#retryOnGesture();
    this.#host.requestUpdate();
  }

  #retryOnGesture(): void {
    this.#gesture = new AbortController();
    const { signal } = this.#gesture;
    for (const type of ['pointerup', 'keydown'])
      document.addEventListener(type, () => void this.play(), { signal, capture: true });
  }
}
