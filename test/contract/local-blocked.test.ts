import { expect } from '@open-wc/testing';
import { createEngine } from '../../src/engine/local/local-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually } from '../support/wait.js';

describe('local engine: a browser that blocks site data', () => {
  const RealBroadcastChannel = globalThis.BroadcastChannel;

  afterEach(() => {
    globalThis.BroadcastChannel = RealBroadcastChannel;
  });

  it('fails to join, says what is blocked, and joins once it is allowed', async () => {
    globalThis.BroadcastChannel = class extends RealBroadcastChannel {
      constructor(name: string) {
        super(name);
        this.close();
        throw new DOMException('The operation is insecure.', 'SecurityError');
      }
    };
    const engine = createEngine({});
    const request = { room: crypto.randomUUID(), user: { id: 'me', name: 'Me' }, token: '' };
    const join = (): Promise<void> => engine.join(request, new AbortController().signal);
    const error = await expectCallError(join(), 'permission-denied');
    expect(error.message).to.contain('site data').and.to.contain('server');
    const holdsLock = async (): Promise<boolean> => {
      const { held = [] } = await navigator.locks.query();
      return held.some(({ name }) => name?.includes(request.room));
    };
    await eventually(async () => !(await holdsLock()), 'the lock is released');

    globalThis.BroadcastChannel = RealBroadcastChannel;
    await join();
    await engine.destroy();
  });
});
