import type { CallError } from './call-error.js';
import type { CaptureDevices } from './capture-devices.js';
import type { ZegoOptions, ZegoScenario } from './zego-options.js';

/**
 * The port between a call and whatever carries it. No type of any SDK crosses it; media crosses as plain
 * `MediaStream`. One engine serves one call at a time and can be joined again after it was left.
 */
export interface CallEngine {
  /**
   * Enters the room. Events for the people and streams already there follow through `subscribe`.
   * Rejects with `CallError` only; with `aborted` as soon as the signal aborts, leaving nothing open.
   */
  join(request: JoinRequest, signal: AbortSignal): Promise<void>;
  /**
   * Leaves the room, ends every publication and stops every played stream; harmless when not joined.
   * Always settles. Says goodbye before its first await, so that a page that is being closed can call it.
   * It never ends the tracks that were given to `publish`: who captured them ends them.
   */
  leave(): Promise<void>;
  /** Gives a fresh token to an engine that asked with `token-expiring`. Engines without tokens ignore it. */
  renewToken(token: string): void;
  /**
   * Sends the tracks of `media` into the room. When the stream ID is taken, a fresh one is tried, once;
   * taken again, it rejects with `stream-conflict`. Nothing is sent of a disabled track; once it is enabled again,
   * `setMuted(kind, false)` resumes it.
   *
   * Resolves when the room has the stream. If that takes more than a few seconds while the engine is still trying, resolves
   * before, after it has reported the `publish-state` `retrying`; `publishing` or `publication-ended` follows.
   */
  publish(media: MediaStream, options: PublishOptions): Promise<Publication>;
  /**
   * Lets nobody hear (or see) anything of our stream of that source from this moment on, whatever else is under way,
   * including a publication that is still being created; `setMuted(kind, true)` follows. Only a later `setMuted(kind, false)`
   * (or a later `publish` that does not list the kind as muted) ends it. Absent where the given tracks themselves are
   * sent, because their owner disables them.
   */
  silence?(source: StreamSource, kind: TrackKind): void;
  /**
   * Starts receiving a stream of the room. The stream it resolves with gains and loses tracks as its owner does; while its
   * owner has none on, it may carry a silent one. It fires `addtrack` for a track that some browsers show only once the stream
   * is assigned to the `<video>` again.
   *
   * If it takes more than a few seconds while the engine is still trying, the engine reports the `play-state` `retrying`; it
   * then goes on until it plays the stream or rejects.
   */
  play(streamId: string, signal: AbortSignal): Promise<MediaStream>;
  /**
   * Chooses how much of a played stream's video is received; sound always is. Streams start at `high`; it may be called as
   * soon as `play` was.
   */
  receive(streamId: string, layer: Layer): void;
  /** Receives nothing of a stream any more; harmless for one that is unknown, already stopped or never played. */
  stop(streamId: string): void;
  /** Sends text to everyone else in the room; the sender gets no echo. Rejects what `checkMessage` refuses. */
  sendMessage(text: string, kind: MessageKind): Promise<void>;
  /**
   * Sends a signal to other calls in the room, in order; no chat shows it, and the sender gets no echo. Resolves once it is
   * on its way, also when nobody of `to` is in the room. Rejects what `checkSignal` refuses.
   * @param to the user IDs of those who get it; everyone else in the room when absent.
   */
  sendSignal(text: string, to?: readonly string[]): Promise<void>;
  /** Reports everything that happens in the room. Returns what ends the subscription. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
  /** Leaves and gives back everything. The engine can't be used afterwards. Always settles; twice is harmless. */
  destroy(): Promise<void>;
  /** The version of the SDK underneath, for a support engineer; absent where there is none, or until it is loaded. */
  readonly version?: string | undefined;
}

/**
 * One stream of ours in the room, or on its way there: everything can be done to it before the room has it, too. All its
 * promises reject with `CallError` only.
 */
export interface Publication {
  readonly streamId: string;
  /** Sends another track in place of the one of the same kind, or begins to send that kind. */
  replaceTrack(track: MediaStreamTrack): Promise<void>;
  /**
   * Tells the room that this kind is off (or on again) and stops (resumes) sending it. While video is muted
   * its track may be ended by who captured it; `replaceTrack` comes before unmuting then.
   */
  setMuted(kind: TrackKind, muted: boolean): Promise<void>;
  /** What can be done to the picture; none when absent. */
  readonly effectKinds?: readonly EffectKind[];
  /** What others see of the camera while an effect is on, for the own preview; null while they see it as it is. */
  readonly picture?: MediaStream | null;
  /**
   * Changes how the camera's picture looks to others, at once and as often as one likes; `{}` sends it as it is. Absent
   * where the engine can't. Rejects with `invalid-config` for a background picture that can't be loaded, changing nothing;
   * with `unsupported` where the browser or the project can't, and then sends it as it is.
   */
  setEffects?(effects: Effects): Promise<void>;
  /** Ends the publication; harmless twice. Leaves the tracks alive. */
  stop(): Promise<void>;
}

/** What is done to the camera's picture before it is sent. */
export interface Effects {
  /** Each from 0 (nothing) to 100. */
  readonly beauty?: {
    readonly smooth: number;
    readonly whiten: number;
    readonly rosy: number;
    readonly sharpen: number;
  };
  /** Lightens a dark picture. */
  readonly lowLight?: boolean;
  /** What is behind the person. */
  readonly background?: Background;
}

/**
 * Blurred, or replaced by a picture that covers it: its address, relative to the page, or a file that the person chose.
 * Other sites must allow theirs to be used (CORS).
 */
export type Background = { readonly blur: 'low' | 'medium' | 'high' } | { readonly image: string | Blob };

export type EffectKind = keyof Effects;

export type TrackKind = 'audio' | 'video';
export type VideoCodec = 'VP8' | 'H264' | 'H265';
export type StreamSource = 'camera' | 'screen';
/** `high`: all that is sent; `low`: a small picture; `off`: no video at all. */
export type Layer = 'high' | 'low' | 'off';
/** `reliable` arrives once and in order; `barrage` may be dropped when there are many. */
export type MessageKind = 'reliable' | 'barrage';
export type EndReason =
  'left' | 'removed' | 'duplicate-login' | 'token-expired' | 'network-lost' | 'room-full' | 'failed';
/** -1 unknown, 0 excellent, 1 good, 2 medium, 3 poor, 4 dead. The scale is the ZEGO SDK's. */
export type QualityGrade = -1 | 0 | 1 | 2 | 3 | 4;

/** What a host of one of ZEGO's prebuilt kits can ask of somebody. */
export type HostAction = 'turn-camera-off' | 'turn-microphone-off' | 'leave';

export interface User {
  readonly id: string;
  readonly name: string;
}

export interface JoinRequest {
  readonly room: string;
  readonly user: User;
  /** A Token04 for engines that need one, otherwise empty. */
  readonly token: string;
}

export interface PublishOptions {
  readonly source: StreamSource;
  /** The stream ID to try first; a unique one is made when absent. */
  readonly streamId?: string;
  /** Kinds that start muted; a kind without a track counts as muted whatever stands here. */
  readonly muted?: readonly TrackKind[];
  /** The most that is sent of the pictures to anybody, in kbit/s, whatever track they come from; the engine's own choice when absent. */
  readonly maxBitrate?: number;
  /** The codec of the pictures, for engines that can choose; the engine's own choice when absent. */
  readonly codec?: VideoCodec;
  /** In effect before anything is sent. What can't be done is told by `effects-off`; the stream is sent all the same. */
  readonly effects?: Effects;
}

/** A stream of somebody else. */
export interface StreamInfo {
  readonly streamId: string;
  readonly user: User;
  readonly source: StreamSource;
  /** Whether its owner sends sound now. */
  readonly audio: boolean;
  /** Whether its owner sends pictures now. */
  readonly video: boolean;
}

export interface Message {
  readonly id: string;
  readonly from: User;
  readonly text: string;
  readonly kind: MessageKind;
  /** Milliseconds since the epoch, by the sender's clock or the server's. */
  readonly sentAt: number;
}

/**
 * How a stream fares, as last measured. What is not known is null, never 0: a kind that was never sent, a rate before
 * there is a second measurement, whatever a browser does not tell. Of a kind that is muted, the bitrate is about 0.
 */
export interface StreamFigures {
  /**
   * Pictures and sound in kbit/s, without what packets add. `zego`: the SDK's `videoBitrate` and `audioBitrate`. `local`:
   * bytes of the RTP statistics over time; of what is published, the sum over all who get it.
   */
  readonly videoBitrate: number | null;
  readonly audioBitrate: number | null;
  /**
   * The fraction of packets that was lost lately, 0 to 1; of sound and pictures the worse. `zego`: the SDK's
   * `…PacketsLostRate`. `local`: of what is published as its receivers tell, the worst of them.
   */
  readonly packetLoss: number | null;
  /**
   * Round trip in ms. `zego`: to ZEGO's server, the SDK's `currentRoundTripTime`. `local`: to the peer; of what is published
   * to the farthest one.
   */
  readonly rtt: number | null;
  /**
   * Pictures per second that were encoded or decoded. `zego`: the SDK's `videoFPS`. `local`: counted by the RTP statistics;
   * of what is published, for the peer that gets most.
   */
  readonly frameRate: number | null;
  /** Of the picture, in pixels, as it is sent or arrives. `local`: of what is published, the largest that a peer gets. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of the picture, such as `VP8` or `H264`. `zego`: the SDK's `googCodecName`. */
  readonly codec: string | null;
  /** How much the arrival of sound varies, in ms; of what is played only. `zego`: the SDK's `audioJitter`. */
  readonly jitter: number | null;
  /** From the sender's microphone to here, in ms; of what is played over `zego` only: the SDK's `peerToPeerDelay`. */
  readonly delay: number | null;
  /** How long the picture has stood still so far, in ms; of what is played only. `zego`: the SDK's `videoCumulativeBreakTime`. */
  readonly frozen: number | null;
}

/** The figures of one stream that we send or receive. */
export interface StreamStats extends StreamFigures {
  readonly streamId: string;
  /** `publish`: one of ours; `play`: one of somebody else. */
  readonly direction: 'publish' | 'play';
}

/**
 * Everything that an engine reports. Events never concern the own user, but for `quality`, `stats`, `publish-state` and
 * `publication-ended`.
 */
export type EngineEvent =
  | { readonly type: 'connection'; readonly status: 'reconnecting' | 'reconnected' }
  /** The engine is out of the room and has released it; `leave()` by ourselves is not reported. */
  | { readonly type: 'ended'; readonly reason: EndReason; readonly error: CallError }
  | { readonly type: 'users-added'; readonly users: readonly User[] }
  | { readonly type: 'users-removed'; readonly userIds: readonly string[] }
  /** How many are in the room, oneself included, where the engine counts for itself. */
  | { readonly type: 'user-count'; readonly count: number }
  | { readonly type: 'streams-added'; readonly streams: readonly StreamInfo[] }
  | { readonly type: 'streams-removed'; readonly streamIds: readonly string[] }
  /** A remote microphone or camera went on or off. */
  | {
      readonly type: 'remote-device';
      readonly streamId: string;
      readonly kind: TrackKind;
      readonly on: boolean;
    }
  /** `retrying`: others get nothing of the stream for now. `stopped`: we ended it while the engine was retrying. */
  | {
      readonly type: 'publish-state';
      readonly streamId: string;
      readonly source: StreamSource;
      readonly state: 'publishing' | 'retrying' | 'stopped';
      readonly error?: CallError;
    }
  /** The engine sends the picture as it is again: the effects did not work, or were too much for the machine. */
  | { readonly type: 'effects-off'; readonly streamId: string; readonly error: CallError }
  /** A publication that nobody stopped is over: the engine has given it up. */
  | {
      readonly type: 'publication-ended';
      readonly streamId: string;
      readonly source: StreamSource;
      readonly error: CallError;
    }
  | {
      readonly type: 'play-state';
      readonly streamId: string;
      readonly state: 'playing' | 'retrying' | 'failed';
      readonly error?: CallError;
    }
  /** Loudness of played streams by stream ID, 0 (silence) to 1; several times a second. */
  | { readonly type: 'levels'; readonly levels: ReadonlyMap<string, number> }
  | {
      readonly type: 'quality';
      readonly userId: string;
      readonly up: QualityGrade;
      readonly down: QualityGrade;
    }
  /** How a stream fares that is published or played; each every two or three seconds, for as long as it is. */
  | { readonly type: 'stats'; readonly stats: StreamStats }
  | { readonly type: 'message'; readonly message: Message }
  /** Somebody asks us to do something. Nothing proves that they are a host, nor that they are in the room. */
  | { readonly type: 'host-command'; readonly from: User; readonly action: HostAction }
  /** A signal of another call, or of anything that claims to be one: `from` is not proven. */
  | { readonly type: 'signal'; readonly from: User; readonly text: string }
  /** The token ends soon: `renewToken` is expected. */
  | { readonly type: 'token-expiring' };

/** What an engine reports of a stream of ours. */
export type PublicationEvent = Extract<EngineEvent, { type: 'publish-state' | 'publication-ended' }>;

export interface EngineOptions {
  /** The ZEGO project; other engines ignore it. */
  readonly appId?: number;
  /** Where to connect: optional for ZEGO, one or several apart by spaces or commas; for `local` a `ws:` or `wss:` relay, absent = tabs of this browser. */
  readonly server?: string;
  /** The folder with what ZEGO's background effects need; without it there are none. */
  readonly backgroundAssets?: string;
  /** What ZEGO's cloud tunes streams for; `standard-video-call` when absent. */
  readonly scenario?: ZegoScenario;
  /** How ZEGO's cloud is reached. */
  readonly zegoOptions?: ZegoOptions;
}

/** What an engine's lazily loaded module exports. */
export interface EngineModule {
  /** Fetches the SDK underneath, which takes longer than joining may. Rejects with `network`. */
  load?(): Promise<void>;
  createEngine(options: EngineOptions): CallEngine;
  /** Where its calls capture from, when not from this machine's camera and microphone. */
  captureDevices?(): CaptureDevices;
  /** What can be done to a camera's picture in its calls, told before there is one; the publication's word counts. None when absent. */
  effectKinds?(options: EngineOptions): readonly EffectKind[];
}
