import { CallError } from '../call-error.js';

export interface Limits {
  /** Completes the sentence "… took longer than 15 s". */
  readonly what: string;
  readonly milliseconds: number;
  readonly signal?: AbortSignal;
}

/**
 * Settles as `promise` does, unless the signal aborts or the time is over first: promises of the SDK are
 * known never to settle when what they wait for was cancelled.
 */
export function settle<T>(promise: Promise<T>, { what, milliseconds, signal }: Limits): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const finish = (end: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      end();
    };
    const onAbort = (): void => finish(() => reject(aborted()));
    const timer = setTimeout(() => finish(() => reject(late(what, milliseconds))), milliseconds);
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
    promise.then(
      (value) => finish(() => resolve(value)),
      (reason: unknown) => finish(() => reject(reason)),
    );
  });
}

/** Resolves with whether `promise` is still pending after `milliseconds`; rejects if it rejects before that. */
export function isPendingAfter(milliseconds: number, promise: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds, true);
    promise.then(() => resolve(false), reject).finally(() => clearTimeout(timer));
  });
}

export function aborted(): CallError {
  return new CallError('aborted', 'The call was left');
}

/** Offline is what a person can do something about; otherwise nobody knows why there was no answer. */
function late(what: string, milliseconds: number): CallError {
  const code = navigator.onLine ? 'timeout' : 'network';
  return new CallError(code, `${what} took longer than ${milliseconds / 1000} s`);
}

/** For calls of the SDK while tidying up: whatever they throw, the next one has to run as well. */
export function quietly(task: () => unknown): void {
  try {
    task();
  } catch {
    // Nothing is left to be done about what is being thrown away.
  }
}
