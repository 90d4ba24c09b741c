import { expect } from '@open-wc/testing';
import type { CallEngine } from '../../src/engine/call-engine.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { goOffline } from '../contract/zego-offline.js';
import { loadStagedSdk, setZegoStage } from '../contract/zego-stage.js';
import { CallStage } from '../support/call-stage.js';
import { PageWatch } from '../support/page-watch.js';
import { eventually } from '../support/wait.js';

/** How long, in ms, the page may go on holding something after the last call. */
const PATIENCE = 35_000;

// In a page of its own, which nothing else gives sockets or timers.
describe('ZEGO’s SDK after the last call', () => {
  it('closes its sockets and ends its timers within 35 s, and a later call works', async function () {
    this.timeout(120_000);
    const zego = await setZegoStage();
    const goOnline = goOffline(undefined, true);
    const watch = new PageWatch();
    const stage = new CallStage();
    const engine = (): CallEngine => createZegoEngine({ appId: 1234567 }, { loadSdk: loadStagedSdk });
    const join = async (): Promise<void> => {
      const call = await stage.call({ engine, devices: null, token: '04AAAA' });
      await call.join();
      await eventually(() => zego.cloud.streams.size === 1, 'the camera is published');
      await call.leave();
      call.remove();
    };
    const before = watch.holdings;
    try {
      await join();
      const left = performance.now();
      expect(watch.holdings.sockets, 'ready for the next call').to.be.at.least(1);
      const { opened } = watch;
      await join();
      expect(watch.opened.sockets, 'the next call uses the same instance').to.equal(opened.sockets);
      const isAtRest = (): boolean => watch.holdings.sockets === 0 && watch.intervals === 0;
      await eventually(isAtRest, 'no socket and no interval is left', PATIENCE + performance.now() - left);
      const { audioContexts, liveTracks, peerConnections } = watch.holdings;
      expect({ liveTracks, peerConnections }).to.deep.equal({ liveTracks: 0, peerConnections: 0 });
      expect(audioContexts - before.audioContexts).to.be.at.most(1);
      await join();
      expect(watch.opened.sockets, 'a later call has an instance of its own').to.be.above(opened.sockets);
    } finally {
      await zego.tearDown();
      await stage.end();
      watch.end();
      goOnline();
    }
  });
});
