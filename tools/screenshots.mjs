// `npm run screenshots`, or `npm run screenshots -- chat call-9`: a picture of every state of the gallery, or of those whose
// IDs begin so, at three widths in both themes, into .cache/screenshots/. Says what could not be reached.
import { mkdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { STATES } from '../demo/gallery-states.js';
import { chromeOptions } from './browser-flags.mjs';
import { ensureChrome } from './find-browser.mjs';
import { servePages } from './serve-pages.mjs';

const FOLDER = '.cache/screenshots';
const SIZES = [
  { width: 320, height: 568 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const THEMES = ['light', 'dark'];
const TIMEOUT = 300_000;
const STATE_TIMEOUT = 15_000;

const started = performance.now();
const wanted = process.argv.slice(2);
const states = STATES.filter(({ id }) => wanted.length === 0 || wanted.some((start) => id.startsWith(start)));
const failures = [];

mkdirSync(FOLDER, { recursive: true });
const server = await servePages();
const options = { ...chromeOptions(await ensureChrome()), protocolTimeout: STATE_TIMEOUT };
const browser = await puppeteer.launch(options);
try {
  for (const size of SIZES) await takeAll(size);
} finally {
  await browser.close();
  await server.close();
}
for (const failure of failures) console.error(failure);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${states.length} states in ${FOLDER}, ${failures.length} failures, ${seconds} s`);
process.exit(failures.length === 0 && states.length > 0 ? 0 : 1);

async function takeAll(size) {
  let page = await open();
  for (const state of states) {
    if (performance.now() - started > TIMEOUT) {
      failures.push(`${state.id} at ${size.width}: there was no time left`);
      continue;
    }
    try {
      await take(page, state, size);
    } catch (error) {
      failures.push(`${state.id} at ${size.width}: ${error.message.split('\n')[0]}`);
      await page.close();
      page = await open();
    }
  }
  await page.close();
}

async function open() {
  const page = await browser.newPage();
  page.on('pageerror', (error) => failures.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(`${server.url}demo/gallery-state.html`);
  return page;
}

/** A state that is about its own size is taken at that one, once. */
async function take(page, { id, viewport }, size) {
  if (viewport && size !== SIZES[0]) return;
  const [width, height] = viewport ?? [size.width, size.height];
  await page.setViewport({ width, height });
  await page.evaluate(show, id);
  for (const theme of THEMES) {
    await page.evaluate(restyle, theme);
    await page.screenshot({ path: `${FOLDER}/${id}-${width}-${theme}.png` });
  }
}

// These run in the page.

async function show(id) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.show(id);
}

async function restyle(theme) {
  const gallery = await import('/demo/gallery-state.js');
  await gallery.restyle({ theme });
}
