import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { join, openPage, press, seesMoving, until } from './browsers.mjs';
import { useStage } from './stage.mjs';

const stage = useStage();

describe('the link that the demo copies', () => {
  it('lets a guest into the room, and the inviter stays in it', async () => {
    const context = await stage.newContext();
    const ana = await openPage(context, stage.demo('invited', 'ana', 'tabs'), keepCopies);
    await join(ana);
    await press(ana, 'Copy link');
    await until(ana, () => window.copied, 'a link is copied');
    const link = await ana.evaluate(() => window.copied);

    const guest = await openPage(context, link);
    await join(guest);
    await seesMoving(guest, 1);
    await seesMoving(ana, 1);
    assert.equal(
      await ana.evaluate(() => document.querySelector('zego-call').state.connection.status),
      'joined',
    );
  });
});

/** Keeps in `window.copied` what the page copies: a browser without a window has no clipboard. */
function keepCopies(page) {
  return page.evaluateOnNewDocument(() => {
    navigator.clipboard.writeText = async (text) => void (window.copied = text);
  });
}
