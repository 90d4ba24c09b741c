const POLL_INTERVAL = 20;
/** Long enough for a machine that does much else. */
const DEFAULT_TIMEOUT = 15_000;

/** Resolves after `milliseconds`. For proving that something does not happen; otherwise use `eventually`. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Resolves with the first truthy result of `probe`, asked again and again.
 * @param what completes the sentence "Waited 15000 ms in vain until …".
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  what: string,
  timeout = DEFAULT_TIMEOUT,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const result = await probe();
    if (result) return result;
    if (performance.now() > deadline) throw new Error(`Waited ${timeout} ms in vain until ${what}`);
    await pause(POLL_INTERVAL);
  }
}

/** Settles as `promise` does, but fails when that takes too long: a promise that hangs gets a name. */
export async function inTime<T>(promise: Promise<T>, what: string, timeout = DEFAULT_TIMEOUT): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${timeout} ms in vain until ${what}`)), timeout);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
