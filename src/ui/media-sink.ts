import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { useAudioOutput } from './audio-output.js';
import type { CallView } from './call-view.js';
import { Playback } from './playback.js';

type OutputFailed = (deviceId: string, cause: unknown) => void;

/**
 * Shows a `MediaStream` in a `<video>`, keeps it playing, and lets go of it when the element leaves the page. Where it
 * plays only after a gesture, `blocked` is true until the next one anywhere in the page, and the call's view knows it.
 */
export class MediaSink implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #view: () => CallView;
  readonly #onOutputFailed: OutputFailed;
  #playback: Playback | null = null;
  /** The audio output that was asked for last: a failed one is not asked for again with each render. */
  #output = '';
  /** How loud it plays, from 0, which is muted, to 1. */
  #volume = 1;
  #gesture = new AbortController();

  /** @param onOutputFailed is called when an audio output can't be used. */
  constructor(
    host: ReactiveControllerHost,
    view: () => CallView,
    onOutputFailed: OutputFailed = () => undefined,
  ) {
    this.#host = host;
    this.#view = view;
    this.#onOutputFailed = onOutputFailed;
    host.addController(this);
  }

  get blocked(): boolean {
    return this.#playback?.blocked ?? false;
  }

  /**
   * @param output the ID of the audio output; empty for the system's own choice.
   * @param volume how loud it plays, from 0, which is muted, to 1
   */
  show(video: HTMLVideoElement | null, media: MediaStream | null, output = '', volume = 1): void {
    if (this.#playback?.video !== video) {
      this.#clear();
      this.#playback = video && new Playback(video, () => this.#onBlocked());
    }
    if (video) this.#setVolume(video, volume); // Before anything of the stream can be heard.
    if (video && output !== this.#output) void this.#useOutput(video, output);
    this.#playback?.show(media);
  }

  async play(): Promise<void> {
    await this.#playback?.play();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#clear();
  }

  #clear(): void {
    this.#gesture.abort();
    if (this.#playback) {
      this.#playback.end();
      this.#setVolume(this.#playback.video, 1);
    }
    this.#playback = null;
    this.#output = '';
  }

  /** Only what differs is set: whoever shows a stream that has no sound of its own mutes the `<video>`. */
  #setVolume(video: HTMLVideoElement, volume: number): void {
    if (volume === this.#volume) return;
    this.#volume = volume;
    video.volume = volume;
    video.muted = volume === 0; // The only way on iPhones and iPads.
    // Without sound, no browser wants a gesture.
    if (video.muted && this.blocked) void this.play();
  }

  async #useOutput(video: HTMLVideoElement, output: string): Promise<void> {
    this.#output = output;
    const isWanted = (): boolean => this.#playback?.video === video && this.#output === output;
    try {
      await useAudioOutput(video, output);
    } catch (cause) {
      if (isWanted() && output) this.#onOutputFailed(output, cause);
    }
  }

  #onBlocked(): void {
    this.#gesture.abort();
    if (this.blocked) this.#awaitGesture();
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
