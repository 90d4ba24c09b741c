import { CallError } from './call-error.js';

/** Rejects with `network` when code does not arrive. `what` completes the sentence "… could not be loaded". */
export function loaded<T>(loading: Promise<T>, what: string): Promise<T> {
  return loading.catch((cause: unknown) => {
    throw new CallError('network', `${what} could not be loaded`, { cause });
  });
}
