import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { chromeOptions, firefoxOptions } from './tools/browser-flags.mjs';
import { bundleServerPlugin } from './tools/bundle-plugin.mjs';
import { bundleSdk } from './tools/bundle-sdk.mjs';
import { ensureChrome, findFirefox } from './tools/find-browser.mjs';
import { relayServerPlugin, typescriptServerPlugin } from './tools/server-plugins.mjs';
import { sdkServerPlugin } from './tools/sdk-plugin.mjs';
import { placeOf, testFiles } from './tools/test-files.mjs';

// One page at a time in each browser: calls find each other by room name, and a page in the background draws nothing.
const launchOptions = chromeOptions(await ensureChrome());
const chrome = chromeLauncher({ launchOptions, concurrency: 1 });
const [ownChrome, otherChrome] = [1, 2].map(() => chromeLauncher({ launchOptions, concurrency: 1 }));
const firefoxPath = findFirefox();
const firefox =
  firefoxPath && puppeteerLauncher({ launchOptions: firefoxOptions(firefoxPath), concurrency: 1 });

// Bundling takes seconds, which no test should wait for.
await bundleSdk();

const files = testFiles().browser;
const group = (name, ...browsers) => ({
  name,
  files: files.filter((file) => placeOf(file) === name),
  browsers: browsers.filter(Boolean),
});

/** What runs together, one stage after another: effects and crowds have limits that they miss beside other browsers on two cores. */
export const stages = [
  [group('alone', ownChrome)],
  [group('both', chrome, firefox), group('firefox', firefox || chrome), group('any', otherChrome)],
];

/** Nothing changes while the tests run: each browser asks once for a module, not once for each test file. */
async function keepModules(context, next) {
  await next();
  if (/^\/(bundle|node_modules|src)\//.test(context.path)) context.set('cache-control', 'max-age=3600');
}

export default {
  groups: stages.flat(),
  nodeResolve: true,
  middleware: [keepModules],
  plugins: [
    bundleServerPlugin(files),
    typescriptServerPlugin(),
    sdkServerPlugin(),
    relayServerPlugin('/relay'),
  ],
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 40_000 } },
};
