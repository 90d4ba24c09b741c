// Real browsers and pages for whole calls, and what one can ask of a page that holds a call.
import puppeteer from 'puppeteer-core';
import { chromeOptions, firefoxOptions } from '../../tools/browser-flags.mjs';
import { ensureChrome, findFirefox } from '../../tools/find-browser.mjs';

/** How long anything may take, and how long a picture may take to move: three calls on two slow cores are slow too. */
const PATIENCE = 30_000;
const PICTURE_PATIENCE = 8000;

export const firefoxPath = findFirefox();

/** `flags` come on top of the usual ones; those in `without` are left out, also of puppeteer's own. */
export async function launchChrome({ flags = [], without = [] } = {}) {
  const options = chromeOptions(await ensureChrome());
  const args = options.args.filter((flag) => !without.includes(flag));
  return puppeteer.launch({ ...options, args: [...args, ...flags], ignoreDefaultArgs: without });
}

export const launchFirefox = () => puppeteer.launch(firefoxOptions(firefoxPath));

/** A page that is counted as failed when a script of it fails. `prepare` runs before it loads. */
export async function openPage(context, url, prepare = async () => undefined) {
  const page = await context.newPage();
  page.failures = [];
  page.on('pageerror', (error) => page.failures.push(String(error)));
  await prepare(page);
  await page.goto(url);
  await until(page, () => customElements.get('zego-call') !== undefined, 'the element is defined');
  return page;
}

/** Waits until `condition` holds in the page; says what was awaited when it never does. */
export async function until(page, condition, what, ...args) {
  try {
    return await page.waitForFunction(condition, { timeout: PATIENCE, polling: 50 }, ...args);
  } catch (cause) {
    const state = await page
      .evaluate(() => JSON.stringify(document.querySelector('zego-call')?.state))
      .catch(String);
    throw new Error(`Never came true: ${what}. The call: ${state}`, { cause });
  }
}

/**
 * Presses the button of this name, in whatever shadow root it is, with the mouse as a person would: not while it still
 * moves, as when words come that push it down.
 */
export async function press(page, name) {
  const button = (await until(page, buttonNamed, `there is a button ${name}`, name)).asElement();
  await until(page, isAtRest, `the button ${name} is at rest`, button);
  await button.click();
}

export async function join(page) {
  await page.bringToFront();
  await press(page, 'Join');
  await until(page, () => document.querySelector('zego-call').state.connection.status === 'joined', 'joined');
}

/** Waits until so many remote tiles show pictures that move. */
export async function seesMoving(page, count) {
  await page.bringToFront();
  await until(page, movingTiles, `${count} moving pictures`, count, PICTURE_PATIENCE);
}

/** Waits until sound with energy in it arrives on the first remote tile, which its speaking ring shows. */
export async function hears(page) {
  await page.bringToFront();
  await until(page, isSpeaking, 'the remote tile shows that somebody speaks');
}

export const tileCount = (page) =>
  page.evaluate(() => {
    const grid = document.querySelector('zego-call').shadowRoot.querySelector('zego-remote-grid');
    return grid?.shadowRoot.querySelectorAll('zego-tile').length ?? 0;
  });

/** How many milliseconds it takes until this many tiles are left. */
export async function tilesBecome(page, count) {
  const start = performance.now();
  while ((await tileCount(page)) !== count) {
    if (performance.now() - start > PATIENCE) throw new Error(`There never were ${count} tiles`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return performance.now() - start;
}

// These run in the page.

function buttonNamed(name) {
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    for (const button of root.querySelectorAll('button'))
      if ((button.ariaLabel ?? button.textContent.trim()) === name) return button;
  }
  return null;
}

async function isAtRest(element) {
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { x, y } = element.getBoundingClientRect();
  return x === before.x && y === before.y;
}

async function movingTiles(count, patience) {
  const grid = document.querySelector('zego-call').shadowRoot.querySelector('zego-remote-grid');
  const tiles = [...(grid?.shadowRoot.querySelectorAll('zego-tile') ?? [])];
  if (tiles.length !== count) return false;
  const videos = tiles.map((tile) => tile.shadowRoot.querySelector('video'));
  const twoFrames = (video) =>
    new Promise((resolve) =>
      video.requestVideoFrameCallback(() => video.requestVideoFrameCallback(() => resolve(true))),
    );
  const tooLong = new Promise((resolve) => setTimeout(resolve, patience, false));
  return Promise.race([Promise.all(videos.map(twoFrames)), tooLong]);
}

function isSpeaking() {
  const grid = document.querySelector('zego-call').shadowRoot.querySelector('zego-remote-grid');
  return grid.shadowRoot.querySelector('zego-tile').hasAttribute('data-speaking');
}
