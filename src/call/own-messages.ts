import { CallError } from '../engine/call-error.js';
import type { MessageKind } from '../engine/call-engine.js';
import { checkMessage } from '../engine/message-text.js';
import type { ChatMessage } from './call-state.js';
import type { CallStore } from './call-store.js';
import { aborted } from './deadline.js';
import type { RoomLogin } from './room-login.js';
import { taggedSignal } from './signal.js';

type MessageRoom = Pick<RoomLogin, 'sendMessage'>;

/** Adds what we say ourselves to the messages at once, sends it, and reports whether it has arrived. */
export class OwnMessages {
  readonly #store: CallStore;
  readonly #room: () => MessageRoom | null;

  /** @param room returns the room that we are in; null outside one. */
  constructor(store: CallStore, room: () => MessageRoom | null) {
    this.#store = store;
    this.#room = room;
  }

  async send(given: string, kind: MessageKind): Promise<void> {
    const room = this.#joined();
    const text = typeof given === 'string' ? given.trim() : given;
    checkMessage(text);
    if (taggedSignal(text) !== null)
      throw new CallError('message-rejected', 'Calls take this text for a signal: nobody would read it');
    const id = crypto.randomUUID();
    const from = this.#store.state.self.user;
    const message = { id, from, text, kind, sentAt: Date.now(), own: true, delivery: 'sending' } as const;
    this.#store.report({ type: 'message-sending', message });
    await this.#deliver(message, room);
  }

  async retry(id: string): Promise<void> {
    const room = this.#joined();
    const message = this.#store.state.messages.find((one) => one.id === id);
    if (!message?.own || message.delivery !== 'failed')
      throw new CallError('message-rejected', 'There is no failed message of ours with this ID');
    this.#tell(id, 'sending');
    await this.#deliver(message, room);
  }

  async #deliver({ id, kind, text }: ChatMessage, room: MessageRoom): Promise<void> {
    try {
      await room.sendMessage(text, kind);
      this.#tell(id, 'sent');
    } catch (thrown) {
      this.#tell(id, 'failed');
      throw CallError.from(thrown, 'message-rejected');
    }
  }

  #tell(id: string, delivery: ChatMessage['delivery']): void {
    this.#store.report({ type: 'message-delivery', id, delivery });
  }

  #joined(): MessageRoom {
    const room = this.#room();
    if (!room) throw aborted();
    return room;
  }
}
