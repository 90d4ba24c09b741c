import { expect } from '@open-wc/testing';
import type { Effects } from '../../src/engine/call-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { useScene } from './scene.js';
import { setZegoStage } from './zego-stage.js';

const WHITE: Effects = { beauty: { smooth: 0, whiten: 100, rosy: 0, sharpen: 0 } };

describe('effects of a page that hosts the files of backgrounds', () => {
  const scene = useScene(() => setZegoStage({ backgroundAssets: '/zego/' }));

  it('are told of before joining as they are in the call', async () => {
    await scene().join();
    const { effectKinds } = await scene().engine.publish(scene().media().stream, { source: 'camera' });
    expect(effectKinds).to.deep.equal(['beauty', 'lowLight', 'background']);
    expect(scene().stage.effectKinds).to.deep.equal(effectKinds);
  });
});

describe('effects in a browser without WebGL', () => {
  const scene = useScene(setZegoStage);
  const { getContext } = HTMLCanvasElement.prototype;
  beforeEach(() => {
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
      return args[0] === 'webgl' ? null : (Reflect.apply(getContext, this, args) as unknown);
    } as typeof getContext;
  });
  afterEach(() => {
    HTMLCanvasElement.prototype.getContext = getContext;
  });

  it('are refused at once, and the stream is sent as it is', async () => {
    await scene().join();
    const publication = await scene().engine.publish(scene().media().stream, {
      source: 'camera',
      effects: WHITE,
    });
    const { error } = await scene().log.event('effects-off');
    expect(error).to.include({ code: 'unsupported', device: 'camera' });
    await expectCallError(publication.setEffects!(WHITE), 'unsupported');
    await publication.setEffects!({});
    await publication.stop();
  });
});
