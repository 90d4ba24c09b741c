import { expect } from '@open-wc/testing';
import { CallError, type CallErrorCode } from '../../src/engine/call-error.js';
import type { JoinRequest } from '../../src/engine/call-engine.js';
import type { SdkClass } from '../../src/engine/zego/load-sdk.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { pause } from '../support/wait.js';
import { useScene } from './scene.js';
import { loadStagedSdk, setZegoStage, type ZegoStage } from './zego-stage.js';

const REQUEST: JoinRequest = { room: 'r', user: { id: 'me', name: 'Me' }, token: '04AAAA' };
const SETTLING_TIME = 300;
const never = new AbortController().signal;

describe('the ZEGO engine and its surroundings', () => {
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

describe('a login that ZEGO refuses', () => {
  const scene = useScene(setZegoStage);
  const REFUSALS: readonly [engineCode: number, code: CallErrorCode][] = [
    [1002034, 'room-full'],
    [1002066, 'removed'],
    [1002050, 'duplicate-login'],
    [1102016, 'token-invalid'],
    [1102018, 'token-expired'],
    [1002031, 'timeout'],
    [1001004, 'invalid-config'],
    [4242, 'engine'],
  ];
  for (const [engineCode, code] of REFUSALS)
    it(`rejects the join, which works later: ${engineCode} → ${code}`, async () => {
      const { cloud } = scene().stage as ZegoStage;
      cloud.refusal = { code: engineCode, msg: 'Of the test' };
      const error = await expectCallError(scene().join(), code);
      expect(error.engineCode).to.equal(engineCode);
      cloud.refusal = undefined;
      await scene().join();
      expect(scene().log.of('ended'), 'a join that fails is told once').to.deep.equal([]);
    });

  it('minds no answer to the end of the stay before', async () => {
    const { cloud } = scene().stage as ZegoStage;
    await scene().join();
    await scene().leave();
    const joining = scene().join();
    cloud.state('LOGOUT');
    await joining;
    await pause(SETTLING_TIME);
    expect(scene().log.of('ended')).to.deep.equal([]);
  });
});

describe('a stream that the ZEGO SDK sends again', () => {
  const scene = useScene(setZegoStage);
  const states = () =>
    scene()
      .log.of('publish-state')
      .map(({ state }) => state);

  it('is told of until it arrives', async () => {
    const { cloud } = scene().stage as ZegoStage;
    await scene().join();
    const { streamId } = await scene().engine.publish(scene().media().stream, { source: 'camera' });
    cloud.publisher(streamId, 'PUBLISH_REQUESTING', 1103028);
    const { error } = await scene().log.event('publish-state', ({ state }) => state === 'retrying');
    expect(error?.code).to.equal('network');
    cloud.publisher(streamId, 'PUBLISHING');
    await scene().log.event('publish-state', ({ state }) => state === 'publishing');
    expect(states()).to.deep.equal(['retrying', 'publishing']);
  });

  it('is told of until we stop it', async () => {
    const { cloud } = scene().stage as ZegoStage;
    await scene().join();
    const publication = await scene().engine.publish(scene().media().stream, { source: 'screen' });
    cloud.publisher(publication.streamId, 'PUBLISH_REQUESTING', 1103028);
    await scene().log.event('publish-state');
    await publication.stop();
    expect(states()).to.deep.equal(['retrying', 'stopped']);
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

describe('the pool of the ZEGO SDK', () => {
  const servers: readonly [server: string | undefined, given: string | string[]][] = [
    [undefined, ''],
    ['wss://one.example/ws', 'wss://one.example/ws'],
    [' wss://one.example/ws ', 'wss://one.example/ws'],
    ['wss://one.example/ws wss://two.example/ws', ['wss://one.example/ws', 'wss://two.example/ws']],
    ['wss://one.example/ws,\nwss://two.example/ws', ['wss://one.example/ws', 'wss://two.example/ws']],
  ];
  for (const [server, given] of servers)
    it(`makes the instance for a video call, over the server ${server}`, async () => {
      const stage = await setZegoStage();
      const Staged = await loadStagedSdk();
      let made: unknown[] = [];
      class Noted extends Staged {
        constructor(...args: ConstructorParameters<SdkClass>) {
          super(...args);
          made = args;
        }
      }
      const options = { appId: 11, ...(server === undefined ? {} : { server }) };
      const engine = createZegoEngine(options, { loadSdk: async () => Noted });
      await engine.join(stage.request, never);
      expect(made).to.deep.equal([11, given, { scenario: 4 }]);
      await engine.destroy();
      await stage.tearDown();
    });

  it('has one instance for one call at a time, and another for a second call beside it', async () => {
    const stage = await setZegoStage();
    let constructed = 0;
    const Staged = await loadStagedSdk();
    class Counted extends Staged {
      constructor(...args: ConstructorParameters<SdkClass>) {
        super(...args);
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
    expect(one.version, 'the SDK’s, for a support engineer').to.equal('3.12.0');
    expect(two.version, 'not loaded yet').to.equal(undefined);
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
