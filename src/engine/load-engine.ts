import type { EngineModule } from './call-engine.js';

export type EngineName = 'zego' | 'local' | 'simulated';

/** Each engine is a chunk of its own, loaded when somebody joins, or asks what it can do. */
export const ENGINES: Readonly<Record<EngineName, () => Promise<EngineModule>>> = {
  zego: () => import('./zego/zego-engine.js'),
  local: () => import('./local/local-engine.js'),
  simulated: () => import('./simulated/simulated-engine.js'),
};
