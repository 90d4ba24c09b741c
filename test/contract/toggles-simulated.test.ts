import type { CallEngine } from '../../src/engine/call-engine.js';
import { createSimulatedWorld } from '../../src/engine/simulated/testing.js';
import { nextFrames } from '../support/test-media.js';
import { inTime, pause } from '../support/wait.js';

/** How soon a camera that is on again is seen, in ms. */
const RESUME_MS = 1_000;

describe('simulated engine: devices that go off and on again', () => {
  const video = document.createElement('video');
  let engine: CallEngine;

  afterEach(async () => {
    video.srcObject = null;
    await engine.destroy();
  });

  for (const kinds of [['audio', 'video'], ['video']] as const)
    it(`are seen again in a plain <video> when all of ${kinds.join(' and ')} were off`, async () => {
      const world = createSimulatedWorld();
      engine = world.createEngine();
      const request = { room: 'room', user: { id: 'me', name: 'Me' }, token: '' };
      await engine.join(request, new AbortController().signal);
      const ada = world.room('room').enter({ id: 'ada', name: 'Ada' });
      const streamId = ada.publish({ audio: kinds.length > 1 });
      const media = await engine.play(streamId, new AbortController().signal);
      Object.assign(video, { muted: true, srcObject: media });
      await video.play();
      await inTime(nextFrames(video, 2), 'the video shows frames');
      for (let round = 0; round < 2; round++) {
        for (const kind of kinds) ada.mute(kind);
        await pause(200); // So that the browser notices a stream that has nothing left to show.
        for (const kind of kinds) ada.unmute(kind);
        await inTime(nextFrames(video, 2), 'the video shows two new frames', RESUME_MS);
      }
    });
});
