// The room and user IDs that tokens and the example of a token server take: those that ZEGO's Web SDK takes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { Hono } from 'hono';
import { ID_CHARACTER } from '../../examples/token-server/ids.mjs';
import { readSession, signIn } from '../../examples/token-server/session.mjs';
import { ensureDist } from '../../tools/ensure-dist.mjs';
import { readToken } from '../support/read-token.mjs';

const SECRET = '0123456789abcdefghijklmnopqrstuv';
const ODD = "!#$&'()*+,-.;<=>@\\^_`~";
const FORBIDDEN = [...' "%/:?[]{|}\n\0é房'];
const LONG_ROOM = `${ODD.repeat(6).slice(0, 127)}\\`;
const LONG_USER = '\\'.repeat(64);
const base = { appId: 123456789, userId: 'ana', serverSecret: SECRET, lifetime: 600 };

let createToken04;

before(async () => {
  await ensureDist();
  ({ createToken04 } = await import('zego-call/server'));
});

describe('the room and user IDs of a token', () => {
  const ids = [...ODD].map((character) => [`a${character}b`, `a${character}b`]);
  for (const [userId, room] of [...ids, ['ben@example.com', 'team.standup'], [LONG_USER, LONG_ROOM]])
    it(`may be ${userId} and ${room}`, async () => {
      const { claims } = readToken(await createToken04({ ...base, userId, room }), SECRET);
      assert.equal(claims.user_id, userId);
      assert.equal(JSON.parse(claims.payload).room_id, room);
    });

  for (const character of FORBIDDEN)
    it(`may not contain ${JSON.stringify(character)}`, async () => {
      const id = `a${character}b`;
      await assert.rejects(createToken04({ ...base, userId: id }), RangeError);
      await assert.rejects(createToken04({ ...base, room: id }), RangeError);
    });

  it('are not those of streams, which are letters, digits, - and _', async () => {
    await assert.rejects(createToken04({ ...base, streamIds: ['a.b'] }), RangeError);
    const { claims } = readToken(await createToken04({ ...base, streamIds: ['a-b_1'] }), SECRET);
    assert.deepEqual(JSON.parse(claims.payload).stream_id_list, ['a-b_1']);
  });
});

describe('the example of a token server', () => {
  for (const user of ['ana', 'ana.x.9999999999', '.', 'a.b.', 'ben@example.com', "o'hara;x=1", LONG_USER])
    it(`knows ${user} again, and nobody else`, async () => {
      const app = new Hono();
      app.post('/', async (c) => {
        await signIn(c, user);
        return c.body(null);
      });
      app.get('/', async (c) => c.json({ user: (await readSession(c))?.user }));
      const signedIn = await app.request('/', { method: 'POST' });
      const cookie = signedIn.headers.get('set-cookie').split(';')[0];
      const answer = await app.request('/', { headers: { cookie } });
      assert.deepEqual(await answer.json(), { user });
    });

  const demoPattern = /name="room"[^>]*?pattern="(.*?)"/s
    .exec(readFileSync('demo/index.html', 'utf8'))[1]
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<');
  // Browsers read the patterns of fields with the flag `v`.
  for (const [what, pattern] of [
    ['its own', new RegExp(`^${ID_CHARACTER}$`)],
    ['its field', new RegExp(`^${ID_CHARACTER}$`, 'v')],
    ['the field of the demo', new RegExp(`^${demoPattern}$`, 'v')],
  ])
    it(`takes the same characters by ${what} pattern`, () => {
      for (const character of `aZ0${ODD}`) assert.match(character, pattern);
      for (const character of FORBIDDEN) assert.doesNotMatch(character, pattern);
    });
});
