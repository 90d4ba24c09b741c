import type { Publication, PublishOptions, StreamSource, TrackKind } from '../call-engine.js';
import { CallError } from '../call-error.js';
import type { Announcement } from './protocol.js';

export const KINDS: readonly TrackKind[] = ['audio', 'video'];

/** What a publication needs of the room that it belongs to. */
export interface PublicationRoom {
  /** Brings what is sent and announced in line with the publications; resolves once it is. */
  publicationsChanged(): Promise<void>;
  ended(publication: LocalPublication): void;
}

/** One stream of ours: which tracks it has, and which of them are on. Each peer link sends what it says. */
export class LocalPublication implements Publication {
  readonly streamId: string;
  readonly source: StreamSource;
  /** The most that each peer is sent of the pictures, in kbit/s. */
  readonly maxBitrate: number | undefined;
  /** Stays empty; the senders carry its ID, so that receivers find which tracks belong together. */
  readonly carrier = new MediaStream();
  readonly #room: PublicationRoom;
  readonly #tracks = new Map<TrackKind, MediaStreamTrack>();
  readonly #muted: Set<TrackKind>;
  #stopped = false;

  constructor(streamId: string, media: MediaStream, options: PublishOptions, room: PublicationRoom) {
    this.streamId = streamId;
    this.source = options.source;
    this.maxBitrate = options.maxBitrate;
    this.#room = room;
    this.#muted = new Set(options.muted);
    for (const track of media.getTracks()) this.#tracks.set(track.kind as TrackKind, track);
  }

  /** The track to send now; null when that kind is off. */
  sent(kind: TrackKind): MediaStreamTrack | null {
    return (!this.#muted.has(kind) && this.#tracks.get(kind)) || null;
  }

  get announcement(): Announcement {
    const { streamId, source, carrier } = this;
    const [audio, video] = [this.sent('audio') !== null, this.sent('video') !== null];
    return { streamId, source, mediaId: carrier.id, audio, video };
  }

  async replaceTrack(track: MediaStreamTrack): Promise<void> {
    this.#assertLive();
    this.#tracks.set(track.kind as TrackKind, track);
    await this.#room.publicationsChanged();
  }

  async setMuted(kind: TrackKind, muted: boolean): Promise<void> {
    this.#assertLive();
    if (muted) this.#muted.add(kind);
    else this.#muted.delete(kind);
    await this.#room.publicationsChanged();
  }

  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#room.ended(this);
    await this.#room.publicationsChanged();
  }

  #assertLive(): void {
    if (this.#stopped) throw new CallError('engine', `The publication ${this.streamId} is over.`);
  }
}
