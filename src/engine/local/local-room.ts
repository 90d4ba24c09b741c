import type {
  EndReason,
  EngineEvent,
  JoinRequest,
  Layer,
  MessageKind,
  PublishOptions,
} from '../call-engine.js';
import { CallError } from '../call-error.js';
import { createStreamId } from '../stream-id.js';
import { LocalPublication, type PublicationRoom } from './local-publication.js';
import { monitor, type MonitoredRoom } from './monitor.js';
import { Peer, type PeerRoom } from './peer.js';
import type { ConfirmedMessage } from './peer-messages.js';
import {
  isSignal,
  type CandidateSignal,
  type DescriptionSignal,
  type Hello,
  type Presence,
  type Signal,
} from './protocol.js';
import type { OpenSignaling, Signaling, SignalingEvents } from './signaling.js';

/** How long somebody stays whom only the signalling has lost. */
const LOST_MS = 10_000;

/** One stay in a room, from joining to leaving: who else is there, and what is sent to them. */
export class LocalRoom implements PeerRoom, PublicationRoom, MonitoredRoom, SignalingEvents {
  readonly peerId = crypto.randomUUID();
  readonly publications = new Set<LocalPublication>();
  readonly #request: JoinRequest;
  readonly #emit: (event: EngineEvent) => void;
  readonly #closing = new AbortController();
  readonly #peers = new Map<string, Peer>();
  readonly #lost = new Map<string, ReturnType<typeof setTimeout>>();
  #signaling: Signaling | undefined;
  #version = 0;

  constructor(request: JoinRequest, emit: (event: EngineEvent) => void) {
    this.#request = request;
    this.#emit = emit;
  }

  /** Aborts when the stay is over. */
  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  get userId(): string {
    return this.#request.user.id;
  }

  get peers(): Iterable<Peer> {
    return this.#peers.values();
  }

  /** Enters. The people there make themselves known by connecting; waiting for them would only cost time. */
  async open(openSignaling: OpenSignaling, lookEvery: number): Promise<void> {
    const signaling = await openSignaling(this.#request.room, this.peerId, this, this.closed);
    if (this.closed.aborted) {
      signaling.close();
      throw new CallError('aborted', 'Joining was cancelled.');
    }
    this.#signaling = signaling;
    signaling.send({ type: 'hello', hello: this.#hello() });
    monitor(this, lookEvery);
  }

  /** Leaves. What the others must know is said before this returns. */
  close(): void {
    if (this.closed.aborted) return;
    this.#signaling?.close();
    this.#closing.abort();
    for (const timer of this.#lost.values()) clearTimeout(timer);
    for (const peer of this.#peers.values()) peer.close();
    this.#peers.clear();
    this.publications.clear();
  }

  async publish(media: MediaStream, options: PublishOptions): Promise<LocalPublication> {
    const create = (): string => createStreamId(this.#request.room, this.#request.user, options.source);
    const streamId = [options.streamId ?? create(), create()].find((each) => !this.#isKnown(each));
    if (streamId === undefined) throw new CallError('stream-conflict', 'Two stream IDs in turn were taken.');
    const publication = new LocalPublication(streamId, media, options, this);
    this.publications.add(publication);
    await this.publicationsChanged();
    this.emit({ type: 'publish-state', streamId, source: options.source, state: 'publishing' });
    return publication;
  }

  async play(streamId: string, signal: AbortSignal): Promise<MediaStream> {
    const owner = this.#ownerOf(streamId);
    if (!owner) throw new CallError('engine', `There is no stream ${streamId} in the room.`);
    return owner.play(streamId, signal);
  }

  receive(streamId: string, layer: Layer): void {
    this.#ownerOf(streamId)?.receive(streamId, layer);
  }

  stop(streamId: string): void {
    this.#ownerOf(streamId)?.stop(streamId);
  }

  /**
   * Resolves once somebody has confirmed the message, or when nobody is left to get it; those who can't be reached get it
   * when they can be. Rejects with `network` when nobody confirms it within 15 s; then nobody gets it any more.
   */
  async sendMessage(text: string, kind: MessageKind): Promise<void> {
    await this.#deliver({ type: 'message', id: crypto.randomUUID(), text, kind, sentAt: Date.now() });
  }

  /** Settles as `sendMessage` does. */
  async sendSignal(text: string, to?: readonly string[]): Promise<void> {
    await this.#deliver({ type: 'signal', id: crypto.randomUUID(), text }, to);
  }

  // What publications and peers need of the room.

  async publicationsChanged(): Promise<void> {
    this.#version += 1;
    await Promise.all([...this.#peers.values()].map((peer) => peer.publicationsChanged()));
  }

  ended(publication: LocalPublication): void {
    this.publications.delete(publication);
  }

  presence(): Presence {
    const streams = [...this.publications].map((publication) => publication.announcement);
    return { version: this.#version, streams };
  }

  isTaken(streamId: string, by: Peer): boolean {
    return this.#isKnown(streamId) && this.#ownerOf(streamId) !== by;
  }

  emit(event: EngineEvent): void {
    if (!this.closed.aborted) this.#emit(event);
  }

  describe(peerId: string, signal: DescriptionSignal): void {
    this.#send({ type: 'description', hello: this.#hello(), ...signal }, peerId);
  }

  offerCandidate(peerId: string, signal: CandidateSignal): void {
    this.#send({ type: 'candidate', ...signal }, peerId);
  }

  linkChanged(peer: Peer): void {
    if (this.#lost.has(peer.id) && peer.link.state !== 'connected') this.#remove(peer);
  }

  hungUp(peer: Peer): void {
    this.#remove(peer);
    // Its connection may have broken beyond repair; if it is still there, this begins another.
    this.#send({ type: 'hello', hello: this.#hello() }, peer.id);
  }

  // What the signalling reports.

  received(from: string, signal: unknown): void {
    if (from === this.peerId || this.closed.aborted || !isSignal(signal)) return;
    this.#found(from);
    if (signal.type === 'candidate') return this.#peers.get(from)?.addCandidate(signal);
    const isGreeting = signal.type === 'hello' && !signal.reply;
    // A known member greets again when its signalling was interrupted.
    if (isGreeting) this.#peers.get(from)?.resume();
    const peer = this.#meet(from, signal.hello, isGreeting);
    if (signal.type === 'description') void peer?.describe(signal);
  }

  gone(peerId: string, how: 'left' | 'lost'): void {
    const peer = this.#peers.get(peerId);
    if (!peer) return;
    if (how === 'left' || peer.link.state !== 'connected') return this.#remove(peer);
    this.#found(peerId);
    this.#lost.set(
      peerId,
      setTimeout(() => this.#remove(peer), LOST_MS),
    );
  }

  down(): void {
    this.emit({ type: 'connection', status: 'reconnecting' });
  }

  up(peerIds: readonly string[]): void {
    this.#send({ type: 'hello', hello: this.#hello() });
    for (const peer of this.#peers.values()) {
      if (peerIds.includes(peer.id)) peer.resume();
      else this.gone(peer.id, 'lost');
    }
    this.emit({ type: 'connection', status: 'reconnected' });
  }

  failed(error: CallError): void {
    this.#end('network-lost', error);
  }

  /**
   * Returns the member, made known to the room if it wasn't; undefined when it has no place here. Who is
   * greeted by a newcomer replies at once and offers a connection; the newcomer waits for it.
   */
  #meet(peerId: string, hello: Hello, isGreeting: boolean): Peer | undefined {
    if (hello.user.id === this.#request.user.id) return this.#settleDuplicate(peerId, hello);
    const known = this.#peers.get(peerId);
    if (known) {
      known.update(hello.presence);
      return known;
    }
    const rival = [...this.#peers.values()].find(({ user }) => user.id === hello.user.id);
    if (rival?.isLaterThan(hello.since, peerId)) return undefined;
    if (rival) this.#remove(rival);
    if (isGreeting) this.#send({ type: 'hello', hello: this.#hello(), reply: true }, peerId);
    const peer = new Peer(peerId, hello, !isGreeting, this);
    this.#peers.set(peerId, peer);
    this.emit({ type: 'users-added', users: [peer.user] });
    peer.update(hello.presence);
    return peer;
  }

  /** Of two members with our user ID the later stays, here as there; it makes sure that the other knows. */
  #settleDuplicate(peerId: string, { since }: Hello): undefined {
    const own = this.#signaling?.since ?? Infinity;
    const isLater = own === since ? this.peerId > peerId : own > since;
    if (isLater) this.#send({ type: 'hello', hello: this.#hello() }, peerId);
    else this.#end('duplicate-login', new CallError('duplicate-login', 'The same user joined elsewhere.'));
  }

  /** @param to the user IDs of those who get it; everybody when absent. */
  async #deliver(message: ConfirmedMessage, to?: readonly string[]): Promise<void> {
    const peers = [...this.#peers.values()].filter(({ user }) => !to || to.includes(user.id));
    if (peers.length === 0) return;
    try {
      await Promise.any(peers.map((peer) => peer.sendMessage(message)));
    } catch (thrown) {
      if (this.closed.aborted) throw new CallError('aborted', 'The room was left.');
      if (!peers.some(({ id }) => this.#peers.has(id))) return;
      for (const peer of peers) peer.withdrawMessage(message.id);
      throw CallError.from((thrown as AggregateError).errors[0], 'network');
    }
  }

  #hello(): Hello {
    return { user: this.#request.user, since: this.#signaling?.since ?? 0, presence: this.presence() };
  }

  #send(signal: Signal, to?: string): void {
    this.#signaling?.send(signal, to);
  }

  #remove(peer: Peer): void {
    this.#found(peer.id);
    if (!this.#peers.delete(peer.id)) return;
    peer.close();
    this.emit({ type: 'users-removed', userIds: [peer.user.id] });
  }

  #found(peerId: string): void {
    clearTimeout(this.#lost.get(peerId));
    this.#lost.delete(peerId);
  }

  #end(reason: EndReason, error: CallError): void {
    if (this.closed.aborted) return;
    this.close();
    this.#emit({ type: 'ended', reason, error });
  }

  #ownerOf(streamId: string): Peer | undefined {
    return [...this.#peers.values()].find((peer) => peer.has(streamId));
  }

  #isKnown(streamId: string): boolean {
    const own = [...this.publications].some((publication) => publication.streamId === streamId);
    return own || this.#ownerOf(streamId) !== undefined;
  }
}
