import { engineContract } from './engine-contract.js';
import { LocalStage } from './local-stage.js';
import { BroadcastWay, PageRelay, RelayWay } from './local-ways.js';

engineContract('local, over BroadcastChannel,', async () => new LocalStage(() => new BroadcastWay()));

engineContract('local, over a relay,', async () => {
  const relay = new PageRelay();
  return new LocalStage(() => new RelayWay(relay));
});
