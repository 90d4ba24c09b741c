import { connectionContract } from './chapters/connection.js';
import { lifeContract } from './chapters/life.js';
import { messagesContract } from './chapters/messages.js';
import { playingContract } from './chapters/playing.js';
import { publishingContract } from './chapters/publishing.js';
import { roomContract } from './chapters/room.js';
import { signalsContract } from './chapters/signals.js';
import { statisticsContract } from './chapters/statistics.js';
import type { SetStage } from './engine-stage.js';
import { useScene } from './scene.js';

/** What every engine promises, seen through the port alone. Runs the same over each of them. */
export function engineContract(name: string, setStage: SetStage): void {
  describe(`${name} engine`, () => {
    const scene = useScene(setStage);
    roomContract(scene);
    playingContract(scene);
    publishingContract(scene);
    messagesContract(scene);
    signalsContract(scene);
    statisticsContract(scene);
    connectionContract(scene);
    lifeContract(scene);
  });
}
