import { engineContract } from './engine-contract.js';
import { setZegoStage } from './zego-stage.js';

engineContract('zego', setZegoStage);
