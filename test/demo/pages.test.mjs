// The pages that one shows around: good to everybody, on phones too, and a reference in which everything is found.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../e2e/browsers.mjs';
import { inScheme, usePages } from './designer-pages.mjs';

const { open, stage } = usePages();
const SCHEMES = ['light', 'dark'];

test('the reference describes every entry, finds it by its words and leads to it by its address', async () => {
  const reference = await open('demo/api.html#zego-chat-attributes-for');
  const entries = () =>
    reference.$$eval('dl > div', (all) =>
      all.map(({ id, children }) => [id, children[1].textContent.trim()]),
    );
  await until(reference, () => document.querySelector(':target'), 'it is there');
  assert.ok(await reference.$eval(':target', (entry) => entry.checkVisibility()));
  const all = await entries();
  assert.equal(new Set(all.map(([id]) => id)).size, all.length, 'each has an address of its own');
  assert.deepEqual(
    all.filter(([, about]) => !about),
    [],
  );

  await reference.type('input[type="search"]', 'rounding field');
  const ids = (await entries()).map(([id]) => id);
  assert.deepEqual(ids, ['zego-call-custom-properties---zego-field-radius']);
  await reference.reload();
  await until(reference, () => document.querySelectorAll('dl > div').length === 1, 'the address holds it');
});

for (const path of ['', 'demo/studio.html', 'demo/gallery.html?filter=lobby', 'demo/api.html'])
  test(`/${path} is good to everybody, in both themes, and fits 320 pixels`, async () => {
    const opened = await open(path);
    await until(opened, isFilled, 'it is filled');
    await opened.addScriptTag({ url: `${stage.url}node_modules/axe-core/axe.min.js` });
    for (const scheme of SCHEMES) {
      await inScheme(opened, scheme);
      assert.deepEqual(await opened.evaluate(violations), [], scheme);
    }
    await opened.setViewport({ width: 320, height: 640 });
    assert.equal(await opened.evaluate(() => document.documentElement.scrollWidth), 320);
  });

// These run in the page.

/** The studio has calls that join, too. */
function isFilled() {
  const { ready } = document.documentElement.dataset;
  const isReady = ready !== undefined || !location.pathname.endsWith('studio.html');
  return isReady && document.querySelector('main').childElementCount > 0;
}

async function violations() {
  const { violations } = await window.axe.run(document);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`),
  );
}
