import type { Sdk } from '../../src/engine/zego/load-sdk.js';

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

type Emit = (name: string, ...args: unknown[]) => void;

/** Names of version 3.12.0 that no typing has. */
interface Bundle {
  readonly zegoWebRTM: {
    cloudSetting: unknown;
    readonly stateCenter: {
      actionListener: Emit;
      appConfig: unknown;
      idName: string;
      nickName: string;
      roomModulesList: unknown[];
    };
    readonly liveRoomHandler: {
      isDisConnect(): boolean;
      sendStreamUpdate(request: StreamRequest, onSuccess: StreamAnswer, onError: StreamAnswer): number;
    };
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
    }): void {
      rtm.cloudSetting = undefined; // It would ask for settings in vain, and leave a rejection unhandled.
      // That the machine is too slow for effects, tests alone say: this one may really be.
      rtc.stateCenter.actionListener = (name, ...args) => {
        if (!name.endsWith('EffectError')) emitMedia(name, ...args);
      };
      rtc.streamCenter.createStreamSignal = ends.createSignal;
      rtm.liveRoomHandler.isDisConnect = () => !ends.isInRoom();
      rtm.liveRoomHandler.sendStreamUpdate = ends.updateStream;
    },

    /** Makes the SDK believe that the room's server has let it in. */
    enter(room: string, userId: string, userName: string): void {
      const resources = { resource_info: [] };
      const modules = {
        roomID: room,
        token: '',
        userSidString: '1',
        roomSidString: '1',
        roomState: 'CONNECTED',
      };
      const states = { isLogin: () => true, isTryLogin: () => false, isLogout: () => false };
      Object.assign(rtm.stateCenter, {
        appConfig: {
          media_config: { publish_config: resources, play_config: resources },
          speedlog_config: {},
        },
        idName: userId,
        nickName: userName,
        roomModulesList: [{ ...modules, ...states }],
      });
      rtm.stateCenter.actionListener('_roomLogin', room, '');
      rtm.stateCenter.actionListener('roomLoginResponse', {
        header: { room_id: room },
        body: { stream_seq: 0, stream_info: [] },
      });
    },

    exit(room: string): void {
      rtm.stateCenter.actionListener('_roomStateUpdate', room, 'DISCONNECTED', 0);
      rtm.stateCenter.roomModulesList = [];
    },
  };
}
