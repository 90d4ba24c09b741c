import { expect } from '@open-wc/testing';
import type { EngineOptions } from '../../src/engine/call-engine.js';
import type { SdkClass } from '../../src/engine/zego/load-sdk.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
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
});
