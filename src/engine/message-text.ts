import { CallError } from './call-error.js';

/** The most that a message may have, in bytes of UTF-8. ZEGO's limit, and therefore everybody's. */
export const MESSAGE_BYTES = 1_024;

/** Anything but control and formatting characters and space: what a reader would see. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}]/u;

/** How long a text is in bytes of UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Why this can't be a message, in English; null when it can. */
export function messageProblem(text: unknown): string | null {
  if (typeof text !== 'string') return 'A message must be text';
  // An UTF-16 unit takes one byte at least: what is endless needs no encoding.
  const length = text.length > MESSAGE_BYTES ? text.length : bytesOf(text);
  if (length > MESSAGE_BYTES)
    return `A message has at most ${MESSAGE_BYTES} bytes in UTF-8, and this one ${length} or more`;
  return VISIBLE.test(text)
    ? null
    : `A message has 1 to ${MESSAGE_BYTES} bytes that can be read; this has none`;
}

/** Throws `message-rejected`, naming the limit, unless this can be a message. */
export function checkMessage(text: unknown): void {
  const problem = messageProblem(text);
  if (problem) throw new CallError('message-rejected', problem);
}
