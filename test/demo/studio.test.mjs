// The pages for designers: what the studio exports gives the same looks elsewhere, and all of them are good to everybody.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { until } from '../e2e/browsers.mjs';
import { useStage } from '../e2e/stage.mjs';

const stage = useStage();
const LOOKS = 'background-color color border-top-color border-top-left-radius font-family'.split(' ');
let page;
let failures = [];

afterEach(() => assert.deepEqual(failures, []));

async function open(path) {
  const context = await stage.newContext();
  page = await context.newPage();
  failures = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(stage.url + path);
  return page;
}

async function openStudio(hash = '') {
  const studio = await open(`demo/studio.html${hash}`);
  await until(studio, () => document.documentElement.dataset.ready, 'the studio is ready');
  return studio;
}

const set = (studio, name, value) =>
  studio.$eval(
    `input[name="${name}"]`,
    (input, wanted) => {
      input.value = wanted;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    value,
  );

/** The computed looks of a button, of Leave and of the call. */
const looksOf = (opened) =>
  opened.evaluate((names) => {
    const call = document.querySelector('zego-call');
    const controls = call.shadowRoot.querySelector('zego-controls').shadowRoot;
    const elements = [call, controls.querySelector('button'), controls.querySelector('.danger')];
    return elements.map((element) => names.map((name) => getComputedStyle(element).getPropertyValue(name)));
  }, LOOKS);

test('the CSS that the studio exports gives a fresh page the same colours', async () => {
  const studio = await openStudio();
  await set(studio, '--zego-surface', '#221133');
  await set(studio, '--zego-gray-9', '#aabbcc');
  await set(studio, '--zego-danger', '#0a7a33');
  await set(studio, '--zego-button-radius', '3px');
  const looks = await looksOf(studio);
  assert.equal(looks[0][0], 'rgb(34, 17, 51)');
  const css = await studio.$eval('#css', ({ textContent }) => textContent);

  const fresh = await open('demo/gallery-state.html?state=call-5&theme=light');
  await until(fresh, () => document.documentElement.dataset.ready, 'the call is there');
  assert.notDeepEqual(await looksOf(fresh), looks);
  await fresh.addStyleTag({ content: css });
  assert.deepEqual(await looksOf(fresh), looks);
});

test('an address holds all that is chosen, and Reset ends it', async () => {
  const studio = await openStudio();
  await set(studio, '--zego-accent', '#f00');
  const { hash } = new URL(studio.url());
  const other = await openStudio(hash);
  assert.match(await other.$eval('#css', ({ textContent }) => textContent), /--zego-accent: #f00;/);
  assert.match(await other.$eval('table', ({ textContent }) => textContent), /fails 4\.5/);
  await other.$$eval('button', (buttons) => buttons.find((each) => each.textContent === 'Reset all').click());
  assert.equal(new URL(other.url()).hash, '');
});

for (const path of ['demo/studio.html', 'demo/gallery.html?filter=lobby', 'demo/api.html'])
  for (const scheme of ['light', 'dark'])
    test(`${path} is good to everybody, ${scheme}`, async () => {
      const opened = await open(path);
      await opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await until(opened, () => document.querySelector('main').childElementCount > 0, 'it is filled');
      await opened.addScriptTag({ url: `${stage.url}node_modules/axe-core/axe.min.js` });
      const found = await opened.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        return violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`),
        );
      });
      assert.deepEqual(found, []);
    });
