import type { Effects } from '../call-engine.js';
import { type PictureSize, SyntheticMedia } from './synthetic-media.js';

/** Stands in for real effects: a camera's picture, drawn again through the filters of a canvas. */
export class FilteredPicture {
  /** What it looks like, in a stream of its own. */
  readonly stream: MediaStream;
  /** What to look like from now on. */
  effects: Effects = {};
  readonly #video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });

  constructor(size: PictureSize) {
    const track = new SyntheticMedia().openPicture((picture) => {
      picture.filter = filterOf(this.effects);
      picture.drawImage(this.#video, 0, 0, size.width, size.height);
    }, size);
    this.stream = new MediaStream([track]);
  }

  /** What is filtered from now on. */
  show(source: MediaStreamTrack): void {
    if ((this.#video.srcObject as MediaStream | null)?.getVideoTracks()[0] === source) return;
    this.#video.srcObject = new MediaStream([source]);
    this.#video.play().catch(() => undefined); // It may be closed before it plays.
  }

  close(): void {
    this.#video.srcObject = null;
    for (const track of this.stream.getTracks()) track.stop();
  }
}

function filterOf({ beauty, lowLight }: Effects): string {
  const { rosy = 0, sharpen = 0, smooth = 0, whiten = 0 } = beauty ?? {};
  const brightness = 1 + whiten / 250 + (lowLight ? 0.4 : 0);
  return `brightness(${brightness}) saturate(${1 + rosy / 100}) contrast(${1 + sharpen / 200}) blur(${smooth / 25}px)`;
}
