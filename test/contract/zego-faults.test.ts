import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import type { JoinRequest } from '../../src/engine/call-engine.js';
import { loadSdk, type SdkClass } from '../../src/engine/zego/load-sdk.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { pause } from '../support/wait.js';
import { useScene } from './scene.js';
import { goOffline } from './zego-offline.js';
import { loadStagedSdk, setZegoStage, type ZegoStage } from './zego-stage.js';

const REQUEST: JoinRequest = { room: 'r', user: { id: 'me', name: 'Me' }, token: '04AAAA' };
const SETTLING_TIME = 300;
const never = new AbortController().signal;

describe('the ZEGO engine and its surroundings', function () {
  this.timeout(20_000);

  for (const appId of [undefined, 0, -1, 1.5, NaN, Infinity]) {
    it(`refuses the app ID ${appId}`, async () => {
      const engine = createZegoEngine(appId === undefined ? {} : { appId }, { loadSdk: unused });
      const error = await expectCallError(engine.join(REQUEST, never), 'invalid-config');
      expect(error.attribute).to.equal('app-id');
    });
  }

  it('refuses an empty token', async () => {
    const engine = createZegoEngine({ appId: 1 }, { loadSdk: unused });
    const error = await expectCallError(engine.join({ ...REQUEST, token: '' }, never), 'invalid-config');
    expect(error.attribute).to.equal('token');
  });

  it('refuses an insecure page before the SDK sees it', async () => {
    const real = Object.getOwnPropertyDescriptor(window, 'isSecureContext')!;
    Object.defineProperty(window, 'isSecureContext', { value: false, configurable: true });
    try {
      const engine = createZegoEngine({ appId: 1 }, { loadSdk: unused });
      await expectCallError(engine.join(REQUEST, never), 'insecure-context');
    } finally {
      Object.defineProperty(window, 'isSecureContext', real);
    }
  });

  it('says that the SDK could not start in this page', async () => {
    class Failing {
      static presetLogConfig() {}
      constructor() {
        throw new DOMException('no storage', 'SecurityError');
      }
    }
    const engine = createZegoEngine({ appId: 1 }, { loadSdk: async () => Failing as unknown as SdkClass });
    await expectCallError(engine.join(REQUEST, never), 'unsupported');
  });

  it('joins in the end, when the SDK could not be loaded at first', async () => {
    const stage = await setZegoStage();
    const answers = [Promise.reject(new CallError('network', 'offline')), loadStagedSdk()];
    const engine = createZegoEngine({ appId: 1 }, { loadSdk: () => answers.shift()! });
    await expectCallError(engine.join(stage.request, never), 'network');
    await engine.join(stage.request, never);
    await engine.destroy();
    await stage.tearDown();
  });

  it('leaves while the SDK is being loaded', async () => {
    const engine = createZegoEngine({ appId: 1 }, { loadSdk: () => new Promise(() => undefined) });
    const joining = engine.join(REQUEST, never);
    await engine.leave();
    await expectCallError(joining, 'aborted');
  });
});

describe('the ZEGO engine and its token', () => {
  const scene = useScene(setZegoStage);

  it('asks for a token, also when that was needed while joining, and hands it on', async () => {
    const { cloud } = scene().stage as ZegoStage;
    const joining = scene().join();
    const joined = scene().log.event('token-expiring');
    await pause(0);
    cloud.room('tokenWillExpire', 'stage');
    await joining;
    cloud.room('tokenWillExpire', 'stage');
    await joined;
    scene().engine.renewToken('04BBBB');
    expect(cloud.renewed).to.deep.equal([['04BBBB', 'stage']]);
  });

  it('says that the token is wrong', async () => {
    const { cloud } = scene().stage as ZegoStage;
    cloud.refusal = { code: 1102016, msg: 'token error' };
    const error = await expectCallError(scene().join(), 'token-invalid');
    expect(error.engineCode).to.equal(1102016);
    cloud.refusal = undefined;
    await scene().join();
  });
});

describe('the ZEGO SDK without a network', function () {
  this.timeout(20_000);
  let goOnline: () => void;
  const unhandled: unknown[] = [];
  const note = (event: PromiseRejectionEvent) => unhandled.push(event.reason);

  beforeEach(() => {
    goOnline = goOffline();
    unhandled.length = 0;
    addEventListener('unhandledrejection', note);
  });
  afterEach(async () => {
    await pause(SETTLING_TIME);
    removeEventListener('unhandledrejection', note);
    goOnline();
    expect(unhandled).to.deep.equal([]);
  });

  it('gives up joining in time, and can try again', async () => {
    const engine = createZegoEngine({ appId: 7 }, { patience: { login: 500 } });
    await expectCallError(engine.join(REQUEST, never), 'timeout');
    await expectCallError(engine.join(REQUEST, never), 'timeout');
    await engine.destroy();
  });

  it('leaves at once while joining', async () => {
    const engine = createZegoEngine({ appId: 7 });
    await loadSdk();
    const joining = engine.join(REQUEST, never);
    await pause(100);
    const start = performance.now();
    await engine.leave();
    await expectCallError(joining, 'aborted');
    expect(performance.now() - start).to.be.below(100);
    await engine.destroy();
  });

  it('says at once what the SDK refuses', async () => {
    const engine = createZegoEngine({ appId: 7 });
    const error = await expectCallError(engine.join({ ...REQUEST, room: 'a room' }, never), 'invalid-config');
    expect(error.attribute).to.equal('room');
    await engine.destroy();
  });
});

describe('the pool of the ZEGO SDK', () => {
  it('has one instance for one call at a time, and another for a second call beside it', async () => {
    const stage = await setZegoStage();
    let constructed = 0;
    const Staged = await loadStagedSdk();
    class Counted extends Staged {
      constructor(appId: number, server: string) {
        super(appId, server);
        constructed++;
      }
    }
    const engines = [0, 1].map(() => createZegoEngine({ appId: 9 }, { loadSdk: async () => Counted }));
    const [one, two] = engines as [(typeof engines)[0], (typeof engines)[0]];
    for (let round = 0; round < 3; round++) {
      await one.join(stage.request, never);
      await one.leave();
    }
    expect(constructed).to.equal(1);
    await two.join(stage.request, never);
    expect(constructed, 'what was left is taken').to.equal(1);
    await one.join(stage.request, never);
    expect(constructed).to.equal(2);
    await Promise.all([one.destroy(), two.destroy()]);
    await stage.tearDown();
  });
});

describe('garbage from the ZEGO SDK', () => {
  const scene = useScene(setZegoStage);
  const ROOM_EVENTS = ['roomStateChanged', 'roomUserUpdate', 'roomOnlineUserCountUpdate', 'tokenWillExpire'];
  const TEXT_EVENTS = ['IMRecvBroadcastMessage', 'IMRecvBarrageMessage'];
  const MEDIA_EVENTS = [
    'roomStreamUpdate',
    'streamExtraInfoUpdate',
    'publisherStateUpdate',
    'playerStateUpdate',
  ];
  const DEVICE_EVENTS = [
    'remoteCameraStatusUpdate',
    'remoteMicStatusUpdate',
    'soundLevelUpdate',
    'networkQuality',
  ];

  it('changes nothing and throws nothing', async () => {
    const { cloud } = scene().stage as ZegoStage;
    await scene().join();
    await pause(SETTLING_TIME);
    scene().log.forget();
    for (const args of [
      [],
      [undefined],
      [null, null, null],
      ['stage', 'ADD', [{}]],
      [{}],
      [[null]],
      ['x', 'y'],
    ]) {
      for (const name of [...ROOM_EVENTS, ...TEXT_EVENTS]) {
        if (args[0] !== 'stage' || name !== 'tokenWillExpire') cloud.room(name, ...args);
      }
      for (const name of [...MEDIA_EVENTS, ...DEVICE_EVENTS]) {
        if (typeof args[0] !== 'string' || name !== 'networkQuality') cloud.media(name, ...args);
      }
    }
    cloud.publisher('unknown', 'NO_PUBLISH', 1003028);
    cloud.player('unknown', 'NO_PLAY', 1004002);
    await pause(SETTLING_TIME);
    expect(scene().log.all).to.deep.equal([]);
  });

  it('ends with the reason, whatever follows', async () => {
    const { cloud } = scene().stage as ZegoStage;
    await scene().join();
    cloud.state('RECONNECT_FAILED', 1002053);
    cloud.state('LOGOUT');
    cloud.state('KICKOUT', 1002055);
    await scene().log.event('ended');
    await pause(SETTLING_TIME);
    const [ended, ...others] = scene().log.of('ended');
    expect(ended?.reason).to.equal('network-lost');
    expect(ended?.error).to.be.instanceOf(CallError);
    expect(others).to.deep.equal([]);
    await scene().join();
  });
});

function unused(): Promise<SdkClass> {
  throw new Error('The SDK is not needed for this');
}
