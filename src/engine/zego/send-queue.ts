import { CallError } from '../call-error.js';
import { type Clock, CLOCK } from '../clock.js';
import { aborted } from './settle.js';

/**
 * Codes of the SDK that say that nothing was sent: too soon after the last message, too many in the room, not logged in
 * (the SDK is reconnecting). After any other error the message may have arrived, and sending it again could double it.
 */
const NOT_SENT: ReadonlySet<unknown> = new Set([1009015, 1109001, 1000002]);
/** How long to wait before something that was not sent is sent again, in ms. */
const RETRY_DELAY = 1_000;

interface Waiting {
  readonly send: () => Promise<void>;
  readonly since: number;
  readonly resolve: () => void;
  readonly reject: (error: CallError) => void;
  /** Why it was not sent so far. */
  refusal?: CallError;
}

export interface SendQueueOptions {
  /** How long, in ms, something may wait until it is sent. The answer to it may take longer. */
  readonly limit: number;
  /** Returns how long the next one has to wait, in ms, because of those before; not at all when absent. */
  readonly delay?: () => number;
  readonly clock?: Clock;
}

/**
 * Sends one thing after the other, in order: each waits for the answer to the one before. What the SDK refuses without
 * sending it is sent again, until its limit is over.
 */
export class SendQueue {
  readonly #limit: number;
  readonly #delay: () => number;
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  /** The answer to this one is not awaited once the queue is closed. */
  #sending: Waiting | undefined;
  #cancelPause: (() => void) | undefined;
  #closed = false;

  constructor({ clock = CLOCK, delay = () => 0, limit }: SendQueueOptions) {
    this.#limit = limit;
    this.#delay = delay;
    this.#clock = clock;
  }

  /**
   * Settles as `send` does. When it could not be sent within the limit, rejects with why not: the last refusal, or
   * `timeout` when its turn never came. Rejects with `aborted` on `close`.
   */
  add(send: () => Promise<void>): Promise<void> {
    if (this.#closed) return Promise.reject(aborted());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ send, since: this.#clock.now(), resolve, reject });
      this.#next();
    });
  }

  /** Sends nothing from now on; everything unanswered rejects with `aborted`. */
  close(): void {
    this.#closed = true;
    this.#cancelPause?.();
    for (const one of [this.#sending, ...this.#waiting.splice(0)]) one?.reject(aborted());
  }

  #next(): void {
    if (this.#closed || this.#sending || this.#cancelPause) return;
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (this.#clock.now() - first.since > this.#limit) {
        first.reject(first.refusal ?? late());
        this.#waiting.shift();
        continue;
      }
      const delay = this.#delay();
      if (delay > 0) return this.#pause(delay);
      this.#waiting.shift();
      return void this.#send(first);
    }
  }

  async #send(one: Waiting): Promise<void> {
    this.#sending = one;
    try {
      await one.send();
      one.resolve();
    } catch (thrown) {
      const error = CallError.from(thrown, 'message-rejected');
      if (NOT_SENT.has(error.engineCode) && !this.#closed) return this.#retry(one, error);
      one.reject(error);
    }
    this.#sending = undefined;
    this.#next();
  }

  #retry(one: Waiting, refusal: CallError): void {
    this.#sending = undefined;
    one.refusal = refusal;
    this.#waiting.unshift(one);
    this.#pause(RETRY_DELAY);
  }

  #pause(milliseconds: number): void {
    this.#cancelPause = this.#clock.after(milliseconds, () => {
      this.#cancelPause = undefined;
      this.#next();
    });
  }
}

function late(): CallError {
  return new CallError('timeout', 'There were too many messages before this one');
}
