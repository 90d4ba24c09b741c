import { LocalEngine } from '../../src/engine/local/local-engine.js';
import { connections } from '../contract/local-connections.js';
import { BroadcastWay } from '../contract/local-ways.js';
import { delayEngine, type Delays, delaySenders, waitsOf } from './delays.js';
import type { EngineStage } from './engine-stage.js';
import { itKeepsIntent } from './random-sequences.js';
import { joinViewers } from './viewer.js';

async function setLocalStage(rooms: readonly string[], delays: Delays): Promise<EngineStage> {
  const viewers = await joinViewers(rooms, () => new LocalEngine(new BroadcastWay().open));
  const restoreSenders = delaySenders(delays);
  const given = new Set<MediaStreamTrack>();
  let way: BroadcastWay | undefined;
  return {
    createEngine() {
      way = new BroadcastWay();
      return delayEngine(new LocalEngine(way.open), waitsOf(delays), (track) => given.add(track));
    },
    dropConnection: () => way?.drop(),
    restoreConnection: () => way?.restore(),
    outgoing: () => [...given, ...connections.sent],
    received: () => [...viewers.values()].flatMap(({ tracks }) => tracks),
    told: (room) => [viewers.get(room)?.stream].flatMap((stream) => stream ?? []),
    async close() {
      restoreSenders();
      await Promise.all([...viewers.values()].map((viewer) => viewer.leave()));
    },
  };
}

describe('Random sequences: local', () => itKeepsIntent(setLocalStage));
