import { CallError } from '../engine/call-error.js';
import type { Message } from '../engine/call-engine.js';
import type { CallStore } from './call-store.js';
import { type Clock, CLOCK } from './message-queue.js';
import type { Outbox } from './outbox.js';
import { isReaction, isSignal, type ReactionName, readSignal, type Signal, signalText } from './signal.js';
import { StreamFeed } from './stream-feed.js';

/** At least this long, in ms, between two reactions of one person: of what comes sooner, nothing is shown. */
const REACTIONS_APART = 500;
/**
 * A raised hand is told again this long, in ms, after somebody came, at different times by different people, and once for all
 * who come meanwhile.
 */
const TOLD_AGAIN = { after: 1_000, spread: 4_000 };

/** Reactions by the user ID of whoever reacts, our own included. They last a moment, so the state holds none. */
export class Reactions extends StreamFeed<ReactionName> {
  react(userId: string, name: ReactionName): void {
    this.tell(userId, name);
  }
}

/** Raised hands and reactions, which calls tell each other through messages of the room. */
export class RoomSignals {
  readonly reactions = new Reactions();
  readonly #store: CallStore;
  readonly #outbox: Outbox;
  readonly #clock: Clock;
  /** When each person last reacted. */
  readonly #reactedAt = new Map<string, number>();
  #cancelTelling: (() => void) | null = null;

  constructor(store: CallStore, outbox: Outbox, clock: Clock = CLOCK) {
    this.#store = store;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async raiseHand(raised: boolean): Promise<void> {
    const { id } = this.#store.state.self.user;
    await this.#send({ type: 'hand', raised });
    this.#store.report({ type: 'hand', userId: id, raised });
  }

  async react(name: ReactionName): Promise<void> {
    const { id } = this.#store.state.self.user;
    if (!isReaction(name)) throw new CallError('message-rejected', `There is no reaction "${String(name)}"`);
    if (!this.#mayReact(id))
      throw new CallError('message-rejected', `There are ${REACTIONS_APART} ms between two reactions`);
    await this.#send({ type: 'reaction', name });
    this.reactions.react(id, name);
  }

  /** Takes what is a signal. False when it is a message for people. */
  take({ from, text }: Message): boolean {
    if (!isSignal(text)) return false;
    const signal = readSignal(text);
    if (signal?.type === 'hand') this.#store.report({ type: 'hand', userId: from.id, raised: signal.raised });
    if (signal?.type === 'reaction' && this.#isHere(from.id) && this.#mayReact(from.id))
      this.reactions.react(from.id, signal.name);
    return true;
  }

  /** Somebody came, who can't know whose hand is raised. */
  newcomers(): void {
    if (!this.#isRaised() || this.#cancelTelling) return;
    const pause = TOLD_AGAIN.after + Math.random() * TOLD_AGAIN.spread;
    this.#cancelTelling = this.#clock.after(pause, () => {
      this.#cancelTelling = null;
      // Who can't be told now is told when the next one comes.
      if (this.#isRaised()) this.#send({ type: 'hand', raised: true }).catch(() => undefined);
    });
  }

  /** The room was left. */
  reset(): void {
    this.#cancelTelling?.();
    this.#cancelTelling = null;
    this.#reactedAt.clear();
  }

  #send(signal: Signal): Promise<void> {
    return this.#outbox.send(signalText(signal), signal.type === 'hand' ? 'reliable' : 'barrage');
  }

  #isRaised(): boolean {
    const { hands, self } = this.#store.state;
    return hands.includes(self.user.id);
  }

  #isHere(userId: string): boolean {
    return this.#store.state.participants.some(({ user }) => user.id === userId);
  }

  #mayReact(userId: string): boolean {
    const now = this.#clock.now();
    if (now - (this.#reactedAt.get(userId) ?? -Infinity) < REACTIONS_APART) return false;
    this.#reactedAt.set(userId, now);
    return true;
  }
}
