import type { StreamSource, TrackKind } from '../call-engine.js';
import { feedOf, type Feed } from './feeds.js';
import type { Sdk } from './load-sdk.js';
import type { Pacers } from './pacer.js';
import { aborted, quietly } from './settle.js';
import { throwIfFailed, toCallError } from './zego-errors.js';

/** The track that is to be sent now of this kind; undefined: none. */
type Wanted = (kind: TrackKind) => MediaStreamTrack | undefined;

const KINDS = ['audio', 'video'] as const;

/** In kbit/s. Left to itself, the SDK limits neither a custom stream nor its low layer. */
const BITRATE: Readonly<Record<StreamSource, number>> = { camera: 1_200, screen: 1_500 };
/** After a track was replaced the SDK waits for a second before it draws that one. In ms. */
const DRAWING_ENDS = 1_500;
/** What is shared may be music. The SDK's own choice is one channel of 48 kbit/s. */
const SHARED_SOUND = { channelCount: 2, audioBitrate: 128 } as const;
const LOW_LAYER = { width: 320, height: 180, frameRate: 15, bitRate: 150 };

/**
 * The stream that the SDK publishes. It always has one track of each kind, a blank one where nothing is
 * sent, because the SDK can replace a track at any time but add one only under conditions. It is made with
 * `createStream`: a track replaced in what `createZegoStream` makes stays unsent while it is published.
 *
 * `wanted` says which track is to be sent now, and is asked again at every step: whatever is under way, nothing that is
 * no longer wanted gets out, and nothing that was wanted earlier comes back.
 */
export class OutgoingMedia {
  readonly #sdk: Sdk;
  readonly #pacers: Pacers;
  readonly #wanted: Wanted;
  readonly #feeds: Record<TrackKind, Feed>;
  /** What the SDK is about to take in place of a feed. */
  readonly #incoming: Partial<Record<TrackKind, Feed>> = {};
  /** The kinds of which the SDK was told that they are muted. */
  readonly #muted = new Set<TrackKind>();
  #stream: MediaStream | undefined;
  #lowLayer: readonly MediaStreamTrack[] = [];
  #closed = false;

  constructor(sdk: Sdk, pacers: Pacers, wanted: Wanted) {
    this.#sdk = sdk;
    this.#pacers = pacers;
    this.#wanted = wanted;
    this.#feeds = { audio: feedOf('audio', wanted('audio')), video: feedOf('video', wanted('video')) };
  }

  /**
   * Makes the SDK's stream of the feeds.
   * @param bitrate the most that is sent of video, in kbit/s.
   */
  async create(source: StreamSource, bitrate = BITRATE[source]): Promise<void> {
    const { audio, video } = this.#feeds;
    const custom = {
      source: new MediaStream([audio.track, video.track]),
      bitrate,
      ...(source === 'screen' ? { videoOptimizationMode: modeOf(video.track), ...SHARED_SOUND } : {}),
    };
    const stream = await this.#sdk.createStream({ custom });
    if (this.#closed) {
      quietly(() => this.#sdk.destroyStream(stream));
      throw aborted();
    }
    this.#stream = stream;
    if (source === 'camera') this.#addLowLayer(stream);
    await Promise.all(KINDS.map((kind) => this.#tellMuted(kind)));
  }

  /** The SDK's own stream; there once it was created. */
  get stream(): MediaStream {
    return this.#stream!;
  }

  /** Whether anything of this kind is sent. */
  sends(kind: TrackKind): boolean {
    return this.#wanted(kind) !== undefined && this.#feeds[kind].source !== undefined;
  }

  /** Brings what is sent of this kind in line with what is wanted. */
  async update(kind: TrackKind): Promise<void> {
    if (this.#closed) return;
    await this.#tellMuted(kind);
    const wanted = this.#wanted(kind);
    const { source, track } = this.#feeds[kind];
    if (wanted !== source || track.readyState === 'ended') await this.#replace(kind, feedOf(kind, wanted));
    await this.#tellMuted(kind);
    this.#enable(kind);
  }

  /** Lets nothing of this kind out that is no longer wanted, from this moment on. */
  silence(kind: TrackKind): void {
    this.#enable(kind);
    // Not later: the SDK never sends video of a stream that has a disabled video track when its connection is made, unless
    // it knows that video is muted.
    this.#tellMuted(kind).catch(toCallError);
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
    else if (this.#stream) destroy();
    for (const feed of [...Object.values(this.#feeds), ...Object.values(this.#incoming)]) feed.end();
    this.#endLowLayer();
  }

  async #replace(kind: TrackKind, feed: Feed): Promise<void> {
    if (this.#closed) return feed.end();
    this.#incoming[kind] = feed;
    try {
      await throwIfFailed(await this.#sdk.replaceTrack(this.stream, feed.track));
    } catch (thrown) {
      feed.end();
      throw thrown;
    } finally {
      delete this.#incoming[kind];
    }
    if (this.#closed) return;
    this.#feeds[kind].end();
    this.#feeds[kind] = feed;
    this.#enable(kind);
  }

  /** Enables the tracks of this kind that carry what is wanted, and disables all others; copies of a camera end at once. */
  #enable(kind: TrackKind): void {
    const wanted = this.#wanted(kind);
    const carries = ({ source }: Feed): boolean => source !== undefined && source === wanted;
    const feed = this.#feeds[kind];
    // The SDK may have put a track into its stream that it draws from the feed.
    const drawn = this.#stream?.getTracks().filter((track) => track.kind === kind) ?? [];
    for (const track of drawn) track.enabled = carries(feed);
    if (kind === 'video') for (const track of this.#lowLayer) track.enabled = carries(feed);
    for (const each of [feed, this.#incoming[kind]]) {
      if (!each) continue;
      each.track.enabled = carries(each);
      // Firefox keeps the last frame of a disabled copy, and sends it once the sender has another track.
      if (kind === 'video' && each.source && !carries(each)) each.end();
    }
  }

  /** Tells the SDK, and through it all others, whether this kind is muted, as soon as it can be told. */
  #tellMuted(kind: TrackKind): Promise<void> {
    const isTold = (): boolean => this.#closed || this.#muted.has(kind) !== this.sends(kind);
    const stream = this.#stream;
    if (!stream || isTold()) return Promise.resolve();
    return this.#pacers[kind].run(() => {
      if (isTold()) return;
      const muted = !this.sends(kind);
      if (kind === 'audio') this.#sdk.mutePublishStreamAudio(stream, muted);
      else this.#sdk.mutePublishStreamVideo(stream, muted);
      if (muted) this.#muted.add(kind);
      else this.#muted.delete(kind);
    });
  }

  /**
   * The SDK sends the small picture from a clone of the stream, makes another one whenever the video track is
   * replaced, and forgets to end the former: the camera would stay on. So the clone is made here.
   */
  #addLowLayer(stream: MediaStream): void {
    stream.clone = () => {
      this.#endLowLayer();
      this.#lowLayer = stream.getVideoTracks().map((track) => track.clone());
      return new MediaStream([...this.#lowLayer]);
    };
    this.#sdk.setLowStreamParameter(stream, LOW_LAYER);
    this.#sdk.enableDualStream(stream);
  }

  #endLowLayer(): void {
    for (const track of this.#lowLayer) track.stop();
    this.#lowLayer = [];
  }
}

/** What the SDK is to keep of a screen when it can't send all: sharp pictures, unless whoever captured it wants smooth ones. */
function modeOf({ contentHint }: MediaStreamTrack): 'motion' | 'detail' {
  return contentHint === 'motion' ? 'motion' : 'detail';
}
