import type { StreamSource, TrackKind } from '../call-engine.js';
import { blank, copyOf, type Feed } from './feeds.js';
import type { Sdk } from './load-sdk.js';
import type { Pacers } from './pacer.js';
import { quietly } from './settle.js';
import { throwIfFailed, toCallError } from './zego-errors.js';

export type Tracks = Readonly<Record<TrackKind, MediaStreamTrack | undefined>>;

/** In kbit/s. Left to itself, the SDK limits neither a custom stream nor its low layer. */
const BITRATE: Readonly<Record<StreamSource, number>> = { camera: 1_200, screen: 1_500 };
/** After a track was replaced the SDK waits for a second before it draws that one. In ms. */
const DRAWING_ENDS = 1_500;
const LOW_LAYER = { width: 320, height: 180, frameRate: 15, bitRate: 150 };

/**
 * The stream that the SDK publishes. It always has one track of each kind, a blank one where nothing is
 * sent, because the SDK can replace a track at any time but add one only under conditions. It is made with
 * `createStream`: a track replaced in what `createZegoStream` makes stays unsent while it is published.
 */
export class OutgoingMedia {
  /** The SDK's own stream, made of `feeds`. */
  readonly stream: MediaStream;
  readonly #sdk: Sdk;
  readonly #pacers: Pacers;
  readonly #sources: Record<TrackKind, MediaStreamTrack | undefined>;
  readonly #feeds: Record<TrackKind, Feed>;
  #lowLayer: readonly MediaStreamTrack[] = [];
  #closed = false;

  /** @param bitrate the most that is sent of the pictures, in kbit/s. */
  static async open(
    sdk: Sdk,
    source: StreamSource,
    tracks: Tracks,
    pacers: Pacers,
    bitrate = BITRATE[source],
  ): Promise<OutgoingMedia> {
    const feeds = { audio: feedOf('audio', tracks.audio), video: feedOf('video', tracks.video) };
    const custom = {
      source: new MediaStream([feeds.audio.track, feeds.video.track]),
      bitrate,
      videoOptimizationMode: source === 'screen' ? 'detail' : 'default',
    } as const;
    let media: OutgoingMedia | undefined;
    try {
      media = new OutgoingMedia(sdk, await sdk.createStream({ custom }), tracks, feeds, pacers);
      if (source === 'camera') media.#addLowLayer();
      await media.#sayWhatIsMuted();
      return media;
    } catch (thrown) {
      media?.close();
      for (const feed of Object.values(feeds)) feed.end();
      throw await toCallError(thrown);
    }
  }

  private constructor(
    sdk: Sdk,
    stream: MediaStream,
    sources: Tracks,
    feeds: Record<TrackKind, Feed>,
    pacers: Pacers,
  ) {
    this.#sdk = sdk;
    this.stream = stream;
    this.#sources = { ...sources };
    this.#feeds = feeds;
    this.#pacers = pacers;
  }

  /** Whether anything of this kind is sent. */
  sends(kind: TrackKind): boolean {
    return this.#sources[kind] !== undefined;
  }

  /** Sends this track from now on, or nothing. */
  async send(kind: TrackKind, source: MediaStreamTrack | undefined): Promise<void> {
    const before = this.#sources[kind];
    if (this.#closed) return;
    if (source === before) {
      if (source) this.enable(kind, true);
      return;
    }
    if (!source) await this.#mute(kind, true);
    await this.#replace(kind, feedOf(kind, source));
    this.#sources[kind] = source;
    if (!before) await this.#mute(kind, false);
  }

  /** Lets what is sent of this kind through, or sends silence and black in its place; at once. */
  enable(kind: TrackKind, enabled: boolean): void {
    this.#feeds[kind].track.enabled = enabled;
    if (kind === 'video') for (const track of this.#lowLayer) track.enabled = enabled;
  }

  /**
   * Ends what was made here; the tracks that were given to `send` live on.
   * @param drawn whether the SDK has put effects on the pictures: it goes on drawing for a while, whatever it says, and
   * leaves a rejection unhandled when the stream is gone then.
   */
  close(drawn = false): void {
    if (this.#closed) return;
    this.#closed = true;
    const destroy = (): void => quietly(() => this.#sdk.destroyStream(this.stream));
    if (drawn) setTimeout(destroy, DRAWING_ENDS);
    else destroy();
    for (const feed of Object.values(this.#feeds)) feed.end();
    this.#endLowLayer();
  }

  async #replace(kind: TrackKind, feed: Feed): Promise<void> {
    try {
      if (!this.#closed) await throwIfFailed(await this.#sdk.replaceTrack(this.stream, feed.track));
    } catch (thrown) {
      feed.end();
      throw thrown;
    }
    if (this.#closed) return feed.end();
    this.#feeds[kind].end();
    this.#feeds[kind] = feed;
  }

  async #sayWhatIsMuted(): Promise<void> {
    const muted = (['audio', 'video'] as const).filter((kind) => !this.sends(kind));
    await Promise.all(muted.map((kind) => this.#mute(kind, true)));
  }

  #mute(kind: TrackKind, muted: boolean): Promise<void> {
    return this.#pacers[kind].run(() => {
      if (this.#closed) return;
      if (kind === 'audio') this.#sdk.mutePublishStreamAudio(this.stream, muted);
      else this.#sdk.mutePublishStreamVideo(this.stream, muted);
    });
  }

  /**
   * The SDK sends the small picture from a clone of the stream, makes another one whenever the video track is
   * replaced, and forgets to end the former: the camera would stay on. So the clone is made here.
   */
  #addLowLayer(): void {
    this.stream.clone = () => {
      this.#endLowLayer();
      this.#lowLayer = this.stream.getVideoTracks().map((track) => track.clone());
      return new MediaStream([...this.#lowLayer]);
    };
    this.#sdk.setLowStreamParameter(this.stream, LOW_LAYER);
    this.#sdk.enableDualStream(this.stream);
  }

  #endLowLayer(): void {
    for (const track of this.#lowLayer) track.stop();
    this.#lowLayer = [];
  }
}

function feedOf(kind: TrackKind, source: MediaStreamTrack | undefined): Feed {
  return source ? copyOf(source) : blank(kind);
}
