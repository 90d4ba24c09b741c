import type { TrackKind } from '../../src/engine/call-engine.js';
import { eventually, inTime } from './wait.js';

const FRAME_INTERVAL = 66;

/** A moving picture and a tone that no device gives, for tests to publish. */
export class TestMedia {
  readonly stream: MediaStream;
  readonly #context: AudioContext | undefined;
  readonly #timer: ReturnType<typeof setInterval> | undefined;

  /** @param height of the picture, in pixels; its sides are 16 to 9. */
  constructor(kinds: readonly TrackKind[] = ['audio', 'video'], height = 180) {
    this.stream = new MediaStream();
    if (kinds.includes('video')) {
      const canvas = document.createElement('canvas');
      canvas.width = (height * 16) / 9;
      canvas.height = height;
      this.#timer = setInterval(() => drawFrame(canvas), FRAME_INTERVAL);
      this.stream.addTrack(only(canvas.captureStream().getVideoTracks()));
    }
    if (kinds.includes('audio')) {
      this.#context = new AudioContext();
      this.stream.addTrack(openTone(this.#context));
    }
  }

  get audio(): MediaStreamTrack {
    return only(this.stream.getAudioTracks());
  }

  get video(): MediaStreamTrack {
    return only(this.stream.getVideoTracks());
  }

  /** Ends the tracks and whatever fed them; harmless twice. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const track of this.stream.getTracks()) track.stop();
    if (this.#context && this.#context.state !== 'closed') await this.#context.close();
  }
}

/** Resolves once a `<video>` of the page has shown several frames of `stream`. */
export async function expectMovingPicture(stream: MediaStream): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  document.body.append(video);
  try {
    void video.play();
    await eventually(() => video.videoWidth > 0, 'the video has a size');
    await inTime(nextFrames(video, 3), 'the video shows further frames');
  } finally {
    video.srcObject = null;
    video.remove();
  }
}

/** Firefox counts no frames of a `MediaStream` in `getVideoPlaybackQuality`, but calls back for each. */
export async function nextFrames(video: HTMLVideoElement, count: number): Promise<void> {
  for (let frame = 0; frame < count; frame++)
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
}

function drawFrame(canvas: HTMLCanvasElement): void {
  const picture = canvas.getContext('2d');
  if (!picture) return;
  picture.fillStyle = `hsl(${(performance.now() / 10) % 360} 60% 50%)`;
  picture.fillRect(0, 0, canvas.width, canvas.height);
}

function openTone(context: AudioContext): MediaStreamTrack {
  const tone = new OscillatorNode(context, { frequency: 440 });
  const volume = new GainNode(context, { gain: 0.3 });
  const destination = new MediaStreamAudioDestinationNode(context);
  tone.connect(volume).connect(destination);
  tone.start();
  return only(destination.stream.getAudioTracks());
}

function only<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('There is no such track');
  return item;
}
