import { signalProblem } from '../message-text.js';
import { isRecord } from './sdk-values.js';

/** The only key of our commands. ZEGO's prebuilt kit reads commands as JSON and passes over keys that it does not know. */
const KEY = 'zegoCallSignal';
/** The longest command that can be ours, in UTF-16 units: a signal takes 960 at most. */
const LONGEST = 1_024;

/** Returns the custom command that carries a signal. */
export function writeSignal(text: string): string {
  return JSON.stringify({ [KEY]: text });
}

/** Reads the signal in a custom command; undefined when the command is not one of ours. */
export function readSignal(command: unknown): string | undefined {
  if (typeof command !== 'string' || command.length > LONGEST) return undefined;
  const text = fieldOf(command);
  return signalProblem(text) === null ? (text as string) : undefined;
}

function fieldOf(command: string): unknown {
  try {
    const value: unknown = JSON.parse(command);
    return isRecord(value) ? value[KEY] : undefined;
  } catch {
    return undefined;
  }
}
