// `npm test`, or `npm test -- test/unit test/e2e/relay.test.mjs`: the tests of every kind, wherever they run.
import { ensureDist } from './ensure-dist.mjs';
import { browserName, ensureChrome, findFirefox } from './find-browser.mjs';
import { testInBrowsers } from './test-browsers.mjs';
import { addCounts, countsLine, failuresText, noTests } from './test-counts.mjs';
import { testFiles } from './test-files.mjs';
import { testInNode } from './test-node.mjs';

const TIMEOUT = 2_200_000;

const running = new AbortController();
let counts = noTests;
setTimeout(() => stop(`The tests took longer than ${TIMEOUT / 1000} s.`), TIMEOUT);
process.on('uncaughtException', (error) => stop(error.stack));

const paths = process.argv.slice(2);
const { browser, node } = testFiles(paths.length > 0 ? paths : ['test']);
if (browser.length + node.length === 0) stop(`There are no tests in ${paths.join(' ')}.`);

const pages = node.some((file) => /^test\/(demo|e2e)\//.test(file));
if (browser.length > 0 || pages) {
  process.env.CHROME_PATH = await ensureChrome(); // So that nothing has to look for it again.
  const browsers = [process.env.CHROME_PATH, findFirefox()].filter(Boolean);
  console.log(`Browsers: ${browsers.map((path) => `${browserName(path)} (${path})`).join(', ')}`);
}
if (browser.length > 0) counts = addCounts(counts, await testInBrowsers(browser));
if (pages) await ensureDist(); // Once, before several files at a time want it.
if (node.length > 0) counts = addCounts(counts, await testInNode(node, running.signal));
finish();

/** Something outside the tests went wrong, which counts as a failure. */
function stop(message) {
  console.error(message);
  counts = addCounts(counts, { ...noTests, failed: 1, failures: [message] });
  running.abort();
  finish();
}

function finish() {
  if (counts.failed > 0) console.log(failuresText(counts));
  console.log(countsLine(counts));
  process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
}
