// `npm run bench`: what a thousand people and ten thousand messages make of what happens in a call, against ten of each: the
// script, style and layout it takes, and how many lines of the list change. Prints both sides.
import { inBrowser } from './browser.mjs';

const VIEWPORT = { width: 1280, height: 720 };
const CROWDS = [
  { people: 10, messages: 10 },
  { people: 1_000, messages: 10_000 },
];
const WORK = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
const HAPPENINGS = [
  'open the people',
  'somebody joins',
  'somebody turns on the microphone',
  'somebody raises a hand',
  'scroll the people',
  'a letter of a search',
  'all messages come',
  'open the chat',
  'a message comes',
  'scroll the chat',
];

await inBrowser(async ({ name, open }) => {
  for (const crowd of CROWDS) {
    const page = await open('crowd.html');
    await page.setViewport(VIEWPORT);
    await page.evaluate((count) => window.join(count), crowd.people);
    const { messages, people } = crowd;
    console.log(`${people} people who all send, ${messages} messages, simulated engine, ${name}`);
    for (const what of HAPPENINGS) console.log(await happening(page, what, messages));
    const { shown, tiles, ...kept } = await page.evaluate(() => window.counts());
    console.log(`tiles ${tiles}, on the page that is shown ${shown}, messages kept ${kept.messages}\n`);
    await page.close();
  }
});

async function happening(page, what, messages) {
  const before = await page.metrics();
  const { changed, lines } = await page.evaluate((...given) => window.happen(...given), what, messages);
  const after = await page.metrics();
  const work = WORK.reduce((sum, metric) => sum + after[metric] - before[metric], 0) * 1_000;
  const heap = after.JSHeapUsedSize / 1_000_000;
  return `${what.padEnd(34)} ${work.toFixed(0)} ms, lines changed ${changed} of ${lines}, heap ${heap.toFixed(0)} MB`;
}
