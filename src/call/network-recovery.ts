import type { EngineEvent, QualityGrade } from '../engine/call-engine.js';
import { isPoor } from './call-state.js';

export interface NetworkRecoveryOptions {
  readonly userId: string;
  /** Called each time the network recovers. */
  readonly onRecovery: () => void;
  /** The shortest time between two calls, in ms; a reconnection to the room does not wait for it. */
  readonly interval: number;
}

/**
 * Notices when the local network recovers: the room is connected again, the browser is online again, or our connection
 * quality is no longer poor.
 */
export class NetworkRecovery {
  readonly #options: NetworkRecoveryOptions;
  readonly #closed = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastAt = -Infinity;
  #wasPoor = false;

  constructor(options: NetworkRecoveryOptions) {
    this.#options = options;
    globalThis.addEventListener('online', () => this.#schedule(), { signal: this.#closed.signal });
  }

  handle(event: EngineEvent): void {
    if (event.type === 'connection' && event.status === 'reconnected') this.#recover();
    if (event.type === 'quality' && event.userId === this.#options.userId) this.#grade(event);
  }

  close(): void {
    this.#closed.abort();
    clearTimeout(this.#timer);
  }

  #grade(quality: { readonly up: QualityGrade; readonly down: QualityGrade }): void {
    if (isPoor(quality)) this.#wasPoor = true;
    else if (this.#wasPoor && Math.max(quality.up, quality.down) >= 0) {
      this.#wasPoor = false;
      this.#schedule();
    }
  }

  /** A network that comes and goes must not have everything tried again each time. */
  #schedule(): void {
    clearTimeout(this.#timer);
    const wait = this.#lastAt + this.#options.interval - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#recover(), wait);
    else this.#recover();
  }

  #recover(): void {
    clearTimeout(this.#timer);
    this.#lastAt = performance.now();
    this.#options.onRecovery();
  }
}
