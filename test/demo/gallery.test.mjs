// Every state of the gallery: nothing that axe finds, targets of 24 px and more, and no error in the console. Colours know no
// language and places no theme, so two looks show both themes and both directions; `EVERY_LOOK=1` tries all four.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { STATES } from '../../demo/gallery-states.js';
import { servePages } from '../../tools/serve-pages.mjs';
import { launchChrome } from '../e2e/browsers.mjs';

const LIGHT = { theme: 'light', lang: 'en' };
const LOOKS = [
  LIGHT,
  { theme: 'dark', lang: 'ar' },
  ...(process.env.EVERY_LOOK
    ? [
        { theme: 'dark', lang: 'en' },
        { theme: 'light', lang: 'ar' },
      ]
    : []),
];
/** axe leaves this one out unless it is asked for. */
const RULES = { 'target-size': { enabled: true } };
/** In CSS pixels, for states that need no other. */
const VIEWPORT = [1000, 640];

let server;
let browser;
let page;
const errors = [];

before(async () => {
  server = await servePages();
  browser = await launchChrome();
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(`${server.url}demo/gallery-state.html`);
  await page.addScriptTag({ url: `${server.url}node_modules/axe-core/axe.min.js` });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

const names = LOOKS.map(({ theme, lang }) => `${theme} ${lang}`).join(', ');
for (const { group, id, title, viewport = VIEWPORT } of STATES)
  test(`${group}, ${title} (${id}) is good to everybody, ${names}`, async () => {
    const [width, height] = viewport;
    await page.setViewport({ width, height });
    await page.evaluate(show, id, LIGHT);
    for (const look of LOOKS)
      assert.deepEqual(await page.evaluate(violations, look, RULES), [], JSON.stringify(look));
    assert.deepEqual(errors.splice(0), [], 'the console');
  });

test('axe is really at work: it finds what is wrong in a shadow root', async () => {
  await page.evaluate(show, 'call-3', LIGHT);
  await page.evaluate(() => {
    const controls = document.querySelector('zego-call').shadowRoot.querySelector('zego-controls');
    controls.shadowRoot.append(document.createElement('button'));
  });
  const [found] = await page.evaluate(violations, LIGHT, RULES);
  assert.match(found, /button-name/);
});

// These run in the page.

async function show(id, look) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.show(id, look);
}

async function violations(look, rules) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.restyle(look);
  const { violations } = await window.axe.run('main', { resultTypes: ['violations'], rules });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ any, html, target }) => `${id}: ${target.flat().join(' ')} ${any[0]?.message ?? html}`),
  );
}
