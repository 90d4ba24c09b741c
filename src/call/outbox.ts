import type { MessageKind } from '../engine/call-engine.js';
import { aborted } from './deadline.js';
import { MessageQueue } from './message-queue.js';

export type SendMessage = (text: string, kind: MessageKind) => Promise<void>;

/** All that we send through messages of the room, whoever it is for: ZEGO counts them together. */
export class Outbox {
  readonly #limit: number;
  #room: { readonly send: SendMessage; readonly queue: MessageQueue } | null = null;

  /** @param limit how long, in ms, a message may wait for its turn. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get connected(): boolean {
    return this.#room !== null;
  }

  /** The room can be spoken to. */
  connect(send: SendMessage): void {
    this.#room = { send, queue: new MessageQueue(this.#limit) };
  }

  /** The room was left: what has not arrived fails. */
  disconnect(): void {
    this.#room?.queue.close();
    this.#room = null;
  }

  /** What may be lost anyway needs no order, and ZEGO no distance. Rejects with `aborted` outside a room. */
  async send(text: string, kind: MessageKind): Promise<void> {
    if (!this.#room) throw aborted();
    const { queue, send } = this.#room;
    const act = (): Promise<void> => send(text, kind);
    await (kind === 'reliable' ? queue.add(act) : act());
  }
}
