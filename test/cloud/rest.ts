import { expect } from '@open-wc/testing';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { PageWatch } from '../support/page-watch.js';
import { TestMedia } from '../support/test-media.js';
import { eventually } from '../support/wait.js';
import { cloudProject, requestFor } from './project.js';

/** How long, in ms, the page may go on holding something after the call. */
const PATIENCE = 35_000;

// In a page of its own, which nothing else gives sockets or timers.
describe('zego, over its cloud,', () => {
  describe('at rest', () => {
    it('holds no socket and no interval 35 s after a call', async function () {
      this.timeout(90_000);
      const watch = new PageWatch();
      const media = new TestMedia();
      const engine = createZegoEngine(await cloudProject());
      try {
        const request = await requestFor(`rest-${crypto.randomUUID()}`, { id: 'me', name: 'Me' });
        await engine.join(request, new AbortController().signal);
        await engine.publish(media.stream, { source: 'camera' });
        expect(watch.holdings.sockets, 'sockets during the call').to.be.at.least(1);
        await engine.leave();
        await media.close();
        const isAtRest = (): boolean => watch.holdings.sockets === 0 && watch.intervals === 0;
        await eventually(isAtRest, 'no socket and no interval is left', PATIENCE);
        expect(watch.holdings.peerConnections).to.equal(0);
      } finally {
        await engine.destroy();
        await media.close();
        watch.end();
      }
    });
  });
});
