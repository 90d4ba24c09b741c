import { expect } from '@open-wc/testing';
import { CallError, type CallErrorCode } from '../../src/engine/call-error.js';
import { Explanations } from '../../src/ui/explanations.js';
import { PAGE_TEXTS } from '../../src/ui/texts.js';
import { errorOf, throwIfFailed, toCallError } from '../../src/engine/zego/zego-errors.js';

/** Every code that ZEGO documents for what a call does, and what it is to come to. */
const MEANINGS: readonly [CallErrorCode, readonly number[]][] = [
  ['network', [1000017, 1100003, 1002053, 1103051, 1103027, 1103028, 1103030, 1103060]],
  ['network', [1104031, 1104028, 1004020]],
  ['timeout', [1002031, 1100002, 1102023]],
  ['room-full', [1002034]],
  ['duplicate-login', [1002050, 1002086]],
  ['removed', [1002055, 1002066]],
  ['invalid-config', [1001004, 1101000, 2000000001, 1000014, 1000015, 1000016, 1100001]],
  ['invalid-config', [1002005, 1002006, 1002007, 1002011, 1002012, 1002013, 1101003]],
  ['token-invalid', [1102016, 1002077, 1102020, 1002033]],
  ['token-expired', [1102018, 1002078]],
  ['forbidden', [1002082, 1003025, 1004025]],
  ['aborted', [1102026]],
  ['stream-conflict', [1003028]],
  ['insecure-context', [1103053]],
  ['unsupported', [1103002, 1103072, 1103074, 1103075]],
  ['permission-denied', [1103064]],
  ['device-in-use', [1103065]],
  ['device-not-found', [1103066, 1103048, 1103061]],
  ['device-lost', [1106007, 1106008, 1106009, 1106010, 1006006]],
  ['too-many-streams', [1104045]],
  ['message-rejected', [1009002, 1009013, 1009015, 1109001]],
  ['engine', [1103056, 1004002, 1104039, 1999999]],
];

describe('errors of the ZEGO SDK', () => {
  for (const [code, engineCodes] of MEANINGS) {
    it(`${engineCodes.join(', ')} → ${code}`, () => {
      for (const engineCode of engineCodes) {
        const error = errorOf(engineCode, 'detail');
        expect(error).to.be.instanceOf(CallError);
        expect(error).to.include({ code, engineCode });
        expect(error.message).to.match(/detail$/);
      }
    });
  }

  for (const [attribute, engineCode] of [
    ['app-id', 1001004],
    ['user', 1002006],
    ['room', 1002012],
  ] as const) {
    it(`names the attribute ${attribute}`, () => {
      expect(errorOf(engineCode)).to.include({ attribute });
    });
  }

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
