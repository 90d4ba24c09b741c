import { CallError } from '../engine/call-error.js';
import type { MessageKind } from '../engine/call-engine.js';
import { checkMessage } from '../engine/message-text.js';
import type { ChatMessage } from './call-state.js';
import type { CallStore } from './call-store.js';
import { aborted } from './deadline.js';
import { MessageQueue } from './message-queue.js';

export type SendMessage = (text: string, kind: MessageKind) => Promise<void>;

interface Room {
  readonly send: SendMessage;
  readonly queue: MessageQueue;
}

/** What we say ourselves: stands in the messages at once, waits its turn, and tells whether it has arrived. */
export class OwnMessages {
  readonly #store: CallStore;
  readonly #limit: number;
  #room: Room | null = null;

  /** @param limit how long, in ms, a message may wait for its turn. */
  constructor(store: CallStore, limit: number) {
    this.#store = store;
    this.#limit = limit;
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

  async send(given: string, kind: MessageKind): Promise<void> {
    if (!this.#room) throw aborted();
    const text = typeof given === 'string' ? given.trim() : given;
    checkMessage(text);
    const id = crypto.randomUUID();
    const from = this.#store.state.self.user;
    const message = { id, from, text, kind, sentAt: Date.now(), own: true, delivery: 'sending' } as const;
    this.#store.report({ type: 'message-sending', message });
    await this.#deliver(this.#room, message);
  }

  async retry(id: string): Promise<void> {
    if (!this.#room) throw aborted();
    const message = this.#store.state.messages.find((one) => one.id === id);
    if (!message?.own || message.delivery !== 'failed')
      throw new CallError('message-rejected', 'There is no failed message of ours with this ID');
    this.#tell(id, 'sending');
    await this.#deliver(this.#room, message);
  }

  /** What may be lost anyway needs no order, and ZEGO no distance. */
  async #deliver({ queue, send }: Room, { id, kind, text }: ChatMessage): Promise<void> {
    const act = (): Promise<void> => send(text, kind);
    try {
      await (kind === 'reliable' ? queue.add(act) : act());
      this.#tell(id, 'sent');
    } catch (thrown) {
      this.#tell(id, 'failed');
      throw CallError.from(thrown, 'message-rejected');
    }
  }

  #tell(id: string, delivery: ChatMessage['delivery']): void {
    this.#store.report({ type: 'message-delivery', id, delivery });
  }
}
