const SIZE = { width: 16, height: 9 };

/** What a frame shows: `red` of marked media that may not leave, `green` of what may, `black` where there is nothing. */
type Shown = 'red' | 'green' | 'black';

/** Looks at each frame of one track. */
export class FrameProbe {
  isRed = false;
  /** When the last green frame came, by `performance.now()`. */
  greenAt = -Infinity;
  readonly #video = document.createElement('video');
  readonly #canvas = new OffscreenCanvas(SIZE.width, SIZE.height).getContext('2d', {
    willReadFrequently: true,
  })!;
  #callback = 0;

  constructor(track: MediaStreamTrack) {
    Object.assign(this.#video, { autoplay: true, muted: true, srcObject: new MediaStream([track]) });
    this.#await();
  }

  close(): void {
    this.#video.cancelVideoFrameCallback(this.#callback);
    this.#video.srcObject = null;
  }

  #await(): void {
    this.#callback = this.#video.requestVideoFrameCallback(() => {
      const shown = this.#look();
      if (shown === 'red') this.isRed = true;
      if (shown === 'green') this.greenAt = performance.now();
      this.#await();
    });
  }

  #look(): Shown {
    this.#canvas.drawImage(this.#video, 0, 0, SIZE.width, SIZE.height);
    const { data } = this.#canvas.getImageData(SIZE.width / 2, Math.floor(SIZE.height / 2), 1, 1);
    const [red = 0, green = 0] = data;
    if (Math.abs(red - green) < 40) return 'black';
    return red > green ? 'red' : 'green';
  }
}
