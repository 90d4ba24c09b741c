// `zego-call/server` as built.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { createContext, runInContext } from 'node:vm';
import { rollup } from 'rollup';
import { ensureDist } from '../../tools/ensure-dist.mjs';
import { readToken } from '../support/read-token.mjs';

const SECRET = '0123456789abcdefghijklmnopqrstuv';
const NOW = 1_700_000_000;
const DAY = 24 * 60 * 60;
const MAX_LIFETIME = 24 * DAY;
const base = { appId: 123456789, userId: 'ana', serverSecret: SECRET, lifetime: 600 };

let createToken04;

before(async () => {
  await ensureDist();
  ({ createToken04 } = await import('zego-call/server'));
});

describe('a token', () => {
  it('is, byte for byte, what OpenSSL makes of the same time and randomness', async (test) => {
    const limits = { room: 'standup', privileges: { publish: false }, streamIds: ['a', 'b-1'] };
    const vectors = [
      {
        options: base,
        randomByte: 0x07,
        token:
          '04AAAAAGVT81gADAcHBwcHBwcHBwcHBwB6QK3Vjlb8/3+DQgb5csrtEINrNsj9pPf4D6h3LdoRuIfU+f3ghhBzV3Okc9j4UY4ovV' +
          'xzKNmNtBrBhO8Q7gQLigOnmA+ZBr1WvVCIOthtJn2tS1icfVADSxFlxPC+BuNuenASM7/Mv9/ulJZcCzyYajAAwWjiHyVrnuMB',
      },
      {
        options: { ...base, appId: 2 ** 32 - 1, userId: 'ben_2', lifetime: MAX_LIFETIME, ...limits },
        randomByte: 0xff,
        token:
          '04AAAAAGVzlQAADP///////////////wDS7FJZZZWsxzvdHF3dCktLlPsjSUZrXHKE0xefF123rEkB+rLnUC/Wxklep0aPxp1SKS' +
          'eseZQ46KUeVUBjAdPKerh0sq6+CZhD63uPFljgzu4su4Ln8rgghwXkCTnwa0tjcnIa2SISj+QtWHERpmiiqSl5JCVb3ZE673huqI' +
          'R8TpPHFLnAYLk8y0V2YwtNf6sFtLOVvMGpwxImw67SQejxQK/aLs7j92x7X9JiJSmXnVGSV5FNYr2lXaZ12tHr39a+7f/e4JceUS' +
          'UkeSrfHbl7SUm+AQ==',
      },
      {
        options: { ...base, encryption: 'cbc' },
        randomByte: 0x07,
        token:
          '04AAAAAGVT81gAEAcHBwcHBwcHBwcHBwcHBwcAcIT6ub5chTbSt4WDlpC/MD9QAH6PUW4SlZPgsTPPkJTpt3K0WYMDji5ijnexh' +
          'zwyv/w1wg1hOkNiFw99J3GZDriM9dFByHPl1bpPFAc66fKE1F8QMdW0fWVrYyz7pUModotLfHXwZpwD9To0jWyCRT8=',
      },
      {
        options: {
          ...base,
          appId: 2 ** 32 - 1,
          userId: 'ben_2',
          lifetime: MAX_LIFETIME,
          ...limits,
          encryption: 'cbc',
        },
        randomByte: 0xff,
        token:
          '04AAAAAGVzlQAAEP////////////////////8A0J/COptTn7ce+Gi9q3F+TcqneDBfCpVPLG77yshzGrahHn8eA6dx5YGPwV/z' +
          'so9pmeebq/YPEIXNbxXpfdkvChGFJLqS3hm8ZvuKr2qrkcLNugY90eCmHVM0ooqcBsBuvS43Jp+fnaZuu6YGGlR3OQM7V83T7' +
          'EkoHJZh2phsKa9dGc/+wcLFD+mENSHDqaQ34AAScelLekfNarGrQpvJO/xsigBd4o/vI0bKggOOD/Hs1eyRdB6y11uF6YNmSe' +
          'RHZZGd3s+9vzssGjhk0NFn7zU=',
      },
    ];
    for (const { options, randomByte, token } of vectors) {
      freeze(test, { randomByte });
      assert.equal(await createToken04(options), token);
      test.mock.reset();
    }
  });

  for (const encryption of [undefined, 'gcm', 'cbc'])
    it(`is encrypted as asked: ${encryption ?? 'without a wish, with GCM'}`, async () => {
      const token = await createToken04({ ...base, encryption });
      const read = open(token);
      assert.equal(read.encryption, encryption ?? 'gcm');
      assert.equal(read.claims.user_id, 'ana');
    });

  it('is refused by whoever reads it when a single bit was changed', async () => {
    const token = await createToken04(base);
    const bytes = Buffer.from(token.slice(2), 'base64');
    for (const at of [10, 30, bytes.length - 2]) {
      const changed = Buffer.from(bytes);
      changed[at] ^= 1;
      assert.throws(() => open(`04${changed.toString('base64')}`));
    }
  });

  it('says who, for which app, from when and until when', async (test) => {
    freeze(test, { randomByte: 0x80 });
    const { expire, claims } = open(await createToken04(base));
    assert.equal(expire, NOW + 600);
    assert.deepEqual(claims, {
      app_id: 123456789,
      user_id: 'ana',
      nonce: 0x80808080 - 2 ** 32,
      ctime: NOW,
      expire: NOW + 600,
      payload: '',
    });
  });

  it('says the same end outside and inside, for every lifetime', async () => {
    const lifetimes = [
      1,
      2,
      29,
      30,
      31,
      59,
      60,
      600,
      3599,
      3600,
      DAY,
      7 * DAY,
      MAX_LIFETIME - 1,
      MAX_LIFETIME,
    ];
    for (let lifetime = 1; lifetime < MAX_LIFETIME; lifetime = Math.ceil(lifetime * 1.1))
      lifetimes.push(lifetime);
    for (const lifetime of lifetimes) {
      const earliest = Math.floor(Date.now() / 1000);
      const { expire, claims } = open(await createToken04({ ...base, lifetime }));
      assert.equal(claims.expire, expire);
      assert.equal(claims.expire - claims.ctime, lifetime);
      assert.ok(claims.ctime >= earliest && claims.ctime <= Date.now() / 1000);
    }
  });

  it('knows times that need more than 32 bits', async (test) => {
    const now = 2 ** 32 + 12345;
    freeze(test, { now, randomByte: 1 });
    assert.equal(open(await createToken04(base)).expire, now + 600);
  });

  it('drops fractions of seconds', async (test) => {
    freeze(test, { now: NOW + 0.999, randomByte: 1 });
    assert.equal(open(await createToken04(base)).claims.ctime, NOW);
  });

  it('takes every argument at its bounds', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
    const streamIds = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(256, 'x'));
    const room = alphabet.repeat(2);
    const serverSecret = '!~ASCII"\'\\{}<>&%$#@0123456789abc'.slice(0, 32);
    const token = await createToken04({ ...base, appId: 1, userId: alphabet, serverSecret, room, streamIds });
    const { claims } = open(token, serverSecret);
    assert.equal(claims.app_id, 1);
    assert.equal(claims.user_id, alphabet);
    assert.deepEqual(JSON.parse(claims.payload), {
      room_id: room,
      privilege: { 1: 1, 2: 1 },
      stream_id_list: streamIds,
    });
  });

  it('never has the same IV or nonce as another', async () => {
    const count = 10_000;
    const ivs = new Set();
    const nonces = [];
    for (let made = 0; made < count; made += 1) {
      const { iv, claims } = open(await createToken04(base));
      ivs.add(iv.toString('hex'));
      nonces.push(claims.nonce);
    }
    assert.equal(ivs.size, count);
    assert.ok(nonces.every((nonce) => Number.isInteger(nonce) && nonce >= -(2 ** 31) && nonce < 2 ** 31));
    // Of 32 random bits, 10,000 draws repeat one in a hundred runs; four repeats are no chance any more.
    assert.ok(new Set(nonces).size > count - 4);
    const negative = nonces.filter((nonce) => nonce < 0).length;
    assert.ok(negative > 0.45 * count && negative < 0.55 * count, `${negative} are negative`);
  });

  it('takes its IV and nonce from the cryptographic source alone', async (test) => {
    test.mock.method(Math, 'random', () => assert.fail('Math.random'));
    const { mock } = test.mock.method(crypto, 'getRandomValues');
    await createToken04(base);
    assert.deepEqual(mock.calls.map(({ arguments: [array] }) => array.byteLength).sort(), [12, 4]);
  });

  it('can be opened with its own secret only', async () => {
    const token = await createToken04(base);
    assert.throws(() => open(token, 'another0another0another0another0'));
  });
});

describe('the payload', () => {
  const all = { 1: 1, 2: 1 };
  const cases = {
    'holds the room': [{ room: 'standup' }, { room_id: 'standup', privilege: all, stream_id_list: null }],
    'allows what is not named': [{ privileges: {} }, { room_id: '', privilege: all, stream_id_list: null }],
    'holds what is allowed': [
      { privileges: { login: true, publish: true } },
      { room_id: '', privilege: all, stream_id_list: null },
    ],
    'takes publishing away': [
      { room: 'a', privileges: { publish: false } },
      { room_id: 'a', privilege: { 1: 1, 2: 0 }, stream_id_list: null },
    ],
    'takes logging in away': [
      { privileges: { login: false } },
      { room_id: '', privilege: { 1: 0, 2: 1 }, stream_id_list: null },
    ],
    'holds the streams': [
      { streamIds: ['cam-1', 'screen_1'] },
      { room_id: '', privilege: all, stream_id_list: ['cam-1', 'screen_1'] },
    ],
  };
  for (const [what, [limits, payload]] of Object.entries(cases)) {
    it(what, async () => {
      const { claims } = open(await createToken04({ ...base, ...limits }));
      assert.deepEqual(JSON.parse(claims.payload), payload);
    });
  }

  it('is empty when nothing is limited', async () => {
    const unlimited = { room: undefined, privileges: undefined, streamIds: undefined };
    assert.equal(open(await createToken04({ ...base, ...unlimited })).claims.payload, '');
  });
});

describe('refuses', () => {
  const numbers = { zero: 0, 'a negative number': -1, 'a fraction': 1.5, NaN: NaN, Infinity: Infinity };
  const noId = {
    'an empty text': '',
    'a space': 'a b',
    'a line break at the end': 'a\n',
    'another alphabet': 'ана',
    markup: '<b/>',
  };
  const wrongTypes = { null: null, 'an object': {}, 'an array': ['a'], true: true };
  const bad = [
    ...table('appId', TypeError, { undefined, 'a numeric text': '123', 'a bigint': 1n, ...wrongTypes }),
    ...table('appId', RangeError, { ...numbers, 'more than 32 bits': 2 ** 32 }),
    ...table('userId', TypeError, { undefined, 'a number': 1, ...wrongTypes }),
    ...table('userId', RangeError, { ...noId, '65 characters': 'a'.repeat(65) }),
    ...table('serverSecret', TypeError, {
      undefined,
      'a number': 1,
      bytes: new Uint8Array(32),
      ...wrongTypes,
    }),
    ...table('serverSecret', RangeError, {
      'an empty text': '',
      '31 characters': SECRET.slice(1),
      '33 characters': `${SECRET}w`,
      'a line break at the end': `${SECRET.slice(1)}\n`,
      'what is not ASCII': `${SECRET.slice(1)}é`,
    }),
    ...table('lifetime', TypeError, { undefined, 'a numeric text': '600', ...wrongTypes }),
    ...table('lifetime', RangeError, { ...numbers, 'more than 24 days': MAX_LIFETIME + 1 }),
    ...table('room', TypeError, { 'a number': 1, ...wrongTypes }),
    ...table('room', RangeError, { ...noId, '129 characters': 'a'.repeat(129) }),
    ...table('privileges', TypeError, {
      null: null,
      'a text': 'login',
      'another name': { publishing: false },
    }),
    ...table('privileges', TypeError, { 'an array': ['publish'], 'a number in it': { publish: 0 } }),
    ...table('privileges', TypeError, { 'null in it': { login: null } }),
    ...table('streamIds', TypeError, {
      null: null,
      'a text': 'a',
      'a number in it': [1],
      'a hole in it': Array(1),
    }),
    ...table('streamIds', RangeError, { none: [], 101: Array(101).fill('a'), 'an empty one': ['a', ''] }),
    ...table('encryption', TypeError, { 'a number': 1, ...wrongTypes }),
    ...table('encryption', RangeError, { 'an empty text': '', 'in capitals': 'GCM', 'another one': 'ecb' }),
    ...table('streamIds', RangeError, { 'a slash in it': ['a/b'], '257 characters': ['a'.repeat(257)] }),
  ];
  for (const { argument, what, value, Kind } of bad) {
    it(`${argument}: ${what}`, async () => {
      const error = await rejection({ ...base, [argument]: value });
      assert.equal(error.constructor, Kind);
      assert.match(error.message, new RegExp(`^${argument}\\b`));
      const secrets = [SECRET, argument === 'serverSecret' && value];
      assert.ok(!secrets.some((secret) => tells(error, secret)), 'it tells the secret');
    });
  }

  it('names that it does not know, since a misspelt limit limits nothing', async () => {
    const error = await rejection({ ...base, roomId: 'standup' });
    assert.equal(error.constructor, TypeError);
    assert.match(error.message, /roomId/);
  });

  for (const options of [undefined, null, 'options']) {
    it(`${options} in place of the options`, async () => {
      assert.equal((await rejection(options)).constructor, TypeError);
    });
  }

  function tells(error, secret) {
    return typeof secret === 'string' && secret !== '' && inspect(error).includes(secret);
  }

  function table(argument, Kind, values) {
    return Object.entries(values).map(([what, value]) => ({ argument, what, value, Kind }));
  }
});

it('says nothing, neither when it succeeds nor when it fails', async (test) => {
  const said = [];
  for (const name of ['debug', 'error', 'info', 'log', 'trace', 'warn']) {
    test.mock.method(console, name, (...text) => said.push(text));
  }
  await createToken04({ ...base, room: 'standup' });
  await rejection({ ...base, lifetime: 0 });
  assert.deepEqual(said, []);
});

it('needs nothing of its runtime but what every server has', async () => {
  const build = await rollup({ input: fileURLToPath(import.meta.resolve('zego-call/server')) });
  const { output } = await build.generate({ format: 'iife', name: 'server' });
  assert.deepEqual(output[0].imports, []);
  const bare = createContext({ crypto, btoa, TextEncoder });
  const make = runInContext(`${output[0].code}; server.createToken04`, bare);
  assert.equal(open(await make(base)).claims.user_id, 'ana');
});

/** Every random byte is the same one, and the time stands still. */
function freeze(test, { now = NOW, randomByte }) {
  test.mock.method(Date, 'now', () => now * 1000);
  test.mock.method(crypto, 'getRandomValues', (array) => {
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength).fill(randomByte);
    return array;
  });
}

const open = (token, secret = SECRET) => readToken(token, secret);

async function rejection(options) {
  try {
    await createToken04(options);
  } catch (error) {
    return error;
  }
  return assert.fail('it was not refused');
}
