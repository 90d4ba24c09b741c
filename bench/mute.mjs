// `npm run bench`: from the click on “Mute microphone” to the silence in the other page, and back. Two pages of one browser,
// the local engine, a real tone over a real connection.
import puppeteer from 'puppeteer-core';
import { chromeOptions } from '../tools/browser-flags.mjs';
import { ensureDist } from '../tools/ensure-dist.mjs';
import { browserName, ensureChrome } from '../tools/find-browser.mjs';
import { serve } from '../tools/serve.mjs';

const ROUNDS = 20;
const PATIENCE = 30_000;
/** Between two clicks, in ms: whatever the last one set off has ended. */
const REST = 500;

ensureDist();
const path = await ensureChrome();
const server = await serve();
const browser = await puppeteer.launch({ ...chromeOptions(path), protocolTimeout: PATIENCE });
try {
  const room = `bench-${crypto.randomUUID()}`;
  const mine = await open(room);
  const theirs = await open(room);
  await theirs.evaluate(() => window.heard(true));
  const silent = [];
  const shown = [];
  const back = [];
  for (let round = -1; round < ROUNDS; round++) {
    const off = await click(mine, theirs, false);
    const on = await click(mine, theirs, true);
    if (round < 0) continue;
    silent.push(off.heard);
    shown.push(off.shown);
    back.push(on.heard);
  }
  console.log(`Mute click to the other page, local engine, ${ROUNDS} rounds, ${browserName(path)}`);
  console.log(line('silence', silent));
  console.log(line('shown as muted', shown));
  console.log(line('heard again', back));
} finally {
  await browser.close();
  await server.close();
}

async function open(room) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(`${server.url}bench/mute.html`);
  await page.waitForFunction(() => window.join);
  await page.evaluate((name) => window.join(name), room);
  return page;
}

/** Clicks in one page; how long, in ms, the other one takes to hear and to show it. */
async function click(mine, theirs, audible) {
  await new Promise((resolve) => setTimeout(resolve, REST));
  const heard = theirs.evaluate((wanted) => window.heard(wanted), audible);
  const shown = theirs.evaluate((wanted) => window.shown(wanted), audible);
  const clicked = await mine.evaluate(() => window.press());
  return { heard: (await heard) - clicked, shown: (await shown) - clicked };
}

function line(name, samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle =
    (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
  const figures = [sorted[0], middle, sorted.at(-1)].map((value) => value.toFixed(0));
  return `${name.padEnd(16)} min ${figures[0]} ms, median ${figures[1]} ms, max ${figures[2]} ms`;
}
