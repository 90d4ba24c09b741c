import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import { SendQueue } from '../../src/engine/zego/send-queue.js';
import { expectCallError } from '../support/call-errors.js';
import { FakeClock, settled } from '../support/fake-clock.js';

const LIMIT = 3_000;

describe('the queue of what is sent to a ZEGO room', () => {
  let clock: FakeClock;
  let queue: SendQueue;
  let sent: string[];
  beforeEach(() => {
    clock = new FakeClock();
    queue = new SendQueue({ limit: LIMIT, clock });
    sent = [];
  });

  const say = (text: string): Promise<void> =>
    queue.add(async () => void sent.push(`${text} ${clock.now()}`));

  /** Sends what is refused so many times, once a second, and then taken. */
  const refuse = (text: string, times: number, engineCode: number): Promise<void> => {
    let left = times;
    return queue.add(async () => {
      if (left-- > 0) throw new CallError('message-rejected', 'Of the test', { engineCode });
      sent.push(`${text} ${clock.now()}`);
    });
  };

  it('sends the next one when the one before was answered', async () => {
    let answer: () => void = () => undefined;
    const slow = queue.add(() => new Promise<void>((resolve) => (answer = resolve)));
    void say('b');
    await clock.pass(800);
    expect(sent).to.deep.equal([]);
    answer();
    await slow;
    await settled();
    expect(sent).to.deep.equal(['b 800']);
  });

  it('waits as long as the delay says, and asks again after that', async () => {
    const delays = [0, 300, 5];
    queue = new SendQueue({ limit: LIMIT, delay: () => delays.shift() ?? 0, clock });
    const all = ['a', 'b'].map(say);
    await clock.pass(1_000);
    await Promise.all(all);
    expect(sent).to.deep.equal(['a 0', 'b 305']);
  });

  it('goes on after a failure, which is reported as it is', async () => {
    const error = new CallError('network', 'Of the test');
    const failing = queue.add(() => Promise.reject(error));
    void say('b');
    expect(await expectCallError(failing, 'network')).to.equal(error);
    await settled();
    expect(sent).to.deep.equal(['b 0']);
  });

  it('makes a CallError of whatever is thrown', async () => {
    await expectCallError(
      queue.add(() => {
        throw new Error('Of the test');
      }),
      'message-rejected',
    );
  });

  for (const code of [1009015, 1109001, 1000002])
    it(`sends again, in its place, what was not sent (${code})`, async () => {
      const all = [refuse('a', 2, code), say('b')];
      await clock.pass(2_000);
      await Promise.all(all);
      expect(sent).to.deep.equal(['a 2000', 'b 2000']);
    });

  it('gives up what is refused for longer than the limit, with the last refusal', async () => {
    const refused = refuse('a', Infinity, 1109001).catch((error: CallError) => error.engineCode);
    await clock.pass(LIMIT + 1_000);
    expect(await refused).to.equal(1109001);
    await say('b');
    expect(sent).to.deep.equal(['b 4000']);
    expect(clock.alarms).to.equal(0);
  });

  for (const code of [1100002, 1100003, 1009010, 1009002])
    it(`sends nothing again that may have arrived, or never will (${code})`, async () => {
      const failed = refuse('a', 1, code).catch((error: CallError) => error.engineCode);
      await clock.pass(LIMIT);
      expect(await failed).to.equal(code);
      expect(sent).to.deep.equal([]);
    });

  it('gives up what would wait too long for its turn', async () => {
    let answer: () => void = () => undefined;
    const slow = queue.add(() => new Promise<void>((resolve) => (answer = resolve)));
    const late = expectCallError(say('b'), 'timeout');
    await clock.pass(LIMIT + 1);
    const next = say('c');
    answer();
    await Promise.all([slow, late, next]);
    expect(sent).to.deep.equal(['c 3001']);
  });

  it('rejects whatever has not arrived when it is closed, and leaves no timer', async () => {
    const first = expectCallError(refuse('a', Infinity, 1009015), 'aborted');
    const second = expectCallError(say('b'), 'aborted');
    await settled();
    expect(clock.alarms).to.equal(1);
    queue.close();
    await Promise.all([first, second]);
    expect(clock.alarms).to.equal(0);
    await expectCallError(say('c'), 'aborted');
    expect(sent).to.deep.equal([]);
  });

  it('waits for no answer when it is closed', async () => {
    const sending = expectCallError(
      queue.add(() => new Promise(() => undefined)),
      'aborted',
    );
    queue.close();
    await sending;
  });

  it('sends nothing again that is refused after it was closed', async () => {
    let fail: (error: CallError) => void = () => undefined;
    const sending = expectCallError(
      queue.add(() => new Promise((_, reject) => (fail = reject))),
      'aborted',
    );
    queue.close();
    fail(new CallError('message-rejected', 'Of the test', { engineCode: 1009015 }));
    await sending;
    await settled();
    expect(clock.alarms).to.equal(0);
  });
});
