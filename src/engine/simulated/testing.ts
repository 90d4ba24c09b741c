export { createSimulatedWorld } from './simulated-world.js';
export type {
  ParticipantStream,
  SimulatedParticipant,
  SimulatedRoom,
  SimulatedSignal,
  SimulatedWorld,
} from './simulated-world.js';
export { syntheticDevices } from './synthetic-devices.js';
export type { DeviceFault, DeviceFaults, SyntheticDevices } from './synthetic-devices.js';
