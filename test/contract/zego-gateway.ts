import type { TrackKind } from '../../src/engine/call-engine.js';

/** The numbers that the SDK and its media gateway exchange, as version 3.12.0 has them. */
const CONNECTED = 2;
const LOGGED_IN = 2;
const PUBLISH = 0;
const OPEN = 0;
const MUTED = 3;
const RESPONSE = 0;
const PUSH = 1;

/** Whether a kind is on, as other clients are told; undefined until they are told anything. */
export type Told = Readonly<Record<TrackKind, boolean | undefined>>;

interface SessionRequest {
  readonly seq: number;
  readonly type: number;
  readonly streamId: string;
  readonly sdp: string;
  readonly videoInfo?: {
    readonly bitRate: number;
    readonly channelCount: number;
    readonly audioBitrate: number;
  };
}

interface Message {
  readonly header: { readonly seq: number; readonly cmd: string; readonly session_id: number };
  readonly body: Readonly<Record<string, unknown>>;
}

type Hear = (message: Message, type: number) => void;

/** What the gateway asks of the cloud that it belongs to. */
export interface GatewayCloud {
  /** How long an answer takes, in ms. */
  readonly gatewayLatency: number;
  /** While true, the gateway answers nothing. */
  readonly gatewayIsSilent: boolean;
  /** The SDK is about to publish a stream. */
  publishing(session: GatewaySession): void;
  /** The SDK is about to play a stream. */
  playing(session: GatewaySession): void;
  /** What somebody else sends; undefined when there is no such stream. */
  mediaOf(streamId: string): MediaStream | undefined;
  /** Which kinds of a stream are on. */
  isOn(streamId: string): Readonly<Record<TrackKind, boolean>>;
  /** The SDK wants to receive video of a stream, or no more. */
  wantVideo(streamId: string, wanted: boolean): void;
}

/** One stream on its way between the SDK and the gateway, over a real connection. */
export class GatewaySession {
  readonly streamId: string;
  /** The most that is to be sent of the video, in kbit/s. */
  readonly bitrate: number | undefined;
  /** What is to be sent of the sound; the bitrate is in bit/s. */
  readonly sound: { readonly channels: number; readonly bitrate: number } | undefined;
  /** How the SDK describes what it sends or wants. */
  readonly offer: string;
  /** What arrives of a stream that the SDK publishes. */
  readonly received = new MediaStream();
  told: Told = { audio: undefined, video: undefined };
  hear: Hear | undefined;
  readonly #id: number;
  readonly #connection = new RTCPeerConnection();
  #pushes = 0;

  constructor(id: number, { sdp, streamId, videoInfo }: SessionRequest) {
    this.#id = id;
    this.streamId = streamId;
    this.bitrate = videoInfo?.bitRate;
    this.sound = videoInfo && { channels: videoInfo.channelCount, bitrate: videoInfo.audioBitrate };
    this.offer = sdp;
    this.#connection.addEventListener('track', ({ track }) => this.received.addTrack(track));
  }

  /** Answers an offer, with all candidates: the SDK trickles none. */
  async answer(sdp: string, sent?: MediaStream): Promise<string> {
    const connection = this.#connection;
    await connection.setRemoteDescription({ type: 'offer', sdp });
    for (const track of sent?.getTracks() ?? []) connection.addTrack(track, sent!);
    // In words of its own: the SDK puts an older way of describing connections in place of Firefox's.
    await connection.setLocalDescription(await connection.createAnswer());
    while (connection.iceGatheringState !== 'complete')
      await new Promise((resolve) => (connection.onicegatheringstatechange = resolve));
    return connection.localDescription!.sdp;
  }

  /** Tells who plays the stream which kinds of it are on. */
  pushStatus({ audio, video }: Readonly<Record<TrackKind, boolean>>): void {
    this.push('StreamStatusNotifyPush', {
      mic_status: audio ? OPEN : MUTED,
      camera_status: video ? OPEN : MUTED,
    });
  }

  onConnected(listener: () => void): void {
    this.#connection.addEventListener('connectionstatechange', () => {
      if (this.#connection.connectionState === 'connected') listener();
    });
  }

  push(cmd: string, body: Message['body']): void {
    this.hear?.({ header: { seq: ++this.#pushes, cmd, session_id: this.#id }, body }, PUSH);
  }

  respond(seq: number): void {
    const message = { header: { seq, cmd: 'Rsp', session_id: this.#id }, body: { result: 0 } };
    setTimeout(() => this.hear?.(message, RESPONSE));
  }

  close(): void {
    this.hear = undefined;
    this.#connection.close();
  }
}

/** What the SDK says to the gateway that needs no answer here. */
const UNANSWERED = [
  ...['on', 'off', 'setSessionInfo', 'disconnectServer', 'dispatchGwNodes', 'removeSession'],
  ...['registerPushCallback', 'unregisterPushCallback', 'unregisterPeerCallback'],
  ...['sendCandidateInfo', 'sendGWCmdReq', 'sendGWCmdAck', 'sendBroadcasterStatus', 'sendNetProbe'],
  ...['getP2PNetStats', 'ActivatePlayAudioStream'],
];

/**
 * ZEGO's media gateway. To the SDK it is the object that puts messages on the wire. So the SDK makes publishers and players
 * of its own, with real connections, and does all that it does because something is published or played.
 */
export class Gateway {
  readonly state = CONNECTED;
  readonly mediaState = LOGGED_IN;
  readonly isUaConnected = true;
  readonly isSupportExtTurn = false;
  readonly server: string;
  readonly #cloud: () => GatewayCloud;
  readonly #sessions = new Map<number, GatewaySession>();
  #lastId = 0;

  /** @param server the SDK's name of the gateway. */
  constructor(server: string, cloud: () => GatewayCloud) {
    this.server = server;
    this.#cloud = cloud;
    for (const name of UNANSWERED) Object.assign(this, { [name]: () => undefined });
  }

  registerPeerCallback(id: number, hear: Hear): void {
    const session = this.#sessions.get(id);
    if (session) session.hear = hear;
  }

  createSessionWithSdp(request: SessionRequest, onSuccess: (...answer: unknown[]) => void): void {
    void this.#open(request).then((answer) => answer && onSuccess(request.seq, answer.session_id, answer));
  }

  sendStreamStatus(seq: number, id: number, camera: number, microphone: number): void {
    const session = this.#sessions.get(id);
    if (session) session.told = { audio: microphone === OPEN, video: camera === OPEN };
    session?.respond(seq);
  }

  ActivatePlayVideoStream(seq: number, id: number, muted: boolean): void {
    const session = this.#sessions.get(id);
    if (session) this.#cloud().wantVideo(session.streamId, !muted);
    session?.respond(seq);
  }

  sendCloseSession(_seq: number, id: number): void {
    this.#sessions.get(id)?.close();
    this.#sessions.delete(id);
  }

  async #open(request: SessionRequest) {
    const cloud = this.#cloud();
    const publishes = request.type === PUBLISH;
    const id = ++this.#lastId;
    const session = new GatewaySession(id, request);
    this.#sessions.set(id, session);
    if (publishes) cloud.publishing(session);
    await new Promise((resolve) => setTimeout(resolve, cloud.gatewayLatency));
    const media = publishes ? undefined : cloud.mediaOf(session.streamId);
    if (cloud.gatewayIsSilent || (!publishes && !media)) return undefined;
    if (!publishes) cloud.playing(session);
    session.onConnected(() => {
      if (publishes) session.push('PublishEventPush', { event: 0 });
      else session.pushStatus(cloud.isOn(session.streamId));
    });
    const sdp = await session.answer(request.sdp, media);
    return { result: 0, session_id: id, sdp, gw_nodes: ['127.0.0.1:1'], gw_nodes_ttl: 60, gw_version: 0 };
  }
}
