import type { SdkClass } from '../../src/engine/zego/load-sdk.js';
import { pause } from '../support/wait.js';
import type { ZegoCloud } from './zego-cloud.js';
import { Gateway } from './zego-gateway.js';
import { internals, openBundle, type StreamAnswer, type StreamRequest } from './zego-internals.js';
import { textSenders } from './zego-texts.js';

/** Sooner than the SDK's 3 s, so that tests need not wait. */
export const STATS_INTERVAL = 300;
/** What the SDK asks of the room's server. */
const ADD = 2001;
const DELETE = 2002;
const STREAM_TAKEN = 1012;

/** The real class, with only its ends replaced that need a network: it publishes and plays as it does in the cloud. */
export function overCloud(Sdk: SdkClass, cloud: () => ZegoCloud): SdkClass {
  openBundle(Sdk);
  return class extends Sdk {
    constructor(...args: ConstructorParameters<SdkClass>) {
      super(...args);
      const here = internals(this);
      here.measureEvery(STATS_INTERVAL);
      here.attemptFor(() => cloud().attemptTime);
      here.connect({
        createSignal: (server) => new Gateway(server, cloud),
        isInRoom: () => cloud().login !== undefined && !cloud().interrupted,
        updateStream: (...request) => updateStream(cloud(), ...request),
        texts: textSenders(cloud),
      });
    }

    override async loginRoom(room: string, _token: string, user: { userID: string; userName: string }) {
      const here = cloud();
      const login = { room, user: { id: user.userID, name: user.userName } };
      here.login = login;
      here.client = this;
      await pause(here.latency);
      if (here.refusal) throw here.refusal;
      if (here.login !== login) await new Promise(() => undefined); // The real one doesn't settle either.
      here.enter(this, room, login.user);
      return true;
    }

    override logoutRoom(room?: string) {
      if (room === undefined || room !== cloud().login?.room) throw { code: 1002002, msg: 'room not exist' };
      internals(this).exit(room);
      cloud().exit();
      cloud().state('LOGOUT');
    }

    override startPublishingStream(...args: Parameters<InstanceType<SdkClass>['startPublishingStream']>) {
      cloud().asked.publish.push(args[0]);
      return super.startPublishingStream(...args);
    }

    override async startPlayingStream(...args: Parameters<InstanceType<SdkClass>['startPlayingStream']>) {
      cloud().asked.play.push(args[0]);
      return super.startPlayingStream(...args);
    }

    override renewToken(token: string, room = '') {
      cloud().renewed.push([token, room]);
      return true;
    }

    override async setPlayStreamVideoType(id: string, type: number) {
      const stream = cloud().streams.get(id);
      if (stream) stream.layer = type === 0 ? 'low' : 'high';
      return true;
    }
  };
}

let requests = 0;

function updateStream(
  cloud: ZegoCloud,
  { stream_msg, sub_cmd }: StreamRequest,
  onSuccess: StreamAnswer,
  onError: StreamAnswer,
): number {
  const { stream_id: id, extra_info: note } = JSON.parse(stream_msg) as {
    stream_id: string;
    extra_info: string;
  };
  const seq = ++requests;
  void pause(cloud.latency).then(() => {
    if (cloud.silent) return;
    let code = 0;
    if (sub_cmd === ADD && !cloud.addPublished(id, note)) code = STREAM_TAKEN;
    else if (sub_cmd === DELETE) cloud.streams.delete(id);
    else if (sub_cmd !== ADD) cloud.describe(id, note);
    const answer = { header: { seq, room_id: cloud.login?.room }, body: { err_code: code, stream_seq: 0 } };
    if (code) onError(answer, seq);
    else onSuccess(answer, seq);
  });
  return seq;
}
