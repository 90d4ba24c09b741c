/** Draws one frame; `seconds` grows steadily and tells what moves where it is. */
export type Painter = (picture: CanvasRenderingContext2D, seconds: number) => void;

export interface PictureSize {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** A track of sound whose loudness can be changed. */
export interface Tone {
  readonly track: MediaStreamTrack;
  /** Loudness from 0 (silence) to 1; even 1 is quiet, because somebody may be listening. */
  setLevel(level: number): void;
}

const FRAMES_PER_SECOND = 15;
const LOUDEST = 0.05;
/** Seconds in which loudness goes most of the way; a jump would click. */
const GLIDE = 0.04;
/** Syllables per second: what makes a tone sound like somebody talking in the next room. */
const MURMUR = 3.5;

/**
 * Makes pictures and sound that no device gives. All pictures share one timer and all tones one AudioContext,
 * so that a page can show dozens; both end with the last track that needs them.
 */
export class SyntheticMedia {
  readonly #pictures = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #audio: AudioContext | undefined;
  #tones = 0;

  /** A live video track that `paint` fills until the track and all its clones are stopped. */
  openPicture(paint: Painter, { width, height }: PictureSize): MediaStreamTrack {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    // A picture that is captured is read back for every frame, which is cheaper from main memory.
    const picture = canvas.getContext('2d', { willReadFrequently: true });
    // Without a rate, WebKit hands over the first frames only.
    const [track] = canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks();
    if (!picture || !track) throw new Error('This browser can not capture from a canvas');
    const draw = () => paint(picture, performance.now() / 1000);
    this.#startDrawing(draw);
    return whenStopped(track, () => this.#stopDrawing(draw));
  }

  /**
   * A live audio track that hums until it and all its clones are stopped.
   * @param frequency of the hum in Hz.
   */
  openTone(frequency: number, level: number): Tone {
    this.#audio ??= new AudioContext();
    this.#tones += 1;
    const context = this.#audio;
    const hum = new OscillatorNode(context, { type: 'triangle', frequency });
    const syllables = new OscillatorNode(context, { frequency: MURMUR });
    const voice = new GainNode(context, { gain: 0.6 });
    const loudness = new GainNode(context, { gain: level * LOUDEST });
    const destination = new MediaStreamAudioDestinationNode(context);
    syllables.connect(new GainNode(context, { gain: 0.4 })).connect(voice.gain);
    hum.connect(voice).connect(loudness).connect(destination);
    hum.start();
    syllables.start();

    const [track] = destination.stream.getAudioTracks();
    if (!track) throw new Error('This browser can not capture from Web Audio');
    const release = () => {
      hum.stop();
      syllables.stop();
      this.#releaseTone();
    };
    return {
      track: whenStopped(track, release),
      setLevel: (next) => loudness.gain.setTargetAtTime(next * LOUDEST, context.currentTime, GLIDE),
    };
  }

  #startDrawing(draw: () => void): void {
    this.#pictures.add(draw);
    draw();
    this.#timer ??= setInterval(() => {
      for (const each of this.#pictures) each();
    }, 1000 / FRAMES_PER_SECOND);
  }

  #stopDrawing(draw: () => void): void {
    this.#pictures.delete(draw);
    if (this.#pictures.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #releaseTone(): void {
    this.#tones -= 1;
    if (this.#tones > 0) return;
    void this.#audio?.close();
    this.#audio = undefined;
  }
}

/** Calls `release` once `track` and its clones are all stopped; no event tells that, so their methods do. */
function whenStopped(track: MediaStreamTrack, release: () => void): MediaStreamTrack {
  let live = 0;
  const watch = (watched: MediaStreamTrack): MediaStreamTrack => {
    live += 1;
    const stop = watched.stop.bind(watched);
    const clone = watched.clone.bind(watched);
    watched.stop = () => {
      if (watched.readyState === 'ended') return;
      stop();
      live -= 1;
      if (live === 0) release();
    };
    watched.clone = () => watch(clone());
    return watched;
  };
  return watch(track);
}
