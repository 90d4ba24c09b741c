import { invalidConfig } from '../engine/call-error.js';

/**
 * What ZEGO's SDK takes, except `%`: ZEGO's documentation asks not to use that where Web clients take part. No other
 * printable ASCII character passes the SDK's own check.
 */
const ALLOWED = /^[A-Za-z0-9!#$&'()*+,\-.;<=>@\\^_`~]+$/;
const ROOM_LENGTH = 128;
const USER_LENGTH = 64;
const NAME_LENGTH = 256;

/** Throws `invalid-config` unless this can be a room ID: 1-128 of ``A-Z a-z 0-9 ! # $ & ' ( ) * + , - . ; < = > @ \ ^ _ ` ~``. */
export function checkRoom(room: string): void {
  checkIdentifier('room', room, ROOM_LENGTH);
}

/** Throws `invalid-config` unless this can be a user ID: 1-64 of the same characters. */
export function checkUser(user: string): void {
  checkIdentifier('user', user, USER_LENGTH);
}

/** Throws `invalid-config` when the name is longer than 256 characters. Any text is allowed. */
export function checkUserName(name: string): void {
  checkText('user-name', name);
  if (name.length > NAME_LENGTH) throw invalidConfig('user-name', `is longer than ${NAME_LENGTH} characters`);
}

/** Throws `invalid-config` unless this can be a ZEGO project's app ID: a positive whole number. */
export function checkAppId(appId: number | undefined): void {
  if (appId === undefined) throw invalidConfig('app-id', 'is missing: the ZEGO engine needs one');
  if (!Number.isSafeInteger(appId) || appId <= 0)
    throw invalidConfig('app-id', 'must be a positive whole number');
}

function checkIdentifier(attribute: string, value: string, maxLength: number): void {
  checkText(attribute, value);
  if (value === '') throw invalidConfig(attribute, 'is missing');
  if (value.length > maxLength) throw invalidConfig(attribute, `is longer than ${maxLength} characters`);
  if (!ALLOWED.test(value))
    throw invalidConfig(
      attribute,
      "may hold letters, digits and ! # $ & ' ( ) * + , - . ; < = > @ \\ ^ _ ` ~ only",
    );
}

/** Properties may be set from JavaScript, to anything. */
function checkText(attribute: string, value: unknown): void {
  if (typeof value !== 'string') throw invalidConfig(attribute, 'must be text');
}
