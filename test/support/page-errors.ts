/**
 * Keeps errors that reach the page from failing the test while `body` runs: for tests that cause them, where
 * it is free whether they are reported to the page or only to the console.
 */
export async function withoutPageErrors(body: () => Promise<void>): Promise<void> {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('error', swallow, options);
  addEventListener('unhandledrejection', swallow, options);
  try {
    await body();
  } finally {
    listening.abort();
  }
}
