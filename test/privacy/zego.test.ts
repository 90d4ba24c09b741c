import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { NETWORK_BROKEN, noteOf, type PublishedStream } from '../contract/zego-cloud.js';
import { loadStagedSdk, setZegoStage } from '../contract/zego-stage.js';
import { delayEngine, type Delays } from './delays.js';
import type { EngineStage } from './engine-stage.js';
import { itKeepsIntent } from './random-sequences.js';

async function setCloudStage(_: readonly string[], delays: Delays): Promise<EngineStage> {
  const { cloud, tearDown } = await setZegoStage();
  const latency = cloud.latency;
  // The SDK waits for the gateway, and the gateway for its senders; the engine itself is late with nothing.
  Object.defineProperty(cloud, 'latency', { get: () => Math.max(latency, delays.publish) });
  Object.defineProperty(cloud, 'replaceDelay', { get: () => delays.replaceTrack });
  const given = new Set<MediaStreamTrack>();
  const published = (): PublishedStream[] =>
    [...cloud.streams.keys()].flatMap((id) => cloud.published(id) ?? []);
  return {
    createEngine() {
      const engine = createZegoEngine({ appId: 1234567 }, { loadSdk: loadStagedSdk });
      return delayEngine(engine, { publish: () => 0, published: () => delays.published }, (track) =>
        given.add(track),
      );
    },
    dropConnection: () => cloud.state('RECONNECTING', NETWORK_BROKEN),
    restoreConnection: () => cloud.state('RECONNECTED'),
    outgoing: () => [...given, ...published().flatMap(({ sent }) => sent.getTracks()), ...cloud.carried],
    received: () => published().flatMap(({ received }) => received.getTracks()),
    // Native apps hear of a stream from the gateway, pages from its note.
    told: (room) =>
      cloud.login?.room === room ? published().flatMap((stream) => [stream.told, noteOf(stream)]) : [],
    close: tearDown,
  };
}

describe('Random sequences: zego', () => itKeepsIntent(setCloudStage));
