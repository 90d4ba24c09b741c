import type { CallEngine, Layer } from '../../src/engine/call-engine.js';

/** The low layer's, in pixels. */
const LOW_HEIGHT = 180;
/** Without a picture for this long, in ms, no video is received. */
const STILL = 1_500;

interface Watched {
  readonly video: HTMLVideoElement;
  seenAt: number;
}

/** What an engine really receives of each stream that it plays: the cloud tells publishers nothing of it. */
export class LayerWatch {
  readonly #watched = new Map<string, Watched>();

  constructor(engine: CallEngine) {
    const play = engine.play.bind(engine);
    engine.play = async (streamId, signal) => {
      const stream = await play(streamId, signal);
      this.#watch(streamId, stream);
      return stream;
    };
  }

  of(streamId: string): Layer {
    const watched = this.#watched.get(streamId);
    if (!watched || performance.now() - watched.seenAt > STILL) return 'off';
    return watched.video.videoHeight > LOW_HEIGHT ? 'high' : 'low';
  }

  close(): void {
    for (const { video } of this.#watched.values()) {
      video.srcObject = null;
      video.remove();
    }
    this.#watched.clear();
  }

  #watch(streamId: string, stream: MediaStream): void {
    const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true });
    const watched = { video, seenAt: performance.now() };
    const look = (): void => {
      watched.seenAt = performance.now();
      video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
    video.srcObject = stream;
    document.body.append(video);
    this.#watched.get(streamId)?.video.remove();
    this.#watched.set(streamId, watched);
  }
}
