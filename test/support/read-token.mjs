import assert from 'node:assert/strict';
import { createDecipheriv } from 'node:crypto';

/**
 * Decodes a Token04 by its layout, to its last byte, with node:crypto, which the product does not use. Throws when it was
 * encrypted with another secret, or changed.
 */
export function readToken(token, secret) {
  assert.match(token, /^04[A-Za-z0-9+/]+=*$/);
  const bytes = Buffer.from(token.slice(2), 'base64');
  const ivEnd = 10 + bytes.readUInt16BE(8);
  const iv = bytes.subarray(10, ivEnd);
  const end = ivEnd + 2 + bytes.readUInt16BE(ivEnd);
  const encrypted = bytes.subarray(ivEnd + 2, end);
  const encryption = encryptionOf(iv, bytes.subarray(end));
  const text = DECRYPT[encryption](Buffer.from(secret, 'utf8'), iv, encrypted).toString('utf8');
  return { encryption, expire: Number(bytes.readBigInt64BE(0)), iv, claims: JSON.parse(text) };
}

/** GCM has an IV of 12 bytes and a last byte 1; CBC one of 16 bytes and nothing behind the ciphertext. */
function encryptionOf(iv, rest) {
  const layout = `${iv.length} ${rest.toString('hex')}`;
  assert.ok(['12 01', '16 '].includes(layout), `This is no layout of a token: ${layout}`);
  return iv.length === 12 ? 'gcm' : 'cbc';
}

const TAG_LENGTH = 16;

const DECRYPT = {
  gcm(key, iv, encrypted) {
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_LENGTH });
    decipher.setAuthTag(encrypted.subarray(-TAG_LENGTH));
    return Buffer.concat([decipher.update(encrypted.subarray(0, -TAG_LENGTH)), decipher.final()]);
  },
  cbc(key, iv, encrypted) {
    const decipher = createDecipheriv('aes-256-cbc', key, iv);
    return Buffer.concat([decipher.update(encrypted), decipher.final()]);
  },
};
