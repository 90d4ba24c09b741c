import { expect } from '@open-wc/testing';
import type {
  EffectKind,
  Effects,
  EngineModule,
  EngineOptions,
  Publication,
} from '../../src/engine/call-engine.js';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { brightness } from '../support/picture.js';
import { eventually } from '../support/wait.js';
import { useStage, whileLoading } from './call-stage.js';

const SMOOTH: Effects = { beauty: { smooth: 50, whiten: 0, rosy: 0, sharpen: 0 } };
const BOTH: Effects = { beauty: { smooth: 50, whiten: 1, rosy: 2.5, sharpen: 100 }, lowLight: true };
const NO_BACKGROUND: readonly EffectKind[] = ['beauty', 'lowLight'];
const WITH_BACKGROUND: readonly EffectKind[] = [...NO_BACKGROUND, 'background'];
const TOO_MUCH = new CallError('unsupported', 'Of the test', { device: 'camera' });

describe('effects on our picture', () => {
  const stage = useStage();
  const wanted = () => stage().state.self.effects;
  const kinds = () => stage().state.self.effectKinds;

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

  it('can be told from the moment that our picture is sent', async () => {
    expect(stage().state.self.effectKinds).to.deep.equal([]);
    await stage().enter();
    await stage().until(({ self }) => self.effectKinds.length > 0, 'there are effects');
    expect(stage().state.self.effectKinds).to.deep.equal(['beauty', 'lowLight']);
    await stage().leave();
    expect(stage().state.self.effectKinds).to.deep.equal([]);
  });

  describe('before a call', () => {
    const module = (more: Partial<EngineModule> = {}): EngineModule => ({
      createEngine: () => stage().createEngine(),
      ...more,
    });
    const told = ({ backgroundAssets }: EngineOptions): readonly EffectKind[] =>
      backgroundAssets ? WITH_BACKGROUND : NO_BACKGROUND;

    beforeEach(() => stage().session.configure({ engine: 'simulated' }));

    it('can be told when they are asked for, without an engine', async () => {
      await whileLoading(
        async () => module({ effectKinds: told }),
        () => stage().session.listEffects(),
      );
      expect(kinds()).to.deep.equal(NO_BACKGROUND);
      expect(stage().engines, 'no engine is made').to.deep.equal([]);
      expect(stage().prompts, 'no device is asked for').to.deep.equal([]);
    });

    it('follow what the page says of backgrounds', async () => {
      await whileLoading(
        async () => module({ effectKinds: told }),
        async () => {
          await stage().session.listEffects();
          stage().session.configure({ backgroundAssets: '/zego/' });
          await stage().until(() => kinds().includes('background'), 'there are backgrounds');
          stage().session.configure({ backgroundAssets: '' });
          await stage().until(() => !kinds().includes('background'), 'there are none');
        },
      );
    });

    it('are in the first picture that is sent, also of a camera that is on already', async () => {
      await whileLoading(
        async () => module({ effectKinds: told }),
        async () => {
          await stage().session.startPreview();
          await stage().session.listEffects();
          await stage().session.setEffects(SMOOTH);
          const { streamId } = await stage().enter();
          expect(stage().room.effectsOf(streamId)).to.deep.equal(SMOOTH);
          await stage().leave();
        },
      );
      expect(wanted()).to.deep.equal(SMOOTH);
      expect(kinds()).to.deep.equal(NO_BACKGROUND);
    });

    it('go off in a call that can’t do them, and are told', async () => {
      stage().engineFaults = { publication: () => ({ effectKinds: [] }) };
      await whileLoading(
        async () => module({ effectKinds: told }),
        async () => {
          await stage().session.listEffects();
          await stage().session.setEffects(SMOOTH);
          await stage().enter();
          const notice = await stage().until((state) => state.notice, 'there is a notice');
          expect(notice).to.include({ code: 'unsupported', device: 'camera' });
          expect(wanted()).to.deep.equal({});
          expect(kinds()).to.deep.equal([]);
        },
      );
    });

    it('are none of an engine that says nothing, is the page’s own, or can’t be loaded', async () => {
      await whileLoading(
        async () => module(),
        () => stage().session.listEffects(),
      );
      expect(kinds()).to.deep.equal([]);
      await whileLoading(
        () => Promise.reject(new Error('Offline')),
        () => stage().session.listEffects(),
      );
      expect(kinds()).to.deep.equal([]);
      stage().session.configure({ engine: stage().createEngine });
      await stage().session.listEffects();
      expect(kinds()).to.deep.equal([]);
      expect(stage().state.notice).to.equal(null);
    });
  });

  it('are what we see of ourselves, too', async () => {
    await stage().enter();
    const raw = stage().state.self.picture!;
    const before = await brightness(raw.getVideoTracks()[0]!);
    await stage().session.setEffects({ lowLight: true });
    const drawn = stage().state.self.picture!;
    expect(drawn).to.not.equal(raw);
    const [track] = drawn.getVideoTracks();
    await eventually(async () => (await brightness(track!)) > before + 10, 'it is lighter');
    await stage().session.setEffects({});
    expect(stage().state.self.picture).to.equal(raw);
    expect(track).to.include({ readyState: 'ended' });
  });

  it('are seen again with another camera, and not while it is off', async () => {
    await stage().enter();
    await stage().session.setEffects({ lowLight: true });
    const [track] = stage().state.self.picture!.getVideoTracks();
    await stage().session.selectDevice('camera', 'camera-2');
    expect(stage().state.self.picture!.getVideoTracks()).to.deep.equal([track]);
    await stage().session.setCamera(false);
    expect(stage().state.self.picture).to.equal(null);
    await stage().session.setCamera(true);
    expect(stage().state.self.picture!.getVideoTracks()).to.deep.equal([track]);
    await stage().leave();
    expect(track).to.include({ readyState: 'ended' });
  });

  it('that fail otherwise leave those before', async () => {
    await stage().enter();
    await stage().session.setEffects(SMOOTH);
    const offline = new CallError('network', 'Of the test');
    stage().engine.faults = { setEffects: () => Promise.reject(offline) };
    await expectCallError(stage().session.setEffects({ lowLight: true }), 'network');
    expect(wanted()).to.deep.equal(SMOOTH);
    expect(stage().state.notice).to.equal(null);
  });

  describe('behind us', () => {
    const BLUR: Effects = { background: { blur: 'medium' } };

    it('need the folder of their files', async () => {
      const error = await expectCallError(stage().session.setEffects(BLUR), 'invalid-config');
      expect(error.attribute).to.equal('background-assets');
      expect(wanted()).to.deep.equal({});
    });

    it('have the engine know the folder', async () => {
      const given: EngineOptions[] = [];
      stage().session.configure({ engine: 'simulated', backgroundAssets: '/zego/' });
      const createEngine = (options: EngineOptions) => {
        given.push(options);
        return stage().createEngine();
      };
      await whileLoading(
        async () => ({ createEngine }),
        () => stage().join(),
      );
      expect(given.map(({ backgroundAssets }) => backgroundAssets)).to.deep.equal(['/zego/']);
    });

    it('are wanted as they were given', async () => {
      stage().session.configure({ backgroundAssets: '/zego/' });
      for (const background of [{ blur: 'low' }, { image: 'beach.jpg' }, { image: new Blob() }] as const) {
        await stage().session.setEffects({ background });
        expect(wanted()).to.deep.equal({ background });
      }
    });

    it('that the engine has none of take the others along', async () => {
      stage().session.configure({ backgroundAssets: '/zego/' });
      const { streamId } = await stage().enter();
      await stage().session.setEffects(SMOOTH);
      await expectCallError(stage().session.setEffects({ ...SMOOTH, ...BLUR }), 'unsupported');
      expect(wanted()).to.deep.equal({});
      expect(stage().room.effectsOf(streamId)).to.deep.equal({});
    });

    for (const [what, background] of [
      ['nothing', null],
      ['an unknown blur', { blur: 'extreme' }],
      ['blur and picture at once', { blur: 'low', image: 'beach.jpg' }],
      ['an empty address', { image: '' }],
      ['an element', { image: new Image() }],
      ['nothing of all', {}],
    ] as const)
      it(`can not be ${what}`, async () => {
        stage().session.configure({ backgroundAssets: '/zego/' });
        const setting = stage().session.setEffects({ background } as unknown as Effects);
        expect((await expectCallError(setting, 'invalid-config')).attribute).to.equal('effects');
      });
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

  it('that the engine has turned off are not tried again in the next call', async () => {
    const { streamId } = await stage().enter();
    await stage().session.setEffects(SMOOTH);
    stage().engine.emit({ type: 'effects-off', streamId, error: TOO_MUCH });
    expect(await stage().until((state) => state.notice, 'there is a notice')).to.equal(TOO_MUCH);
    await stage().leave();
    const again = await stage().enter();
    expect(stage().room.effectsOf(again.streamId)).to.deep.equal({});
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
      effectKinds: undefined,
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
