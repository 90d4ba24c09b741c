// Stands apart from the rest: no import but its own, and of the platform only what every server runtime has.
import { checkOptions } from './token04-options.js';
import type { Token04Encryption, Token04Options } from './token04-options.js';

export type { Token04Encryption, Token04Options, Token04Privileges } from './token04-options.js';

const VERSION = '04';
const encoder = new TextEncoder();

interface Format {
  readonly algorithm: 'AES-GCM' | 'AES-CBC';
  /** In bytes. */
  readonly ivLength: number;
  /** What stands behind the ciphertext. */
  readonly trailer: readonly number[];
}

const FORMATS: Readonly<Record<Token04Encryption, Format>> = {
  gcm: { algorithm: 'AES-GCM', ivLength: 12, trailer: [1] },
  cbc: { algorithm: 'AES-CBC', ivLength: 16, trailer: [] },
};

/**
 * Makes the token with which one user enters ZEGO's cloud: what a `token-url` answers with. For servers only: whoever
 * has the server secret can be anybody. Runs wherever Web Crypto does: Node 20, Deno, Bun, edge workers.
 *
 * Who asks must be known before: check your own session first, and sign for nobody but its user.
 *
 * Rejects with a `TypeError` when an argument is of the wrong type or of an unknown name, and with a `RangeError`
 * when its value cannot be; the message names the argument and never holds the secret.
 *
 * The format is that of ZEGO's own generators: https://github.com/zegoim/zego_server_assistant
 */
export async function createToken04(options: Token04Options): Promise<string> {
  checkOptions(options);
  const now = Math.floor(Date.now() / 1000);
  const expire = now + options.lifetime;
  const claims = {
    app_id: options.appId,
    user_id: options.userId,
    nonce: crypto.getRandomValues(new Int32Array(1))[0],
    ctime: now,
    expire,
    payload: payloadOf(options),
  };
  const format = FORMATS[options.encryption ?? 'gcm'];
  const iv = crypto.getRandomValues(new Uint8Array(format.ivLength));
  const ciphertext = await encrypt(JSON.stringify(claims), options.serverSecret, iv, format);
  return VERSION + base64(pack(expire, iv, ciphertext, format));
}

/** What the token is limited to, in ZEGO's words: 1 is to log in, 2 to publish. Empty without a limit. */
function payloadOf({ room, privileges, streamIds }: Token04Options): string {
  if (room === undefined && privileges === undefined && streamIds === undefined) return '';
  const { login = true, publish = true } = privileges ?? {};
  return JSON.stringify({
    room_id: room ?? '',
    privilege: { 1: Number(login), 2: Number(publish) },
    stream_id_list: streamIds ?? null,
  });
}

async function encrypt(
  text: string,
  secret: string,
  iv: Uint8Array<ArrayBuffer>,
  { algorithm: name }: Format,
): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), name, false, ['encrypt']);
  return new Uint8Array(await crypto.subtle.encrypt({ name, iv }, key, encoder.encode(text)));
}

/**
 * Concatenates, all big-endian: the end in seconds (64 bits), then IV and ciphertext, each behind its length (16 bits). The
 * ciphertext of GCM includes its tag, as Web Crypto returns it.
 */
function pack(expire: number, iv: Uint8Array, ciphertext: Uint8Array, { trailer }: Format): Uint8Array {
  const bytes = new Uint8Array(8 + 2 + iv.length + 2 + ciphertext.length + trailer.length);
  const view = new DataView(bytes.buffer);
  view.setBigInt64(0, BigInt(expire));
  view.setUint16(8, iv.length);
  bytes.set(iv, 10);
  view.setUint16(10 + iv.length, ciphertext.length);
  bytes.set(ciphertext, 12 + iv.length);
  bytes.set(trailer, 12 + iv.length + ciphertext.length);
  return bytes;
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
