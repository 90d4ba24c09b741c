import type { CallEngine, JoinRequest, Layer, Publication } from '../../src/engine/call-engine.js';
import { createZegoEngine, effectKinds } from '../../src/engine/zego/zego-engine.js';
import type { EngineStage, RemotePeer } from '../contract/engine-stage.js';
import { EventLog } from '../support/event-log.js';
import { TestMedia } from '../support/test-media.js';
import { Cable } from './cable.js';
import { LayerWatch } from './layer-watch.js';
import { cloudProject, requestFor } from './project.js';

const PICTURE_HEIGHT = 360;
const never = new AbortController().signal;

/** The real cloud: every member of the room is an engine of this page, each with an instance of the SDK of its own. */
export async function setCloudStage(): Promise<EngineStage> {
  const cable = new Cable();
  const project = await cloudProject();
  const opened: CallEngine[] = [];
  const open = (): CallEngine => {
    const engine = createZegoEngine(project);
    opened.push(engine);
    return engine;
  };
  const room = `contract-${crypto.randomUUID()}`;
  const request = await requestFor(room, { id: 'me', name: 'Me' });
  const engine = open();
  const layers = new LayerWatch(engine);
  const media: TestMedia[] = [];

  return {
    engine,
    statsEvery: 3_000,
    effectKinds: effectKinds(project),
    request,
    enter: async (user) => enter(open(), await requestFor(room, user), media, layers),
    logInElsewhere: async () => open().join(request, never),
    dropConnection: async () => cable.pull(),
    restoreConnection: async () => cable.plug(),
    async takeStreamId() {
      const streamId = `taken-${crypto.randomUUID()}`;
      const elsewhere = open();
      await elsewhere.join(await requestFor(`${room}-elsewhere`, { id: 'zoe', name: 'Zoe' }), never);
      const picture = new TestMedia(['video'], PICTURE_HEIGHT);
      media.push(picture);
      await elsewhere.publish(picture.stream, { source: 'camera', streamId });
      return streamId;
    },
    async tearDown() {
      cable.plug();
      layers.close();
      for (const one of opened) await one.destroy();
      for (const one of media) await one.close();
      cable.close();
    },
  };
}

async function enter(
  engine: CallEngine,
  request: JoinRequest,
  opened: TestMedia[],
  layers: LayerWatch,
): Promise<RemotePeer> {
  const log = new EventLog(engine);
  const publications = new Map<string, Publication>();
  await engine.join(request, never);
  return {
    user: request.user,
    async publish(source) {
      const media = new TestMedia(['audio', 'video'], PICTURE_HEIGHT);
      opened.push(media);
      const publication = await engine.publish(media.stream, { source });
      publications.set(publication.streamId, publication);
      return publication.streamId;
    },
    unpublish: async (streamId) => publications.get(streamId)?.stop(),
    setMuted: async (streamId, kind, muted) => publications.get(streamId)?.setMuted(kind, muted),
    say: (text, kind) => engine.sendMessage(text, kind),
    signal: (text, to) => engine.sendSignal(text, to),
    signals: () => log.of('signal').map(({ text }) => text),
    heard: () => log.of('message').map(({ message }) => message.text),
    sees: (streamId) => log.streams().get(streamId),
    async receive(streamId) {
      await log.stream(streamId);
      return engine.play(streamId, never);
    },
    layerWanted: (streamId): Layer => layers.of(streamId),
    leave: () => engine.leave(),
  };
}
