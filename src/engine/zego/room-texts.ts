import type { MessageKind } from '../call-engine.js';
import { type Clock, CLOCK } from '../clock.js';
import { BroadcastLimiter } from './broadcast-limiter.js';
import type { Sdk } from './load-sdk.js';
import { SendQueue } from './send-queue.js';
import { settle } from './settle.js';
import { writeSignal } from './signal-command.js';
import { throwIfFailed, toCallError } from './zego-errors.js';

/** How long text may wait until the SDK takes it, in ms: 13 messages at once need 12 s. */
const TURN = 14_000;

/** Sends messages and signals to the people of one room, as fast as the SDK allows. */
export class RoomTexts {
  readonly #sdk: Sdk;
  readonly #room: string;
  readonly #patience: number;
  readonly #left: AbortSignal;
  readonly #limiter: BroadcastLimiter;
  readonly #broadcasts: SendQueue;
  readonly #signals: SendQueue;

  /**
   * @param patience how long an answer may take, in ms.
   * @param left aborts when the room is left; what is unanswered then rejects with `aborted`.
   */
  constructor(sdk: Sdk, room: string, patience: number, left: AbortSignal, clock: Clock = CLOCK) {
    this.#sdk = sdk;
    this.#room = room;
    this.#patience = patience;
    this.#left = left;
    const limiter = new BroadcastLimiter(clock);
    this.#limiter = limiter;
    this.#broadcasts = new SendQueue({ limit: TURN, delay: () => limiter.delay, clock });
    this.#signals = new SendQueue({ limit: TURN, clock });
    const close = (): void => [this.#broadcasts, this.#signals].forEach((queue) => queue.close());
    left.addEventListener('abort', close, { once: true });
  }

  sendMessage(text: string, kind: MessageKind): Promise<void> {
    return kind === 'reliable' ? this.#broadcasts.add(() => this.#broadcast(text)) : this.#barrage(text);
  }

  /** @param to user IDs; everyone else in the room when absent. */
  sendSignal(text: string, to?: readonly string[]): Promise<void> {
    // To the SDK, an empty list is everyone.
    if (to?.length === 0) return Promise.resolve();
    const command = writeSignal(text);
    return this.#signals.add(() =>
      this.#answered(this.#sdk.sendCustomCommand(this.#room, command, [...(to ?? [])])),
    );
  }

  /** While the SDK refuses broadcast messages because the clock was set back, a barrage message is better than none. */
  #broadcast(text: string): Promise<void> {
    if (this.#limiter.isSetBack) return this.#barrage(text);
    const sent = this.#sdk.sendBroadcastMessage(this.#room, text);
    this.#limiter.handedOver();
    return this.#answered(sent);
  }

  /** The SDK delays what comes too fast by itself. */
  #barrage(text: string): Promise<void> {
    return this.#answered(this.#sdk.sendBarrageMessage(this.#room, text));
  }

  async #answered(answer: Promise<unknown>): Promise<void> {
    const limits = { what: 'Sending', milliseconds: this.#patience, signal: this.#left };
    try {
      await throwIfFailed(await settle(answer, limits));
    } catch (thrown) {
      throw await toCallError(thrown);
    }
  }
}
