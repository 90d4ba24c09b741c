import { CallError } from '../engine/call-error.js';
import type { Message, User } from '../engine/call-engine.js';
import { type Clock, CLOCK } from '../engine/clock.js';
import type { CallStore } from './call-store.js';
import { Cooldown } from './cooldown.js';
import { aborted } from './deadline.js';
import { HandChanges } from './hand-changes.js';
import { HandNews } from './hand-news.js';
import type { RoomLogin } from './room-login.js';
import {
  isReaction,
  type ReactionName,
  readSignal,
  type Signal,
  signalText,
  taggedSignal,
} from './signal.js';
import { StreamFeed } from './stream-feed.js';

/** At least this long, in ms, between two reactions of one person: of what comes sooner, nothing is shown. */
const REACTIONS_APART = 500;

type SignalRoom = Pick<RoomLogin, 'sendSignal'>;

/** Reactions by the user ID of whoever reacts, our own included. They last a moment, so the state holds none. */
export class Reactions extends StreamFeed<ReactionName> {
  react(userId: string, name: ReactionName): void {
    this.tell(userId, name);
  }
}

/** Sends and receives raised hands and reactions. */
export class RoomSignals {
  readonly reactions = new Reactions();
  readonly #store: CallStore;
  readonly #room: () => SignalRoom | null;
  readonly #hands: HandChanges;
  readonly #news: HandNews;
  readonly #cooldown: Cooldown;

  /** @param room returns the room that we are in; null outside one. */
  constructor(store: CallStore, room: () => SignalRoom | null, clock: Clock = CLOCK) {
    this.#store = store;
    this.#room = room;
    this.#cooldown = new Cooldown(REACTIONS_APART, clock);
    this.#hands = new HandChanges((userId, raised) => store.report({ type: 'hand', userId, raised }), clock);
    this.#news = new HandNews({
      isRaised: () => store.state.hands.includes(store.state.self.user.id),
      send: (signal, to) => void this.#send(signal, to).catch(() => undefined),
      clock,
    });
  }

  async raiseHand(raised: boolean): Promise<void> {
    const { id } = this.#store.state.self.user;
    await this.#send({ type: 'hand', raised });
    this.#news.everybodyKnows();
    this.#store.report({ type: 'hand', userId: id, raised });
  }

  async react(name: ReactionName): Promise<void> {
    const { id } = this.#store.state.self.user;
    if (!isReaction(name)) throw new CallError('message-rejected', `There is no reaction "${String(name)}"`);
    if (!this.#cooldown.take(id))
      throw new CallError('message-rejected', `There are ${REACTIONS_APART} ms between two reactions`);
    await this.#send({ type: 'reaction', name });
    this.reactions.react(id, name);
  }

  /** Acts on a signal of somebody else. Signals of strangers change nothing. */
  hear({ id }: User, text: string): void {
    const signal = readSignal(text);
    if (signal?.type === 'hands-wanted') this.#news.asked(id);
    if (!this.#isHere(id)) return;
    if (signal?.type === 'hand') this.#hands.change(id, signal.raised);
    if (signal?.type === 'reaction' && this.#cooldown.take(id)) this.reactions.react(id, signal.name);
  }

  /** Acts on a message that is a signal of an earlier version. False when it is a message for people. */
  take({ from, text }: Message): boolean {
    const signal = taggedSignal(text);
    if (signal !== null) this.hear(from, signal);
    return signal !== null;
  }

  /** These people came, who can't know whose hand is raised. */
  arrived(users: readonly User[]): void {
    for (const { id } of users) this.#news.arrived(id);
  }

  /** The connection is back; signals of the meantime are lost, in both directions. */
  reconnected(): void {
    this.#news.reconnected();
  }

  /** The room was left. */
  reset(): void {
    this.#hands.reset();
    this.#news.reset();
    this.#cooldown.reset();
  }

  async #send(signal: Signal, to?: readonly string[]): Promise<void> {
    const room = this.#room();
    if (!room) throw aborted();
    await room.sendSignal(signalText(signal), to);
  }

  #isHere(userId: string): boolean {
    return this.#store.state.participants.some(({ user }) => user.id === userId);
  }
}
