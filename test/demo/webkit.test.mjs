// Some of the gallery's states in WebKitGTK, which has no WebRTC: they render and behave with the simulated engine.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findWebKit } from '../../tools/find-browser.mjs';
import { servePages } from '../../tools/serve-pages.mjs';
import { launchWebKit } from './webkit.mjs';
import { becomes, focused, look, picturesMove, prepare, show } from './webkit-page.mjs';

const webkit = findWebKit();

/** At least one of every group; `[id, status, words that are to be seen, tiles, look]`. */
const STATES = [
  ['lobby', 'idle', 'Ready to join?', 0],
  ['lobby-preview', 'idle', 'Test speaker', 0],
  ['lobby-camera-denied', 'idle', 'Camera', 0, { theme: 'dark' }],
  ['joining', 'joining', 'Joining', 0],
  ['call-1', 'joined', 'Leave', 0],
  ['call-3', 'joined', 'Ana Ruiz', 2],
  ['call-9', 'joined', 'Hiro Tanaka', 8, { theme: 'dark' }],
  ['layout-speaker', 'joined', 'Ben Carter', 5],
  ['layout-screen', 'joined', 'Ana Ruiz', 5],
  ['trouble-reconnecting', 'reconnecting', 'Reconnecting', 4],
  ['people', 'joined', 'João Prado', 9],
  ['chat-many', 'joined', 'Point 12 of the agenda', 3, { lang: 'ar' }],
  ['settings', 'joined', 'Microphone', 3],
  ['error-network', 'failed', 'Try again', 0],
  ['end-left', 'ended', 'You left', 0],
  ['names', 'joined', 'Maximilian', 8],
  ['zego-chat', 'joined', 'Point 12 of the agenda', 0],
  ['composed', 'joined', 'Raise a flag', 5],
];

if (!webkit)
  test('the gallery in WebKitGTK', {
    skip: 'no WebKitWebDriver or no Xvfb is installed; see CONTRIBUTING.md',
  });

describe('in WebKitGTK', { skip: !webkit }, () => {
  let server;
  let page;

  before(async () => {
    server = await servePages();
    page = await launchWebKit(webkit);
    await page.goto(`${server.url}demo/gallery-state.html?state=lobby`);
    // WebKit lets one import a module that still runs, without what it imports itself.
    await page.evaluate(becomes, '[data-ready]', true);
    await page.evaluate(prepare);
  });

  after(async () => {
    page?.close();
    await server?.close();
  });

  for (const [id, status, words, tiles, how] of STATES)
    test(`${id} renders`, async () => {
      await page.evaluate(show, id, how);
      const seen = await page.evaluate(look);
      assert.equal(seen.status, status);
      assert.ok(seen.hasState, 'it has the CSS state');
      assert.ok(seen.text.includes(words), `${words} is not in: ${seen.text}`);
      assert.equal(seen.tiles, tiles, 'tiles');
      assert.deepEqual(seen.astray, [], 'tiles without a size, or outside their box');
      assert.deepEqual(seen.failures, []);
    });

  describe('a call of three, with the keyboard', () => {
    before(() => page.evaluate(show, 'call-3'));

    test('the pictures move', async () => {
      assert.equal(await page.evaluate(picturesMove), 3);
    });

    /** Moves the focus within the toolbar, from the button where it is to the one of this name. */
    async function goTo(name) {
      for (let steps = 0; steps < 12 && (await page.evaluate(focused)) !== name; steps++)
        await page.press('ArrowRight');
      assert.equal(await page.evaluate(focused), name);
    }

    test('Tab comes to the toolbar', async () => {
      for (let steps = 0; steps < 12 && (await page.evaluate(focused)) !== 'Mute microphone'; steps++)
        await page.press('Tab');
      assert.equal(await page.evaluate(focused), 'Mute microphone');
    });

    test('the microphone goes off and on again', async () => {
      const button = '[part~="microphone-button"]';
      await page.press('Space');
      await page.evaluate(becomes, `${button}[aria-pressed="true"]`, true);
      await page.press('Space');
      await page.evaluate(becomes, `${button}[aria-pressed="false"]`, true);
    });

    for (const [name, panel] of [
      ['Chat', '[part="side-panel"]'],
      ['People', '[part="side-panel"]'],
      ['Reactions', '[part="menu"]:popover-open'],
      ['Settings', 'dialog[open]'],
    ])
      test(`${name} opens, Escape closes it, and the focus is where it was`, async () => {
        await goTo(name);
        await page.press('Enter');
        await page.evaluate(becomes, panel, true);
        assert.notEqual(await page.evaluate(focused), name);
        await page.press('Escape');
        await page.evaluate(becomes, panel, false);
        assert.equal(await page.evaluate(focused), name);
      });
  });
});
