import { TestMedia } from '../support/test-media.js';
import { eventually, pause } from '../support/wait.js';

/** A moving canvas, and the browser's fake microphone: unlike Web Audio it needs no sound card in any browser. */
export class Capture {
  readonly stream: MediaStream;
  readonly #picture: TestMedia;

  private constructor(picture: TestMedia, sound: MediaStream) {
    this.#picture = picture;
    this.stream = new MediaStream([...sound.getTracks(), picture.video]);
  }

  static async open(): Promise<Capture> {
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    return new Capture(new TestMedia(['video']), sound);
  }

  get audio(): MediaStreamTrack {
    const [track] = this.stream.getAudioTracks();
    if (!track) throw new Error('There is no sound');
    return track;
  }

  get video(): MediaStreamTrack {
    return this.#picture.video;
  }

  async close(): Promise<void> {
    for (const track of this.stream.getTracks()) track.stop();
    await this.#picture.close();
  }
}

/** A picture that no encoder makes small. */
export class Noise {
  readonly video: MediaStreamTrack;
  readonly #drawing: ReturnType<typeof setInterval>;

  constructor(width = 640, height = 360) {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const picture = canvas.getContext('2d', { willReadFrequently: true });
    const [track] = canvas.captureStream().getVideoTracks();
    if (!picture || !track) throw new Error('This browser can not capture from a canvas');
    this.video = track;
    const pixels = picture.createImageData(width, height);
    const values = new Uint32Array(pixels.data.buffer);
    this.#drawing = setInterval(() => {
      for (let index = 0; index < values.length; index++) values[index] = Math.random() * 2 ** 32;
      picture.putImageData(pixels, 0, 0);
    }, 1_000 / 15);
  }

  close(): void {
    clearInterval(this.#drawing);
    this.video.stop();
  }
}

/** Resolves once frames of `stream` are shown. Counts them itself: Firefox's own count leaves streams out. */
export async function expectFrames(stream: MediaStream): Promise<void> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, srcObject: stream });
  void video.play();
  await eventually(async () => !(await standsStill(video)), 'frames arrive');
  video.srcObject = null;
}

/** Whether a video shows no new frame for a moment. */
export async function standsStill(video: HTMLVideoElement): Promise<boolean> {
  let frames = 0;
  const handle = video.requestVideoFrameCallback(() => (frames += 1));
  await pause(400);
  video.cancelVideoFrameCallback(handle);
  return frames === 0;
}
