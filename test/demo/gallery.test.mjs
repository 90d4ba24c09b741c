// Every state of the gallery in the light theme, one third of them in the dark and another third from right to left too, for
// all in all looks takes minutes: nothing that axe finds, and no error in the console.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { STATES } from '../../demo/gallery-states.js';
import { serve } from '../../tools/serve.mjs';
import { launchChrome } from '../e2e/browsers.mjs';

const LIGHT = { theme: 'light', lang: 'en' };
/** Taken in turns, so that states of one group, which stand together, get each of them. */
const FURTHER_LOOKS = [[{ theme: 'dark', lang: 'en' }], [{ theme: 'dark', lang: 'ar' }], []];
const VIEWPORT = { width: 1000, height: 640 };

let server;
let browser;
let page;
const errors = [];

before(async () => {
  server = await serve();
  browser = await launchChrome();
  page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.setViewport(VIEWPORT);
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(`${server.url}demo/gallery-state.html`);
  await page.addScriptTag({ url: `${server.url}node_modules/axe-core/axe.min.js` });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

STATES.forEach(({ group, id, title }, nth) => {
  const looks = [LIGHT, ...FURTHER_LOOKS[nth % FURTHER_LOOKS.length]];
  const names = looks.map(({ theme, lang }) => `${theme} ${lang}`).join(', ');
  test(`${group}, ${title} (${id}) is good to everybody, ${names}`, async () => {
    await page.evaluate(show, id, LIGHT);
    for (const look of looks)
      assert.deepEqual(await page.evaluate(violations, look), [], JSON.stringify(look));
    assert.deepEqual(errors.splice(0), [], 'the console');
  });
});

test('axe is really at work: it finds what is wrong in a shadow root', async () => {
  await page.evaluate(show, 'call-3', LIGHT);
  await page.evaluate(() => {
    const controls = document.querySelector('zego-call').shadowRoot.querySelector('zego-controls');
    controls.shadowRoot.append(document.createElement('button'));
  });
  const [found] = await page.evaluate(violations, LIGHT);
  assert.match(found, /button-name/);
});

// These run in the page.

async function show(id, look) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.show(id, look);
}

async function violations(look) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.restyle(look);
  const { violations } = await window.axe.run('main', { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ any, html, target }) => `${id}: ${target.flat().join(' ')} ${any[0]?.message ?? html}`),
  );
}
