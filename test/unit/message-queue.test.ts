import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import { MessageQueue } from '../../src/call/message-queue.js';
import { expectCallError } from '../support/call-errors.js';
import { FakeClock, settled } from '../support/fake-clock.js';

describe('the queue of messages', () => {
  let clock: FakeClock;
  let queue: MessageQueue;
  let sent: string[];
  beforeEach(() => {
    clock = new FakeClock();
    queue = new MessageQueue(3_000, clock);
    sent = [];
  });

  const say = (text: string): Promise<void> =>
    queue.add(async () => void sent.push(`${text} ${clock.now()}`));

  it('sends the first at once, and each other 500 ms after the one before, in order', async () => {
    const all = ['a', 'b', 'c'].map(say);
    await clock.pass(0);
    expect(sent).to.deep.equal(['a 0']);
    await clock.pass(499);
    expect(sent).to.deep.equal(['a 0']);
    await clock.pass(1);
    await clock.pass(500);
    expect(sent).to.deep.equal(['a 0', 'b 500', 'c 1000']);
    await Promise.all(all);
  });

  it('sends at once what comes later than that', async () => {
    await say('a');
    await clock.pass(700);
    await say('b');
    expect(sent).to.deep.equal(['a 0', 'b 700']);
  });

  it('counts from the answer, so that they are apart where they arrive', async () => {
    let answer = (): void => undefined;
    const slow = queue.add(() => new Promise((resolve) => (answer = resolve)));
    void say('b');
    await clock.pass(800);
    expect(sent).to.deep.equal([]);
    answer();
    await slow;
    await clock.pass(499);
    expect(sent).to.deep.equal([]);
    await clock.pass(1);
    expect(sent).to.deep.equal(['b 1300']);
  });

  it('goes on after a failure, which is told as it is', async () => {
    const error = new CallError('network', 'Of the test');
    const failing = queue.add(() => Promise.reject(error));
    void say('b');
    expect(await expectCallError(failing, 'network')).to.equal(error);
    await clock.pass(500);
    expect(sent).to.deep.equal(['b 500']);
  });

  it('makes a CallError of whatever is thrown', async () => {
    await expectCallError(
      queue.add(() => {
        throw new Error('Of the test');
      }),
      'message-rejected',
    );
  });

  it('gives up what would wait too long for its turn', async () => {
    const all = Promise.allSettled(Array.from({ length: 9 }, (_, index) => say(`${index}`)));
    await clock.pass(0);
    for (let turn = 0; turn < 9; turn++) await clock.pass(500);
    expect(sent).to.deep.equal(['0 0', '1 500', '2 1000', '3 1500', '4 2000', '5 2500', '6 3000']);
    const [late] = (await all).slice(7);
    expect(late?.status === 'rejected' && (late.reason as CallError).code).to.equal('timeout');
  });

  it('rejects whatever has not arrived when it is closed, and leaves no timer', async () => {
    const first = say('a');
    const second = expectCallError(say('b'), 'aborted');
    await first;
    await settled();
    expect(clock.alarms).to.equal(1);
    queue.close();
    await second;
    expect(clock.alarms).to.equal(0);
    await expectCallError(say('c'), 'aborted');
    expect(sent).to.deep.equal(['a 0']);
  });

  it('waits for no answer when it is closed', async () => {
    const sending = expectCallError(
      queue.add(() => new Promise(() => undefined)),
      'aborted',
    );
    queue.close();
    await sending;
  });
});
