import { expect } from '@open-wc/testing';
import type { CallConfig } from '../../src/call/call-config.js';
import { CallSession } from '../../src/call/call-session.js';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, inTime } from '../support/wait.js';
import { type CallStage, forever, SHORT, useStage, whileLoading } from './call-stage.js';

/** How soon "at once" is, in ms, on a busy machine. */
const AT_ONCE = 1_000;

async function ticks(count: number): Promise<void> {
  for (let tick = 0; tick < count; tick++) await Promise.resolve();
}

describe('leaving', () => {
  const stage = useStage();

  it('ends every track, and is seen by others', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    ada.publish();
    await stage().enter();
    const media = await stage().until(
      ({ participants }) => participants[0]?.streams[0]?.media,
      'Ada is seen',
    );
    const tracks = media.getTracks();
    await stage().leave();
    expect(stage().state.connection).to.deep.equal({ status: 'ended', reason: 'left' });
    expect(stage().devices.live).to.deep.equal([]);
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended', 'ended']);
    expect(stage().room.users.map(({ id }) => id)).to.deep.equal(['ada']);
    expect(stage().state.self.picture).to.equal(null);
  });

  it('turns devices off before it returns', async () => {
    await stage().enter();
    const leaving = stage().session.leave();
    expect(stage().devices.live).to.deep.equal([]);
    expect(stage().room.users, 'says goodbye before its first await').to.deep.equal([]);
    expect(stage().status).to.equal('ended');
    await leaving;
  });

  it('twice is harmless, and ends once', async () => {
    await stage().enter();
    let ended = 0;
    stage().session.subscribe(({ connection }, previous) => {
      if (connection !== previous.connection) ended += 1;
    });
    await Promise.all([stage().leave(), stage().leave()]);
    await stage().leave();
    expect(ended).to.equal(1);
  });

  it('is harmless before joining, and turns the preview off', async () => {
    await stage().session.startPreview();
    expect(stage().devices.live).to.have.length(2);
    await stage().leave();
    expect(stage().devices.live).to.deep.equal([]);
    expect(stage().status).to.equal('idle');
    expect(stage().state.self.camera.status).to.equal('armed');
  });

  it('cancels a preview whose prompt is open', async () => {
    const release = stage().devices.hold();
    const preview = stage().session.startPreview();
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    await stage().leave();
    await inTime(preview, 'the preview settles');
    release();
    await eventually(() => stage().devices.tracks.length === 2, 'the prompt is answered after all');
    await eventually(() => stage().devices.live.length === 0, 'what came is ended');
    expect(stage().state.self.picture).to.equal(null);
  });

  for (let count = 0; count <= 24; count++)
    it(`leaves no device on, ${count} steps after a prompt was answered`, async () => {
      const { devices, faults, session } = stage();
      devices.answer(async (constraints) => {
        const media = await faults.getUserMedia(constraints);
        void ticks(count).then(() => session.leave());
        return media;
      });
      await Promise.allSettled([stage().join(), stage().reach('ended')]);
      expect(devices.live).to.deep.equal([]);
    });

  for (let count = 0; count <= 16; count++)
    it(`leaves no screen shared, ${count} steps after one was chosen`, async () => {
      const { devices, faults, session } = stage();
      session.configure({ cameraOff: true, microphoneOff: true });
      await stage().join();
      devices.answer(async () => {
        const media = await faults.getDisplayMedia();
        void ticks(count).then(() => session.leave());
        return media;
      });
      await Promise.allSettled([session.startScreenShare(), stage().reach('ended')]);
      expect(devices.live).to.deep.equal([]);
      expect(stage().state.self.screen.status).to.equal('off');
    });

  it('leaves no device on, however soon after the first command of all', async () => {
    const { devices } = stage();
    for (let count = 0; count <= 40; count++) {
      const session = new CallSession(() => devices);
      const commands = [session.startPreview(), session.setCamera(true)];
      await ticks(count);
      await session.leave();
      await inTime(Promise.allSettled(commands), 'the commands are settled');
      expect(devices.live, `${count} steps after the command`).to.deep.equal([]);
      expect(session.state.self.picture).to.equal(null);
    }
  });

  it('joins nothing, however soon after joining', async () => {
    const { createEngine, devices, room } = stage();
    for (let count = 0; count <= 40; count++) {
      const session = new CallSession(() => devices);
      session.configure({ room: 'tea', user: 'me', engine: createEngine });
      const joining = expectCallError(session.join(), 'aborted');
      await ticks(count);
      const leaving = session.leave();
      expect(session.state.connection).to.deep.equal({ status: 'ended', reason: 'left' });
      await Promise.all([joining, leaving]);
      expect(devices.live).to.deep.equal([]);
      expect(room.users).to.deep.equal([]);
    }
  });

  it('drops what was asked for and has not begun', async () => {
    const release = stage().devices.hold();
    const joining = expectCallError(stage().session.join(), 'aborted');
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    const camera = expectCallError(stage().session.setCamera(true), 'aborted');
    const screen = expectCallError(stage().session.startScreenShare(), 'aborted');
    await stage().leave();
    release();
    await Promise.all([joining, camera, screen]);
    expect(stage().prompts, 'nobody is asked after leaving').to.deep.equal(['audio+video']);
    expect(stage().devices.screenRequests).to.deep.equal([]);
  });
});

interface JoinStep {
  readonly what: string;
  /** Lets joining stop at this step. Resolves once it is there. Returns what lets it go on. */
  readonly stopAt: (stage: CallStage) => { reached: () => unknown; goOn: () => void };
}

const STEPS: readonly JoinStep[] = [
  {
    what: 'a prompt is open',
    stopAt: (stage) => {
      const goOn = stage.devices.hold();
      return { reached: () => stage.devices.prompts === 1, goOn };
    },
  },
  {
    what: 'a token is awaited',
    stopAt: (stage) => {
      let asked = false;
      let goOn = (): void => undefined;
      const tokenProvider: CallConfig['tokenProvider'] = () => {
        asked = true;
        return new Promise((resolve) => (goOn = () => resolve('late')));
      };
      stage.session.configure({ tokenProvider });
      return { reached: () => asked && stage.devices.live.length === 2, goOn: () => goOn() };
    },
  },
  {
    what: 'the engine enters the room',
    stopAt: (stage) => {
      stage.room.joinDelay = 60_000;
      return { reached: () => stage.engines[0]?.open, goOn: () => (stage.room.joinDelay = 0) };
    },
  },
  {
    what: 'the engine does not care about leaving',
    stopAt: (stage) => {
      let goOn = (): void => undefined;
      stage.engineFaults = { join: () => new Promise((resolve) => (goOn = resolve)) };
      return { reached: () => stage.engines[0]?.open, goOn: () => goOn() };
    },
  },
];

describe('leaving while joining', () => {
  const stage = useStage();

  for (const { what, stopAt } of STEPS)
    it(`ends at once when ${what}, and joining works later`, async () => {
      const { reached, goOn } = stopAt(stage());
      const joining = expectCallError(stage().session.join(), 'aborted');
      await eventually(reached, what);
      const leaving = stage().session.leave();
      expect(stage().status).to.equal('ended');
      expect(stage().devices.live).to.deep.equal([]);
      await inTime(Promise.all([joining, leaving]), 'both are settled', AT_ONCE);
      goOn();
      await eventually(() => stage().engines.every(({ destroyed }) => destroyed), 'the engine is given back');
      await eventually(() => stage().devices.prompts === 0, 'no prompt is open');
      await eventually(() => stage().devices.live.length === 0, 'no device is on');
      expect(stage().room.users).to.deep.equal([]);

      stage().engineFaults = {};
      stage().room.joinDelay = 0;
      stage().session.configure({ tokenProvider: null });
      expect(await stage().enter()).to.include({ audio: true, video: true });
    });

  it('ends at once when the engine is being loaded, and gives back what comes late', async () => {
    const { session, createEngine, engines } = stage();
    session.configure({ engine: 'simulated' });
    let arrive = (): void => undefined;
    const load = (): Promise<{ createEngine: typeof createEngine }> =>
      new Promise((resolve) => (arrive = () => resolve({ createEngine })));
    await whileLoading(load, async () => {
      const joining = expectCallError(session.join(), 'aborted');
      await stage().device('camera', 'on');
      await inTime(session.leave(), 'leave settles', AT_ONCE);
      await inTime(joining, 'join settles', AT_ONCE);
      arrive();
      await eventually(() => engines[0]?.destroyed, 'the late engine is given back');
      expect(engines[0]?.requests).to.deep.equal([]);
    });
    session.configure({ engine: createEngine });
    expect(await stage().enter()).to.include({ video: true });
  });

  it('tells only that it was left, also when joining fails just then', async () => {
    const { session } = stage();
    stage().engineFaults = {
      join: async () => {
        void session.leave();
        throw new CallError('network', 'Of the test');
      },
    };
    await expectCallError(session.join(), 'aborted');
    expect(stage().state.connection).to.deep.equal({ status: 'ended', reason: 'left' });
    expect(stage().state.notice).to.equal(null);
  });
});

describe('joining while leaving', () => {
  const stage = useStage({ close: 5_000 });

  it('waits until the old room is left', async () => {
    let goOn = (): void => undefined;
    stage().engineFaults = { leave: () => new Promise((resolve) => (goOn = resolve)) };
    await stage().enter();
    const leaving = stage().session.leave();
    stage().engineFaults = {};
    const joining = stage().session.join();
    expect(stage().status).to.equal('joining');
    await ticks(50);
    expect(stage().engines, 'no second engine yet').to.have.length(1);
    goOn();
    await inTime(Promise.all([leaving, joining]), 'both are settled');
    expect(await stage().published()).to.include({ video: true });
    expect(stage().mostOpen).to.equal(1);
  });

  it('can be left again before the old room is', async () => {
    let goOn = (): void => undefined;
    stage().engineFaults = { leave: () => new Promise((resolve) => (goOn = resolve)) };
    await stage().enter();
    void stage().session.leave();
    const joining = expectCallError(stage().session.join(), 'aborted');
    const leaving = stage().session.leave();
    await inTime(joining, 'join settles', AT_ONCE);
    expect(stage().engines).to.have.length(1);
    goOn();
    await inTime(leaving, 'leave settles');
  });

  it('many times over ends as the last word says', async () => {
    const outcomes: Promise<PromiseSettledResult<void>[]>[] = [];
    for (let round = 0; round < 10; round++) {
      const joining = stage().session.join();
      await ticks(round * 3);
      outcomes.push(Promise.allSettled([joining, stage().session.leave()]));
    }
    const last = stage().session.join();
    await inTime(Promise.all([...outcomes, last]), 'all are settled');
    expect(stage().status).to.equal('joined');
    expect(await stage().published()).to.include({ audio: true, video: true });
    expect(stage().ours()).to.have.length(1);
    expect(stage().mostOpen).to.equal(1);
  });
});

describe('leaving an engine that does not answer', () => {
  const stage = useStage({ close: SHORT });
  const failure = new Error('Of the test');

  for (const [what, faults] of Object.entries({
    'never leaves': { leave: () => forever },
    'never ends': { destroy: () => forever },
    'never does either': { leave: () => forever, destroy: () => forever },
    'fails to leave': { leave: () => Promise.reject(failure) },
    'fails to end': { destroy: () => Promise.reject(failure) },
    'throws when left': {
      leave: () => {
        throw failure;
      },
    },
  }))
    it(`settles when it ${what}, and the next call works`, async () => {
      stage().engineFaults = faults;
      await stage().enter();
      await inTime(stage().session.leave(), 'leave settles');
      expect(stage().state.connection).to.deep.equal({ status: 'ended', reason: 'left' });
      const [first] = stage().engines;
      expect(first?.destroyed, 'the engine is asked to end').to.equal(true);
      if (first) first.open = false;

      stage().engineFaults = {};
      expect(await stage().enter()).to.include({ video: true });
    });
});
