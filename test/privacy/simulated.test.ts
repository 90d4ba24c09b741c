import { createSimulatedWorld } from '../../src/engine/simulated/testing.js';
import { delayEngine, type Delays, waitsOf } from './delays.js';
import type { EngineStage } from './engine-stage.js';
import { itKeepsIntent } from './random-sequences.js';
import { joinViewers } from './viewer.js';

async function setSimulatedStage(rooms: readonly string[], delays: Delays): Promise<EngineStage> {
  const world = createSimulatedWorld();
  const viewers = await joinViewers(rooms, world.createEngine);
  const sent: MediaStreamTrack[] = [];
  return {
    createEngine: () => delayEngine(world.createEngine(), waitsOf(delays), (track) => sent.push(track)),
    dropConnection: () => rooms.forEach((room) => world.room(room).dropConnection()),
    restoreConnection: () => rooms.forEach((room) => world.room(room).restoreConnection()),
    outgoing: () => sent,
    received: () => [...viewers.values()].flatMap(({ tracks }) => tracks),
    told: (room) => [viewers.get(room)?.stream].flatMap((stream) => stream ?? []),
    close: async () => void (await Promise.all([...viewers.values()].map((viewer) => viewer.leave()))),
  };
}

describe('Random sequences: simulated', () => itKeepsIntent(setSimulatedStage));
