// The browser in which a benchmark runs, on the product as it is built.
import puppeteer from 'puppeteer-core';
import { chromeOptions } from '../tools/browser-flags.mjs';
import { ensureDist } from '../tools/ensure-dist.mjs';
import { browserName, ensureChrome } from '../tools/find-browser.mjs';
import { serve } from '../tools/serve.mjs';

const PATIENCE = 30_000;

/**
 * Hands `measure` the browser, its name, and what opens a page of this folder, in a context of the browser's own or in
 * the default one. A page is open once its script has set `window.join`. Ends everything afterwards.
 */
export async function inBrowser(measure) {
  await ensureDist();
  const path = await ensureChrome();
  const server = await serve();
  const browser = await puppeteer.launch({ ...chromeOptions(path), protocolTimeout: PATIENCE });
  const open = async (file, context = browser) => {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${server.url}bench/${file}`);
    await page.waitForFunction(() => window.join);
    return page;
  };
  try {
    await measure({ browser, name: browserName(path), open });
  } finally {
    await browser.close();
    await server.close();
  }
}

export function rest(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
