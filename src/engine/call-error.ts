/** What went wrong, as data. Views turn a code into text; nothing tests a message. */
export type CallErrorCode =
  | 'invalid-config'
  | 'insecure-context'
  | 'unsupported'
  | 'token-invalid'
  | 'token-expired'
  | 'permission-denied'
  | 'device-not-found'
  | 'device-in-use'
  | 'device-lost'
  | 'network'
  | 'timeout'
  | 'room-full'
  | 'duplicate-login'
  | 'removed'
  | 'forbidden'
  | 'stream-conflict'
  | 'too-many-streams'
  | 'message-rejected'
  | 'aborted'
  | 'engine';

/**
 * Why a device is not allowed: the person said no, or gave no answer; the operating system or the page that embeds this
 * one keeps the browser from asking.
 */
export type DenialReason = 'denied' | 'dismissed' | 'system' | 'page';

/** The device an error is about. */
export type DeviceKind = 'microphone' | 'camera' | 'screen';

export interface CallErrorDetails {
  /** The code that the engine gave, for a support engineer; absent when the engine gave none. */
  engineCode?: number | string;
  /** What was thrown underneath. */
  cause?: unknown;
  /** The attribute that is wrong, with `invalid-config`. */
  attribute?: string;
  /** The device concerned, with the `device-*` and `permission-denied` codes. */
  device?: DeviceKind | 'speaker';
  /** With `permission-denied`, as far as the browser tells. */
  reason?: DenialReason;
  /** With `removed`: the reason that whoever removed us has given, as plain text of at most 200 characters. */
  explanation?: string;
  /** With `device-lost`: the label of the device that is used instead from now on; it may be empty. */
  replacement?: string;
}

const RECOVERABLE: ReadonlySet<CallErrorCode> = new Set([
  'token-expired',
  'permission-denied',
  'device-not-found',
  'device-in-use',
  'device-lost',
  'network',
  'timeout',
  'room-full',
  'stream-conflict',
  'message-rejected',
  'aborted',
]);

/** The only error that leaves this product: every promise rejects with it, every `zego-error` carries it. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: CallErrorCode;
  /** True when trying again, possibly after the user acts (allows the camera, goes online), can succeed. */
  readonly recoverable: boolean;
  readonly engineCode?: number | string;
  readonly attribute?: string;
  readonly device?: DeviceKind | 'speaker';
  readonly reason?: DenialReason;
  readonly replacement?: string;
  readonly explanation?: string;

  /** @param message English, for developers; people read the text that belongs to the code. */
  constructor(code: CallErrorCode, message: string, details: CallErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    this.recoverable = RECOVERABLE.has(code);
    if (details.engineCode !== undefined) this.engineCode = details.engineCode;
    if (details.attribute !== undefined) this.attribute = details.attribute;
    if (details.device !== undefined) this.device = details.device;
    if (details.reason !== undefined) this.reason = details.reason;
    if (details.explanation !== undefined) this.explanation = details.explanation;
    if (details.replacement !== undefined) this.replacement = details.replacement;
  }

  /** Passes a `CallError` through; wraps anything else as `code`, keeping it as the cause. */
  static from(this: void, thrown: unknown, code: CallErrorCode = 'engine'): CallError {
    if (thrown instanceof CallError) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new CallError(code, message, { cause: thrown });
  }
}

/** Returns the error for a value of an attribute or property that can't work; its message starts with the attribute's name. */
export function invalidConfig(attribute: string, problem: string, cause?: unknown): CallError {
  return new CallError('invalid-config', `${attribute} ${problem}`, {
    attribute,
    ...(cause === undefined ? {} : { cause }),
  });
}
