import { expect } from '@open-wc/testing';
import { CallError, type CallErrorCode } from '../../src/engine/call-error.js';
import { inTime } from './wait.js';

/** Asserts that `promise` rejects with a `CallError`, of `code` when one is given, and returns that error. */
export async function expectCallError(promise: Promise<unknown>, code?: CallErrorCode): Promise<CallError> {
  const outcome: unknown = await inTime(
    promise.then(
      () => 'resolved',
      (thrown: unknown) => thrown,
    ),
    'the promise settles',
  );
  expect(outcome, `expected a CallError${code ? ` "${code}"` : ''}`).to.be.instanceOf(CallError);
  const error = outcome as CallError;
  if (code) expect(error.code).to.equal(code);
  return error;
}
