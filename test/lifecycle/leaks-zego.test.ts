import { expect } from '@open-wc/testing';
import type { CallEngine } from '../../src/engine/call-engine.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { loadStagedSdk, setZegoStage } from '../contract/zego-stage.js';
import { CallStage } from '../support/call-stage.js';
import { PageWatch } from '../support/page-watch.js';
import { eventually } from '../support/wait.js';

const ROUNDS = 20;
/** How long, in ms, nothing must change: the SDK looks around every 3 s. */
const RESTING = 3_500;

/** What the page holds once the SDK, which goes on for a while after it was left, has come to rest. */
async function settled(watch: PageWatch): Promise<PageWatch['holdings']> {
  let [held, since] = ['', performance.now()];
  await eventually(() => {
    const now = JSON.stringify(watch.holdings);
    if (now !== held) [held, since] = [now, performance.now()];
    return performance.now() - since > RESTING;
  }, 'the SDK has come to rest');
  return watch.holdings;
}

// In a page of its own: the SDK sets timers after it was left, which would count as those of whatever comes next.
it(`what the ZEGO SDK leaves in ${ROUNDS} rounds does not grow after the first, and nothing is left of ours`, async function () {
  this.timeout(120_000);
  const stage = new CallStage();
  const watch = new PageWatch();
  const zego = await setZegoStage();
  const joinOnce = async (): Promise<void> => {
    const engine = (): CallEngine => createZegoEngine({ appId: 1234567 }, { loadSdk: loadStagedSdk });
    const call = await stage.call({ engine, devices: null, token: '04AAAA' });
    await call.join();
    await eventually(() => zego.cloud.streams.size === 1, 'the camera is published');
    await call.leave();
    call.remove();
  };
  try {
    await joinOnce();
    const before = await settled(watch);
    const { opened } = watch;
    for (let round = 1; round < ROUNDS; round++) await joinOnce();
    expect(watch.opened.tracks).to.be.at.least(opened.tracks + (ROUNDS - 1) * 2);
    // Which timers the SDK has running changes all the time; how many is what counts. Each publication leaves one of 20 s.
    const ended = (): boolean => watch.holdings.timers.length <= before.timers.length;
    await eventually(ended, 'the SDK’s timers have ended', 25_000);
    await watch.becomes(before, ({ timers, ...others }) => ({
      ...others,
      moreTimers: timers.length > before.timers.length,
    }));
  } finally {
    await zego.tearDown();
    await stage.end();
    watch.end();
  }
});
