import type { TrackKind } from '../call-engine.js';
import { KINDS, type LocalPublication } from './local-publication.js';
import { OutgoingStream } from './outgoing-stream.js';
import {
  parsePeerMessage,
  type CandidateSignal,
  type DescriptionSignal,
  type PeerMessage,
  type Want,
} from './protocol.js';

/** What a link tells the peer it belongs to. */
export interface PeerLinkEvents {
  description(signal: DescriptionSignal): void;
  candidate(signal: CandidateSignal): void;
  message(message: PeerMessage): void;
  /** The data channel is open. */
  opened(): void;
  /** The other end closed the connection. */
  closed(): void;
  tracksChanged(): void;
  stateChanged(state: RTCPeerConnectionState): void;
}

/** Beyond this much unsent data, what may be dropped is dropped. */
const BUSY_BYTES = 64 * 1024;
/** Beyond this much, browsers close the channel. */
const FULL_BYTES = 8 * 1024 * 1024;

/**
 * The connection to one peer. Negotiation is the "perfect negotiation" of the WebRTC specification: both ends
 * may offer at any time, and when offers collide the polite end takes its own back.
 */
export class PeerLink {
  readonly id = crypto.randomUUID();
  readonly connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  readonly #polite: boolean;
  readonly #events: PeerLinkEvents;
  readonly #closing = new AbortController();
  readonly #closed = new Promise<void>((resolve) => {
    this.#closing.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  readonly #channel: RTCDataChannel;
  readonly #outgoing = new Map<LocalPublication, OutgoingStream>();
  readonly #receivers = new Map<string, RTCRtpReceiver>();
  readonly #onUnmute = (): void => this.#events.tracksChanged();
  #remoteId: string | undefined;
  #awaitsOffer: boolean;
  #makingOffer = false;
  #ignoringOffer = false;
  #settingAnswer = false;

  /** @param awaitsOffer The other end is known to offer first, so that the offers needn't collide. */
  constructor(polite: boolean, awaitsOffer: boolean, events: PeerLinkEvents) {
    this.#polite = polite;
    this.#awaitsOffer = awaitsOffer;
    this.#events = events;
    // Negotiated in advance on both ends, so that it needs no announcement and opens first.
    this.#channel = this.connection.createDataChannel('call', { negotiated: true, id: 0 });
    this.#listen();
  }

  get state(): RTCPeerConnectionState {
    return this.connection.connectionState;
  }

  /** Whether a description was meant for an earlier connection at this end. */
  isStale(signal: DescriptionSignal): boolean {
    return signal.peerLink !== undefined && signal.peerLink !== this.id;
  }

  /** Whether the other end has begun anew since it was last heard: then this end must, too. */
  isReplacedBy(signal: DescriptionSignal): boolean {
    return this.#remoteId !== undefined && this.#remoteId !== signal.link;
  }

  async describe({ link, description }: DescriptionSignal): Promise<void> {
    this.#remoteId = link;
    this.#awaitsOffer = false;
    const { connection } = this;
    const isOffer = description.type === 'offer';
    const ready = !this.#makingOffer && (connection.signalingState === 'stable' || this.#settingAnswer);
    this.#ignoringOffer = isOffer && !ready && !this.#polite;
    if (this.#ignoringOffer) return;
    this.#settingAnswer = !isOffer;
    try {
      await connection.setRemoteDescription(description);
      this.#settingAnswer = false;
      if (isOffer) await this.#describeSelf();
    } catch {
      // A description that the browser refuses changes nothing; the next one may do.
      this.#settingAnswer = false;
    }
  }

  async addCandidate({ link, candidate }: CandidateSignal): Promise<void> {
    if (link !== this.#remoteId || this.#ignoringOffer) return;
    // Refused candidates are harmless: others may lead there.
    await this.connection.addIceCandidate(candidate).catch(() => undefined);
  }

  /** Sends what the publications say, and nothing else; resolves once it does, or the link is closed. */
  async sync(publications: ReadonlySet<LocalPublication>): Promise<void> {
    if (this.#closing.signal.aborted) return;
    for (const [publication, outgoing] of this.#outgoing) {
      if (publications.has(publication)) continue;
      outgoing.stop();
      this.#outgoing.delete(publication);
    }
    const work = [...publications].map((publication) => this.#outgoingOf(publication).sync());
    // Operations of a closed connection never settle.
    await Promise.race([Promise.all(work), this.#closed]);
  }

  /** Sends as much of a publication as the peer wants. */
  want(streamId: string, want: Want): void {
    for (const [publication, outgoing] of this.#outgoing) {
      if (publication.streamId === streamId) void outgoing.want(want);
    }
  }

  receiver(mediaId: string, kind: TrackKind): RTCRtpReceiver | undefined {
    return this.#receivers.get(`${kind} ${mediaId}`);
  }

  /** How loud a stream is now, 0 to 1. */
  level(mediaId: string): number {
    const [source] = this.receiver(mediaId, 'audio')?.getSynchronizationSources() ?? [];
    return source?.audioLevel ?? 0;
  }

  /** The IDs of the media lines on which a publication goes to the peer. */
  linesTo(publication: LocalPublication): readonly string[] {
    const outgoing = this.#outgoing.get(publication);
    return this.#lines(({ sender }) => outgoing?.sendsWith(sender) ?? false);
  }

  /** The IDs of the media lines on which a stream of the peer comes. */
  linesFrom(mediaId: string): readonly string[] {
    const receivers = KINDS.map((kind) => this.receiver(mediaId, kind));
    return this.#lines(({ receiver }) => receivers.includes(receiver));
  }

  forget(mediaId: string): void {
    for (const kind of KINDS) this.#receivers.delete(`${kind} ${mediaId}`);
  }

  /** False when the channel isn't open yet, or is full. */
  send(message: PeerMessage): boolean {
    if (this.#channel.readyState !== 'open' || this.#channel.bufferedAmount > FULL_BYTES) return false;
    this.#channel.send(JSON.stringify(message));
    return true;
  }

  get busy(): boolean {
    return this.#channel.bufferedAmount > BUSY_BYTES;
  }

  /** Sends the offer again that was not answered yet, and may have been lost. False when there is none. */
  repeatOffer(): boolean {
    const isUnanswered = this.connection.signalingState === 'have-local-offer';
    if (isUnanswered) this.#sendDescription();
    return isUnanswered;
  }

  /** Looks for another path. False when only a new connection can help: Firefox closes the channel when ICE fails. */
  restartIce(): boolean {
    if (this.#channel.readyState === 'closed') return false;
    this.connection.restartIce();
    return true;
  }

  close(): void {
    this.#closing.abort();
    this.connection.close();
    this.#receivers.clear();
    this.#outgoing.clear();
  }

  #outgoingOf(publication: LocalPublication): OutgoingStream {
    const known = this.#outgoing.get(publication);
    if (known) return known;
    const created = new OutgoingStream(this.connection, publication);
    this.#outgoing.set(publication, created);
    return created;
  }

  #lines(matches: (transceiver: RTCRtpTransceiver) => boolean): string[] {
    return this.connection
      .getTransceivers()
      .filter(matches)
      .flatMap(({ mid }) => mid ?? []);
  }

  #listen(): void {
    const { signal } = this.#closing;
    const on = <E extends Event>(target: EventTarget, type: string, react: (event: E) => void): void =>
      target.addEventListener(type, (event) => react(event as E), { signal });
    on(this.connection, 'negotiationneeded', () => void this.#offer());
    on(this.connection, 'connectionstatechange', () => this.#events.stateChanged(this.state));
    on(this.connection, 'track', (event: RTCTrackEvent) => this.#onTrack(event));
    on(this.connection, 'icecandidate', ({ candidate }: RTCPeerConnectionIceEvent) => {
      if (candidate?.candidate) {
        this.#events.candidate({ link: this.id, candidate: candidate.toJSON() });
      }
    });
    on(this.#channel, 'open', () => this.#events.opened());
    on(this.#channel, 'close', () => {
      if (this.state !== 'failed') this.#events.closed();
    });
    on(this.#channel, 'message', ({ data }: MessageEvent) => {
      const message = parsePeerMessage(data);
      if (message) this.#events.message(message);
    });
  }

  async #offer(): Promise<void> {
    if (this.#awaitsOffer) return;
    this.#makingOffer = true;
    try {
      await this.#describeSelf();
    } catch {
      // Only a closed connection can't describe itself.
    } finally {
      this.#makingOffer = false;
    }
  }

  async #describeSelf(): Promise<void> {
    await this.connection.setLocalDescription();
    this.#sendDescription();
  }

  #sendDescription(): void {
    const description = this.connection.localDescription?.toJSON();
    if (!description || this.#closing.signal.aborted) return;
    this.#events.description({ link: this.id, peerLink: this.#remoteId, description });
  }

  #onTrack({ streams, receiver, track }: RTCTrackEvent): void {
    for (const { id } of streams) this.#receivers.set(`${track.kind} ${id}`, receiver);
    // The first packets of a track unmute it.
    track.addEventListener('unmute', this.#onUnmute, { signal: this.#closing.signal });
    this.#events.tracksChanged();
  }
}
