import { signalProblem } from '../message-text.js';
import { objectIn } from './sdk-values.js';

/** The only key of our commands. ZEGO's prebuilt kit reads commands as JSON and passes over keys that it does not know. */
const KEY = 'zegoCallSignal';

/** Returns the custom command that carries a signal. */
export function writeSignal(text: string): string {
  return JSON.stringify({ [KEY]: text });
}

/** Reads the signal in a custom command; undefined when the command is not one of ours. */
export function readSignal(command: unknown): string | undefined {
  const text = objectIn(command)?.[KEY];
  return signalProblem(text) === null ? (text as string) : undefined;
}
