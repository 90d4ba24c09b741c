// `npm run bench`: how long two hundred people who come at once keep the page from doing anything else, the product against a
// bare page that adds as many boxes with a `<video>`, an avatar and a name; turn by turn. Prints both figures and their ratio.
import { inBrowser } from './browser.mjs';
import { median, spread } from './figures.mjs';

const PEOPLE = 200;
const ROUNDS = 7;
const VIEWPORT = { width: 1280, height: 720 };
const METRICS = {
  all: 'TaskDuration',
  script: 'ScriptDuration',
  style: 'RecalcStyleDuration',
  layout: 'LayoutDuration',
};

await inBrowser(async ({ name, open }) => {
  const bare = [];
  const product = [];
  // The first round of each only warms up what both share.
  for (let round = -1; round < ROUNDS; round++) {
    const pair = [await burst('joins-bare.html'), await burst('joins.html')];
    if (round < 0) continue;
    bare.push(pair[0]);
    product.push(pair[1]);
  }
  console.log(`${PEOPLE} joins at once, simulated engine, ${ROUNDS} rounds in turn, ${name}`);
  print('bare page', bare);
  print('<zego-call>', product);
  const ratio = (figure) => (middle(product, figure) / middle(bare, figure)).toFixed(1);
  console.log(`ratio of the medians: longest task ${ratio('longest')}, all tasks ${ratio('all')}`);

  async function burst(file) {
    const page = await open(file);
    try {
      await page.setViewport(VIEWPORT);
      const before = await page.metrics();
      const long = await page.evaluate((count) => window.join(count), PEOPLE);
      const after = await page.metrics();
      const spent = Object.entries(METRICS).map(([key, metric]) => [
        key,
        (after[metric] - before[metric]) * 1_000,
      ]);
      return { ...long, ...Object.fromEntries(spent) };
    } finally {
      await page.close();
    }
  }
});

function print(side, rounds) {
  console.log(side);
  console.log(spread('  longest task', figures(rounds, 'longest')));
  console.log(spread('  all tasks', figures(rounds, 'all')));
  const parts = ['script', 'style', 'layout'].map((key) => `${key} ${middle(rounds, key).toFixed(0)} ms`);
  console.log(`  of which ${parts.join(', ')}; at rest after ${middle(rounds, 'elapsed').toFixed(0)} ms`);
}

function figures(rounds, key) {
  return rounds.map((round) => round[key]);
}

function middle(rounds, key) {
  return median(figures(rounds, key));
}
