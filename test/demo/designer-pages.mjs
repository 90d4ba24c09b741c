// What tests of the pages for designers share: pages of a context of their own, with a clipboard, that fail with their scripts.
import assert from 'node:assert/strict';
import { afterEach } from 'node:test';
import { useStage } from '../e2e/stage.mjs';

const STILL = { name: 'prefers-reduced-motion', value: 'reduce' };

/** Registers the hooks of the file. */
export function usePages() {
  const stage = useStage();
  const failures = [];

  afterEach(() => assert.deepEqual(failures.splice(0), []));

  return { stage, open };

  /** `prepare` runs before the page loads. */
  async function open(path, prepare = async () => undefined) {
    const context = await stage.newContext();
    const { origin } = new URL(stage.url);
    await context.overridePermissions(origin, ['clipboard-read', 'clipboard-sanitized-write']);
    const page = await context.newPage();
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.setViewport({ width: 1200, height: 900 });
    await page.emulateMediaFeatures([STILL]);
    await prepare(page);
    await page.goto(stage.url + path);
    return page;
  }
}

export const inScheme = (page, scheme) =>
  page.emulateMediaFeatures([STILL, { name: 'prefers-color-scheme', value: scheme }]);
