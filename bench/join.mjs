// `npm run bench`: from joining to the first remote frame, the product against two bare pages, in one browser and
// one run, turn by turn. Prints both figures and their ratio.
import { inBrowser, rest } from './browser.mjs';
import { median, spread } from './figures.mjs';

const ROUNDS = 20;
const BAR = 1.25;

await inBrowser(async ({ browser, name, open }) => {
  const bare = [];
  const product = [];
  // The first round of each only warms up caches that both share.
  for (let round = -1; round < ROUNDS; round++) {
    const pair = [await joinOnce('bare.html'), await joinOnce('product.html')];
    if (round < 0) continue;
    bare.push(pair[0]);
    product.push(pair[1]);
  }
  console.log(`Join to first remote frame, local engine, ${ROUNDS} rounds in turn, ${name}`);
  console.log(spread('two bare pages', bare));
  console.log(spread('<zego-call>', product));
  const ratio = median(product) / median(bare);
  console.log(`ratio of the medians ${ratio.toFixed(2)} (bar: ${BAR})`);

  /** A fresh room in a fresh browser context, with one page in it already; the time that the second one takes. */
  async function joinOnce(file) {
    const context = await browser.createBrowserContext();
    try {
      const room = `bench-${crypto.randomUUID()}`;
      const first = await open(file, context);
      await first.evaluate((name) => void window.join(name), room);
      await rest(700);
      const second = await open(file, context);
      return await second.evaluate((name) => window.join(name), room);
    } finally {
      await context.close();
    }
  }
});
