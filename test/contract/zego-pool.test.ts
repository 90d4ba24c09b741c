import { expect } from '@open-wc/testing';
import type { EngineOptions } from '../../src/engine/call-engine.js';
import type { ZegoOptions, ZegoScenario } from '../../src/engine/zego-options.js';
import type { SdkClass } from '../../src/engine/zego/load-sdk.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { eventually, pause } from '../support/wait.js';
import { loadStagedSdk, setZegoStage, type ZegoStage } from './zego-stage.js';

const never = new AbortController().signal;

/** Returns the staged SDK as a class of its own, whose instances write down what they are made for and asked to measure. */
async function watchedSdk() {
  const Staged = await loadStagedSdk();
  const made: { appId: number; server: string | string[] }[] = [];
  const measured: boolean[] = [];
  class Watched extends Staged {
    constructor(...args: ConstructorParameters<SdkClass>) {
      super(...args);
      const [appId, server] = args;
      made.push({ appId, server });
    }
    override setSoundLevelDelegate(...args: Parameters<InstanceType<SdkClass>['setSoundLevelDelegate']>) {
      measured.push(args[0]);
      super.setSoundLevelDelegate(...args);
    }
  }
  return { Watched, made, measured };
}

describe('the SDK instance that a call is given', () => {
  let stage: ZegoStage;
  beforeEach(async () => {
    stage = await setZegoStage();
  });
  afterEach(() => stage.tearDown());

  const callOnce = async (Sdk: SdkClass, options: EngineOptions): Promise<void> => {
    const engine = createZegoEngine(options, { loadSdk: async () => Sdk });
    await engine.join(stage.request, never);
    await engine.leave();
    await engine.destroy();
  };

  it('was made for the project and the server of this call, and is used again for them', async () => {
    const { Watched, made } = await watchedSdk();
    const calls = [
      { appId: 11, server: 'wss://one.example/ws' },
      { appId: 11, server: 'wss://two.example/ws' },
      { appId: 22, server: 'wss://two.example/ws' },
    ];
    for (const call of [...calls, ...calls]) await callOnce(Watched, call);
    expect(made).to.deep.equal(calls);
  });

  it('measures how loud it is during the call only', async () => {
    const { Watched, measured } = await watchedSdk();
    const engine = createZegoEngine({ appId: 11 }, { loadSdk: async () => Watched });
    await engine.join(stage.request, never);
    expect(measured.at(-1)).to.equal(true);
    await engine.leave();
    expect(measured.at(-1)).to.equal(false);
    await engine.destroy();
  });

  it('measures how loud others are while the page is hidden, too', async () => {
    const { engine } = stage;
    const ada = await stage.enter({ id: 'ada', name: 'Ada' });
    await engine.join(stage.request, never);
    const streamId = await ada.publish('camera');
    await eventually(() => stage.cloud.streams.has(streamId), 'the stream is there');
    await engine.play(streamId, never);
    let measured = 0;
    // The stand-in reports a level of 40 by itself; whatever else comes, the SDK has measured.
    stage.cloud.client!.on('soundLevelUpdate', (levels) => {
      if (levels.some(({ soundLevel }) => soundLevel !== 40)) measured++;
    });
    await eventually(() => measured > 0, 'it measures while the page is visible');
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    try {
      await pause(100);
      measured = 0;
      await eventually(() => measured > 2, 'it measures while the page is hidden');
    } finally {
      Reflect.deleteProperty(document, 'hidden');
      document.dispatchEvent(new Event('visibilitychange'));
    }
  });

  it('is made for the scenario of this call', async () => {
    const Staged = await loadStagedSdk();
    const scenarios: unknown[] = [];
    class Noted extends Staged {
      constructor(...args: ConstructorParameters<SdkClass>) {
        super(...args);
        scenarios.push(args[2]?.scenario);
      }
    }
    await callOnce(Noted, { appId: 11 });
    await callOnce(Noted, { appId: 11, scenario: 'broadcast' });
    await callOnce(Noted, { appId: 11, scenario: 'broadcast' });
    expect(scenarios).to.deep.equal([4, 8]);
  });

  it('is made after the SDK was told how to reach the cloud and what to log', async () => {
    const Staged = await loadStagedSdk();
    const told: unknown[] = [];
    class Noted extends Staged {
      constructor(...args: ConstructorParameters<SdkClass>) {
        super(...args);
        told.push('constructed');
      }
      static override presetLogConfig(config: object) {
        told.push(config);
        return true;
      }
      static override setGeoFence(...args: unknown[]) {
        told.push(args);
      }
      static override setCloudProxyConfig(...args: unknown[]) {
        told.push(args);
      }
    }
    const zegoOptions: ZegoOptions = {
      geoFence: { exclude: ['CN', 'IN'] },
      cloudProxy: { hosts: [{ hostName: 'proxy.example', port: 8443 }], token: 'a token' },
      consoleLog: 'warn',
      logUpload: 'info',
    };
    await callOnce(Noted, { appId: 11, zegoOptions });
    await callOnce(Noted, { appId: 12, zegoOptions: { ...zegoOptions } });
    expect(told).to.deep.equal([
      { logLevel: 'warn', remoteLogLevel: 'info' },
      [2, [2, 6]],
      [[{ hostName: 'proxy.example', port: 8443 }], 'a token', true],
      'constructed',
      'constructed',
    ]);
  });

  const refused: Readonly<Record<string, unknown>> = {
    'text in place of options': 'EU',
    'a list': [],
    'an unknown name': { geofence: { include: ['EU'] } },
    'a fence without areas': { geoFence: { include: [] } },
    'a fence with both kinds of areas': { geoFence: { include: ['EU'], exclude: ['CN'] } },
    'an unknown area': { geoFence: { include: ['Mars'] } },
    'an area that every object has a property of that name': { geoFence: { include: ['constructor'] } },
    'a proxy without hosts': { cloudProxy: { hosts: [] } },
    'an address in place of a host': { cloudProxy: { hosts: [{ hostName: 'https://proxy.example' }] } },
    'a port that is none': { cloudProxy: { hosts: [{ hostName: 'proxy.example', port: 70_000 }] } },
    'a local proxy without signaling': { localProxy: { logs: 'logs.example' } },
    'an address as local proxy': { localProxy: { signaling: 'wss://proxy.example' } },
    'both proxies': {
      cloudProxy: { hosts: [{ hostName: 'proxy.example' }] },
      localProxy: { signaling: 'proxy.example' },
    },
    'an unknown log level': { consoleLog: 'loud' },
    'a log level in capitals': { logUpload: 'INFO' },
  };
  for (const [what, zegoOptions] of Object.entries(refused))
    it(`is not made when the options are wrong: ${what}`, async () => {
      const { Watched, made } = await watchedSdk();
      const options = { appId: 11, zegoOptions: zegoOptions as ZegoOptions };
      const refusal: unknown = await callOnce(Watched, options).catch((error: unknown) => error);
      expect(refusal).to.include({ code: 'invalid-config', attribute: 'zegoOptions' });
      expect((refusal as Error).message).to.match(/^zegoOptions /);
      expect(made).to.deep.equal([]);
    });

  it('is not made for an unknown scenario', async () => {
    const { Watched, made } = await watchedSdk();
    const options = { appId: 11, scenario: 'constructor' as ZegoScenario };
    const refusal: unknown = await callOnce(Watched, options).catch((error: unknown) => error);
    expect(refusal).to.include({ code: 'invalid-config', attribute: 'scenario' });
    expect(made).to.deep.equal([]);
  });

  it('is not made when a geo-fence would come too late', async () => {
    const { Watched } = await watchedSdk(); // The SDK has instances in this page already.
    const options: EngineOptions = { appId: 11, zegoOptions: { geoFence: { include: ['EU'] } } };
    const refusal: unknown = await callOnce(Watched, options).catch((error: unknown) => error);
    expect(refusal).to.include({ code: 'invalid-config', attribute: 'zegoOptions' });
  });
});
