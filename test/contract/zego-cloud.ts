import type { Layer, MessageKind, StreamSource, User } from '../../src/engine/call-engine.js';
import type { Sdk, SdkClass } from '../../src/engine/zego/load-sdk.js';

export const NETWORK_BROKEN = 1000017;
export const LOGIN_ELSEWHERE = 1002050;
const STREAM_TAKEN = 1003028;
const NOT_LOGGED_IN = 1000002;
const STREAM_GONE = 1004002;
/** How long this cloud takes to answer, in milliseconds. */
const LATENCY = 10;
const LEVELS_INTERVAL = 100;
/** Sooner than the SDK's 3 s, so that tests need not wait. */
export const STATS_INTERVAL = 300;
/** The SDK's own: of calls that come sooner after another, it drops all but the last. */
const THROTTLE = 100;

/** As the SDK tells it of a stream that goes well. */
const SDK_STATS = {
  video: {
    videoBitrate: 812.4,
    videoFPS: 14.8,
    videoTransferFPS: 14.9,
    frameHeight: 360,
    frameWidth: 640,
    muteState: '0',
    videoPacketsLost: 3,
    videoPacketsLostRate: 0.01,
    googCodecName: 'H264',
  },
  audio: {
    audioBitrate: 41.2,
    audioCodec: 'opus',
    muteState: '0',
    audioPacketsLost: 0,
    audioPacketsLostRate: 0,
  },
  totalRoundTripTime: 1.2,
  currentRoundTripTime: 0.034,
};

export interface CloudStream {
  readonly user: User;
  extraInfo: string;
  /** What others see and hear of it; the streams of the engine under test show nothing here. */
  readonly media?: MediaStream;
  /** What the SDK was given to send, of the engine under test. */
  readonly sent?: MediaStream;
  /** The most that the SDK was told to send of the pictures, in kbit/s. */
  readonly bitrate?: number | undefined;
  layer: Layer;
}

/** One room of a cloud that is not there: what stands behind the methods of the SDK that would need a network. */
export class ZegoCloud {
  readonly users = new Map<string, User>();
  readonly streams = new Map<string, CloudStream>();
  readonly taken = new Set<string>();
  readonly playing = new Set<string>();
  /** While true, nothing that is asked of the cloud is ever answered. */
  silent = false;
  /** What logging in is refused with. */
  refusal: unknown;
  readonly renewed: string[][] = [];
  /** What the SDK was told of the streams it made, in kbit/s. */
  readonly bitrates = new WeakMap<MediaStream, number | undefined>();
  /** Who hears what the engine under test says. */
  readonly audience = new Set<(text: string) => void>();
  /** The instance that logged in last. It goes on hearing of the room after it has left, to see that it does not mind. */
  client: Sdk | undefined;
  login: { room: string; user: User } | undefined;
  #room = '';
  #messages = 0;
  readonly #sounding = setInterval(() => this.#sound(), LEVELS_INTERVAL);
  readonly #measuring = setInterval(() => this.#measure(), STATS_INTERVAL);

  close(): void {
    clearInterval(this.#sounding);
    clearInterval(this.#measuring);
  }

  enter(client: Sdk, room: string, user: User): void {
    this.client = client;
    this.#room = room;
    this.login = { room, user };
    this.state('LOGINED');
    const users = [...this.users.values(), user].map(sdkUser);
    this.room('roomUserUpdate', room, 'ADD', users);
    this.room('roomOnlineUserCountUpdate', room, users.length);
    const streams = [...this.streams].map(([id, stream]) => sdkStream(id, stream));
    if (streams.length > 0) this.media('roomStreamUpdate', room, 'ADD', streams, '');
    this.media('networkQuality', '', 0, 1);
  }

  exit(): void {
    for (const [id, stream] of this.streams) {
      if (stream.user.id === this.login?.user.id) this.streams.delete(id);
    }
    this.playing.clear();
    this.login = undefined;
  }

  state(reason: string, errorCode = 0): void {
    this.room('roomStateChanged', this.#room, reason, errorCode, '');
  }

  userEnters(user: User): void {
    this.users.set(user.id, user);
    this.room('roomUserUpdate', this.#room, 'ADD', [sdkUser(user)]);
  }

  userLeaves(user: User): void {
    for (const [id, stream] of this.streams) if (stream.user.id === user.id) this.removeStream(id);
    this.users.delete(user.id);
    this.room('roomUserUpdate', this.#room, 'DELETE', [sdkUser(user)]);
  }

  addStream(id: string, stream: CloudStream): void {
    this.streams.set(id, stream);
    this.media('roomStreamUpdate', this.#room, 'ADD', [sdkStream(id, stream)], '');
  }

  removeStream(id: string): void {
    const stream = this.streams.get(id);
    if (!stream) return;
    this.streams.delete(id);
    this.media('roomStreamUpdate', this.#room, 'DELETE', [sdkStream(id, stream)], '');
  }

  describe(id: string, extraInfo: string): void {
    const stream = this.streams.get(id);
    if (!stream) return;
    stream.extraInfo = extraInfo;
    if (stream.media) this.media('streamExtraInfoUpdate', this.#room, [sdkStream(id, stream)]);
  }

  say(from: User, message: string, kind: MessageKind): void {
    const name = kind === 'reliable' ? 'IMRecvBroadcastMessage' : 'IMRecvBarrageMessage';
    const messageID = ++this.#messages;
    this.room(name, this.#room, [{ fromUser: sdkUser(from), message, sendTime: Date.now(), messageID }]);
  }

  publisher(streamID: string, state: string, errorCode = 0): void {
    this.media('publisherStateUpdate', { streamID, state, errorCode, extendedData: '' });
  }

  player(streamID: string, state: string, errorCode = 0): void {
    this.media('playerStateUpdate', { streamID, state, errorCode, extendedData: '' });
  }

  /** Events of rooms, people, messages and tokens. */
  room(name: string, ...args: unknown[]): void {
    emitter(this.client, 'zegoWebRTM')?.actionListener(name, ...args);
  }

  /** Events of streams, devices and levels. */
  media(name: string, ...args: unknown[]): void {
    emitter(this.client, 'zegoWebRTC')?.actionListener(name, ...args);
  }

  /** Also of what is stopped already: late news does come. */
  #measure(): void {
    for (const [id, { sent }] of this.streams)
      this.media(sent ? 'publishQualityUpdate' : 'playQualityUpdate', id, SDK_STATS);
  }

  #sound(): void {
    if (this.playing.size === 0) return;
    const levels = [...this.playing].map((streamID) => ({ streamID, soundLevel: 40, type: 'pull' }));
    this.media('soundLevelUpdate', levels);
  }
}

/** The real class, with only its methods that need a network replaced. */
export function overCloud(Sdk: SdkClass, cloud: () => ZegoCloud): SdkClass {
  return class extends Sdk {
    #mutedAt = 0;

    override async loginRoom(room: string, _token: string, user: { userID: string; userName: string }) {
      const here = cloud();
      const login = { room, user: { id: user.userID, name: user.userName } };
      here.login = login;
      here.client = this;
      await pause();
      if (here.refusal) throw here.refusal;
      if (here.login !== login) await new Promise(() => undefined); // The real one doesn't settle either.
      here.enter(this, room, login.user);
      return true;
    }

    override logoutRoom(room?: string) {
      if (room !== cloud().login?.room) throw { code: 1002002, msg: 'room not exist' };
      cloud().exit();
      cloud().state('LOGOUT');
    }

    override renewToken(token: string, room = '') {
      cloud().renewed.push([token, room]);
      return true;
    }

    override async createStream(options: Parameters<Sdk['createStream']>[0]) {
      const stream = await super.createStream(options);
      cloud().bitrates.set(stream, options?.custom?.bitrate);
      return stream;
    }

    override startPublishingStream(id: string, stream: MediaStream, options?: { extraInfo?: string }) {
      const here = cloud();
      const user = here.login?.user;
      if (!user) throw { errorCode: NOT_LOGGED_IN, extendedData: 'not login room' };
      if (here.streams.has(id)) return false;
      here.publisher(id, 'PUBLISH_REQUESTING');
      if (here.silent) return true;
      void pause().then(() => {
        if (here.taken.has(id)) return here.publisher(id, 'NO_PUBLISH', STREAM_TAKEN);
        const extraInfo = options?.extraInfo ?? '';
        here.streams.set(id, {
          user,
          extraInfo,
          sent: stream,
          bitrate: here.bitrates.get(stream),
          layer: 'high',
        });
        here.publisher(id, 'PUBLISHING');
      });
      return true;
    }

    override stopPublishingStream(id: string) {
      if (cloud().streams.delete(id)) cloud().publisher(id, 'NO_PUBLISH');
      return true;
    }

    override async setStreamExtraInfo(id: string, extraInfo: string) {
      cloud().describe(id, extraInfo);
      return { errorCode: 0 };
    }

    override async startPlayingStream(id: string): Promise<MediaStream> {
      const here = cloud();
      here.playing.add(id);
      here.player(id, 'PLAY_REQUESTING');
      await pause();
      if (here.silent || !here.playing.has(id)) await new Promise(() => undefined);
      const media = here.streams.get(id)?.media;
      if (!media) {
        here.playing.delete(id);
        here.player(id, 'NO_PLAY', STREAM_GONE);
        throw { code: STREAM_GONE, errorCode: STREAM_GONE, extendedData: 'play stream not found' };
      }
      here.player(id, 'PLAYING');
      return media.clone();
    }

    override stopPlayingStream(id: string) {
      if (cloud().playing.delete(id)) cloud().player(id, 'NO_PLAY');
    }

    override async setPlayStreamVideoType(id: string, type: number) {
      const stream = cloud().streams.get(id);
      if (stream) stream.layer = type === 0 ? 'low' : 'high';
      return true;
    }

    override async mutePlayStreamVideo(id: string, mute: boolean) {
      if (performance.now() - this.#mutedAt < THROTTLE) return true;
      this.#mutedAt = performance.now();
      const stream = cloud().streams.get(id);
      if (stream) stream.layer = mute ? 'off' : 'high';
      return true;
    }

    override async sendBroadcastMessage(_room: string, text: string) {
      for (const hear of cloud().audience) hear(text);
      return { errorCode: 0 };
    }

    override async sendBarrageMessage(room: string, text: string) {
      return this.sendBroadcastMessage(room, text);
    }
  };
}

export function noteOf({ extraInfo }: CloudStream): { source: StreamSource; audio: boolean; video: boolean } {
  const { s, a, v } = JSON.parse(extraInfo) as { s: StreamSource; a: number; v: number };
  return { source: s, audio: a === 1, video: v === 1 };
}

function emitter(sdk: Sdk | undefined, module: 'zegoWebRTM' | 'zegoWebRTC') {
  type Emitter = { actionListener(name: string, ...args: unknown[]): void };
  return (sdk as unknown as Record<string, { stateCenter: Emitter }> | undefined)?.[module]?.stateCenter;
}

function sdkUser({ id, name }: User) {
  return { userID: id, userName: name };
}

function sdkStream(streamID: string, { user, extraInfo }: CloudStream) {
  return { streamID, user: sdkUser(user), extraInfo };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LATENCY));
}
