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
