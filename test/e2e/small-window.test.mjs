// The small window as browsers make it: a window of its own that stays above all others.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { join, openPage, press, seesMoving, tilesBecome, until } from './browsers.mjs';
import { useStage } from './stage.mjs';

const stage = useStage();

/** Two people in a room; `prepare` readies the page of the first. */
async function twoTabs(room, prepare) {
  const context = await stage.newContext();
  const ana = await openPage(context, stage.demo(room, 'ana', 'tabs'), prepare);
  await join(ana);
  const ben = await openPage(context, stage.demo(room, 'ben', 'tabs'));
  await join(ben);
  await seesMoving(ana, 1);
  return [ana, ben];
}

/** The page in the window that `open` opens. */
async function windowOf(ana, open) {
  const before = new Set(await ana.browserContext().pages());
  await open();
  await until(ana, () => documentPictureInPicture.window?.document.body.firstElementChild, 'it is open');
  const [small] = (await ana.browserContext().pages()).filter((page) => !before.has(page));
  return small;
}

const closed = (ana) => until(ana, () => !documentPictureInPicture.window, 'it is closed');

const status = (page, device) =>
  page.evaluate((name) => document.querySelector('zego-call').state.self[name].status, device);

describe('the small window', () => {
  it('shows who speaks while its tab is in the background, with buttons that work', async () => {
    const [ana, ben] = await twoTabs('small-window');
    const small = await windowOf(ana, () => press(ana, 'Small window'));
    await ben.bringToFront();
    await until(ana, () => document.visibilityState === 'hidden', 'the tab is in the background');
    await until(small, pictureMoves, 'the picture moves');
    assert.equal(await small.evaluate(() => document.title), 'Video call');

    await press(small, 'Mute microphone');
    await press(small, 'Turn off camera');
    assert.deepEqual([await status(ana, 'microphone'), await status(ana, 'camera')], ['off', 'off']);
    await press(small, 'Turn off camera');
    await until(ana, () => document.querySelector('zego-call').state.self.camera.status === 'on', 'it is on');

    await press(small, 'Leave');
    await closed(ana);
    await tilesBecome(ben, 0);
    assert.deepEqual([...ana.failures, ...ben.failures], []);
  });

  it('is worked by keys, and closes with its button and by itself', async () => {
    const [ana] = await twoTabs('small-window-keys');
    const small = await windowOf(ana, () => press(ana, 'Small window'));
    await small.keyboard.press('Tab');
    await small.keyboard.press('Enter');
    await until(
      ana,
      () => document.querySelector('zego-call').state.self.microphone.status === 'off',
      'muted',
    );
    await press(ana, 'Small window');
    await closed(ana);
    const again = await windowOf(ana, () => press(ana, 'Small window'));
    await again.close();
    await closed(ana);
    await until(ana, isNotPressed, 'the button says so');
    await seesMoving(ana, 1);
  });

  it('is what the browser may open when the tab is switched, as long as the call lasts', async () => {
    const [ana] = await twoTabs('small-window-switch', (page) => page.evaluateOnNewDocument(keepHandlers));
    const small = await windowOf(ana, () =>
      ana.evaluate(() => window.handlers.get('enterpictureinpicture')()),
    );
    await until(small, pictureMoves, 'the picture moves');
    await press(ana, 'Leave');
    await closed(ana);
    assert.equal(await ana.evaluate(() => window.handlers.get('enterpictureinpicture')), null);
  });
});

// These run in the page.

async function pictureMoves() {
  const video = document.body.firstElementChild?.shadowRoot.querySelector('video');
  if (!video) return false;
  const frames = video.getVideoPlaybackQuality().totalVideoFrames;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return video.getVideoPlaybackQuality().totalVideoFrames > frames;
}

function isNotPressed() {
  const controls = document.querySelector('zego-call').shadowRoot.querySelector('zego-controls');
  return controls.shadowRoot.querySelector('[part~="pip-button"]').ariaPressed === 'false';
}

function keepHandlers() {
  window.handlers = new Map();
  const { setActionHandler } = MediaSession.prototype;
  MediaSession.prototype.setActionHandler = function (action, handler) {
    window.handlers.set(action, handler);
    return setActionHandler.call(this, action, handler);
  };
}
