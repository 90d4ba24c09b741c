import { CallError } from '../call-error.js';
import type { CallSignal, ChatMessage } from './protocol.js';

/** How long a peer has to confirm a message, in ms. */
const CONFIRM_MS = 15_000;
const MAX_WAITING = 100;
/** How many received messages are remembered, so that one that is sent again is not reported again. */
const MAX_REMEMBERED = 200;

/** What a peer confirms. */
export type ConfirmedMessage = ChatMessage | CallSignal;

interface Waiting {
  readonly message: ConfirmedMessage;
  readonly settle: (error?: CallError) => void;
}

/** Text between one peer and us: what we send is kept until the peer confirms it, and what it sends is reported once. */
export class PeerMessages {
  readonly #send: (message: ConfirmedMessage) => void;
  readonly #waiting = new Map<string, Waiting>();
  readonly #received = new Set<string>();

  /** @param send hands a message over to the peer if that is possible now. */
  constructor(send: (message: ConfirmedMessage) => void) {
    this.#send = send;
  }

  /**
   * Resolves once the peer has confirmed the message. Rejects with `network` after 15 s, after which the peer may still
   * get it, and when the peer goes.
   */
  deliver(message: ConfirmedMessage): Promise<void> {
    if (this.#waiting.size === MAX_WAITING) return Promise.reject(undelivered());
    return new Promise((resolve, reject) => {
      const settle = (error?: CallError): void => {
        clearTimeout(timer);
        if (error) reject(error);
        else resolve();
      };
      const timer = setTimeout(() => reject(undelivered()), CONFIRM_MS);
      this.#waiting.set(message.id, { message, settle });
      this.#send(message);
    });
  }

  /** Sends again what the peer has not confirmed: it can be reached again, or has a new channel. */
  resend(): void {
    for (const { message } of this.#waiting.values()) this.#send(message);
  }

  confirm(id: string): void {
    this.#waiting.get(id)?.settle();
    this.withdraw(id);
  }

  /** Stops delivering a message. */
  withdraw(id: string): void {
    this.#waiting.delete(id);
  }

  /** Whether a message of the peer is received for the first time. */
  isNew(id: string): boolean {
    if (this.#received.has(id)) return false;
    this.#received.add(id);
    const [oldest = id] = this.#received;
    if (this.#received.size > MAX_REMEMBERED) this.#received.delete(oldest);
    return true;
  }

  close(): void {
    for (const { settle } of this.#waiting.values()) settle(undelivered());
    this.#waiting.clear();
  }
}

function undelivered(): CallError {
  return new CallError('network', 'The message did not arrive.');
}
