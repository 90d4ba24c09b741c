import { CallError } from '../engine/call-error.js';
import { aborted } from './deadline.js';

/** Time, as a queue needs it; tests bring their own. */
export interface Clock {
  /** Milliseconds, from whenever. */
  now(): number;
  /** Calls back once, after so many milliseconds. Returns what prevents it. */
  after(milliseconds: number, act: () => void): () => void;
}

export const CLOCK: Clock = {
  now: () => performance.now(),
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** ZEGO refuses a user's messages that come sooner after each other, in ms. */
const APART = 500;

interface Waiting {
  readonly send: () => Promise<void>;
  readonly since: number;
  readonly resolve: () => void;
  readonly reject: (error: CallError) => void;
}

/**
 * Sends one message after the other, in their order. Each waits for the answer to the one before and 500 ms more: so
 * they are that far apart where they arrive, whatever the network does to them on the way.
 */
export class MessageQueue {
  readonly #limit: number;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  /** What is being sent; its answer is not waited for when the queue is closed. */
  #sending: Waiting | null = null;
  #pause: (() => void) | null = null;
  #closed = false;

  /** @param limit how long, in ms, a message may wait for its turn. */
  constructor(limit: number, clock: Clock = CLOCK) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Settles as `send` does; rejects with `timeout` when its turn comes too late, with `aborted` on `close`. */
  add(send: () => Promise<void>): Promise<void> {
    if (this.#closed) return Promise.reject(aborted());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ send, since: this.#clock.now(), resolve, reject });
      this.#next();
    });
  }

  /** Nothing is sent any more; whatever has not arrived yet rejects with `aborted`. */
  close(): void {
    this.#closed = true;
    this.#pause?.();
    const unsent = [this.#sending, ...this.#waiting.splice(0)];
    for (const message of unsent) message?.reject(aborted());
  }

  #next(): void {
    if (this.#closed || this.#sending || this.#pause) return;
    for (let message = this.#waiting.shift(); message; message = this.#waiting.shift()) {
      if (this.#clock.now() - message.since <= this.#limit) return void this.#send(message);
      message.reject(new CallError('timeout', 'There were too many messages before this one'));
    }
  }

  async #send(message: Waiting): Promise<void> {
    this.#sending = message;
    try {
      await message.send();
      message.resolve();
    } catch (thrown) {
      message.reject(CallError.from(thrown, 'message-rejected'));
    }
    this.#sending = null;
    if (this.#closed) return;
    this.#pause = this.#clock.after(APART, () => {
      this.#pause = null;
      this.#next();
    });
  }
}
