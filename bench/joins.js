// A call that is alone in its room until everybody comes at once.
import { createSimulatedWorld } from '../dist/npm/engine/simulated/testing.js';
import { untilRest } from './long-tasks.js';

const call = document.querySelector('zego-call');
const world = createSimulatedWorld();
call.engine = world.createEngine;
await call.join();

/** Nothing is drawn and nothing sounds: what is left is the call's own work. */
window.join = (count) =>
  untilRest(
    () => {
      const room = world.room(call.room);
      for (let nth = 1; nth <= count; nth++)
        room.enter({ id: `person-${nth}` }).publish({ audio: false, picture: false });
    },
    () => tiles().length === count,
  );

function tiles() {
  return call.shadowRoot.querySelector('zego-remote-grid').shadowRoot.querySelectorAll('zego-tile');
}
