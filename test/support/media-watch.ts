/** Watches what a page can see of synthetic media: frames that are drawn, AudioContexts that are open. */
export class MediaWatch {
  readonly #contexts: AudioContext[] = [];
  readonly #RealAudioContext = globalThis.AudioContext;
  readonly #realDrawImage = CanvasRenderingContext2D.prototype.drawImage;
  #frames = 0;

  constructor() {
    const contexts = this.#contexts;
    globalThis.AudioContext = class extends this.#RealAudioContext {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    };
    const countFrame = () => (this.#frames += 1);
    const drawImage = this.#realDrawImage as (...parameters: unknown[]) => void;
    CanvasRenderingContext2D.prototype.drawImage = function (...parameters: unknown[]) {
      countFrame();
      drawImage.apply(this, parameters);
    };
  }

  /** Portraits drawn so far. */
  get frames(): number {
    return this.#frames;
  }

  get contextsMade(): number {
    return this.#contexts.length;
  }

  get contextsOpen(): number {
    return this.#contexts.filter(({ state }) => state !== 'closed').length;
  }

  end(): void {
    globalThis.AudioContext = this.#RealAudioContext;
    CanvasRenderingContext2D.prototype.drawImage = this.#realDrawImage;
  }
}
