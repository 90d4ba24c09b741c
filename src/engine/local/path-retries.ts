/** How long a path may be interrupted before another is looked for, in ms: some interruptions pass by themselves. */
const GRACE_MS = 1_500;
const MAX_RETRIES = 6;

/** Looks for another path to a peer after the connection lost its own: soon, then after delays that double, a few times. */
export class PathRetries {
  readonly #retry: () => void;
  #count = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(retry: () => void) {
    this.#retry = retry;
  }

  /** Acts on a new state of the connection. */
  follow(state: RTCPeerConnectionState): void {
    if (state === 'connected') this.reset();
    else if (this.#timer !== undefined) return;
    else if (state === 'disconnected') this.#wait();
    else if (state === 'failed') this.#next();
  }

  /** Starts anew: at once when the path was lost, after the grace period when the connection is still being made. */
  begin(state: RTCPeerConnectionState): void {
    this.reset();
    if (state === 'failed' || state === 'disconnected') this.#next();
    else if (state !== 'connected') this.#wait();
  }

  /** Stops, and forgets the retries so far. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#count = 0;
  }

  #wait(): void {
    this.#timer = setTimeout(() => this.#next(), GRACE_MS * 2 ** this.#count);
  }

  #next(): void {
    this.#timer = undefined;
    if (this.#count === MAX_RETRIES) return;
    this.#count += 1;
    this.#wait();
    this.#retry();
  }
}
