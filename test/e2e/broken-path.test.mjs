import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { firefoxPath, join, launchChrome, launchFirefox, openPage, seesMoving, until } from './browsers.mjs';
import { useStage } from './stage.mjs';
import { UdpForwarder } from './udp-forwarder.mjs';

/** How soon after the browser notices, in ms. Waiting for `failed` took 10.7 s in Chromium and 19.1 s in Firefox. */
const REPLACED_MS = 6_000;

const stage = useStage();

describe('a path between two people that breaks', () => {
  let forwarder;
  beforeEach(() => (forwarder = new UdpForwarder()));
  afterEach(() => forwarder.close());

  const browsers = { Chromium: launchChrome, ...(firefoxPath && { Firefox: launchFirefox }) };
  for (const [name, launch] of Object.entries(browsers))
    it(`is replaced by another within ${REPLACED_MS / 1_000} s in ${name}`, async (test) => {
      const context = await stage.launch(launch());
      const open = async (user) => {
        const address = stage.demo('broken-path', user, 'tabs');
        const page = await openPage(context, address, (opened) => forwarder.attach(opened));
        await join(page);
        return page;
      };
      await open('ana');
      const ben = await open('ben');
      await seesMoving(ben, 1);
      const broken = performance.now();
      forwarder.break();
      await until(ben, isPlayed, 'the tile says that the stream is interrupted', 'retrying');
      const noticed = performance.now();
      await until(ben, isPlayed, 'the stream plays again', 'playing');
      const replaced = performance.now();
      await seesMoving(ben, 1);
      const [before, after] = [noticed - broken, replaced - noticed].map(Math.round);
      test.diagnostic(`noticed after ${before} ms, replaced ${after} ms later`);
      assert.ok(after < REPLACED_MS, `it took ${after} ms`);
    });
});

// Runs in the page.
function isPlayed(play) {
  const { participants } = document.querySelector('zego-call').state;
  return participants.flatMap(({ streams }) => streams)[0]?.play === play;
}
