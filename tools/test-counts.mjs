// The figures of a run, what failed in it, and the lines that tell both.
export const noTests = { passed: 0, failed: 0, skipped: 0, failures: [] };

export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
});

export const countsLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Said once more at the end, since a report of thousands of tests is often read by its last lines. */
export const failuresText = ({ failures }) =>
  ['What failed:', ...failures.map((failure) => `- ${failure.trim().replaceAll('\n', '\n  ')}`)].join('\n');
