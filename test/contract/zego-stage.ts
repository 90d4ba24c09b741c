import type { EngineOptions, User } from '../../src/engine/call-engine.js';
import { loadSdk, type SdkClass } from '../../src/engine/zego/load-sdk.js';
import { readSignal, writeSignal } from '../../src/engine/zego/signal-command.js';
import { writeNote } from '../../src/engine/zego/stream-note.js';
import { createZegoEngine, effectKinds } from '../../src/engine/zego/zego-engine.js';
import { TestMedia } from '../support/test-media.js';
import type { EngineStage, RemotePeer } from './engine-stage.js';
import { LOGIN_ELSEWHERE, NETWORK_BROKEN, ZegoCloud, noteOf } from './zego-cloud.js';
import { goOffline } from './zego-offline.js';
import { STATS_INTERVAL, overCloud } from './zego-staged-sdk.js';

const APP_ID = 1234567;

let cloud: ZegoCloud;
let loading: Promise<SdkClass> | undefined;

/** One class for all tests, so that they share the engine's pool as calls of one page do. */
export function loadStagedSdk(): Promise<SdkClass> {
  return (loading ??= loadSdk().then((Sdk) => overCloud(Sdk, () => cloud)));
}

export interface ZegoStage extends EngineStage {
  readonly cloud: ZegoCloud;
}

export async function setZegoStage(options: EngineOptions = {}): Promise<ZegoStage> {
  const goOnline = goOffline();
  const here = new ZegoCloud();
  cloud = here;
  const engine = createZegoEngine({ appId: APP_ID, ...options }, { loadSdk: loadStagedSdk });
  const media: TestMedia[] = [];
  return {
    engine,
    statsEvery: STATS_INTERVAL,
    effectKinds: effectKinds(options),
    cloud: here,
    request: { room: 'stage', user: { id: 'me', name: 'Me' }, token: '04AAAA' },
    enter: async (user) => enter(here, user, media),
    logInElsewhere: async () => here.state('KICKOUT', LOGIN_ELSEWHERE),
    async dropConnection() {
      here.interrupted = true;
      here.state('RECONNECTING', NETWORK_BROKEN);
    },
    async restoreConnection() {
      here.interrupted = false;
      here.state('RECONNECTED');
    },
    async takeStreamId() {
      here.taken.add('taken');
      return 'taken';
    },
    async tearDown() {
      await engine.destroy();
      here.close();
      for (const one of media) await one.close();
      goOnline();
    },
  };
}

function enter(here: ZegoCloud, user: User, opened: TestMedia[]): RemotePeer {
  const heard: string[] = [];
  const hear = (text: string) => heard.push(text);
  here.audience.add(hear);
  const before = here.texts.length;
  here.userEnters(user);
  let published = 0;
  return {
    user,
    async publish(source) {
      const media = new TestMedia();
      opened.push(media);
      const streamId = `${user.id}-${++published}`;
      // Of a camera nothing is said, as native apps do.
      const extraInfo = source === 'screen' ? '{"s":"screen","a":1,"v":1}' : '';
      here.addStream(streamId, { user, extraInfo, media: media.stream, layer: 'high' });
      return streamId;
    },
    unpublish: async (streamId) => here.removeStream(streamId),
    async setMuted(streamId, kind, muted) {
      const { extraInfo } = here.streams.get(streamId)!;
      const { source } = extraInfo ? noteOf({ extraInfo }) : { source: 'camera' as const };
      here.turn(streamId, { [kind]: !muted });
      here.describe(streamId, writeNote({ source, ...here.isOn(streamId) }));
    },
    say: async (text, kind) => here.say(user, text, kind),
    // Whom a command is for, the room's server decides.
    async signal(text, to) {
      const isForMe = !to || to.includes(here.login?.user.id ?? '');
      if (isForMe) here.command(user, writeSignal(text));
    },
    signals: () =>
      here.texts
        .slice(before)
        .filter(({ kind, to }) => kind === 'command' && (to.length === 0 || to.includes(user.id)))
        .map(({ text }) => readSignal(text) ?? `no signal: ${text}`),
    heard: () => heard,
    sees(streamId) {
      const stream = here.streams.get(streamId);
      return stream && noteOf(stream);
    },
    receive: async (streamId) => here.published(streamId)!.received,
    layerWanted: (streamId) => here.streams.get(streamId)!.layer,
    async leave() {
      here.audience.delete(hear);
      here.userLeaves(user);
    },
  };
}
