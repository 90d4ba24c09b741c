// Runs test files with Node's own runner and counts from its events.
import { relative, resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { addCounts, noTests } from './test-counts.mjs';

const FILE_TIMEOUT = 400_000;

/**
 * Resolves with how many tests passed, failed and were skipped. A file without tests is a failure. Files run one after
 * another, but for the pages for designers, which run beside the others. Whole calls come last, with nothing beside them: with
 * less than two cores, a call of three people loses its pictures for longer than a test waits.
 */
export async function testInNode(files, signal) {
  const isDemo = (file) => file.startsWith('test/demo/');
  const isCall = (file) => file.startsWith('test/e2e/');
  const others = files.filter((file) => !isDemo(file) && !isCall(file));
  const together = [files.filter(isDemo), others].filter(({ length }) => length > 0);
  const counts = await Promise.all(together.map((lane) => testLane(lane, signal)));
  const calls = files.filter(isCall);
  if (calls.length > 0) counts.push(await testLane(calls, signal));
  return counts.reduce(addCounts);
}

async function testLane(files, signal) {
  const counts = { ...noTests, failures: [] };
  const paths = new Set(files.map((file) => resolve(file)));
  const events = run({ files: [...paths], concurrency: 1, timeout: FILE_TIMEOUT, signal });
  events.on('test:pass', ({ name, file, details, skip, todo }) => {
    if (details.type === 'suite') return;
    if (paths.has(name)) fail(file, 'it has no tests');
    else if (skip === undefined && todo === undefined) counts.passed++;
    else counts.skipped++;
  });
  events.on('test:fail', ({ name, file, details, todo }) => {
    if (todo !== undefined) counts.skipped++;
    else if (details.error.failureType !== 'subtestsFailed' || details.type !== 'suite') {
      fail(file, `${name}: ${details.error.cause?.message ?? details.error.message}`);
    }
  });
  let output = '';
  for await (const text of events.compose(spec)) output += text;
  process.stdout.write(output);
  return counts;

  function fail(file, message) {
    counts.failed++;
    counts.failures.push(`${file ? relative('.', file) : 'a file'}: ${message}`);
  }
}
