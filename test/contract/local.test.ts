import { engineContract } from './engine-contract.js';
import { LocalStage } from './local-stage.js';
import { BroadcastWay } from './local-ways.js';

engineContract('local, over BroadcastChannel', async () => new LocalStage(() => new BroadcastWay()));
