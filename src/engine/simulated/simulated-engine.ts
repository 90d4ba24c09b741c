import type { CallEngine, EffectKind } from '../call-engine.js';
import type { CaptureDevices } from '../capture-devices.js';
import { Residents } from './residents.js';
import { RoomEngine } from './room-engine.js';
import { EFFECT_KINDS } from './room-publication.js';
import { createRooms } from './simulated-world.js';
import { syntheticDevices } from './synthetic-devices.js';

/** An engine in a world of its own, where residents wait in whatever room is joined. */
export function createEngine(): CallEngine {
  return new RoomEngine(createRooms(), (room) => {
    const residents = new Residents(room);
    return () => residents.leave();
  });
}

/** Calls of this engine show synthetic pictures and ask for no device. */
export function captureDevices(): CaptureDevices {
  return syntheticDevices();
}

export function effectKinds(): readonly EffectKind[] {
  return EFFECT_KINDS;
}
