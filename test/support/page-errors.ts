/**
 * Keeps errors that reach the page from failing the test while `body` runs: for tests that cause them, where
 * it is free whether they are reported to the page or only to the console.
 */
export async function withoutPageErrors(body: () => Promise<void>): Promise<void> {
  const handler = window.onerror;
  window.onerror = () => true;
  try {
    await body();
  } finally {
    window.onerror = handler;
  }
}
