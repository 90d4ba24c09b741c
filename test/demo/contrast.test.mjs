// What axe can't measure, as pixels: what lies over pictures, white ones and black ones, and what is left where the system
// gives the colours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { servePages } from '../../tools/serve-pages.mjs';
import { launchChrome } from '../e2e/browsers.mjs';

const VIEWPORT = { width: 1000, height: 640 };
const PICTURES = { black: 'brightness(0)', white: 'brightness(0) invert(1)' };
const TEXT = 4.5;
const SHAPE = 3;

let server;
let browser;
let page;

before(async () => {
  server = await servePages();
  browser = await launchChrome();
  page = await browser.newPage();
  await page.setViewport(VIEWPORT);
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(`${server.url}demo/gallery-state.html`);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const theme of ['light', 'dark'])
  for (const [color, filter] of Object.entries(PICTURES))
    test(`over a ${color} picture all can be read and found, ${theme}`, async () => {
      await page.evaluate(show, 'call-speaking', theme);
      await page.evaluate(paint, filter);
      for await (const words of each('bdi')) assert.ok((await contrastIn(words)) >= TEXT, 'a name');
      const speaking = await page.evaluate(boxOf, 'zego-tile[data-speaking]', 0);
      const ring = await contrastIn({ ...middle(speaking), width: 7 });
      assert.ok(ring >= SHAPE, `the ring of who speaks: ${ring}`);
      await page.keyboard.press('ArrowDown'); // Rings are for those who use keys.
      for (const control of ['.pin', 'zego-preview > button', '.room zego-preview']) {
        const box = await page.evaluate(boxOf, control, 0, true);
        const focusRing = await contrastIn({ ...middle(box), x: box.x - 6, width: 6 });
        assert.ok(focusRing >= SHAPE, `the ring around ${control}: ${focusRing}`);
      }
    });

test('where the system gives the colours, each control can be seen, and what is in effect', async () => {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value: 'active' }],
  });
  await page.evaluate(show, 'settings', 'dark');
  for await (const control of each('dialog button, select'))
    assert.ok((await contrastIn(control)) >= SHAPE, 'a control of the settings');
  for await (const { height, width, x, y } of each('select')) {
    const end = { x: x + width - 30, y: y + 8, width: 26, height: height - 16 };
    assert.ok((await contrastIn(end)) >= SHAPE, 'the arrow of a picker');
  }
  for await (const { height, width, x, y } of each('input[type="checkbox"]')) {
    const inside = { x: x + 3, y: y + 3, width: width - 6, height: height - 6 };
    assert.ok((await contrastIn(inside)) >= SHAPE, 'the knob of a switch');
  }
  await page.evaluate(show, 'call-muted', 'dark');
  const faces = [];
  for await (const { width, x, y } of each('[part~="camera-button"], [part~="screen-button"]'))
    faces.push(await picture({ x: x + width / 2, y: y + 4, width: 1, height: 2 }));
  assert.notEqual(faces[0], faces[1], 'pressed and not pressed');
  await session.detach();
});

/** The place of each visible element that matches, once it is in sight. */
async function* each(selector) {
  for (let nth = 0; ; nth++) {
    const box = await page.evaluate(boxOf, selector, nth);
    if (!box) return;
    yield box;
  }
}

/** Along the middle of the left edge, one pixel high. */
function middle({ height, x, y }) {
  return { x, y: y + height / 2, height: 1 };
}

/** The strongest contrast between two pixels. */
async function contrastIn(clip) {
  return page.evaluate(strongest, await picture(clip));
}

/** Without a change of the window's size, in which a button may vanish for a moment, and the focus with it. */
function picture(clip) {
  return page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: false });
}

// These run in the page.

async function show(id, theme) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.show(id, { theme, lang: 'en' });
}

/** Resolves once it is on the screen: a frame later, what lies over the pictures may not be drawn yet. */
async function paint(filter) {
  const roots = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if (element.matches('video')) element.style.filter = filter;
    }
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

function boxOf(selector, nth, focuses = false) {
  const roots = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  const found = roots.flatMap((root) => [...root.querySelectorAll(selector)]);
  const element = found.filter((each) => each.checkVisibility())[nth];
  if (!element) return null;
  element.scrollIntoView({ block: 'center' });
  if (focuses) element.focus();
  return element.getBoundingClientRect().toJSON();
}

async function strongest(png) {
  const { contrast } = await import('/demo/colors.js');
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  const colors = new Set();
  for (let at = 0; at < data.length; at += 4)
    colors.add(`#${[...data.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`);
  return Math.max(...[...colors].flatMap((one) => [...colors].map((other) => contrast(one, other))));
}
