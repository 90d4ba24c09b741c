import { expect } from '@open-wc/testing';
import { untilAborted, within } from '../../src/call/deadline.js';
import { expectCallError } from '../support/call-errors.js';

const never = new Promise<never>(() => undefined);

/** A signal that counts who listens to it. */
class CountedSignal {
  readonly controller = new AbortController();
  readonly signal = this.controller.signal;
  listeners = 0;

  constructor() {
    const { signal } = this;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...parameters: Parameters<typeof add>) => {
      this.listeners += 1;
      add(...parameters);
    };
    signal.removeEventListener = (...parameters: Parameters<typeof remove>) => {
      this.listeners -= 1;
      remove(...parameters);
    };
  }
}

describe('untilAborted', () => {
  it('settles as the promise does', async () => {
    const { signal } = new AbortController();
    const failure = new Error('Of the test');
    expect(await untilAborted(Promise.resolve(7), signal)).to.equal(7);
    const thrown: unknown = await untilAborted(Promise.reject(failure), signal).catch(
      (error: unknown) => error,
    );
    expect(thrown).to.equal(failure);
  });

  it('rejects at once when the signal aborts, before or during', async () => {
    await expectCallError(untilAborted(never, AbortSignal.abort()), 'aborted');
    const abort = new AbortController();
    const waiting = untilAborted(never, abort.signal);
    abort.abort();
    await expectCallError(waiting, 'aborted');
  });

  it('prefers the abort to what is settled already', async () => {
    await expectCallError(untilAborted(Promise.resolve(7), AbortSignal.abort()), 'aborted');
  });

  it('swallows what fails after the abort', async () => {
    const unhandled: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    addEventListener('unhandledrejection', listen);
    const abort = new AbortController();
    let fail: (reason: Error) => void = () => undefined;
    const waiting = untilAborted(new Promise((_, reject) => (fail = reject)), abort.signal);
    abort.abort();
    fail(new Error('Of the test'));
    await expectCallError(waiting, 'aborted');
    await expectCallError(untilAborted(Promise.reject(new Error('Also')), AbortSignal.abort()), 'aborted');
    await nextTask();
    removeEventListener('unhandledrejection', listen);
    expect(unhandled).to.deep.equal([]);
  });

  it('leaves no listener behind once it is settled', async () => {
    const counted = new CountedSignal();
    await untilAborted(Promise.resolve(), counted.signal);
    await untilAborted(Promise.reject(new Error('Of the test')), counted.signal).catch(() => undefined);
    await nextTask();
    expect(counted.listeners).to.equal(0);
  });

  it('listens to no signal that has aborted, even if the promise never settles', async () => {
    const counted = new CountedSignal();
    counted.controller.abort();
    await expectCallError(untilAborted(never, counted.signal), 'aborted');
    expect(counted.listeners).to.equal(0);
  });
});

describe('within', () => {
  it('settles as the promise does', async () => {
    const failure = new Error('Of the test');
    expect(await within(1_000, 'Waiting', Promise.resolve(7))).to.equal(7);
    const thrown: unknown = await within(1_000, 'Waiting', Promise.reject(failure)).catch(
      (error: unknown) => error,
    );
    expect(thrown).to.equal(failure);
  });

  it('rejects with "timeout", saying what took how long', async () => {
    const error = await expectCallError(within(20, 'Waiting', never), 'timeout');
    expect(error.message).to.equal('Waiting took longer than 0.02 s');
    expect(error.recoverable).to.equal(true);
  });

  it('leaves no timer behind once it is settled', async () => {
    const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
    const running = new Set<unknown>();
    globalThis.setTimeout = ((...parameters: Parameters<typeof realSet>) => {
      const timer = realSet(...parameters);
      running.add(timer);
      return timer;
    }) as typeof realSet;
    globalThis.clearTimeout = (timer) => {
      running.delete(timer);
      realClear(timer);
    };
    try {
      await within(60_000, 'Waiting', Promise.resolve());
      await within(60_000, 'Waiting', Promise.reject(new Error('Of the test'))).catch(() => undefined);
      await Promise.resolve();
      expect(running.size).to.equal(0);
    } finally {
      Object.assign(globalThis, { setTimeout: realSet, clearTimeout: realClear });
    }
  });
});

/** After every microtask, and after the browser has told of rejections that nobody handled. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
