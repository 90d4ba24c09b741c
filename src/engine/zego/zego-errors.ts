import { CallError, type CallErrorCode } from '../call-error.js';
import { kickReason } from './kick-reason.js';
import { objectIn } from './sdk-values.js';

/**
 * Maps the codes that the SDK (3.12.0) can report to a call. All others become `engine`, with the code kept: codes of features
 * that no call uses, and of faults that nobody in the call can do anything about (a session description that can't be parsed,
 * say, or a second publisher of one stream in the same page).
 */
// prettier-ignore
const MEANINGS: readonly (readonly [CallErrorCode, ...number[]])[] = [
  ['network', 1000002, 1000017, 1002053, 1100003, 1100006, 1100007, 1100012], // room, not logged in (any more) included
  ['network', 1101002, 1102001, 1102013, 1102014, 1102017, 1102021], // servers behind the room
  ['network', 1103021, 1103027, 1103028, 1103030, 1103050, 1103051, 1103058, 1103060, 1103062, 1103078, 1103103], // publishing
  ['network', 1004020, 1104020, 1104021, 1104027, 1104028, 1104029, 1104030, 1104031, 1104033, 1104036, 1104037, 1104041, 1104047], // playing
  ['timeout', 1002031, 1100002, 1100004, 1100005, 1102023],
  ['room-full', 1002034],
  ['duplicate-login', 1002050, 1002086],
  ['removed', 1002055, 1002066],
  ['token-invalid', 1002033, 1002077, 1102016, 1102020],
  ['token-expired', 1002078, 1102018],
  ['forbidden', 1002082, 1003025, 1103019, 1004025, 1104046],
  ['aborted', 1102026],
  ['stream-conflict', 1003028],
  ['too-many-streams', 1104045],
  ['insecure-context', 1103053],
  ['unsupported', 1103002],
  ['unsupported', 1003080, 1004080], // codecs
  ['unsupported', 1103072, 1103074, 1103075], // effects: unknown to the browser, or too much for the machine
  ['unsupported', 1103096, 1103098, 1103100], // backgrounds: the same, or not among what the project pays
  ['permission-denied', 1103064],
  ['device-in-use', 1103065],
  ['device-not-found', 1103048, 1103061, 1103066],
  ['device-lost', 1006006, 1106007, 1106008, 1106009, 1106010],
  ['message-rejected', 1009001, 1009002, 1009010, 1009013, 1009015, 1102022, 1109001],
  ['invalid-config', 1001004, 1001005, 1101000, 2000000001], // app-id
  ['invalid-config', 1002005, 1002006, 1002007], // user
  ['invalid-config', 1002008, 1002010], // user-name
  ['invalid-config', 1002011, 1002012, 1002013], // room
  ['invalid-config', 1000014, 1000015, 1000016, 1100001, 1101003, 1104001],
];

/** The attribute behind an `invalid-config`, where the code tells. */
const ATTRIBUTES: ReadonlyMap<number, string> = new Map([
  [1001004, 'app-id'],
  [1001005, 'app-id'],
  [1101000, 'app-id'],
  [2000000001, 'app-id'],
  [1002005, 'user'],
  [1002006, 'user'],
  [1002007, 'user'],
  [1002008, 'user-name'],
  [1002010, 'user-name'],
  [1002011, 'room'],
  [1002012, 'room'],
  [1002013, 'room'],
]);

const CODES: ReadonlyMap<number, CallErrorCode> = new Map(
  MEANINGS.flatMap(([code, ...engineCodes]) => engineCodes.map((engineCode) => [engineCode, code] as const)),
);

/** The error for a code that came with an event of the SDK. `fallback` is for codes that mean nothing to us. */
export function errorOf(
  engineCode: unknown,
  detail?: unknown,
  fallback: CallErrorCode = 'engine',
): CallError {
  const known = typeof engineCode === 'number' && engineCode !== 0 ? engineCode : undefined;
  const code = (known !== undefined && CODES.get(known)) || fallback;
  const attribute = code === 'invalid-config' && known !== undefined ? ATTRIBUTES.get(known) : undefined;
  const given = kickReason(detail);
  const message = given ?? describe(detail, known);
  // What is told of an attribute begins with its name.
  return new CallError(code, attribute === undefined ? message : `${attribute} was refused: ${message}`, {
    ...(known !== undefined && { engineCode: known }),
    ...(attribute !== undefined && { attribute }),
    // With other codes it is ZEGO's own text.
    ...(code === 'removed' && given !== undefined && { explanation: given }),
    cause: detail,
  });
}

/**
 * The error for whatever the SDK threw, rejected or resolved with: `{code, msg}`, `{errorCode, extendedData}`,
 * both in one, a bare `false`, an `Error`, or a rejected promise as the reason. It settles at once, and always.
 */
export async function toCallError(thrown: unknown): Promise<CallError> {
  if (thrown instanceof CallError) return thrown;
  if (thrown instanceof Promise) return thrown.then(unnamed, toCallError);
  if (thrown instanceof Error) return CallError.from(thrown);
  if (typeof thrown !== 'object' || thrown === null) return unnamed(thrown);
  const { code, errorCode, msg, message, extendedData } = thrown as Record<string, unknown>;
  const error = errorOf(errorCode ?? code, extendedData || msg || message);
  return new CallError(error.code, error.message, { ...error, cause: thrown });
}

/** Throws when an answer of the SDK is an error in disguise: many of its promises resolve with one. */
export async function throwIfFailed(answer: unknown): Promise<void> {
  if (answer === false) throw unnamed(answer);
  if (typeof answer !== 'object' || answer === null) return;
  const { errorCode } = answer as Record<string, unknown>;
  if (errorCode !== undefined && errorCode !== 0) throw await toCallError(answer);
}

function unnamed(thrown: unknown): CallError {
  return new CallError('engine', `The ZEGO SDK failed without a reason (${String(thrown)})`, {
    cause: thrown,
  });
}

function describe(detail: unknown, engineCode: number | undefined): string {
  // JSON is for programs, which find it in the cause.
  if (typeof detail === 'string' && detail !== '' && !objectIn(detail)) return detail;
  return engineCode === undefined ? 'The ZEGO SDK gave no reason' : `The ZEGO SDK failed with ${engineCode}`;
}
