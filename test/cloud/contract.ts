import { engineContract } from '../contract/engine-contract.js';
import { setCloudStage } from './cloud-stage.js';

engineContract('zego, over its cloud,', setCloudStage);
