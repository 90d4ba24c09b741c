import type { TrackKind } from '../call-engine.js';
import { KINDS, type LocalPublication } from './local-publication.js';
import type { Want } from './protocol.js';

const LOW = { scaleResolutionDownBy: 4, maxBitrate: 150_000, maxFramerate: 15 };

/** One publication on its way to one peer: its senders, and how much of it that peer wants. */
export class OutgoingStream {
  readonly #connection: RTCPeerConnection;
  readonly #publication: LocalPublication;
  readonly #senders = new Map<TrackKind, RTCRtpSender>();
  readonly #applied = new Map<TrackKind, Want>();
  #want: Want = 'high';
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(connection: RTCPeerConnection, publication: LocalPublication) {
    this.#connection = connection;
    this.#publication = publication;
  }

  want(want: Want): Promise<void> {
    this.#want = want;
    return this.sync();
  }

  /** Sends what the publication says. A kind is negotiated when its first track comes, never before. */
  sync(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    for (const kind of KINDS) {
      const track = this.#publication.sent(kind);
      if (!track || this.#senders.has(kind)) continue;
      this.#senders.set(kind, this.#add(track));
    }
    // One change after another: parameters are only valid for the state in which they were read.
    this.#work = this.#work.then(() => this.#apply());
    return this.#work;
  }

  sendsWith(sender: RTCRtpSender): boolean {
    return [...this.#senders.values()].includes(sender);
  }

  stop(): void {
    this.#stopped = true;
    for (const sender of this.#senders.values()) release(this.#connection, sender);
    this.#senders.clear();
  }

  /** Fills a half-used transceiver where there is one, which only `addTrack` does, but not with a track twice. */
  #add(track: MediaStreamTrack): RTCRtpSender {
    const [connection, { carrier }] = [this.#connection, this.#publication];
    const isSentAlready = connection.getSenders().some((sender) => sender.track === track);
    if (!isSentAlready) return connection.addTrack(track, carrier);
    return connection.addTransceiver(track, { direction: 'sendonly', streams: [carrier] }).sender;
  }

  async #apply(): Promise<void> {
    for (const [kind, sender] of this.#senders) {
      try {
        const track = this.#publication.sent(kind);
        if (sender.track !== track) await sender.replaceTrack(track);
        // Without a track, Firefox sends a frame a second from an active encoding.
        const want = track ? this.#want : 'none';
        const { maxBitrate } = this.#publication;
        // A sender that nobody has touched sends all it can.
        const applied = this.#applied.get(kind) ?? (maxBitrate && kind === 'video' ? null : 'high');
        if (applied === want) continue;
        await setEncoding(sender, kind, want, maxBitrate);
        this.#applied.set(kind, want);
      } catch {
        // The connection or the sender was closed meanwhile; then there is nothing left to adjust.
      }
    }
  }
}

/** @param maxBitrate of the pictures, in kbit/s. */
async function setEncoding(
  sender: RTCRtpSender,
  kind: TrackKind,
  want: Want,
  maxBitrate: number | undefined,
): Promise<void> {
  const parameters = sender.getParameters();
  parameters.encodings = parameters.encodings.map((encoding) => {
    const { scaleResolutionDownBy: _, maxBitrate: __, maxFramerate: ___, ...rest } = encoding;
    const active = want !== 'none' && (kind === 'audio' || want !== 'off');
    const layer = want === 'low' ? LOW : { scaleResolutionDownBy: 1 };
    const limit = Math.min(want === 'low' ? LOW.maxBitrate : Infinity, (maxBitrate ?? Infinity) * 1_000);
    const video = { ...layer, ...(limit < Infinity && { maxBitrate: limit }) };
    return { ...rest, active, ...(kind === 'video' && video) };
  });
  await sender.setParameters(parameters);
}

/** Frees the transceiver for reuse, unless the peer sends through its other half. */
function release(connection: RTCPeerConnection, sender: RTCRtpSender): void {
  if (connection.signalingState === 'closed') return;
  const transceiver = connection.getTransceivers().find((each) => each.sender === sender);
  if (transceiver?.currentDirection?.includes('recv')) connection.removeTrack(sender);
  else transceiver?.stop();
}
