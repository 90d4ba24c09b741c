// `npm run bench`: what a call with 49 others does when its box is resized and when one of them speaks: frames until every tile has
// its place, style and layout as traced through CDP, and the tiles that a level changes.
import { inBrowser } from './browser.mjs';
import { spread } from './figures.mjs';

const PEOPLE = 49;
const WIDTHS = [900, 1280, 640, 1100, 480, 1280, 760, 1000];
const VIEWPORT = { width: 1280, height: 720 };

await inBrowser(async ({ name, open }) => {
  const page = await open('grid.html');
  await page.setViewport(VIEWPORT);
  await page.evaluate((count) => window.join(count), PEOPLE);
  const rounds = [];
  for (const width of WIDTHS) rounds.push(await resize(page, width));
  const touched = await page.evaluate(() => window.speak());

  console.log(`${PEOPLE} others, simulated engine, ${WIDTHS.length} sizes, ${name}`);
  console.log(`frames to lay out a new size: ${rounds.map(({ frames }) => frames).join(' ')}`);
  for (const part of ['script', 'style', 'layout'])
    console.log(
      spread(
        part,
        rounds.map((round) => round[part]),
      ),
    );
  console.log(`tiles that the level of one person changes: ${touched}`);
});

async function resize(page, width) {
  const before = await page.metrics();
  const frames = await page.evaluate((wanted) => window.resize(wanted), width);
  const after = await page.metrics();
  const spent = (metric) => (after[metric] - before[metric]) * 1_000;
  return {
    frames,
    script: spent('ScriptDuration'),
    style: spent('RecalcStyleDuration'),
    layout: spent('LayoutDuration'),
  };
}
