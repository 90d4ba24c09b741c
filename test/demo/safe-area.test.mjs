// Phones whose screen has a notch, round corners and a bar of their own: nothing that matters lies below these.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { servePages } from '../../tools/serve-pages.mjs';
import { launchChrome } from '../e2e/browsers.mjs';

const PHONES = [
  { held: 'upright', width: 390, height: 844, insets: { top: 47, right: 0, bottom: 34, left: 0 } },
  { held: 'on its side', width: 844, height: 390, insets: { top: 0, right: 47, bottom: 21, left: 47 } },
];

let server;
let browser;
let page;

before(async () => {
  server = await servePages();
  browser = await launchChrome();
  page = await browser.newPage();
  await page.goto(`${server.url}demo/gallery-state.html`);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const { height, held, insets, width } of PHONES)
  for (const state of ['lobby', 'call-3', 'chat-many', 'settings'])
    test(`${state} keeps its controls and words within what is safe on a phone ${held}`, async () => {
      await page.setViewport({ width, height, isMobile: true, hasTouch: true });
      const session = await page.createCDPSession();
      await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
      await page.evaluate(show, state);
      assert.deepEqual(await page.evaluate(outside, insets), []);
      await session.detach();
    });

// These run in the page.

async function show(id) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.show(id);
}

/** The controls and names on the screen that are not wholly within the insets. */
function outside({ bottom, left, right, top }) {
  const roots = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  const pieces = roots.flatMap((root) => [
    ...root.querySelectorAll('button, input, select, textarea, .label'),
  ]);
  return pieces
    .filter((piece) => piece.checkVisibility() && !isScrolledAway(piece))
    .filter((piece) => {
      const box = piece.getBoundingClientRect();
      const across = box.left >= left && box.right <= innerWidth - right;
      return !(across && box.top >= top && box.bottom <= innerHeight - bottom);
    })
    .map((piece) => `${piece.localName} ${piece.ariaLabel ?? piece.textContent.trim()}`);

  function isScrolledAway(piece) {
    const { height, width, x, y } = piece.getBoundingClientRect();
    const met = piece.getRootNode().elementFromPoint(x + width / 2, y + height / 2);
    return !met || !(piece.contains(met) || met.contains(piece));
  }
}
