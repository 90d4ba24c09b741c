import type { Layer, MessageKind, StreamSource, TrackKind, User } from '../../src/engine/call-engine.js';
import type { Sdk } from '../../src/engine/zego/load-sdk.js';
import { pause } from '../support/wait.js';
import type { GatewayCloud, GatewaySession, Told } from './zego-gateway.js';
import { internals, type SdkPublisher } from './zego-internals.js';

export const NETWORK_BROKEN = 1000017;
export const LOGIN_ELSEWHERE = 1002050;
/** In ms. */
const LATENCY = 10;
const LEVELS_INTERVAL = 100;

export interface CloudStream {
  readonly user: User;
  extraInfo: string;
  layer: Layer;
  /** What somebody else sends. */
  readonly media?: MediaStream;
  /** Which kinds of it the gateway gets, where its owner's note does not say. */
  sends?: Readonly<Record<TrackKind, boolean>>;
}

/** A stream of the engine under test. */
export class PublishedStream implements CloudStream {
  layer: Layer = 'high';
  readonly #publisher: SdkPublisher;
  readonly #session: () => GatewaySession;

  constructor(
    readonly user: User,
    public extraInfo: string,
    publisher: SdkPublisher,
    session: () => GatewaySession,
  ) {
    this.#publisher = publisher;
    this.#session = session;
  }

  /** What the SDK was given to send. */
  get sent(): MediaStream {
    return this.#publisher.localStream;
  }

  /** What the gateway was told of it last. */
  get told(): Told {
    return this.#session().told;
  }

  /** What arrives at the gateway. */
  get received(): MediaStream {
    return this.#session().received;
  }

  /** How the SDK described to the gateway what it sends. */
  get offer(): string {
    return this.#session().offer;
  }

  /** What the SDK told the gateway of the sound that it sends. */
  get sound(): GatewaySession['sound'] {
    return this.#session().sound;
  }

  /** The most that the SDK was told to send of the video, in kbit/s. */
  get bitrate(): number | undefined {
    return this.#session().bitrate;
  }
}

/** A message or command that reached the room's server. */
export interface SentText {
  readonly kind: 'broadcast' | 'barrage' | 'command';
  readonly text: string;
  /** The user IDs that a command is for; everybody when empty. */
  readonly to: readonly string[];
}

/** One room of a cloud that is not there: what stands behind the SDK where it would need a network. */
export class ZegoCloud implements GatewayCloud {
  readonly users = new Map<string, User>();
  readonly streams = new Map<string, CloudStream>();
  readonly taken = new Set<string>();
  /** How long each answer takes, in ms: of a login, of the gateway, of a change to a stream. */
  latency = LATENCY;
  /** How long it takes to replace a track that is sent, in ms. */
  replaceDelay = 0;
  /** How long the SDK waits for one gateway, in ms. */
  attemptTime = 25_000;
  /** Each stream that the engine has asked the SDK to publish or to play, as often as it has asked. */
  readonly asked: { readonly publish: string[]; readonly play: string[] } = { publish: [], play: [] };
  /** While true, nothing that is asked of the cloud is ever answered. */
  silent = false;
  /** While true, the media gateway does not answer; the room does. */
  slowGateway = false;
  /** How much longer an answer of the media gateway takes, in ms. */
  gatewayDelay = 0;
  /** What logging in is refused with. */
  refusal: unknown;
  readonly renewed: string[][] = [];
  /** Who hears what the engine under test says. */
  readonly audience = new Set<(text: string) => void>();
  /** What the room's server refuses the next messages and commands with, in turn. */
  readonly textRefusals: number[] = [];
  /** The messages and commands that reached the room's server, oldest first. */
  readonly texts: SentText[] = [];
  /** How long the SDK collects barrage messages before it sends them together, in ms. */
  barrageWindow = 0;
  /** The connection to the room's server is gone for now. */
  interrupted = false;
  /** The instance that logged in last. It goes on hearing of the room after it has left, to see that it does not mind. */
  client: Sdk | undefined;
  login: { room: string; user: User } | undefined;
  #room = '';
  #messages = 0;
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #players = new Map<string, GatewaySession>();
  readonly #sounding = setInterval(() => this.#sound(), LEVELS_INTERVAL);

  close(): void {
    clearInterval(this.#sounding);
  }

  /** A stream of the engine under test; undefined when there is no such. */
  published(id: string): PublishedStream | undefined {
    const stream = this.streams.get(id);
    return stream instanceof PublishedStream ? stream : undefined;
  }

  /** The tracks that the SDK sends to the gateway now, of all its streams, also of those that the room does not have yet. */
  get carried(): readonly MediaStreamTrack[] {
    const publishers = this.client ? Object.values(internals(this.client).publishers) : [];
    return publishers.flatMap(({ peerConnection }) =>
      (peerConnection?.getSenders() ?? []).flatMap(({ track }) => track ?? []),
    );
  }

  get gatewayLatency(): number {
    return this.latency + this.gatewayDelay;
  }

  get gatewayIsSilent(): boolean {
    return this.silent || this.slowGateway;
  }

  publishing(session: GatewaySession): void {
    this.#sessions.set(session.streamId, session);
    const { peerConnection } = internals(this.client!).publishers[session.streamId]!;
    for (const sender of peerConnection?.getSenders() ?? []) this.#slow(sender, peerConnection!);
  }

  playing(session: GatewaySession): void {
    this.#players.set(session.streamId, session);
  }

  mediaOf(streamId: string): MediaStream | undefined {
    const stream = this.streams.get(streamId);
    if (stream) stream.layer = 'high';
    return stream?.media;
  }

  isOn(streamId: string): Readonly<Record<TrackKind, boolean>> {
    const stream = this.streams.get(streamId);
    if (stream?.sends) return stream.sends;
    return stream?.extraInfo ? noteOf(stream) : { audio: true, video: true };
  }

  wantVideo(streamId: string, wanted: boolean): void {
    const stream = this.streams.get(streamId);
    if (stream) stream.layer = wanted ? 'high' : 'off';
  }

  /** The SDK adds a stream of its own; false when its ID is taken. */
  addPublished(id: string, extraInfo: string): boolean {
    const publisher = this.client && internals(this.client).publishers[id];
    if (!this.login || !publisher || this.taken.has(id)) return false;
    const session = () => this.#sessions.get(id)!;
    this.streams.set(id, new PublishedStream(this.login.user, extraInfo, publisher, session));
    return true;
  }

  enter(client: Sdk, room: string, user: User): void {
    this.client = client;
    this.#room = room;
    this.login = { room, user };
    internals(client).enter(room, user.id, user.name, () => !this.interrupted);
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

  /** Somebody else's device goes on or off, which the gateway tells whoever plays the stream. */
  turn(id: string, change: Partial<Record<TrackKind, boolean>>): void {
    const stream = this.streams.get(id);
    if (!stream) return;
    stream.sends = { ...this.isOn(id), ...change };
    this.#players.get(id)?.pushStatus(stream.sends);
  }

  say(from: User, message: string, kind: MessageKind): void {
    const name = kind === 'reliable' ? 'IMRecvBroadcastMessage' : 'IMRecvBarrageMessage';
    const messageID = ++this.#messages;
    this.room(name, this.#room, [{ fromUser: sdkUser(from), message, sendTime: Date.now(), messageID }]);
  }

  /** Somebody sends a custom command; what others are told of the sender, the sender says. */
  command(from: User, text: string): void {
    const command = {
      from_userid: from.id,
      from_username: from.name,
      room_id: this.#room,
      custom_content: text,
    };
    if (this.client) internals(this.client).receiveCommand(this.#room, JSON.stringify(command));
  }

  publisher(streamID: string, state: string, errorCode = 0): void {
    this.media('publisherStateUpdate', { streamID, state, errorCode, extendedData: '' });
  }

  player(streamID: string, state: string, errorCode = 0): void {
    this.media('playerStateUpdate', { streamID, state, errorCode, extendedData: '' });
  }

  /** A message or command of the engine under test arrived. */
  take(sent: SentText): void {
    this.texts.push(sent);
    if (sent.kind !== 'command') for (const hear of this.audience) hear(sent.text);
  }

  /** Events of rooms, people, messages and tokens. */
  room(name: string, ...args: unknown[]): void {
    if (this.client) internals(this.client).emitRoom(name, ...args);
  }

  /** Events of streams, devices and levels. */
  media(name: string, ...args: unknown[]): void {
    if (this.client) internals(this.client).emitMedia(name, ...args);
  }

  #slow(sender: RTCRtpSender, connection: RTCPeerConnection): void {
    const replace = sender.replaceTrack.bind(sender);
    sender.replaceTrack = async (track) => {
      if (this.replaceDelay > 0) await pause(this.replaceDelay);
      if (connection.signalingState !== 'closed') await replace(track);
    };
  }

  /** The SDK measures for itself, too, but hears nothing where there is no sound card. */
  #sound(): void {
    if (!this.client) return;
    const levels = internals(this.client).playing.map((streamID) => ({
      streamID,
      soundLevel: 40,
      type: 'pull',
    }));
    if (levels.length > 0) this.media('soundLevelUpdate', levels);
  }
}

export function noteOf({ extraInfo }: Pick<CloudStream, 'extraInfo'>): {
  source: StreamSource;
  audio: boolean;
  video: boolean;
} {
  const { s, a, v } = JSON.parse(extraInfo) as { s: StreamSource; a: number; v: number };
  return { source: s, audio: a === 1, video: v === 1 };
}

function sdkUser({ id, name }: User) {
  return { userID: id, userName: name };
}

function sdkStream(streamID: string, { user, extraInfo }: CloudStream) {
  return { streamID, user: sdkUser(user), extraInfo };
}
