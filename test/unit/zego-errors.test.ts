import { expect } from '@open-wc/testing';
import { CallError, type CallErrorCode } from '../../src/engine/call-error.js';
import { Explanations } from '../../src/ui/explanations.js';
import { PAGE_TEXTS } from '../../src/ui/texts.js';
import { errorOf, throwIfFailed, toCallError } from '../../src/engine/zego/zego-errors.js';

/** A family of codes: what it is to come to, what people are told, and the codes with the SDK's own texts. */
type Family = readonly [
  name: string,
  code: CallErrorCode,
  told: string,
  engineCodes: Readonly<Record<number, string>>,
];

const UNREACHABLE = 'The call could not be reached. Check your connection and try again.';
const SLOW = 'This takes too long. Check your connection and try again.';
const ONLY_WATCH = 'You may watch this call, but not speak in it. Ask its host to let you.';
const TOO_OLD = 'This browser can’t make calls. Update it, or use another one.';
const MISCONFIGURED = 'This call is not set up correctly. Tell whoever runs this page.';
const WRONG = 'Something went wrong. Try again.';

/** The codes of the SDK (3.12.0) that a call can get to see. */
const FAMILIES: readonly Family[] = [
  [
    'a room out of reach',
    'network',
    UNREACHABLE,
    {
      1000002: 'not login',
      1000017: 'network is broken',
      1002053: 'network is broken and login fail.',
      1100003: 'socket close',
      1100006: 'net connect timeout',
      1100007: 'the user breaks the network connection',
      1100012: 'the socket is idle',
      1101002: 'get app config fail',
      1102001: 'heartbeat timeout.',
      1102013: 'liveroom request error.',
      1102014: 'zpush request fail.',
      1102017: 'dispatch error',
      1102021: 'biz channel error.',
    },
  ],
  [
    'publishing over a bad network',
    'network',
    UNREACHABLE,
    {
      1103021: 'session request fail',
      1103027: 'server session closed',
      1103028: 'ice connection error',
      1103030: 'negotiation timeout',
      1103050: 'websocket disconnected',
      1103051: 'publisher retry timeout',
      1103058: 'client ip changed',
      1103060: 'session request timeout',
      1103062: 'update stream info fail',
      1103078: 'publish stream poor and net probe poor',
      1103103: 'remote sdp no candidate',
    },
  ],
  [
    'playing over a bad network',
    'network',
    UNREACHABLE,
    {
      1004020: 'play stream interrupted',
      1104020: 'dispatch request fail',
      1104021: 'session request fail',
      1104027: 'server session closed',
      1104028: 'ice connection error',
      1104029: 'websocket disconnected',
      1104030: 'negotiation timeout',
      1104031: 'player retry timeout',
      1104033: 'client ip changed',
      1104036: 'session request timeout',
      1104037: 'probe time out',
      1104041: 'stream quality poor and net probe poor',
      1104047: 'remote sdp no candidate',
    },
  ],
  [
    'no answer',
    'timeout',
    SLOW,
    {
      1002031: 'login timeout',
      1100002: 'network timeout.',
      1100004: 'net agent timeout',
      1100005: 'net hb timeout',
      1102023: 'connect signal fail',
    },
  ],
  [
    'a full room',
    'room-full',
    'This call is full. Try again when somebody has left.',
    {
      1002034: 'users logging into the room exceeds the maximum number',
    },
  ],
  [
    'two logins of one user',
    'duplicate-login',
    'You are in this call somewhere else. Only one of both can be.',
    {
      1002050: 'kickout may be the same user ID login other',
      1002086: 'the user had logined in other device',
    },
  ],
  [
    'a user put out',
    'removed',
    'You were removed from this call. Ask its host for a new link to come back.',
    {
      1002055: 'server has sent a signal to kick out',
      1002066: 'forbid black user',
    },
  ],
  [
    'a wrong token',
    'token-invalid',
    'Your invitation to this call was not accepted. Ask for a new link.',
    {
      1002033: '(server)',
      1002077: 'the token userid error',
      1102016: 'token error',
      1102020: 'zego auth error.',
    },
  ],
  [
    'an expired token',
    'token-expired',
    'Your invitation to this call has expired. Ask for a new link.',
    {
      1002078: 'token expire error',
      1102018: 'token expired',
    },
  ],
  [
    'missing rights',
    'forbidden',
    ONLY_WATCH,
    {
      1002082: 'Token does not have the permission to publish current stream.',
      1003025: 'stream is forbided by media server',
      1103019: 'publish streams auth fail',
      1004025: 'stream is forbided by media server',
      1104046: 'play streams auth fail',
    },
  ],
  [
    'a login that was cancelled',
    'aborted',
    'It was cancelled. Try again when you like.',
    { 1102026: 'cancel login' },
  ],
  [
    'a taken stream ID',
    'stream-conflict',
    'Your picture could not be sent. Try again.',
    {
      1003028: 'There are duplicate stream ids in the room',
    },
  ],
  [
    'too many streams',
    'too-many-streams',
    'There are too many pictures to show them all. Some wait until others go.',
    {
      1104045: 'play streams is out limit',
    },
  ],
  [
    'an insecure page',
    'insecure-context',
    'Calls work only on secure pages. Open this page with https.',
    {
      1103053: 'https is required',
    },
  ],
  [
    'a browser that can’t',
    'unsupported',
    TOO_OLD,
    {
      1103002: 'browser do not support',
      1003080: 'browser does not support the codec',
      1004080: 'browser does not support the codec',
      1103072: '(effects)',
      1103074: 'video track is not readable',
      1103075: '(effects)',
      1103096: '(background)',
      1103098: '(background)',
      1103100: 'background process is start, but not subscribe yet',
    },
  ],
  [
    'a forbidden device',
    'permission-denied',
    'The browser did not allow it. Allow it in the site settings beside the address.',
    {
      1103064: 'get device not allowed',
    },
  ],
  [
    'a busy device',
    'device-in-use',
    'Another app is using the device. Close it and try again.',
    {
      1103065: 'device is not readable',
    },
  ],
  [
    'a missing device',
    'device-not-found',
    'No camera or microphone was found. Connect one and try again.',
    {
      1103048: '(constraints)',
      1103061: 'get media fail',
      1103066: 'device does not meet constraints',
    },
  ],
  [
    'an unplugged device',
    'device-lost',
    'A device was unplugged. Plug it in again, or choose another one.',
    {
      1006006: '(device)',
      1106007: '(device)',
      1106008: '(device)',
      1106009: 'mic track ended.',
      1106010: 'camera track ended.',
    },
  ],
  [
    'a refused message',
    'message-rejected',
    'The message was not sent. Make it shorter, or wait a moment.',
    {
      1009001: 'message content is empty',
      1009002: 'content is too long',
      1009010: 'failed to send message',
      1009013: 'message is too long',
      1009015: 'frequency limited.',
      1102022: 'trans send frequently',
      1109001: '(frequency)',
    },
  ],
  [
    'a wrong parameter',
    'invalid-config',
    MISCONFIGURED,
    {
      1000014: 'stream ID is too long',
      1000015: 'streamID is empty',
      1000016: 'stream ID contains illegal characters',
      1100001: 'input param error.',
      1101003: '(plugin)',
      1104001: 'input parm error',
    },
  ],
  [
    'what nobody can do anything about',
    'engine',
    WRONG,
    {
      1002001: 'login rooms exceeds the upper limit',
      1003099: 'publish inner error',
      1004002: 'play stream not found',
      1004081: 'decode video failed',
      1004099: 'internal exeception',
      1103022: 'create offer error',
      1103056: '(already publishing)',
      1104039: 'play stream not found',
      1999999: '(unknown)',
    },
  ],
];

/** Codes that blame an attribute, by attribute. */
const BLAMED: readonly [attribute: string, engineCodes: readonly number[]][] = [
  ['app-id', [1001004, 1001005, 1101000, 2000000001]],
  ['user', [1002005, 1002006, 1002007]],
  ['user-name', [1002008, 1002010]],
  ['room', [1002011, 1002012, 1002013]],
];

describe('errors of the ZEGO SDK', () => {
  for (const [name, code, told, engineCodes] of FAMILIES)
    for (const [engineCode, text] of Object.entries(engineCodes))
      it(`${engineCode} (${text}) is ${name}`, () => {
        const error = errorOf(Number(engineCode), text);
        expect(error).to.be.instanceOf(CallError);
        expect(error).to.include({ code, engineCode: Number(engineCode), message: text });
        expect(new Explanations(PAGE_TEXTS).error(error)).to.equal(told);
      });

  for (const [attribute, engineCodes] of BLAMED)
    for (const engineCode of engineCodes)
      it(`${engineCode} blames ${attribute}`, () => {
        const error = errorOf(engineCode, 'detail');
        expect(error).to.include({ code: 'invalid-config', attribute, engineCode });
        expect(new Explanations(PAGE_TEXTS).error(error)).to.equal(
          `This call is not set up correctly: ${attribute} was refused: detail.`,
        );
      });

  it('begins what it tells of an attribute with its name, as views expect', () => {
    expect(new Explanations(PAGE_TEXTS).error(errorOf(1002012, 'room id is too long'))).to.equal(
      'This call is not set up correctly: room was refused: room id is too long.',
    );
  });

  it('takes the fallback for what it does not know', () => {
    expect(errorOf(undefined, undefined, 'network').code).to.equal('network');
    expect(errorOf(0, '', 'removed').code).to.equal('removed');
    expect(errorOf('1002034').code).to.equal('engine');
  });

  const shapes: readonly [name: string, thrown: () => unknown, code: CallErrorCode, engineCode?: number][] = [
    ['{code, msg}', () => ({ code: 1002034, msg: 'full' }), 'room-full', 1002034],
    [
      '{errorCode, extendedData}',
      () => ({ errorCode: 1103064, extendedData: '{}' }),
      'permission-denied',
      1103064,
    ],
    ['both in one', () => ({ code: 1104045, errorCode: 1104045, msg: 'm' }), 'too-many-streams', 1104045],
    ['{code, message}', () => ({ code: 1102018, message: 'expired' }), 'token-expired', 1102018],
    ['false', () => false, 'engine'],
    ['undefined', () => undefined, 'engine'],
    ['null', () => null, 'engine'],
    ['a string', () => 'oh', 'engine'],
    ['an empty object', () => ({}), 'engine'],
    ['an Error', () => new TypeError('broken'), 'engine'],
    ['a CallError', () => new CallError('removed', 'gone'), 'removed'],
    ['a rejected promise', () => rejected({ code: 1002034 }), 'room-full', 1002034],
    ['a promise rejected with one', () => rejected(rejected(false)), 'engine'],
    ['a resolved promise', () => Promise.resolve(1), 'engine'],
  ];
  for (const [name, thrown, code, engineCode] of shapes) {
    it(`understands ${name}`, async () => {
      const error = await toCallError(thrown());
      expect(error).to.be.instanceOf(CallError);
      expect(error.code).to.equal(code);
      expect(error.engineCode).to.equal(engineCode);
      expect(error.message).to.not.equal('');
    });
  }

  it('keeps the cause', async () => {
    const thrown = { code: 1002034, msg: 'full' };
    expect((await toCallError(thrown)).cause).to.equal(thrown);
  });

  it('sees the error in an answer', async () => {
    for (const answer of [undefined, true, {}, { errorCode: 0 }, { errorCode: 0, extendedData: 'x' }]) {
      await throwIfFailed(answer);
    }
    for (const answer of [false, { errorCode: 1103065 }]) {
      const thrown = await throwIfFailed(answer).catch((error: unknown) => error);
      expect(thrown).to.be.instanceOf(CallError);
    }
  });
});

/** A promise rejected as the SDK does it: with anything, another rejected promise included. */
async function rejected(reason: unknown): Promise<never> {
  throw reason;
}
