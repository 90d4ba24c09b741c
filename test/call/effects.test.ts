import { expect } from '@open-wc/testing';
import type { Effects, Publication } from '../../src/engine/call-engine.js';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually } from '../support/wait.js';
import { useStage } from './call-stage.js';

const SMOOTH: Effects = { beauty: { smooth: 50, whiten: 0, rosy: 0, sharpen: 0 } };
const BOTH: Effects = { beauty: { smooth: 50, whiten: 1, rosy: 2.5, sharpen: 100 }, lowLight: true };
const TOO_MUCH = new CallError('unsupported', 'Of the test', { device: 'camera' });

describe('effects on our picture', () => {
  const stage = useStage();
  const wanted = () => stage().state.self.effects;

  it('that were wanted before joining are in it from the beginning', async () => {
    await stage().session.setEffects(BOTH);
    expect(wanted()).to.deep.equal(BOTH);
    const { streamId } = await stage().enter();
    expect(stage().room.effectsOf(streamId)).to.deep.equal(BOTH);
    expect(wanted()).to.deep.equal(BOTH);
  });

  it('change during the call, and stay for the next one', async () => {
    const { streamId } = await stage().enter();
    await stage().session.setEffects(SMOOTH);
    expect(stage().room.effectsOf(streamId)).to.deep.equal(SMOOTH);
    await stage().session.setEffects({ lowLight: true });
    expect(stage().room.effectsOf(streamId)).to.deep.equal({ lowLight: true });
    await stage().leave();
    const again = await stage().enter();
    expect(stage().room.effectsOf(again.streamId)).to.deep.equal({ lowLight: true });
    await stage().session.setEffects({});
    expect(stage().room.effectsOf(again.streamId)).to.deep.equal({});
  });

  it('that come to nothing are none', async () => {
    await stage().session.setEffects({
      beauty: { smooth: 0, whiten: 0, rosy: 0, sharpen: 0 },
      lowLight: false,
    });
    expect(wanted()).to.deep.equal({});
  });

  it('go off, and are told of, when they are too much', async () => {
    await stage().enter();
    await stage().session.setEffects(SMOOTH);
    stage().room.failEffects(TOO_MUCH);
    expect(await stage().until((state) => state.notice, 'there is a notice')).to.equal(TOO_MUCH);
    expect(wanted()).to.deep.equal({});
    expect(stage().status).to.equal('joined');
    await expectCallError(stage().session.setEffects(SMOOTH), 'unsupported');
    expect(wanted()).to.deep.equal({});
  });

  it('that can not be there from the beginning are told of, and the picture is sent', async () => {
    stage().room.failEffects(TOO_MUCH);
    await stage().session.setEffects(SMOOTH);
    await stage().enter();
    expect(await stage().until((state) => state.notice, 'there is a notice')).to.equal(TOO_MUCH);
    expect(wanted()).to.deep.equal({});
  });

  describe('of an engine that has none', () => {
    const without = ({ streamId, replaceTrack, setMuted, stop }: Publication) => ({
      streamId,
      replaceTrack,
      setMuted,
      stop,
      setEffects: undefined,
    });
    beforeEach(() => {
      stage().engineFaults = { publication: (usual) => without(usual) as unknown as Publication };
    });

    it('reject with "unsupported"', async () => {
      await stage().enter();
      const error = await expectCallError(stage().session.setEffects(SMOOTH), 'unsupported');
      expect(error.device).to.equal('camera');
      expect(wanted()).to.deep.equal({});
      await stage().session.setEffects({});
    });

    it('are told of when they were wanted before joining', async () => {
      await stage().session.setEffects(SMOOTH);
      await stage().enter();
      const notice = await stage().until((state) => state.notice, 'there is a notice');
      expect(notice.code).to.equal('unsupported');
      await eventually(() => !wanted().beauty, 'they are off');
    });
  });

  it('are forbidden where there is no camera', async () => {
    stage().session.configure({ mode: 'audio' });
    await expectCallError(stage().session.setEffects(SMOOTH), 'forbidden');
  });

  for (const [what, effects] of [
    ['nothing', null],
    ['a word', 'pretty'],
    ['more than 100', { beauty: { smooth: 101, whiten: 0, rosy: 0, sharpen: 0 } }],
    ['less than 0', { beauty: { smooth: 0, whiten: -1, rosy: 0, sharpen: 0 } }],
    ['no number', { beauty: { smooth: 0, whiten: 0, rosy: NaN, sharpen: 0 } }],
    ['too little', { beauty: { smooth: 1 } }],
    ['an empty beauty', { beauty: null }],
    ['a number for low light', { lowLight: 1 }],
  ] as const)
    it(`can not be ${what}`, async () => {
      const error = await expectCallError(
        stage().session.setEffects(effects as unknown as Effects),
        'invalid-config',
      );
      expect(error.attribute).to.equal('effects');
      expect(wanted()).to.deep.equal({});
    });
});
