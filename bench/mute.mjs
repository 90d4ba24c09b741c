// `npm run bench`: from the click on “Mute microphone” to the silence in the other page, and back. Two pages of one browser,
// the local engine, a real tone over a real connection.
import { inBrowser, rest } from './browser.mjs';
import { spread } from './figures.mjs';

const ROUNDS = 20;
/** Between two clicks, in ms: whatever the last one set off has ended. */
const REST = 500;

await inBrowser(async ({ name, open }) => {
  const room = `bench-${crypto.randomUUID()}`;
  const mine = await enter();
  const theirs = await enter();
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
  console.log(`Mute click to the other page, local engine, ${ROUNDS} rounds, ${name}`);
  console.log(spread('silence', silent));
  console.log(spread('shown as muted', shown));
  console.log(spread('heard again', back));

  async function enter() {
    const page = await open('mute.html');
    await page.evaluate((name) => window.join(name), room);
    return page;
  }
});

/** Clicks in one page; how long, in ms, the other one takes to hear and to show it. */
async function click(mine, theirs, audible) {
  await rest(REST);
  const heard = theirs.evaluate((wanted) => window.heard(wanted), audible);
  const shown = theirs.evaluate((wanted) => window.shown(wanted), audible);
  const clicked = await mine.evaluate(() => window.press());
  return { heard: (await heard) - clicked, shown: (await shown) - clicked };
}
