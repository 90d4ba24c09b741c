import { expect } from '@open-wc/testing';
import { Serial } from '../../src/call/serial.js';
import { inTime } from '../support/wait.js';

describe('a serial', () => {
  it('runs tasks one after the other, in the order they came', async () => {
    const serial = new Serial();
    const log: string[] = [];
    const task = (name: string, ticks: number) => async (): Promise<string> => {
      log.push(`${name} begins`);
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
      log.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all([serial.run(task('a', 9)), serial.run(task('b', 0))]);
    expect(results).to.deep.equal(['a', 'b']);
    expect(log).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('tells a failure to whom it concerns, and goes on', async () => {
    const serial = new Serial();
    const failure = new Error('Of the test');
    const failing = serial.run(() => Promise.reject(failure));
    const throwing = serial.run(() => {
      throw failure;
    });
    const next = serial.run(() => Promise.resolve('went on'));
    const outcomes = await inTime(Promise.allSettled([failing, throwing, next]), 'all are settled');
    expect(outcomes).to.deep.equal([
      { status: 'rejected', reason: failure },
      { status: 'rejected', reason: failure },
      { status: 'fulfilled', value: 'went on' },
    ]);
  });

  it('starts nothing before it returned', async () => {
    let began = false;
    const running = new Serial().run(async () => void (began = true));
    expect(began).to.equal(false);
    await running;
    expect(began).to.equal(true);
  });

  it('runs what a task asks for after that task', async () => {
    const serial = new Serial();
    const log: string[] = [];
    let inner: Promise<void> | undefined;
    await serial.run(async () => {
      inner = serial.run(async () => void log.push('inner'));
      await Promise.resolve();
      log.push('outer');
    });
    await inner;
    expect(log).to.deep.equal(['outer', 'inner']);
  });
});
