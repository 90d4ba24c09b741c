import { expect } from '@open-wc/testing';
import { checkAppId, checkRoom, checkUser, checkUserName } from '../../src/call/identifiers.js';
import { CallError } from '../../src/engine/call-error.js';

/** One of every class of character that no ID may hold. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  'a space': ' ',
  'a tab': '\t',
  'a line break': '\n',
  'a carriage return': '\r',
  'a null character': '\0',
  'a no-break space': '\u00a0',
  'a zero-width space': '\u200b',
  'a byte order mark': '\ufeff',
  'a right-to-left mark': '\u200f',
  'a colon': ':',
  'a slash': '/',
  'a quote': '"',
  'a brace': '{',
  'a bracket': '[',
  'a percent sign': '%',
  'a question mark': '?',
  'a pipe': '|',
  'an en dash': '–',
  'an accented letter': 'é',
  'a full-width letter': 'Ａ',
  'a Cyrillic letter that looks Latin': 'а',
  'a Chinese character': '房',
  'an Arabic digit': '٣',
  'a superscript digit': '²',
  'an emoji': '🎉',
  'half a surrogate pair': '\ud83c',
};

/** The characters that IDs may hold besides letters and digits. */
const ODD = "!#$&'()*+,-.;<=>@\\^_`~";

function errorOf(check: () => void): CallError | undefined {
  try {
    check();
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(CallError);
    return thrown as CallError;
  }
  return undefined;
}

function expectRefused(attribute: string, check: () => void): void {
  expect(errorOf(check)).to.include({ code: 'invalid-config', attribute, recoverable: false });
}

for (const { attribute, check, longest } of [
  { attribute: 'room', check: checkRoom, longest: 128 },
  { attribute: 'user', check: checkUser, longest: 64 },
]) {
  describe(`the ${attribute} ID`, () => {
    for (const good of [
      ...'aZ0',
      ...ODD,
      'Tea_Room-42',
      'ben@example.com',
      'team.standup',
      "o'hara",
      'trailing\\',
      ODD.repeat(3).slice(0, longest),
      'x'.repeat(longest),
    ])
      it(`may be ${good.length} long: ${good.slice(0, 12)}`, () => {
        expect(errorOf(() => check(good))).to.equal(undefined);
      });

    for (const bad of ['', 'x'.repeat(longest + 1), 'x'.repeat(100_000)])
      it(`may not be ${bad.length} long`, () => expectRefused(attribute, () => check(bad)));

    for (const [name, character] of Object.entries(FORBIDDEN))
      it(`may not hold ${name}, wherever it stands`, () => {
        for (const bad of [character, `${character}tea`, `te${character}a`, `tea${character}`])
          expectRefused(attribute, () => check(bad));
      });

    for (const [name, bad] of Object.entries<unknown>({
      undefined: undefined,
      null: null,
      'a number': 42,
      'a truth value': true,
      'an object': {},
      'a list': ['tea'],
      'a symbol': Symbol('tea'),
    }))
      it(`may not be ${name} instead of text`, () => {
        expectRefused(attribute, () => check(bad as string));
      });
  });
}

describe('the user name', () => {
  for (const good of ['', 'Ada Löwe', '<b>Ada</b>', '王小明', 'עדה', '👩‍👩‍👧‍👦', 'x'.repeat(256)])
    it(`may be any text: ${good.slice(0, 20)}`, () => {
      expect(errorOf(() => checkUserName(good))).to.equal(undefined);
    });

  it('may not be longer than 256 characters', () => {
    expectRefused('user-name', () => checkUserName('x'.repeat(257)));
  });

  it('may not be anything but text', () => {
    expectRefused('user-name', () => checkUserName(42 as unknown as string));
  });
});

describe('the app ID', () => {
  for (const good of [1, 1_234_567_890, 4_294_967_295, Number.MAX_SAFE_INTEGER])
    it(`may be ${good}`, () => {
      expect(errorOf(() => checkAppId(good))).to.equal(undefined);
    });

  for (const bad of [
    undefined,
    Number.NaN,
    0,
    -0,
    -1,
    1.5,
    Number.POSITIVE_INFINITY,
    Number.MAX_SAFE_INTEGER + 1,
    1e300,
  ])
    it(`may not be ${bad}`, () => expectRefused('app-id', () => checkAppId(bad)));

  it('may not be text that looks like a number', () => {
    expectRefused('app-id', () => checkAppId('12' as unknown as number));
  });
});
