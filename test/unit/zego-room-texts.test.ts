import { expect } from '@open-wc/testing';
import type { CallError } from '../../src/engine/call-error.js';
import type { Sdk } from '../../src/engine/zego/load-sdk.js';
import { RoomTexts } from '../../src/engine/zego/room-texts.js';
import { FakeClock } from '../support/fake-clock.js';

const HOURS = 3_600_000;
const TOO_SOON = 1009015;
const NOT_LOGGED_IN = 1000002;

/** What the SDK does with messages: it compares whole seconds of the time of day, and says so when it has no connection. */
class LimitingSdk {
  latency = 40;
  connected = true;
  /** How far behind ours the clock is that the next message meets, in ms. */
  behind = 0;
  /** Which messages arrived. */
  readonly arrived: string[] = [];
  readonly barrage: string[] = [];
  readonly refusals: number[] = [];
  readonly #clock: FakeClock;
  #last = -Infinity;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  sendBroadcastMessage(_room: string, text: string): Promise<unknown> {
    const second = Math.floor((this.#clock.timeOfDay() - this.behind) / 1_000) * 1_000;
    this.behind = 0;
    if (!this.connected) return this.#refuse(NOT_LOGGED_IN);
    if (this.#last + 500 > second) return this.#refuse(TOO_SOON);
    this.#last = second;
    return this.#answer(() => this.arrived.push(text));
  }

  sendBarrageMessage(_room: string, text: string): Promise<unknown> {
    return this.#answer(() => {
      this.arrived.push(text);
      this.barrage.push(text);
    });
  }

  #refuse(errorCode: number): Promise<never> {
    this.refusals.push(errorCode);
    // As the SDK does: no Error.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    return Promise.reject({ errorCode });
  }

  #answer(arrive: () => void): Promise<unknown> {
    return new Promise((resolve) => {
      this.#clock.after(this.latency, () => {
        arrive();
        resolve({ errorCode: 0 });
      });
    });
  }
}

const TWELVE = Array.from({ length: 12 }, (_, index) => `message ${index}`);

describe('messages to a ZEGO room', () => {
  let clock: FakeClock;
  let sdk: LimitingSdk;
  let texts: RoomTexts;
  let left: AbortController;
  beforeEach(() => {
    clock = new FakeClock();
    sdk = new LimitingSdk(clock);
    left = new AbortController();
    texts = new RoomTexts(sdk as unknown as Sdk, 'tea', 10_000, left.signal, clock);
  });

  const sendAll = (): Promise<unknown> =>
    Promise.all(TWELVE.map((text) => texts.sendMessage(text, 'reliable')));

  for (const fraction of [0, 1, 499, 500, 980, 999])
    for (const latency of [1, 40, 600, 900])
      it(`arrive all within 13 s, ${fraction} ms into a second, answered in ${latency} ms`, async () => {
        clock.skew = fraction;
        sdk.latency = latency;
        const sending = sendAll();
        await clock.pass(13_000);
        await sending;
        expect(sdk.arrived).to.deep.equal(TWELVE);
        expect([sdk.refusals, sdk.barrage]).to.deep.equal([[], []]);
      });

  const CLOCKS: readonly (readonly [what: string, before: number, after: number])[] = [
    ['is two hours slow', -2 * HOURS, 0],
    ['is two hours fast', 2 * HOURS, 0],
    ['is before the epoch', -100 * 366 * 24 * HOURS, 0],
    ['is set forward by two hours', 0, 2 * HOURS],
    ['is set back by 300 ms', 0, -300],
    ['is set back by 1.5 s', 0, -1_500],
    ['is set forward by 700 ms', 0, 700],
  ];
  for (const [what, before, after] of CLOCKS)
    it(`are not refused on a machine whose clock ${what}`, async () => {
      clock.skew = before;
      const sending = sendAll();
      await clock.pass(3_500);
      clock.skew += after;
      await clock.pass(16_000);
      await sending;
      expect(sdk.arrived).to.deep.equal(TWELVE);
      expect([sdk.refusals, sdk.barrage]).to.deep.equal([[], []]);
    });

  it('arrive at once, as barrage messages, after the clock was set back by two hours', async () => {
    await Promise.all([texts.sendMessage('before', 'reliable'), clock.pass(1_000)]);
    clock.skew -= 2 * HOURS;
    await Promise.all([texts.sendMessage('set back', 'reliable'), clock.pass(1_000)]);
    clock.skew += 2 * HOURS;
    await Promise.all([texts.sendMessage('set right', 'reliable'), clock.pass(1_000)]);
    expect(sdk.arrived).to.deep.equal(['before', 'set back', 'set right']);
    expect(sdk.barrage).to.deep.equal(['set back']);
    expect(sdk.refusals).to.deep.equal([]);
  });

  it('are sent again when the clock is set back while one is handed over', async () => {
    await Promise.all([texts.sendMessage('one', 'reliable'), clock.pass(1_100)]);
    sdk.behind = 1_000;
    const sending = texts.sendMessage('two', 'reliable');
    await clock.pass(5_000);
    await sending;
    expect(sdk.refusals).to.deep.equal([TOO_SOON]);
    expect(sdk.arrived).to.deep.equal(['one', 'two']);
  });

  it('arrive in order when the page sleeps meanwhile', async () => {
    const sending = sendAll();
    await clock.pass(2_500);
    await clock.sleep(2_000);
    await clock.pass(13_000);
    await sending;
    expect(sdk.arrived).to.deep.equal(TWELVE);
    expect(sdk.refusals).to.deep.equal([]);
  });

  it('are not sent any more when the page sleeps longer than anybody would wait', async () => {
    const outcomes = Promise.allSettled(TWELVE.map((text) => texts.sendMessage(text, 'reliable')));
    await clock.pass(2_500);
    await clock.sleep(HOURS);
    await clock.pass(1_000);
    expect(failuresOf(await outcomes)).to.deep.equal(Array(9).fill('timeout'));
    expect(sdk.arrived).to.deep.equal(TWELVE.slice(0, 3));
  });

  it('wait for a lost connection, in order', async () => {
    sdk.connected = false;
    const sending = Promise.all(['one', 'two'].map((text) => texts.sendMessage(text, 'reliable')));
    await clock.pass(8_000);
    expect(sdk.arrived).to.deep.equal([]);
    sdk.connected = true;
    await clock.pass(4_000);
    await sending;
    expect(sdk.arrived).to.deep.equal(['one', 'two']);
  });

  it('wait no longer than 16 s for a lost connection', async () => {
    sdk.connected = false;
    const failing = texts.sendMessage('one', 'reliable').catch((error: CallError) => error.engineCode);
    await clock.pass(16_000);
    expect(await failing).to.equal(NOT_LOGGED_IN);
    sdk.connected = true;
    await clock.pass(30_000);
    expect(sdk.arrived, 'nothing is sent after that').to.deep.equal([]);
  });

  it('leave no timer behind when the room is left', async () => {
    const outcomes = Promise.allSettled(TWELVE.map((text) => texts.sendMessage(text, 'reliable')));
    await clock.pass(500);
    expect(clock.alarms).to.equal(1);
    left.abort();
    expect(failuresOf(await outcomes)).to.deep.equal(Array(11).fill('aborted'));
    expect(clock.alarms).to.equal(0);
  });
});

function failuresOf(outcomes: readonly PromiseSettledResult<void>[]): string[] {
  return outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as CallError).code] : []));
}
