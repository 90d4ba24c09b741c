/** No divisor of a second: a sound that repeats every second would fall between the looks for ever. */
const INTERVAL = 130;
/** How long a new track waits for the first look: opening an audio context would hold up the call being connected. */
const WARM_UP = 500;
/** Samples that are looked at each time: at 48 kHz most of an interval. */
const SAMPLES = 4_096;

/** Measures how loud our own microphone is, with one AudioContext that lives as long as what it measures. */
export class VoiceMeter {
  readonly #report: (level: number) => void;
  #track: MediaStreamTrack | null = null;
  #context: AudioContext | null = null;
  #analyser: AnalyserNode | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param report takes the loudness, 0 to 1, several times a second. */
  constructor(report: (level: number) => void) {
    this.#report = report;
  }

  /** Measures this track, and no other any more. */
  watch(track: MediaStreamTrack): void {
    this.stop();
    this.#track = track;
    this.#measureIn(WARM_UP);
  }

  /** Ends it, and gives everything back; harmless twice. */
  stop(): void {
    if (!this.#track) return;
    clearTimeout(this.#timer);
    void this.#context?.close();
    this.#track = null;
    this.#context = null;
    this.#analyser = null;
    this.#report(0);
  }

  #measureIn(delay: number): void {
    this.#timer = setTimeout(() => {
      this.#measure();
      if (this.#track) this.#measureIn(INTERVAL);
    }, delay);
  }

  #measure(): void {
    this.#analyser ??= this.#open();
    if (!this.#analyser) return;
    const samples = new Float32Array(SAMPLES);
    this.#analyser.getFloatTimeDomainData(samples);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    this.#report(Math.min(Math.sqrt(power), 1)); // As engines measure others: the root of the mean power.
  }

  /** Browsers keep a context silent that begins before anybody has touched the page, and complain in the console. */
  #open(): AnalyserNode | null {
    if (!this.#track || !navigator.userActivation.hasBeenActive) return null;
    try {
      this.#context = new AudioContext();
      const analyser = new AnalyserNode(this.#context, { fftSize: SAMPLES });
      this.#context.createMediaStreamSource(new MediaStream([this.#track])).connect(analyser);
      return analyser;
    } catch {
      // Firefox refuses a microphone whose sample rate differs from the context's. The call goes on without a meter.
      this.stop();
      return null;
    }
  }
}
