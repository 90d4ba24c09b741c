// What a living call keeps of elements that are gone, as the browser counts it after collecting garbage.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { servePages } from '../../tools/serve-pages.mjs';
import { launchChrome, press, until } from '../e2e/browsers.mjs';

/** How many DOM nodes may be added for reasons other than ours. */
const SPARE_NODES = 50;
/** How long, in ms, a page may take to release everything: animations and delayed work hold elements for a while. */
const TIMEOUT = 10_000;
const OBSERVERS = ['IntersectionObserver', 'MutationObserver', 'PerformanceObserver', 'ResizeObserver'];

let server;
let browser;
before(async () => {
  server = await servePages();
  browser = await launchChrome();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

describe('a living call keeps nothing of', () => {
  const cases = [
    ['joins and leaves', 30, enterPeople, (page) => page.evaluate(joinAndLeave)],
    ['visitors', 50, joinPeople, (page) => page.evaluate(visit)],
    ['panels', 50, joinPeople, (page) => page.evaluate(openPanels, ['chat', 'people', 'settings'])],
    ['panels in the lobby', 20, turnMicrophoneOn, (page) => page.evaluate(openPanels, ['settings'])],
    ['small windows', 5, joinPeople, openSmallWindow],
  ];
  for (const [what, count, prepare, round] of cases)
    it(`${count} ${what}`, async () => {
      const page = await openScene(prepare);
      for (let nth = 0; nth < 3; nth++) await round(page); // Loads the code that is loaded once.
      const baseline = await settled(page);
      for (let nth = 0; nth < count; nth++) await round(page);
      const kept = await keptSince(baseline, page);
      assert.deepEqual(excess(kept), {}, `${JSON.stringify(kept)} on top of ${JSON.stringify(baseline)}`);
      await page.close();
    });
});

it('notices what is kept', async () => {
  const page = await openScene(enterPeople);
  const baseline = await settled(page);
  await page.evaluate(keepOnPurpose);
  const { elements, listeners, nodes, observers } = excess(await difference(baseline, page));
  assert.deepEqual(elements, { 'zego-lobby': 1, 'zego-preview': 1 });
  assert.deepEqual(observers, { ResizeObserver: 1 });
  assert.ok(nodes > SPARE_NODES && listeners > 0, `${nodes} nodes, ${listeners} listeners`);
  await page.close();
});

/** Opens a page with one call in it, `window.scene`, and prepares it. */
async function openScene(prepare) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 640 });
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(`${server.url}demo/gallery-state.html`);
  await page.evaluate(setScene);
  await page.evaluate(prepare);
  return page;
}

/** Resolves with what the page holds, once two measurements agree. */
async function settled(page) {
  let last = await holdings(page);
  for (const end = performance.now() + TIMEOUT; performance.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = await holdings(page);
    if (JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
  throw new Error(`The page does not settle: ${JSON.stringify(last)}`);
}

/** Resolves with what the page holds in addition, once that is within the limits or the timeout is over. */
async function keptSince(baseline, page) {
  for (const end = performance.now() + TIMEOUT; ;) {
    const kept = await difference(baseline, page);
    if (Object.keys(excess(kept)).length === 0 || performance.now() > end) return kept;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function difference(baseline, page) {
  const now = await holdings(page);
  return {
    nodes: now.nodes - baseline.nodes,
    listeners: now.listeners - baseline.listeners,
    elements: added(baseline.elements, now.elements),
    observers: added(baseline.observers, now.observers),
  };
}

/** The counts that have grown, and by how much. */
function added(before, now) {
  const differences = Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)]);
  return Object.fromEntries(differences.filter(([, count]) => count > 0));
}

/** The part of it that exceeds the limits. */
function excess({ elements, listeners, nodes, observers }) {
  return {
    ...(nodes > SPARE_NODES ? { nodes } : {}),
    ...(listeners > 0 ? { listeners } : {}),
    ...(Object.keys(elements).length > 0 ? { elements } : {}),
    ...(Object.keys(observers).length > 0 ? { observers } : {}),
  };
}

async function holdings(page) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
  const observers = {};
  for (const name of OBSERVERS) observers[name] = await measureLive(page, name, (all) => all.length);
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    elements: await measureLive(page, 'HTMLElement', countByTag),
    observers,
  };
}

/** Measures all objects of a class that are still in memory. */
async function measureLive(page, className, measure) {
  const prototype = await page.evaluateHandle((name) => window[name].prototype, className);
  const objects = await page.queryObjects(prototype);
  const measured = await objects.evaluate(measure);
  await Promise.all([prototype.dispose(), objects.dispose()]);
  return measured;
}

async function openSmallWindow(page) {
  await press(page, 'Small window');
  await until(page, () => window.documentPictureInPicture.window !== null, 'the small window is open');
  await press(page, 'Small window');
  await until(page, () => window.documentPictureInPicture.window === null, 'the small window is closed');
}

// These run in the page.

/** Counts our elements, and sorts them so that two counts compare. */
function countByTag(elements) {
  const counts = {};
  for (const element of elements) {
    if (Object.hasOwn(element, 'constructor')) continue; // A prototype.
    const { localName } = element;
    if (localName.startsWith('zego-')) counts[localName] = (counts[localName] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

async function setScene() {
  const { Scene } = await import('/demo/gallery-scene.js');
  window.scene = new Scene(document.querySelector('main'), {}, { theme: 'light' });
  await window.scene.call.updateComplete;
}

function enterPeople() {
  window.scene.people(3);
}

async function joinPeople() {
  window.scene.people(2);
  await window.scene.join();
  await window.scene.sees('[part~="settings-button"]');
}

async function turnMicrophoneOn() {
  await window.scene.call.setMicrophone(true);
  await window.scene.sees('[part~="settings-button"]');
}

async function joinAndLeave() {
  await window.scene.join();
  await window.scene.call.leave();
  await window.scene.sees('zego-lobby');
}

async function visit() {
  const { scene } = window;
  const tiles = scene.all('zego-tile').length;
  const person = scene.enter('Ana Ruiz');
  person.publish({ source: 'screen' });
  await scene.comesTrue(() => scene.all('zego-tile').length === tiles + 2, 'two tiles are added');
  await scene.call.pin(person.user.id);
  const showsVideo = ({ hidden, shadowRoot }) => hidden || shadowRoot.querySelector('video').readyState > 1;
  await scene.comesTrue(() => scene.all('zego-tile').every(showsVideo), 'they show video');
  await scene.call.pin(null);
  person.leave();
  await scene.comesTrue(() => scene.all('zego-tile').length === tiles, 'the tiles are removed');
}

async function openPanels(names) {
  const { scene } = window;
  for (const name of names) {
    await scene.press(`${name}-button`);
    const { shadowRoot } = await scene.sees('[part~="panel"]');
    const field = () =>
      shadowRoot.querySelector('[exportparts]')?.shadowRoot.querySelector('[part~="field"]');
    await scene.comesTrue(field, `${name} is filled`);
    await scene.press('close-button');
    await scene.comesTrue(() => scene.all('[part~="panel"]').length === 0, `${name} is closed`);
  }
}

async function keepOnPurpose() {
  const lobby = document.createElement('zego-lobby');
  document.body.append(lobby);
  await lobby.updateComplete;
  lobby.remove();
  const nodes = Array.from({ length: 60 }, () => document.createElement('p'));
  nodes[0].addEventListener('click', () => undefined);
  window.kept = { lobby, nodes, observer: new ResizeObserver(() => undefined) };
}
