// The studio, as a designer meets it: what it exports gives the same looks elsewhere.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BRANDS } from '../../demo/studio-themes.js';
import { press, until } from '../e2e/browsers.mjs';
import { inScheme, usePages } from './designer-pages.mjs';

const { open } = usePages();
const LOOKS = ['background-color', 'color', 'border-top-color', 'border-top-left-radius', 'font-family'];
const SCHEMES = ['light', 'dark'];
const OWN_PAGE = 'demo/own-page.html';

async function openStudio(hash = '') {
  const studio = await open(`demo/studio.html${hash}`);
  await ready(studio);
  return studio;
}

const ready = (studio) => until(studio, () => document.documentElement.dataset.ready, 'the studio is ready');

/** Types into a field of the studio, and goes on to the next. */
async function set(studio, name, value) {
  const input = await studio.$(`input[name="${name}"]`);
  await input.click({ count: 3 });
  await input.type(value);
  await studio.keyboard.press('Tab');
}

async function choose(studio, name, value) {
  await studio.select(`select[name="${name}"]`, value);
  await ready(studio);
}

/** What is in the clipboard after a press on this button. */
async function copied(studio, name) {
  await press(studio, name);
  await until(studio, () => /Copied/.test(document.querySelector('form').textContent), 'it says so');
  return studio.evaluate(() => navigator.clipboard.readText());
}

const textOf = (opened, selector) => opened.$eval(selector, ({ textContent }) => textContent.trim());

/** The computed looks of the nth call in the page, and of all buttons of its toolbar. */
const looksOf = (opened, nth = 0) =>
  opened.evaluate(
    (names, nth) => {
      const call = document.querySelectorAll('zego-call')[nth];
      const controls = call.shadowRoot.querySelector('zego-controls').shadowRoot;
      const elements = [call, ...controls.querySelectorAll('.danger, [part~="microphone-button"]')];
      return elements.map((element) => names.map((name) => getComputedStyle(element).getPropertyValue(name)));
    },
    LOOKS,
    nth,
  );

test('a brand made for light and dark looks the same in a page of its own', async () => {
  const studio = await openStudio();
  await set(studio, '--zego-surface:light', '#fdf2e9');
  await set(studio, '--zego-surface:dark', 'rgb(34 17 51)');
  await set(studio, '--zego-accent:dark', '#ffb454');
  await set(studio, '--zego-danger:light', '#9c1c55');
  await set(studio, '--zego-radius', '4px');
  await set(studio, '--zego-button-radius', '3px');
  await set(studio, '--zego-font', 'Georgia, serif');
  const called = [await looksOf(studio, 0), await looksOf(studio, 1)];
  assert.notDeepEqual(called[0], called[1]);

  await choose(studio, 'state', 'lobby');
  await choose(studio, 'width', '320');
  const pictures = {};
  const boxes = {};
  const papers = {};
  for (const [nth, scheme] of SCHEMES.entries()) {
    await inScheme(studio, scheme);
    const call = (await studio.$$('zego-call'))[nth];
    boxes[scheme] = await call.evaluate((element) => {
      const { height, width, x, y } = element.getBoundingClientRect();
      return { height, width, x, y };
    });
    papers[scheme] = await studio.$eval('body', (body) => getComputedStyle(body).backgroundColor);
    pictures[scheme] = await call.screenshot({ encoding: 'base64' });
  }
  assert.notEqual(pictures.light, pictures.dark);

  const css = await copied(studio, 'Copy CSS');
  const markup = await copied(studio, 'Copy HTML');
  assert.match(css, /--zego-surface: light-dark\(#fdf2e9, rgb\(34 17 51\)\);/);
  const own = await open(OWN_PAGE, (opened) =>
    answer(
      opened,
      `<!doctype html><style>zego-call { position: absolute; }\n${css}</style>
      ${markup.replace('zego-call.js', '/dist/zego-call.js')}`,
    ),
  );
  await until(own, () => customElements.get('zego-call'), 'the tag is defined');
  await own.$eval('zego-call', (call) => Object.assign(call, { user: 'me', userName: 'Jonas Berg' }));
  for (const scheme of SCHEMES) {
    await inScheme(own, scheme);
    await own.evaluate(place, boxes[scheme], papers[scheme]);
    const call = await own.$('zego-call');
    assert.equal(await call.screenshot({ encoding: 'base64' }), pictures[scheme], `pixels, ${scheme}`);
  }

  await press(own, 'Join');
  await until(own, () => document.querySelector('zego-call').matches(':state(joined)'), 'joined');
  for (const [nth, scheme] of SCHEMES.entries()) {
    await inScheme(own, scheme);
    assert.deepEqual(await looksOf(own), called[nth], `in the call, ${scheme}`);
  }
});

test('colours that are too alike are told where they are, in which theme, until they are undone', async () => {
  const studio = await openStudio();
  const warnings = () => studio.$$eval('.warning', (all) => all.map(({ textContent }) => textContent.trim()));
  assert.deepEqual(await warnings(), []);
  await set(studio, '--zego-on-accent:dark', '#7fa4ff');
  assert.deepEqual(await warnings(), [
    'dark: 1.00 to 1 under on-accent, needs 4.5',
    'dark: 1.00 to 1 on accent, needs 4.5',
  ]);
  assert.equal(await textOf(studio, '.summary output'), 'Too little contrast: 1');
  await press(studio, 'Undo');
  assert.deepEqual(await warnings(), []);
  assert.equal(await textOf(studio, '.summary output'), 'Good contrast.');
});

test('what is no colour is not taken, and a token goes back to its default alone', async () => {
  const studio = await openStudio();
  await set(studio, '--zego-text:light', 'blueish');
  assert.match(await textOf(studio, '#css'), /Nothing is changed/);
  assert.equal(await studio.$eval('[name="--zego-text:light"]', ({ validity }) => validity.valid), false);

  await set(studio, '--zego-text:light', 'navy');
  await set(studio, '--zego-gap', '3px');
  await press(studio, 'Reset --zego-text');
  assert.equal(await textOf(studio, '#css'), 'zego-call {\n  --zego-gap: 3px;\n}');
  assert.equal(await studio.evaluate(() => document.activeElement.name), '--zego-text:light');
});

test('an address holds all that is chosen, and Reset all ends it', async () => {
  const studio = await openStudio();
  await set(studio, '--zego-accent:light', '#f00');
  await choose(studio, 'theme', 'dark');
  const address = await copied(studio, 'Copy address');
  const other = await openStudio(new URL(address).hash);
  assert.match(await textOf(other, '#css'), /--zego-accent: light-dark\(#f00, /);
  assert.match(await textOf(other, '#html'), / theme="dark"/);
  assert.match(await textOf(other, 'table'), /4\.00 fails/);
  await press(other, 'Reset all');
  assert.equal(new URL(other.url()).hash, '#theme=dark');
});

test('language and its direction, width, people and theme change the calls', async () => {
  const studio = await openStudio();
  const calls = () =>
    studio.$$eval('zego-call', (all) =>
      all.map((call) => ({
        width: call.clientWidth,
        dir: getComputedStyle(call.shadowRoot.querySelector('zego-controls')).direction,
        people: call.participants.length,
        theme: call.theme,
      })),
    );
  await choose(studio, 'lang', 'ar');
  await choose(studio, 'width', '320');
  await studio.$eval('[name=people]', (input) => (input.value = ''));
  await studio.type('[name=people]', '2');
  await studio.keyboard.press('Tab');
  await until(studio, () => document.querySelector('zego-call').participants.length === 2, 'two people');
  await ready(studio);
  const arabic = { width: 320, dir: 'rtl', people: 2 };
  assert.deepEqual(
    await calls(),
    SCHEMES.map((theme) => ({ ...arabic, theme })),
  );
  await choose(studio, 'theme', 'dark');
  assert.deepEqual(await calls(), [{ ...arabic, theme: 'dark' }]);
});

test('every start is readable in both themes', async () => {
  const studio = await openStudio();
  for (const name of Object.keys(BRANDS)) {
    await press(studio, name);
    assert.equal(await textOf(studio, '.summary output'), 'Good contrast.', name);
    assert.doesNotMatch(await textOf(studio, 'table'), /unknown/, name);
    assert.match(await textOf(studio, '#css'), /light-dark|radius/, name);
  }
});

/** Answers the address of the page of one's own, and lets the others through. */
async function answer(opened, body) {
  await opened.setRequestInterception(true);
  opened.on('request', (request) =>
    request.url().endsWith(OWN_PAGE)
      ? request.respond({ contentType: 'text/html', body })
      : request.continue(),
  );
}

// This runs in the page.

function place({ height, width, x, y }, paper) {
  document.body.style.background = paper;
  const { style } = document.querySelector('zego-call');
  Object.assign(style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
}
