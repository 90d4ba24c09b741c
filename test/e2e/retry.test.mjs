import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { ensureDist } from '../../tools/ensure-dist.mjs';
import { firefoxPath, launchChrome, launchFirefox, openPage, press, until } from './browsers.mjs';

const PAGE = `<!doctype html><script type="module" src="/zego-call.js"></script>
<zego-call engine="local" room="retry" user="ana" camera-off microphone-off></zego-call>`;

/** Serves dist/, but for the file that is broken at the time. */
async function serveDist() {
  const site = { broken: '', url: '', close: () => server.closeAllConnections() ?? server.close() };
  const server = createServer(async ({ url }, response) => {
    const path = url.replace(/\?.*/, '');
    if (path === '/') return response.setHeader('content-type', 'text/html').end(PAGE);
    if (!/^\/[a-z-]+\.js$/.test(path) || path === site.broken) return response.writeHead(404).end();
    response.setHeader('content-type', 'text/javascript').end(await readFile(`dist${path}`));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.url = `http://localhost:${server.address().port}/`;
  return site;
}

const browsers = [
  ['Chromium', launchChrome, {}],
  ['Firefox', launchFirefox, firefoxPath ? {} : { skip: 'no Firefox is installed' }],
];

for (const [name, launch, options] of browsers) {
  describe(`a file that does not load, in ${name}`, options, () => {
    let browser;
    let site;

    before(async () => {
      await ensureDist();
      [browser, site] = await Promise.all([launch(), serveDist()]);
    });

    after(async () => {
      await browser?.close();
      site?.close();
    });

    for (const file of ['/live-call.js', '/local-engine.js']) {
      it(`${file} fails the join as \`network\`, and Try again works once it is there`, async () => {
        site.broken = file;
        const page = await openPage(browser, site.url);
        await press(page, 'Join');
        await until(page, () => document.querySelector('zego-call').error?.code === 'network', 'it failed');
        site.broken = '';
        await press(page, 'Try again');
        await until(
          page,
          () => document.querySelector('zego-call').state.connection.status === 'joined',
          'joined',
        );
        const files = await page.evaluate(loadedFiles);
        assert.ok(
          files.some((url) => url.includes(`${file}?`)),
          files.join('\n'),
        );
        await page.close();
      });
    }
  });
}

// This runs in the page.
function loadedFiles() {
  return performance.getEntriesByType('resource').map(({ name }) => name);
}
