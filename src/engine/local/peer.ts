import type { EngineEvent, Layer, StreamInfo, User } from '../call-engine.js';
import { CallError } from '../call-error.js';
import { IncomingStream } from './incoming-stream.js';
import { KINDS, type LocalPublication } from './local-publication.js';
import { PathRetries } from './path-retries.js';
import { PeerLink, type PeerLinkEvents } from './peer-link.js';
import { type ConfirmedMessage, PeerMessages } from './peer-messages.js';
import type {
  Announcement,
  CandidateSignal,
  DescriptionSignal,
  Hello,
  PeerMessage,
  Presence,
  Want,
} from './protocol.js';

/** What a peer needs of the room. */
export interface PeerRoom {
  /** Of two ends the polite one has the smaller peer ID. */
  readonly peerId: string;
  readonly publications: ReadonlySet<LocalPublication>;
  presence(): Presence;
  /** Whether a stream ID belongs to somebody else already. */
  isTaken(streamId: string, by: Peer): boolean;
  emit(event: EngineEvent): void;
  describe(peerId: string, signal: DescriptionSignal): void;
  offerCandidate(peerId: string, signal: CandidateSignal): void;
  /** The connection of this peer has changed its state. */
  linkChanged(peer: Peer): void;
  /** The peer closed its connection. */
  hungUp(peer: Peer): void;
}

/** Somebody else in the room: who it is, what it sends, what of that is played here. */
export class Peer {
  readonly id: string;
  readonly user: User;
  readonly since: number;
  readonly #room: PeerRoom;
  readonly #streams = new Map<string, Announcement>();
  readonly #playing = new Map<string, IncomingStream>();
  readonly #wants = new Map<string, Want>();
  readonly #messages = new PeerMessages((message) => {
    if (this.#link.state === 'connected') this.#link.send(message);
  });
  readonly #path = new PathRetries(() => {
    if (!this.#link.restartIce()) this.#replaceLink(false);
  });
  #version = -1;
  #retrying = false;
  #link: PeerLink;

  constructor(id: string, hello: Hello, offers: boolean, room: PeerRoom) {
    this.id = id;
    this.user = { id: hello.user.id, name: hello.user.name };
    this.since = hello.since;
    this.#room = room;
    this.#link = this.#createLink(offers);
  }

  /** Whether this peer came after another that has the same user ID. */
  isLaterThan(since: number, peerId: string): boolean {
    return this.since === since ? this.id > peerId : this.since > since;
  }

  get link(): PeerLink {
    return this.#link;
  }

  /** What of this peer's is played here. */
  get played(): readonly Announcement[] {
    return [...this.#playing.keys()].flatMap((streamId) => this.#streams.get(streamId) ?? []);
  }

  has(streamId: string): boolean {
    return this.#streams.has(streamId);
  }

  /** Takes over what the peer says it sends, unless it is older than what is known. */
  update({ version, streams }: Presence): void {
    if (version <= this.#version) return;
    this.#version = version;
    const announced = new Map<string, Announcement>();
    for (const stream of streams) {
      if (!this.#room.isTaken(stream.streamId, this)) announced.set(stream.streamId, stream);
    }
    const removed = [...this.#streams.keys()].filter((streamId) => !announced.has(streamId));
    this.#remove(removed);
    const added: StreamInfo[] = [];
    for (const [streamId, stream] of announced) {
      const known = this.#streams.get(streamId);
      this.#streams.set(streamId, stream);
      if (known) this.#change(known, stream);
      else added.push(this.#info(stream));
    }
    if (added.length > 0) this.#room.emit({ type: 'streams-added', streams: added });
  }

  /** Takes in a description; when the peer has begun anew, with a new connection. */
  async describe(signal: DescriptionSignal): Promise<void> {
    if (this.#link.isStale(signal)) return;
    if (this.#link.isReplacedBy(signal)) this.#replaceLink(true);
    await this.#link.describe(signal);
  }

  /** Repeats what may have been lost while the signalling was down: a description, or candidates. */
  resume(): void {
    if (!this.#link.repeatOffer()) this.#path.begin(this.#link.state);
  }

  addCandidate(signal: CandidateSignal): void {
    void this.#link.addCandidate(signal);
  }

  /** Sends what the publications say, and tells the peer. */
  async publicationsChanged(): Promise<void> {
    this.#link.send({ type: 'presence', presence: this.#room.presence() });
    await this.#link.sync(this.#room.publications);
  }

  async play(streamId: string, signal: AbortSignal): Promise<MediaStream> {
    const incoming = this.#playing.get(streamId) ?? new IncomingStream();
    this.#playing.set(streamId, incoming);
    this.#want(streamId, 'high');
    this.#syncPlaying();
    // At once, so that who cancels may play anew in the same breath.
    const cancel = (): void => this.stop(streamId);
    signal.addEventListener('abort', cancel);
    try {
      await incoming.arrival();
    } catch (error) {
      if (this.#playing.get(streamId) === incoming) this.stop(streamId);
      throw signal.aborted ? cancelled(error) : error;
    } finally {
      signal.removeEventListener('abort', cancel);
    }
    if (signal.aborted) throw cancelled();
    incoming.playing = true;
    this.#room.emit({ type: 'play-state', streamId, state: 'playing' });
    return incoming.media;
  }

  receive(streamId: string, layer: Layer): void {
    if (!this.#playing.has(streamId)) return;
    this.#want(streamId, layer);
    this.#syncPlaying();
  }

  stop(streamId: string): void {
    this.#playing.get(streamId)?.close();
    this.#playing.delete(streamId);
    // Also of one that was never played: it is sent from the start, so that its first picture is there at once.
    if (this.#streams.has(streamId)) this.#want(streamId, 'none');
  }

  /** Resolves once the peer has the message, or it was dropped, as `barrage` allows. Rejects with `network`. */
  async sendMessage(message: ConfirmedMessage): Promise<void> {
    if (message.type === 'message' && message.kind === 'barrage' && this.#link.busy) return;
    await this.#messages.deliver(message);
  }

  /** Stops delivering a message that nobody has. */
  withdrawMessage(id: string): void {
    this.#messages.withdraw(id);
  }

  /** Ends everything; the room hears which streams went. */
  close(): void {
    this.#path.reset();
    this.#link.close();
    this.#messages.close();
    this.#remove([...this.#streams.keys()]);
  }

  #replaceLink(awaitsOffer: boolean): void {
    this.#link.close();
    this.#link = this.#createLink(awaitsOffer);
  }

  #createLink(awaitsOffer: boolean): PeerLink {
    const room = this.#room;
    const events: PeerLinkEvents = {
      description: (signal) => room.describe(this.id, signal),
      candidate: (signal) => room.offerCandidate(this.id, signal),
      message: (message) => this.#onMessage(message),
      opened: () => this.#onOpened(),
      closed: () => room.hungUp(this),
      tracksChanged: () => this.#syncPlaying(),
      stateChanged: (state) => this.#onState(state),
    };
    const link = new PeerLink(room.peerId < this.id, awaitsOffer, events);
    void link.sync(room.publications);
    return link;
  }

  #onOpened(): void {
    this.#link.send({ type: 'presence', presence: this.#room.presence() });
    for (const [streamId, want] of this.#wants) this.#link.send({ type: 'want', streamId, want });
    this.#messages.resend();
  }

  #onMessage(message: PeerMessage): void {
    if (message.type === 'presence') return this.update(message.presence);
    if (message.type === 'want') return this.#link.want(message.streamId, message.want);
    if (message.type === 'received') return this.#messages.confirm(message.id);
    const { id, text } = message;
    this.#link.send({ type: 'received', id });
    if (!this.#messages.isNew(id)) return;
    if (message.type === 'signal') return this.#room.emit({ type: 'signal', from: this.user, text });
    const { kind, sentAt } = message;
    this.#room.emit({ type: 'message', message: { id, from: this.user, text, kind, sentAt } });
  }

  #onState(state: RTCPeerConnectionState): void {
    this.#path.follow(state);
    const retrying = state === 'disconnected' || state === 'failed';
    if (retrying !== this.#retrying && (retrying || state === 'connected')) {
      this.#retrying = retrying;
      for (const [streamId, { playing }] of this.#playing)
        if (playing)
          this.#room.emit({ type: 'play-state', streamId, state: retrying ? 'retrying' : 'playing' });
    }
    this.#syncPlaying();
    if (state === 'connected') this.#messages.resend();
    this.#room.linkChanged(this);
  }

  #want(streamId: string, want: Want): void {
    if ((this.#wants.get(streamId) ?? 'high') === want) return;
    this.#wants.set(streamId, want);
    this.#link.send({ type: 'want', streamId, want });
  }

  #change(known: Announcement, stream: Announcement): void {
    this.#syncPlaying();
    for (const kind of KINDS) {
      if (known[kind] === stream[kind]) continue;
      this.#room.emit({ type: 'remote-device', streamId: stream.streamId, kind, on: stream[kind] });
    }
  }

  #syncPlaying(): void {
    for (const [streamId, incoming] of this.#playing) {
      const stream = this.#streams.get(streamId);
      if (!stream) continue;
      incoming.sync(stream, {
        connected: this.#link.state === 'connected',
        video: isVideo(this.#wants.get(streamId)),
        track: (kind) => this.#link.receiver(stream.mediaId, kind)?.track,
      });
    }
  }

  #remove(streamIds: readonly string[]): void {
    if (streamIds.length === 0) return;
    for (const streamId of streamIds) {
      this.#link.forget(this.#streams.get(streamId)?.mediaId ?? '');
      this.#streams.delete(streamId);
      this.#playing.get(streamId)?.close();
      this.#playing.delete(streamId);
      this.#wants.delete(streamId);
    }
    this.#room.emit({ type: 'streams-removed', streamIds });
  }

  #info({ streamId, source, audio, video }: Announcement): StreamInfo {
    return { streamId, user: this.user, source, audio, video };
  }
}

function isVideo(want: Want = 'high'): boolean {
  return want === 'high' || want === 'low';
}

function cancelled(cause?: unknown): CallError {
  return new CallError('aborted', 'Playing was cancelled.', { cause });
}
