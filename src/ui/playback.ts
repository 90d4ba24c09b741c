/** How long, in ms, a video that was paused waits before it plays again, pause after pause; then a person must ask for it. */
const DELAYS = [0, 500, 1_000, 2_000, 4_000];
/** A video that has played this long (ms) counts as healthy: a later pause starts with the first delay. */
const HEALTHY = 10_000;

/**
 * Keeps a `<video>` playing a `MediaStream`. The system pauses it for a phone call, a media key or headphones that are
 * removed, and some browsers end it when the stream has no tracks for a moment.
 */
export class Playback {
  readonly video: HTMLVideoElement;
  /** Whether it plays only after a gesture: the browser refuses to play it, or something pauses it again and again. */
  blocked = false;
  readonly #onBlocked: () => void;
  /** Aborts when the stream that is shown is no longer shown. */
  #shown = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** How many pauses in a row were answered, and when the last one was. */
  #answered = 0;
  #answeredAt = -Infinity;

  /** @param onBlocked is called when `blocked` changes. */
  constructor(video: HTMLVideoElement, onBlocked: () => void) {
    this.video = video;
    this.#onBlocked = onBlocked;
  }

  /** Shows a stream. The one that is shown already plays again if it stopped, as when its tracks were gone for a moment. */
  show(media: MediaStream | null): void {
    if (this.video.srcObject !== media) this.#load(media);
    else if (!this.blocked && this.#timer === undefined) this.#resume();
  }

  async play(): Promise<void> {
    const { ended, srcObject } = this.video;
    const { signal } = this.#shown;
    this.#stopWaiting();
    // An ended `<video>` does not play the same stream again unless it is loaded anew.
    if (ended) {
      this.video.srcObject = null;
      this.video.srcObject = srcObject;
    }
    try {
      await this.video.play();
      if (!signal.aborted) this.#setBlocked(false);
    } catch (thrown) {
      // Anything but a refusal means that it was paused again, or shows another stream.
      if (!signal.aborted && (thrown as DOMException).name === 'NotAllowedError') this.#setBlocked(true);
    }
  }

  /** Lets go of the stream and of the `<video>`. */
  end(): void {
    this.#shown.abort();
    this.#stopWaiting();
    this.video.srcObject = null;
  }

  #load(media: MediaStream | null): void {
    this.#shown.abort();
    this.#shown = new AbortController();
    this.#answered = 0;
    this.#stopWaiting();
    this.video.srcObject = media;
    if (!media) return this.#setBlocked(false);
    this.#watch(media, this.#shown.signal);
    void this.play();
  }

  #watch(media: MediaStream, signal: AbortSignal): void {
    const { ownerDocument: page } = this.video;
    for (const type of ['pause', 'ended'])
      this.video.addEventListener(type, () => this.#onStopped(), { signal });
    page.addEventListener('visibilitychange', () => !page.hidden && this.#resume(), { signal });
    // Safari plays the track that was added only once the stream is assigned again.
    media.addEventListener('addtrack', () => this.#load(media), { signal });
  }

  /** Answers a pause, unless there is nothing to play, or a person is asked already. */
  #onStopped(): void {
    if (!this.#isStopped || this.blocked) return;
    const now = performance.now();
    if (now - this.#answeredAt > HEALTHY) this.#answered = 0;
    const delay = DELAYS[this.#answered];
    if (delay === undefined) return this.#setBlocked(true);
    this.#answered += 1;
    this.#answeredAt = now + delay;
    this.#stopWaiting();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#resume();
    }, delay);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #resume(): void {
    if (this.#isStopped) void this.play();
  }

  get #isStopped(): boolean {
    const { ended, paused, srcObject } = this.video;
    return (ended || paused) && (srcObject as MediaStream | null)?.active === true;
  }

  #setBlocked(blocked: boolean): void {
    if (blocked === this.blocked) return;
    this.blocked = blocked;
    this.#answered = 0;
    this.#onBlocked();
  }
}
