import { CallError } from './call-error.js';

/** The most that a message may have, in bytes of UTF-8. ZEGO's limit, and therefore everybody's. */
export const MESSAGE_BYTES = 1_024;

/**
 * The most that a signal may have, in bytes of UTF-8: escaped as JSON, in which a byte takes six at most, it still fits into
 * a message.
 */
export const SIGNAL_BYTES = 160;

/** Anything but control and formatting characters and space: what a reader would see. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}]/u;

/** How long a text is in bytes of UTF-8. */
export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Returns why this can't be a message, in English; null when it can. */
export function messageProblem(text: unknown): string | null {
  return textProblem(text, 'message', MESSAGE_BYTES);
}

/** Returns why this can't be a signal between calls, in English; null when it can. */
export function signalProblem(text: unknown): string | null {
  return textProblem(text, 'signal', SIGNAL_BYTES);
}

/** Throws `message-rejected`, naming the limit, unless this can be a message. */
export function checkMessage(text: unknown): void {
  refuse(messageProblem(text));
}

/** Throws `message-rejected`, naming the limit, unless this can be a signal. */
export function checkSignal(text: unknown): void {
  refuse(signalProblem(text));
}

function textProblem(text: unknown, what: string, most: number): string | null {
  if (typeof text !== 'string') return `A ${what} must be text`;
  // An UTF-16 unit takes one byte at least: what is endless needs no encoding.
  const length = text.length > most ? text.length : bytesOf(text);
  if (length > most) return `A ${what} has at most ${most} bytes in UTF-8, and this one ${length} or more`;
  return VISIBLE.test(text) ? null : `A ${what} has 1 to ${most} bytes that can be read; this has none`;
}

function refuse(problem: string | null): void {
  if (problem) throw new CallError('message-rejected', problem);
}
