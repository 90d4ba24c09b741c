// What every file of whole calls needs: the served checkout, a Chromium, and contexts that end with their test.
import { after, afterEach, before } from 'node:test';
import { ensureDist } from '../../tools/ensure-dist.mjs';
import { servePages } from '../../tools/serve-pages.mjs';
import { launchChrome } from './browsers.mjs';

/** Registers the hooks of the file. `url` and `newContext` are there once its tests run. */
export function useStage() {
  let server;
  let chrome;
  const closing = [];

  before(async () => {
    await ensureDist();
    server = await servePages();
    chrome = await launchChrome();
  });

  afterEach(async () => {
    await Promise.all(closing.splice(0).map((opened) => opened.close()));
  });

  after(async () => {
    await chrome?.close();
    await server?.close();
  });

  return {
    get url() {
      return server.url;
    },
    /** The demo's address in this room. */
    demo: (room, user, via) => `${server.url}?${new URLSearchParams({ room, user, via })}`,
    /** A context that knows nothing of the others. */
    async newContext() {
      const context = await chrome.createBrowserContext();
      closing.push(context);
      return context;
    },
    /** Another browser, for this test alone. */
    async launch(launching) {
      const browser = await launching;
      closing.push(browser);
      return browser;
    },
  };
}
