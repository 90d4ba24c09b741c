// Runs test files in the browsers and counts from the runner's own results.
import { relative } from 'node:path';
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
    if (groups.length > 0) counts.push(...(await runSessions(groups, config)).map(countSession));
  }
  return counts.reduce(addCounts);
}

/** Resolves with a session for each file in each of its browsers. */
export async function runSessions(groups, config) {
  const reporters = [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) })];
  const runner = await startTestRunner({
    config: { ...config, groups, reporters },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  await new Promise((resolve) => runner.on('stopped', resolve));
  return [...runner.sessions.all()];
}

/** One file in one browser. That it can't be loaded, or has no test, is a failure too. */
export function countSession(session) {
  const { testFile, browser, errors, passed } = session;
  const where = `${relative('.', testFile)} in ${browser.name}`;
  const tests = testsOf(session);
  const skipped = tests.filter((test) => test.skipped).length;
  const succeeded = tests.filter((test) => test.passed && !test.skipped).length;
  const failures = [
    ...tests
      .filter((test) => !test.passed && !test.skipped)
      .map(({ title, error }) => `${where}: ${title}: ${error?.message ?? 'it did not end'}`),
    ...errors.map(({ message }) => `${where} as a whole: ${message}`),
  ];
  if (failures.length === 0 && tests.length === 0) failures.push(`${where} as a whole: it has no tests`);
  if (failures.length === 0 && !passed) failures.push(`${where} as a whole: the runner does not say why`);
  return { passed: succeeded, failed: failures.length, skipped, failures };
}

/** The tests of a session, each with the suites around it in its title. */
export const testsOf = ({ testResults }) => (testResults ? allTests(testResults) : []);

const allTests = ({ tests = [], suites = [] }, path = []) => [
  ...tests.map((test) => ({ ...test, title: [...path, test.name].join(' › ') })),
  ...suites.flatMap((suite) => allTests(suite, [...path, suite.name])),
];
