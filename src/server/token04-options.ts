/** What a token may be used for. A name that is left out is allowed. */
export interface Token04Privileges {
  /** To enter the room. Default: `true`. */
  readonly login?: boolean;
  /** To publish streams. Default: `true`; `false` is for people who only watch. */
  readonly publish?: boolean;
}

/** `gcm`: AES-256-GCM, which ZEGO recommends; `cbc`: AES-256-CBC, which ZEGO calls deprecated. */
export type Token04Encryption = 'gcm' | 'cbc';

/**
 * Room, privileges and stream IDs bind only where ZEGO has turned on "privilege authentication" for the project,
 * which its support does on request; app, user and end bind always.
 */
export interface Token04Options {
  /** Of the ZEGO project, from ZEGO's console: a whole number from 1 to 4,294,967,295. */
  readonly appId: number;
  /** Who the token is for, the very `user` of the call: 1-64 of ``A-Z a-z 0-9 ! # $ & ' ( ) * + , - . ; < = > @ \ ^ _ ` ~``. */
  readonly userId: string;
  /** Of the ZEGO project, from ZEGO's console: 32 printable ASCII characters. Belongs on servers only. */
  readonly serverSecret: string;
  /**
   * How long the token is good for, in whole seconds: from 1 to 2,073,600, which is 24 days, the most that ZEGO
   * documents (https://doc-zh.zego.im/zim-flutter/guides/users/authentication) and about what the SDK's timer can
   * count. Keep it short, such as 600: a call renews its token by itself, 30 s before the end.
   */
  readonly lifetime: number;
  /** The only room that the token opens: 1-128 of the same characters as `userId`. Default: any room. */
  readonly room?: string;
  /** Default: everything is allowed. */
  readonly privileges?: Token04Privileges;
  /**
   * The only streams that may be published: 1-100 IDs, each 1-256 of `A-Z a-z 0-9 _ -`. Default: any stream. Not
   * for `<zego-call>`, which makes up the ID of each stream; for programs of your own.
   */
  readonly streamIds?: readonly string[];
  /** How the token is encrypted. Default: `gcm`. `cbc` is for projects whose other parts know only the older format. */
  readonly encryption?: Token04Encryption;
}

/** ZEGO's generators hold it in 32 bits without a sign. */
const MAX_APP_ID = 2 ** 32 - 1;
const MAX_LIFETIME = 24 * 24 * 60 * 60;
/** So that the ciphertext's length fits its 16 bits, whatever the IDs. */
const MAX_STREAM_IDS = 100;
const MAX_LENGTH = { userId: 64, room: 128, streamId: 256 };
/** What ZEGO's Web SDK takes as room and user IDs, except `%`, which ZEGO asks not to use where Web clients take part. */
const ID = {
  characters: /^[A-Za-z0-9!#$&'()*+,\-.;<=>@\\^_`~]+$/,
  names: "letters, digits or ! # $ & ' ( ) * + , - . ; < = > @ \\ ^ _ ` ~",
};
const STREAM_ID = { characters: /^[A-Za-z0-9_-]+$/, names: 'letters, digits, _ or -' };
const ENCRYPTIONS: readonly Token04Encryption[] = ['gcm', 'cbc'];
const OPTIONS = [
  'appId',
  'userId',
  'serverSecret',
  'lifetime',
  'room',
  'privileges',
  'streamIds',
  'encryption',
];

/** Throws `TypeError` or `RangeError`, naming the argument. No message holds a value: it could be the secret. */
export function checkOptions(options: Token04Options): void {
  // A misspelt name would leave a limit out in silence, and an open token looks like any other.
  checkNames('options', options, OPTIONS);
  const { appId, userId, serverSecret, lifetime, room, privileges, streamIds, encryption } = options;
  checkInteger('appId', appId, MAX_APP_ID);
  checkId('userId', userId, MAX_LENGTH.userId);
  checkSecret(serverSecret);
  checkInteger('lifetime', lifetime, MAX_LIFETIME);
  if (room !== undefined) checkId('room', room, MAX_LENGTH.room);
  if (privileges !== undefined) checkPrivileges(privileges);
  if (streamIds !== undefined) checkStreamIds(streamIds);
  if (encryption !== undefined) checkEncryption(encryption);
}

function checkNames(name: string, value: unknown, known: readonly string[]): void {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} must be an object`);
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new TypeError(`${name} has no ${unknown}`);
}

function checkInteger(name: string, value: unknown, max: number): void {
  if (typeof value !== 'number') throw new TypeError(`${name} must be a number`);
  if (!Number.isInteger(value) || value < 1 || value > max)
    throw new RangeError(`${name} must be a whole number from 1 to ${max}`);
}

function checkId(name: string, value: unknown, maxLength: number, { characters, names } = ID): void {
  if (typeof value !== 'string') throw new TypeError(`${name} must be a string`);
  if (value.length > maxLength || !characters.test(value))
    throw new RangeError(`${name} must be 1-${maxLength} ${names}`);
}

function checkSecret(value: unknown): void {
  if (typeof value !== 'string') throw new TypeError('serverSecret must be a string');
  if (!/^[\x21-\x7e]{32}$/.test(value))
    throw new RangeError('serverSecret must be 32 printable ASCII characters');
}

function checkPrivileges(value: Token04Privileges): void {
  checkNames('privileges', value, ['login', 'publish']);
  for (const [name, allowed] of Object.entries(value)) {
    if (allowed !== undefined && typeof allowed !== 'boolean')
      throw new TypeError(`privileges.${name} must be true or false`);
  }
}

function checkStreamIds(value: unknown): void {
  if (!Array.isArray(value)) throw new TypeError('streamIds must be an array');
  // ZEGO takes an empty list for no limit, which is the opposite of what it says.
  if (value.length < 1 || value.length > MAX_STREAM_IDS)
    throw new RangeError(`streamIds must hold 1-${MAX_STREAM_IDS} stream IDs`);
  for (const [index, id] of value.entries())
    checkId(`streamIds[${index}]`, id, MAX_LENGTH.streamId, STREAM_ID);
}

function checkEncryption(value: unknown): void {
  if (typeof value !== 'string') throw new TypeError('encryption must be a string');
  if (!ENCRYPTIONS.some((known) => known === value))
    throw new RangeError(`encryption must be ${ENCRYPTIONS.join(' or ')}`);
}
