import { expect } from '@open-wc/testing';
import type { CallConfig } from '../../src/call/call-config.js';
import { CallError, type CallErrorCode } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, pause } from '../support/wait.js';
import { SHORT, useStage } from './call-stage.js';

/** The least time between two renewals, here. */
const RENEWAL = 150;

describe('a token that is refused', () => {
  const stage = useStage();
  /** Refuses every token but these. */
  const accept = (...accepted: string[]): void => refuse('token-invalid', accepted);
  const refuse = (code: CallErrorCode, accepted: readonly string[] = []): void => {
    stage().engineFaults = {
      join: async ({ token }) => {
        if (!accepted.includes(token)) throw new CallError(code, `“${token}” is refused`);
      },
    };
  };
  const tried = () => stage().engine.requests.map(({ token }) => token);

  for (const code of ['token-invalid', 'token-expired'] as const)
    it(`gets one new try with a fresh one, and no more: ${code}`, async () => {
      let made = 0;
      stage().session.configure({ tokenProvider: () => `token ${(made += 1)}` });
      refuse(code);
      await expectCallError(stage().join(), code);
      expect(tried()).to.deep.equal(['token 1', 'token 2']);
      expect(stage().status).to.equal('failed');
      expect(stage().devices.live).to.deep.equal([]);
    });

  it('is replaced in silence when the fresh one is good', async () => {
    let made = 0;
    stage().session.configure({ tokenProvider: () => `token ${(made += 1)}` });
    accept('token 2');
    const seen: string[] = [];
    stage().session.subscribe(({ connection }) => seen.push(connection.status));
    await stage().join();
    expect(new Set(seen)).to.deep.equal(new Set(['joining', 'joined']));
    expect(stage().engines).to.have.length(1);
  });

  it('is not tried again when it stands in the attribute', async () => {
    stage().session.configure({ token: 'one' });
    accept();
    await expectCallError(stage().join(), 'token-invalid');
    expect(tried()).to.deep.equal(['one']);
  });

  it('is replaced by an attribute that changed meanwhile', async () => {
    stage().session.configure({ token: 'one' });
    stage().engineFaults = {
      join: async ({ token }) => {
        if (token === 'two') return;
        stage().session.configure({ token: 'two' });
        throw new CallError('token-expired', 'Of the test');
      },
    };
    await stage().join();
    expect(tried()).to.deep.equal(['one', 'two']);
  });

  it('does not bring anything else back', async () => {
    let made = 0;
    stage().session.configure({ tokenProvider: () => `token ${(made += 1)}` });
    refuse('room-full');
    await expectCallError(stage().join(), 'room-full');
    expect(made).to.equal(1);
  });

  it('is given up with the call', async () => {
    let made = 0;
    stage().session.configure({ tokenProvider: () => `token ${(made += 1)}` });
    stage().engineFaults = {
      join: async () => {
        void stage().leave();
        throw new CallError('token-expired', 'Of the test');
      },
    };
    await expectCallError(stage().join(), 'aborted');
    await pause(SHORT);
    expect(made).to.equal(1);
    expect(stage().state.connection).to.include({ status: 'ended', reason: 'left' });
  });
});

describe('a token that ends soon', () => {
  const stage = useStage({ renewal: RENEWAL });
  const provide = (tokenProvider: CallConfig['tokenProvider']) =>
    stage().session.configure({ tokenProvider });

  it('is replaced by what the provider makes', async () => {
    let asked = 0;
    provide(({ reason }) => `${reason} ${(asked += 1)}`);
    await stage().join();
    stage().room.expireToken();
    await eventually(() => stage().room.tokenOf('me') === 'renew 2', 'the second token arrives');
    expect(stage().status).to.equal('joined');
  });

  it('is replaced once, however often the room asks for it meanwhile', async () => {
    let asked = 0;
    provide(async () => {
      await pause(SHORT);
      return `token ${(asked += 1)}`;
    });
    await stage().join();
    for (let time = 0; time < 5; time += 1) stage().room.expireToken();
    await eventually(() => stage().engine.renewals.length > 0, 'the engine is answered');
    await pause(2 * RENEWAL);
    expect(stage().engine.renewals).to.deep.equal(['token 2']);
  });

  it('makes no loop with a room that likes none', async () => {
    let asked = 0;
    provide(() => `garbage ${(asked += 1)}`);
    await stage().join();
    const times: number[] = [];
    const { engine } = stage();
    const renew = engine.renewToken.bind(engine);
    engine.renewToken = (token) => {
      times.push(performance.now());
      renew(token);
      stage().room.expireToken();
    };
    stage().room.expireToken();
    await eventually(() => times.length === 4, 'it is answered again and again');
    await stage().leave();
    const pauses = times.slice(1).map((time, index) => time - times[index]!);
    for (const length of pauses) expect(length).to.be.at.least(RENEWAL - 5);
    const { length } = times;
    await pause(2 * RENEWAL);
    expect(times, 'nothing goes on after leaving').to.have.length(length);
  });

  it('is asked of nobody once the room is left', async () => {
    let asked = 0;
    provide(() => `token ${(asked += 1)}`);
    await stage().join();
    stage().engine.emit({ type: 'token-expiring' });
    await stage().leave();
    await pause(2 * RENEWAL);
    expect(asked).to.equal(1);
  });

  it('says so, and stays, when no other can be made', async () => {
    const failure = new Error('Of the test');
    provide(({ reason }) => (reason === 'join' ? 'one' : Promise.reject(failure)));
    await stage().join();
    stage().room.expireToken();
    const notice = await stage().until((state) => state.notice, 'there is a notice');
    expect(notice).to.include({ code: 'token-invalid', cause: failure });
    expect(stage().status).to.equal('joined');
  });

  it('troubles nobody about its end where it stands in the attribute', async () => {
    stage().session.configure({ token: 'one' });
    await stage().join();
    stage().session.configure({ token: 'two' });
    stage().room.expireToken();
    await pause(2 * RENEWAL);
    expect(stage().state.notice).to.equal(null);
    expect(stage().status).to.equal('joined');
    expect(stage().engine.renewals, 'neither the old one nor the same again').to.deep.equal(['two']);
    stage().session.configure({ token: 'three' });
    expect(stage().engine.renewals).to.deep.equal(['two', 'three']);
  });

  it('troubles nobody when the provider has no other one', async () => {
    provide(() => 'the only one');
    await stage().join();
    stage().room.expireToken();
    await pause(2 * RENEWAL);
    expect(stage().state.notice).to.equal(null);
    expect(stage().engine.renewals).to.deep.equal([]);
  });

  it('ends the call with that reason when it has ended', async () => {
    await stage().join();
    const error = new CallError('token-expired', 'Of the test', { engineCode: 1102018 });
    stage().engine.emit({ type: 'ended', reason: 'token-expired', error });
    await stage().reach('ended');
    expect(stage().state.connection).to.deep.include({ reason: 'token-expired', error });
  });
});
