import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import type { CallState, ConnectionStatus } from '../../src/call/call-state.js';
import { eventsBetween } from '../../src/elements/call-events.js';
import { withoutPageErrors } from '../support/page-errors.js';
import { useStage } from './call-stage.js';

/** Whether plain objects and arrays are frozen, all the way down. */
function isFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return !isPlain || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
}

describe('the state of a call', () => {
  const stage = useStage();

  it('is frozen all the way down, at any time', async () => {
    const states: CallState[] = [stage().state];
    stage().session.subscribe((state) => states.push(state));
    stage().room.enter({ id: 'ada' }).publish();
    await stage().enter();
    await stage().until(({ participants }) => participants[0]?.streams[0]?.media, 'Ada is seen');
    await stage().session.sendMessage('Hello');
    await stage().leave();
    expect(states.length).to.be.above(10);
    expect(states.filter((state) => !isFrozen(state))).to.deep.equal([]);
  });

  it('is told of as a chain: each state follows the one before', async () => {
    const changes: [state: CallState, previous: CallState][] = [];
    const first = stage().state;
    stage().session.subscribe((state, previous) => changes.push([state, previous]));
    await stage().enter();
    await stage().leave();
    changes.forEach(([state, previous], index) => {
      expect(previous).to.equal(changes[index - 1]?.[0] ?? first);
      expect(state).to.not.equal(previous);
    });
    expect(changes.at(-1)?.[0]).to.equal(stage().state);
  });

  it('changes for no configuration that says the same', () => {
    const before = stage().state;
    stage().session.configure({});
    stage().session.configure({ userName: 'Me', room: 'tea' });
    expect(stage().state).to.equal(before);
  });

  it('shows the name that is set before joining', () => {
    stage().session.configure({ userName: 'Another' });
    expect(stage().state.self.user).to.deep.equal({ id: 'me', name: 'Another' });
    stage().session.configure({ userName: '' });
    expect(stage().state.self.user).to.deep.equal({ id: 'me', name: 'me' });
  });

  it('is of its own for each call', () => {
    const other = new CallSession();
    expect(other.state).to.not.equal(stage().state);
    expect(other.state.connection).to.deep.equal({ status: 'idle' });
  });

  it('forgets a notice that was read', async () => {
    stage().faults.setFault('camera', 'denied');
    await stage().session.startPreview();
    expect(stage().state.notice).to.include({ code: 'permission-denied' });
    stage().session.dismissNotice();
    expect(stage().state.notice).to.equal(null);
  });
});

describe('listeners of a call', () => {
  const stage = useStage();

  it('hear nothing after they unsubscribed, though the same one may listen twice', () => {
    let heard = 0;
    const listener = (): void => void (heard += 1);
    const [first, second] = [stage().session.subscribe(listener), stage().session.subscribe(listener)];
    stage().session.configure({ userName: 'A' });
    expect(heard).to.equal(2);
    first();
    stage().session.configure({ userName: 'B' });
    expect(heard).to.equal(3);
    second();
    stage().session.configure({ userName: 'C' });
    expect(heard).to.equal(3);
  });

  it('that fail keep neither the call nor the others from going on', async () => {
    await withoutPageErrors(async () => {
      const seen = new Set<ConnectionStatus>();
      stage().session.subscribe(({ connection }, previous) => {
        if (connection !== previous.connection) throw new Error('A listener of the test fails on purpose');
      });
      stage().session.subscribe(({ connection }) => seen.add(connection.status));
      await stage().enter();
      await stage().leave();
      expect([...seen]).to.include.members(['joining', 'joined', 'ended']);
      expect(stage().devices.live).to.deep.equal([]);
    });
  });

  it('that leave as soon as the call is joined are heard in order by the others', async () => {
    const { session } = stage();
    session.subscribe(({ connection }) => {
      if (connection.status === 'joined') void session.leave();
    });
    const names: string[] = [];
    session.subscribe((state, previous) => {
      for (const [name] of eventsBetween(previous, state)) names.push(name);
    });
    await Promise.allSettled([stage().join(), stage().reach('ended')]);
    expect(names).to.deep.equal(['zego-state', 'zego-state', 'zego-joined', 'zego-state', 'zego-left']);
  });

  it('may join again as soon as the call ended', async () => {
    const { session } = stage();
    await stage().enter();
    const stop = session.subscribe(({ connection }) => {
      if (connection.status !== 'ended') return;
      stop();
      void session.join();
    });
    stage().room.kick('me');
    await stage().until(({ connection }) => connection.status === 'joining', 'the call is joined again');
    await stage().reach('joined');
    expect(await stage().published()).to.include({ audio: true, video: true });
    expect(stage().engines).to.have.length(2);
  });

  it('may join at any change, and only once', async () => {
    const { session } = stage();
    const stop = session.subscribe(() => void session.join());
    session.configure({ userName: 'Another' });
    await stage().reach('joined');
    stop();
    expect(stage().engines).to.have.length(1);
    expect(stage().prompts).to.have.length(1);
  });

  it('may leave at any change', async () => {
    const { session } = stage();
    session.subscribe(({ self }) => {
      if (self.camera.status === 'on') void session.leave();
    });
    await stage()
      .join()
      .catch(() => undefined);
    expect(stage().status).to.equal('ended');
    expect(stage().devices.live).to.deep.equal([]);
  });
});

describe('sound levels', () => {
  const stage = useStage();

  it('go past the state, straight to who shows the stream', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    const streamId = ada.publish();
    await stage().enter();
    await stage().until(({ participants }) => participants[0]?.streams[0]?.media, 'Ada is seen');
    const states: CallState[] = [];
    stage().session.subscribe((state) => states.push(state));
    ada.speak(0.7);
    const level = await new Promise<number>((resolve) => {
      const stop = stage().session.levels.subscribe(streamId, (loud) => {
        if (loud === 0) return;
        stop();
        resolve(loud);
      });
    });
    expect(level).to.be.closeTo(0.7, 0.01);
    expect(
      states.filter(({ participants }, index) => participants !== states[0]?.participants && index > 0),
    ).to.deep.equal([]);
  });
});
