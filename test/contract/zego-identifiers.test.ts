import { expect } from '@open-wc/testing';
import { checkRoom, checkUser } from '../../src/call/identifiers.js';
import { loadSdk, type Sdk } from '../../src/engine/zego/load-sdk.js';
import { pause } from '../support/wait.js';
import { goOffline } from './zego-offline.js';

const PRINTABLE = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const ODD = "!#$&'()*+,-.;<=>@\\^_`~";
/** Long enough for the SDK to refuse a login by itself, in ms. */
const REFUSAL = 20;

const CHECKS = { room: checkRoom, user: checkUser };
const LONGEST = { room: 128, user: 64 };

describe('the room and user IDs of the ZEGO SDK', () => {
  let sdk: Sdk;
  let goOnline: () => void;
  before(async () => {
    goOnline = goOffline();
    const Class = await loadSdk();
    sdk = new Class(7, '');
  });
  after(() => {
    sdk.destroyEngine();
    goOnline();
  });

  /** Whether the SDK itself takes these IDs: nobody else is there to refuse them. */
  async function logsIn(room: string, user: string): Promise<boolean> {
    let refused = false;
    const login = sdk.loginRoom(room, '04AAAA', { userID: user, userName: user }, { userUpdate: true });
    login.catch(() => (refused = true));
    await pause(REFUSAL);
    if (!refused) sdk.logoutRoom(room);
    return !refused;
  }

  function passes(check: () => void): boolean {
    try {
      check();
      return true;
    } catch {
      return false;
    }
  }

  for (const kind of ['room', 'user'] as const) {
    const sdkTakes = (id: string) => (kind === 'room' ? logsIn(id, 'me') : logsIn('r', id));
    const weTake = (id: string) => passes(() => CHECKS[kind](id));

    it(`agree with ours for every printable character of a ${kind} ID, except %`, async () => {
      const differing: string[] = [];
      for (const character of PRINTABLE)
        if ((await sdkTakes(`a${character}b`)) !== weTake(`a${character}b`)) differing.push(character);
      // ZEGO's documentation asks not to use it where Web clients take part.
      expect(differing).to.deep.equal(['%']);
    });

    for (const id of [
      'é',
      '房',
      '🎉',
      'a\n',
      '\\',
      "'",
      '\\'.repeat(LONGEST[kind]),
      ODD.repeat(6).slice(0, LONGEST[kind]),
    ])
      it(`agree with ours for the ${kind} ID ${JSON.stringify(id)}`, async () => {
        expect(weTake(id)).to.equal(await sdkTakes(id));
      });
  }

  it('are refused by ours where they are longer than ZEGO says', () => {
    for (const kind of ['room', 'user'] as const)
      expect(passes(() => CHECKS[kind]('x'.repeat(LONGEST[kind] + 1)))).to.equal(false);
  });
});
