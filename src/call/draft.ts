import { bytesOf, MESSAGE_BYTES, messageProblem } from '../engine/message-text.js';

/** How many bytes of UTF-8 a message still has room for; negative when it is too long. */
export function bytesLeft(draft: string): number {
  return MESSAGE_BYTES - bytesOf(draft.trim());
}

/** Whether this can be sent as it is, but for the space around it. */
export function canBeSent(draft: string): boolean {
  return messageProblem(draft.trim()) === null;
}
