// Runs test files in the browsers and counts from the runner's own results.
import { defaultReporter, startTestRunner } from '@web/test-runner';
import { addCounts } from './test-counts.mjs';

/** Resolves with how many tests passed, failed and were skipped, each browser counted for itself. */
export async function testInBrowsers(files) {
  const { default: config, stages } = await import('../web-test-runner.config.mjs');
  const wanted = new Set(files);
  const counts = [];
  for (const stage of stages) {
    const groups = stage
      .map((group) => ({ ...group, files: group.files.filter((file) => wanted.has(file)) }))
      .filter((group) => group.files.length > 0);
    if (groups.length > 0) counts.push(await runTogether(groups, config));
  }
  return counts.reduce(addCounts);
}

async function runTogether(groups, config) {
  const reporters = [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) })];
  const runner = await startTestRunner({
    config: { ...config, groups, reporters },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  await new Promise((resolve) => runner.on('stopped', resolve));
  return [...runner.sessions.all()].map(countSession).reduce(addCounts);
}

/** One file in one browser. That it can't be loaded, or has no test, is a failure too. */
function countSession({ testFile, browser, testResults, errors, passed }) {
  const tests = testResults ? allTests(testResults) : [];
  const skipped = tests.filter((test) => test.skipped).length;
  const succeeded = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - skipped - succeeded;
  if (failed > 0 || (passed && tests.length > 0 && errors.length === 0)) {
    return { passed: succeeded, failed: failed + errors.length, skipped };
  }
  console.log(`${testFile} failed as a whole in ${browser.name}: ${errors[0]?.message ?? 'it has no tests'}`);
  return { passed: succeeded, failed: 1, skipped };
}

const allTests = ({ tests = [], suites = [] }) => [...tests, ...suites.flatMap(allTests)];
