import { CallError } from '../engine/call-error.js';
import type { MessageKind } from '../engine/call-engine.js';
import { checkMessage } from '../engine/message-text.js';
import type { ChatMessage } from './call-state.js';
import type { CallStore } from './call-store.js';
import { aborted } from './deadline.js';
import type { Outbox } from './outbox.js';
import { isSignal } from './signal.js';

/** What we say ourselves: stands in the messages at once, waits its turn, and tells whether it has arrived. */
export class OwnMessages {
  readonly #store: CallStore;
  readonly #outbox: Outbox;

  constructor(store: CallStore, outbox: Outbox) {
    this.#store = store;
    this.#outbox = outbox;
  }

  async send(given: string, kind: MessageKind): Promise<void> {
    if (!this.#outbox.connected) throw aborted();
    const text = typeof given === 'string' ? given.trim() : given;
    checkMessage(text);
    if (isSignal(text))
      throw new CallError('message-rejected', 'This text is kept for signals: nobody would read it');
    const id = crypto.randomUUID();
    const from = this.#store.state.self.user;
    const message = { id, from, text, kind, sentAt: Date.now(), own: true, delivery: 'sending' } as const;
    this.#store.report({ type: 'message-sending', message });
    await this.#deliver(message);
  }

  async retry(id: string): Promise<void> {
    if (!this.#outbox.connected) throw aborted();
    const message = this.#store.state.messages.find((one) => one.id === id);
    if (!message?.own || message.delivery !== 'failed')
      throw new CallError('message-rejected', 'There is no failed message of ours with this ID');
    this.#tell(id, 'sending');
    await this.#deliver(message);
  }

  async #deliver({ id, kind, text }: ChatMessage): Promise<void> {
    try {
      await this.#outbox.send(text, kind);
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
