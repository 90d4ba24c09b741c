import type { Sdk, SdkClass } from '../../src/engine/zego/load-sdk.js';

/** The SDK's own object for one stream that it sends. */
export interface SdkPublisher {
  readonly localStream: MediaStream;
  readonly peerConnection: RTCPeerConnection | null;
}

/** A stream that the SDK sends or plays, as far as its attempts go. */
interface Attempting {
  /** Its connection to a gateway; `Jf` is how long one attempt takes, in ms. */
  readonly jv: { Jf: number };
}

/** What the SDK asks the room's server to do with a stream of its own. */
export interface StreamRequest {
  readonly sub_cmd: number;
  /** JSON. */
  readonly stream_msg: string;
}

export type StreamAnswer = (answer: unknown, seq: number) => void;

/** What the SDK puts on the wire for a broadcast message, several barrage messages, a custom command. */
export interface RoomTexts {
  readonly sendRoomMsg: { readonly msg_content: string };
  readonly sendBigRoomMessage: {
    readonly msgs: readonly { readonly msg_content: string; readonly bigmsg_client_id: string }[];
  };
  readonly sendCustomCommand: { readonly dest_id_name: readonly string[]; readonly custom_msg: string };
}

/** Answers one of them, as the room's server does. Returns the number of the request. */
type TextSender<Body> = (body: Body, onSuccess: TextAnswer, onError: TextAnswer) => number;
export type TextAnswer = (answer: {
  readonly header: { readonly seq: number };
  readonly body?: object;
}) => void;
export type TextSenders = { readonly [Name in keyof RoomTexts]: TextSender<RoomTexts[Name]> };

type Emit = (name: string, ...args: unknown[]) => void;

/** The SDK's own object for one room that it is in. */
interface RoomModule {
  readonly messageHandler: object;
}
type RoomModuleClass = new (room: string, ...parts: unknown[]) => RoomModule;

/** Names of version 3.12.0 that no typing has. */
interface Bundle {
  readonly zegoWebRTM: {
    cloudSetting: unknown;
    readonly logger: unknown;
    readonly _dataReport: unknown;
    readonly stateCenter: {
      actionListener: Emit;
      appConfig: unknown;
      idName: string;
      nickName: string;
      roomModulesList: unknown[];
    };
    readonly liveRoomHandler: {
      isDisConnect(): boolean;
      handlePushCustomMsg(push: { header: { room_id: string }; body: { custommsg: string } }): void;
      sendStreamUpdate(request: StreamRequest, onSuccess: StreamAnswer, onError: StreamAnswer): number;
    } & { -readonly [Name in keyof TextSenders]: TextSenders[Name] };
  };
  readonly zegoWebRTC: {
    readonly stateCenter: {
      actionListener: Emit;
      readonly engineConfig: { publishQualityInterval: number; playQualityInterval: number };
    };
    readonly streamCenter: {
      readonly publisherList: Readonly<Record<string, SdkPublisher>>;
      readonly playerList: Readonly<Record<string, unknown>>;
      createStreamSignal(server: string): unknown;
      setPublishStateStart(room: string, id: string, ...more: unknown[]): unknown;
      setPlayStateStart(id: string, ...more: unknown[]): unknown;
    };
  };
}

let RoomModule: RoomModuleClass;

/** Learns the classes inside the bundle that only the SDK's plugins get to see. */
export function openBundle(Sdk: SdkClass): void {
  const install = (_: unknown, Room: RoomModuleClass): void => void (RoomModule = Room);
  (Sdk as unknown as { use(plugin: object): void }).use({ type: 'Message', install });
}

/** What the stand-in of the cloud reaches into; all that it knows of the SDK's inside is here. */
export function internals(sdk: Sdk) {
  const { zegoWebRTC: rtc, zegoWebRTM: rtm } = sdk as unknown as Bundle;
  const { actionListener } = Object.getPrototypeOf(rtc.stateCenter) as { actionListener: Emit };
  const emitMedia: Emit = (...event) => void Reflect.apply(actionListener, rtc.stateCenter, event);
  return {
    publishers: rtc.streamCenter.publisherList,
    get playing(): readonly string[] {
      return Object.keys(rtc.streamCenter.playerList);
    },
    emitRoom: (name: string, ...args: unknown[]) => rtm.stateCenter.actionListener(name, ...args),
    emitMedia,

    /** Has the SDK measure streams this often, in ms; it allows no less than 3 s. */
    measureEvery(interval: number): void {
      Object.assign(rtc.stateCenter.engineConfig, {
        publishQualityInterval: interval,
        playQualityInterval: interval,
      });
    },

    /** Has the SDK give up a gateway that has not answered after this time, in ms; by itself it waits 25 s. */
    attemptFor(time: () => number): void {
      const { streamCenter } = rtc;
      const { setPublishStateStart, setPlayStateStart } = streamCenter;
      const shorten = (list: Readonly<Record<string, unknown>>, id: string): void => {
        const stream = list[id] as Attempting | undefined;
        if (stream) stream.jv.Jf = time();
      };
      streamCenter.setPublishStateStart = (room, id, ...more) => {
        const started = setPublishStateStart.call(streamCenter, room, id, ...more);
        shorten(streamCenter.publisherList, id);
        return started;
      };
      streamCenter.setPlayStateStart = (id, ...more) => {
        const started = setPlayStateStart.call(streamCenter, id, ...more);
        shorten(streamCenter.playerList, id);
        return started;
      };
    },

    /** Puts other ends in place of those that need a network. */
    connect(ends: {
      readonly createSignal: (server: string) => unknown;
      readonly isInRoom: () => boolean;
      readonly updateStream: (
        request: StreamRequest,
        onSuccess: StreamAnswer,
        onError: StreamAnswer,
      ) => number;
      readonly texts: TextSenders;
    }): void {
      rtm.cloudSetting = undefined; // It would ask for settings in vain, and leave a rejection unhandled.
      // That the machine is too slow for effects, tests alone say: this one may really be.
      rtc.stateCenter.actionListener = (name, ...args) => {
        if (!name.endsWith('EffectError')) emitMedia(name, ...args);
      };
      rtc.streamCenter.createStreamSignal = ends.createSignal;
      rtm.liveRoomHandler.isDisConnect = () => !ends.isInRoom();
      rtm.liveRoomHandler.sendStreamUpdate = ends.updateStream;
      Object.assign(rtm.liveRoomHandler, ends.texts);
    },

    /** Makes the SDK believe that the room's server has let it in, for as long as `isLoggedIn` says so. */
    enter(room: string, userId: string, userName: string, isLoggedIn: () => boolean): void {
      const resources = { resource_info: [] };
      const module = new RoomModule(
        room,
        rtm.stateCenter,
        rtm.logger,
        rtm._dataReport,
        rtm,
        rtm.liveRoomHandler,
      );
      const facts = {
        token: '',
        userSidString: '1',
        roomSidString: '1',
        roomState: 'CONNECTED',
        isLogin: isLoggedIn,
        isTryLogin: () => !isLoggedIn(),
        isLogout: () => false,
      };
      for (const [name, value] of Object.entries(facts))
        Object.defineProperty(module, name, { value, writable: true });
      Object.assign(rtm.stateCenter, {
        appConfig: {
          media_config: { publish_config: resources, play_config: resources },
          speedlog_config: {},
        },
        idName: userId,
        nickName: userName,
        roomModulesList: [module],
      });
      rtm.stateCenter.actionListener('_roomLogin', room, '');
      rtm.stateCenter.actionListener('roomLoginResponse', {
        header: { room_id: room },
        body: { stream_seq: 0, stream_info: [] },
      });
    },

    /** What the SDK does with a custom command that the room's server passes on. */
    receiveCommand(room: string, custommsg: string): void {
      rtm.liveRoomHandler.handlePushCustomMsg({ header: { room_id: room }, body: { custommsg } });
    },

    exit(room: string): void {
      rtm.stateCenter.actionListener('_roomStateUpdate', room, 'DISCONNECTED', 0);
      rtm.stateCenter.roomModulesList = [];
    },
  };
}
