// `npm run bench`: what a call of nine receives of pictures, on a desktop, on a phone, and where nobody sees them. One page,
// the same eight others throughout, the local engine, real pictures over real connections.
import { inBrowser, rest } from './browser.mjs';

const OTHERS = 8;
/** Of what the others send, in pixels. */
const SENT_WIDTH = 640;
const MEASURED = 5_000;
/** In ms: less is received only 2 s after less is seen. */
const SETTLING = 4_000;
const DESKTOP = { width: 1920, height: 1080, deviceScaleFactor: 1 };
const PHONE = { width: 360, height: 720, deviceScaleFactor: 3 };

await inBrowser(async ({ name, open }) => {
  const page = await open('receive.html');
  await resize(page, DESKTOP);
  await page.evaluate((count) => window.join(count), OTHERS);
  await page.evaluate((width) => window.arrived(width), SENT_WIDTH);

  // What was large before stays whole within the thresholds' gap; so the phone is looked at both ways.
  await resize(page, PHONE);
  const shrunk = await receive(page);

  // Only now: the longer all is sent, the more of it the connections dare.
  await resize(page, DESKTOP);
  const desktop = await receive(page);

  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const away = await receive(page);

  await resize(page, PHONE);
  await page.evaluate(() => scrollTo(0, 0));
  const phone = await receive(page);

  await page.evaluate(() => window.show({ display: 'none' }));
  const hidden = await receive(page);

  console.log(`Pictures received with ${OTHERS} others, 640 × 360 at 15, local engine, ${name}`);
  console.log(line('desktop, 1920 × 1080 at 1', desktop));
  console.log(line('phone, 360 × 720 at 3', phone));
  console.log(line('phone, tiles larger before', shrunk));
  console.log(line('scrolled out of sight', away));
  console.log(line('not displayed', hidden));
  const [ratio, ratioShrunk] = [phone, shrunk].map((each) => each.bytesPerSecond / desktop.bytesPerSecond);
  console.log(
    `ratio of phone to desktop ${ratio.toFixed(2)}, with tiles larger before ${ratioShrunk.toFixed(2)}`,
  );
});

/** Makes the window and the call in it as large, without anybody leaving. */
async function resize(page, viewport) {
  await page.setViewport(viewport);
  const { height, width } = viewport;
  await page.evaluate((style) => window.show(style), { inlineSize: `${width}px`, blockSize: `${height}px` });
}

async function receive(page) {
  await rest(SETTLING);
  return page.evaluate((milliseconds) => window.receive(milliseconds), MEASURED);
}

function line(side, { bytesPerSecond, layers, tile }) {
  const counts = [...new Set(layers)].map(
    (layer) => `${layers.filter((each) => each === layer).length} ${layer}`,
  );
  const rate = `${(bytesPerSecond / 1_000).toFixed(1)} kB/s`;
  return `${side.padEnd(26)} ${rate.padStart(11)}, layers ${counts.join(', ')}, tiles of ${tile}`;
}
