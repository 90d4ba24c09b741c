// `npm run bench`: from joining to the first remote frame, the product against two bare pages, in one browser and
// one run, turn by turn. Prints both figures and their ratio.
import puppeteer from 'puppeteer-core';
import { chromeOptions } from '../tools/browser-flags.mjs';
import { ensureDist } from '../tools/ensure-dist.mjs';
import { browserName, ensureChrome } from '../tools/find-browser.mjs';
import { serve } from '../tools/serve.mjs';

const ROUNDS = 20;
const BAR = 1.25;
const PATIENCE = 30_000;

ensureDist();
const path = await ensureChrome();
const server = await serve();
const browser = await puppeteer.launch(chromeOptions(path));
try {
  const bare = [];
  const product = [];
  // The first round of each only warms up caches that both share.
  for (let round = -1; round < ROUNDS; round++) {
    const pair = [await joinOnce('bare'), await joinOnce('product')];
    if (round < 0) continue;
    bare.push(pair[0]);
    product.push(pair[1]);
  }
  console.log(`Join to first remote frame, local engine, ${ROUNDS} rounds in turn, ${browserName(path)}`);
  console.log(line('two bare pages', bare));
  console.log(line('<zego-call>', product));
  const ratio = median(product) / median(bare);
  console.log(`ratio of the medians ${ratio.toFixed(2)} (bar: ${BAR})`);
} finally {
  await browser.close();
  await server.close();
}

/** A fresh room in a fresh browser context, with one page in it already; the time that the second one takes. */
async function joinOnce(kind) {
  const context = await browser.createBrowserContext();
  try {
    const open = async () => {
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.goto(`${server.url}bench/${kind}.html`);
      await page.waitForFunction(() => window.join);
      return page;
    };
    const room = `bench-${crypto.randomUUID()}`;
    const first = await open();
    await first.evaluate((name) => void window.join(name), room);
    await new Promise((resolve) => setTimeout(resolve, 700));
    const second = await open();
    return await second.evaluate((name) => window.join(name), room);
  } finally {
    await context.close();
  }
}

function line(name, samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const figures = [sorted[0], median(samples), sorted.at(-1)].map((value) => value.toFixed(0));
  return `${name.padEnd(16)} min ${figures[0]} ms, median ${figures[1]} ms, max ${figures[2]} ms`;
}

function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}
