import type { CaptureDevices } from '../../src/engine/capture-devices.js';

type Prompt = (constraints?: MediaStreamConstraints) => Promise<MediaStream>;

/** Devices that remember what was asked for and every track they gave, and whose prompts a test may answer. */
export class WatchedDevices implements CaptureDevices {
  /** What each prompt for camera and microphone asked for. */
  readonly requests: MediaStreamConstraints[] = [];
  readonly screenRequests: (DisplayMediaStreamOptions | undefined)[] = [];
  /** Every track that was ever given. */
  readonly tracks: MediaStreamTrack[] = [];
  /** How many prompts were open at once, at most. */
  mostPrompts = 0;
  readonly #devices: CaptureDevices;
  readonly #answers: Prompt[] = [];
  #gate: Promise<void> = Promise.resolve();
  #prompts = 0;

  constructor(devices: CaptureDevices) {
    this.#devices = devices;
  }

  get live(): MediaStreamTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === 'live');
  }

  /** How many prompts are open now. */
  get prompts(): number {
    return this.#prompts;
  }

  /** Answers one of the next prompts, in turn; the others get what the devices give. */
  answer(...prompts: Prompt[]): void {
    this.#answers.push(...prompts);
  }

  /** Answers the next prompts with these errors. */
  refuse(...errors: unknown[]): void {
    this.answer(...errors.map((error) => () => Promise.reject(error)));
  }

  /** Leaves prompts unanswered until the returned function is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#gate = new Promise((resolve) => (release = resolve));
    return release;
  }

  getUserMedia(constraints?: MediaStreamConstraints): Promise<MediaStream> {
    this.requests.push(constraints ?? {});
    return this.#prompt(() => this.#devices.getUserMedia(constraints), constraints);
  }

  getDisplayMedia(options?: DisplayMediaStreamOptions): Promise<MediaStream> {
    this.screenRequests.push(options);
    return this.#prompt(() => this.#devices.getDisplayMedia(options), options);
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return this.#devices.enumerateDevices();
  }

  addEventListener(...parameters: Parameters<CaptureDevices['addEventListener']>): void {
    this.#devices.addEventListener(...parameters);
  }

  removeEventListener(...parameters: Parameters<CaptureDevices['removeEventListener']>): void {
    this.#devices.removeEventListener(...parameters);
  }

  stopAll(): void {
    for (const track of this.tracks) track.stop();
  }

  async #prompt(usual: Prompt, constraints?: MediaStreamConstraints): Promise<MediaStream> {
    this.#prompts += 1;
    this.mostPrompts = Math.max(this.mostPrompts, this.#prompts);
    const answer = this.#answers.shift() ?? usual;
    try {
      await this.#gate;
      const media = await answer(constraints);
      this.tracks.push(...media.getTracks());
      return media;
    } finally {
      this.#prompts -= 1;
    }
  }
}
