import type { CallError, CallErrorCode } from '../engine/call-error.js';

const FINAL: ReadonlySet<CallErrorCode> = new Set(['forbidden', 'unsupported']);

/** Whether it is pointless to publish or play a stream again that failed with this error. */
export function isFinal({ code }: CallError): boolean {
  return FINAL.has(code);
}
