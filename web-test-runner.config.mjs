import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chromeOptions, firefoxOptions } from './tools/browser-flags.mjs';
import { ensureChrome, findFirefox } from './tools/find-browser.mjs';
import { relayServerPlugin, typescriptServerPlugin } from './tools/server-plugins.mjs';
import { sdkServerPlugin } from './tools/sdk-plugin.mjs';
import { chromiumOnly, testFiles } from './tools/test-files.mjs';

// One page at a time in each browser: calls find each other by room name, and a page in the background draws nothing.
const chrome = chromeLauncher({ launchOptions: chromeOptions(await ensureChrome()), concurrency: 1 });
const firefoxPath = findFirefox();
const firefox =
  firefoxPath && puppeteerLauncher({ launchOptions: firefoxOptions(firefoxPath), concurrency: 1 });

const files = testFiles().browser;
const groups = [
  { name: 'browsers', files: files.filter((file) => !chromiumOnly(file)), browsers: [chrome, firefox] },
  { name: 'chromium', files: files.filter(chromiumOnly), browsers: [chrome] },
];

export default {
  groups: groups
    .filter(({ files }) => files.length > 0)
    .map((group) => ({ ...group, browsers: group.browsers.filter(Boolean) })),
  nodeResolve: true,
  plugins: [typescriptServerPlugin(), sdkServerPlugin(), relayServerPlugin('/relay')],
  concurrentBrowsers: 2,
  // Lit reminds each page of its development build.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode.'),
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: 10_000 } },
};
