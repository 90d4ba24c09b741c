// A stand-in for your own login, and the file to replace: who is signed in, and which rooms are open to whom.
import { getSignedCookie, setSignedCookie } from 'hono/cookie';

const COOKIE = 'session';
const LIFETIME = 60 * 60; // In seconds.
/** Made anew at each start, which ends all sessions. */
const key = crypto.getRandomValues(new Uint8Array(32));

/** Who a request comes from, and a name for this one session; `undefined` when nobody is signed in. */
export async function readSession(c) {
  const value = await getSignedCookie(c, key, COOKIE);
  if (!value) return undefined; // There is none, or its signature is false.
  // From the end: a user ID may contain dots.
  const [, user, id, end] = /^(.+)\.([^.]+)\.([^.]+)$/.exec(value) ?? [];
  return Number(end) > Date.now() / 1000 ? { user, id } : undefined;
}

/** Whether this user may be in this room. Ask your own data: here everybody may be everywhere. */
export async function mayEnter(/* user, room */) {
  return true;
}

/** For trying things out: whoever asks is believed. */
export async function signIn(c, user) {
  const end = Math.floor(Date.now() / 1000) + LIFETIME;
  const options = { httpOnly: true, sameSite: 'Strict', maxAge: LIFETIME }; // With https, add `secure: true`.
  await setSignedCookie(c, COOKIE, `${user}.${crypto.randomUUID()}.${end}`, key, options);
}
