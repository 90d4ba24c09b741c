import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallError } from '../../src/engine/call-error.js';
import type { EffectKind, Effects, Publication } from '../../src/engine/call-engine.js';
import { ENGINES } from '../../src/engine/load-engine.js';
import { type EngineFaults, WatchedEngine } from '../call/watched-engine.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, gone, nameOf, press, reads } from '../support/page.js';
import { nextFrames } from '../support/test-media.js';
import { eventually } from '../support/wait.js';

describe('the effects in <zego-settings>', () => {
  const engines = ENGINES as { simulated: typeof ENGINES.simulated };
  const usual = engines.simulated;
  let stage: CallStage;
  /** What was asked of the engine. */
  let asked: Effects[];
  beforeEach(() => {
    stage = new CallStage();
    asked = [];
  });
  afterEach(async () => {
    engines.simulated = usual;
    await stage.end();
  });

  const slider = (call: Element, name: string) => find<HTMLInputElement>(call, `input[name=${name}]`);
  const wanted = (call: ZegoCall) => call.state.self.effects;

  /** A call with open settings, over an engine with that in its publications. */
  async function open(publication?: EngineFaults['publication']): Promise<ZegoCall> {
    const watched = (usual: Publication): Partial<Publication> => ({
      setEffects: (effects) => {
        asked.push(effects);
        return usual.setEffects!(effects);
      },
      ...publication?.(usual),
    });
    const engine = () => new WatchedEngine(stage.world.createEngine(), { publication: watched });
    const call = await stage.joined({ engine, backgroundAssets: '/zego/' });
    await press(call, 'Settings');
    await find(call, 'select[name=quality]');
    return call;
  }

  /** Open settings in the lobby, over an engine that says of itself what it can do. */
  async function openInLobby(kinds: readonly EffectKind[] = ['beauty', 'lowLight']): Promise<ZegoCall> {
    const { createEngine } = stage.world;
    engines.simulated = async () => ({ createEngine, effectKinds: () => kinds });
    const call = await stage.call({ engine: 'simulated', backgroundAssets: '/zego/' });
    await press(call, 'Show preview');
    await press(call, 'Settings');
    return call;
  }

  const withBackgrounds: EngineFaults['publication'] = () => ({
    effectKinds: ['background'],
    setEffects: async (effects) => void asked.push(effects),
  });

  it('change the picture while sliding, and say how much', async () => {
    const call = await open();
    const smooth = await slider(call, 'smooth');
    expect(shown(smooth)).to.equal('Smooth 0');
    slide(smooth, 40);
    await eventually(() => wanted(call).beauty?.smooth === 40, 'it is wanted');
    expect(shown(smooth)).to.equal('Smooth 40');
    slide(await slider(call, 'rosy'), 10);
    await eventually(() => wanted(call).beauty?.rosy === 10, 'the other one is wanted, too');
    expect(wanted(call)).to.deep.equal({ beauty: { smooth: 40, whiten: 0, rosy: 10, sharpen: 0 } });
  });

  it('can be slid and switched with keys', async () => {
    const call = await open();
    (await slider(call, 'whiten')).focus();
    await sendKeys({ press: 'End' });
    await eventually(() => wanted(call).beauty?.whiten === 100, 'it is at its end');
    (await slider(call, 'lowLight')).focus();
    await sendKeys({ press: ' ' });
    await eventually(() => wanted(call).lowLight, 'low light is on');
    await press(call, 'Reset effects');
    await eventually(() => Object.keys(wanted(call)).length === 0, 'all is off');
    expect((await slider(call, 'whiten')).valueAsNumber).to.equal(0);
    expect((await slider(call, 'lowLight')).checked).to.equal(false);
  });

  it('are asked for one after the other, and the newest only', async () => {
    const answers: (() => void)[] = [];
    const call = await open(() => ({
      setEffects: (effects) => {
        asked.push(effects);
        return new Promise((resolve) => answers.push(resolve));
      },
    }));
    const smooth = await slider(call, 'smooth');
    for (const strength of [10, 20, 30, 40]) slide(smooth, strength);
    await eventually(() => asked.length === 1, 'the first is asked for');
    answers.shift()!();
    await eventually(() => asked.length === 2, 'the newest is asked for');
    expect(asked.map(({ beauty }) => beauty?.smooth)).to.deep.equal([10, 40]);
    answers.shift()!();
    await eventually(() => wanted(call).beauty?.smooth === 40, 'that one stays');
    expect(asked).to.have.length(2);
  });

  it('are seen in the own preview', async () => {
    const call = await open();
    const preview = await find<HTMLVideoElement>(call, 'zego-preview', 'video');
    const raw = preview.srcObject;
    (await slider(call, 'lowLight')).click();
    await eventually(() => preview.srcObject !== raw, 'the preview shows another picture');
    expect(preview.srcObject).to.equal(call.state.self.picture);
    await nextFrames(preview, 2);
  });

  it('that are too much go off, and say so', async () => {
    const call = await open();
    slide(await slider(call, 'smooth'), 50);
    await eventually(() => wanted(call).beauty, 'it is on');
    stage.room.failEffects(new CallError('unsupported', 'Of the test', { device: 'camera' }));
    await eventually(() => !wanted(call).beauty, 'it is off');
    expect((await slider(call, 'smooth')).valueAsNumber).to.equal(0);
    slide(await slider(call, 'smooth'), 50);
    await reads(await find(call, '[role=alert]'), 'Effects do not work here');
  });

  it('are absent where the engine has none, and before joining one of the page’s own', async () => {
    const call = await open(() => ({ effectKinds: [] }));
    expect(all(call, 'zego-settings-effects', 'fieldset')).to.deep.equal([]);
    const before = await stage.call();
    before.innerHTML = '<zego-settings></zego-settings>';
    await find(before, 'zego-settings-effects');
    expect(all(before, 'zego-settings-effects', 'fieldset')).to.deep.equal([]);
  });

  it('are absent in a call without pictures', async () => {
    const call = await stage.joined({ mode: 'audio' });
    await press(call, 'Settings');
    await find(call, 'select[name=microphone]');
    expect(all(call, 'zego-settings-effects')).to.deep.equal([]);
  });

  it('are chosen in the lobby, and seen from the first moment in the call', async () => {
    const call = await openInLobby();
    slide(await slider(call, 'smooth'), 40);
    (await slider(call, 'lowLight')).click();
    await reads(await find(call, 'zego-settings'), 'Effects start when you join.');
    await eventually(() => wanted(call).lowLight && wanted(call).beauty?.smooth === 40, 'both are wanted');
    const raw = call.state.self.picture;
    await press(call, 'Close');
    await press(call, 'Join');
    const seen = () => all<HTMLVideoElement>(call, 'zego-preview', 'video')[0]?.srcObject ?? raw;
    await eventually(() => call.state.self.picture === seen() && seen() !== raw, 'the self view shows it');
    await press(call, 'Settings');
    expect(shown(await slider(call, 'smooth'))).to.equal('Smooth 40');
    expect((await slider(call, 'lowLight')).checked).to.equal(true);
    expect(all(call, 'zego-settings-effects', 'zego-preview')).to.have.length(1);
  });

  it('are not asked of the engine before the settings are open', async () => {
    let loads = 0;
    engines.simulated = () => usual().finally(() => (loads += 1));
    const call = await stage.call({ engine: 'simulated' });
    await press(call, 'Show preview');
    await button(call, 'Settings');
    expect(loads).to.equal(0);
    await press(call, 'Settings');
    await slider(call, 'smooth');
    expect(loads).to.equal(1);
  });

  it('put a picture behind us in the lobby, and say when it is none', async () => {
    const call = await openInLobby(['background']);
    await chooseFile(call, new File(['no picture'], 'no.png', { type: 'image/png' }));
    await reads(await find(call, '[role=alert]'), 'This picture can’t be used.');
    expect(wanted(call)).to.deep.equal({});
    const file = await picture();
    await chooseFile(call, file);
    await eventually(() => pressed(call) === 'Picture…', 'the button says so');
    expect(wanted(call)).to.deep.equal({ background: { image: file } });
    await gone(call, '[role=alert]');
  });

  it('put a blur behind us, and take it away', async () => {
    const call = await open(withBackgrounds);
    expect(all(call, 'input[type=range]')).to.deep.equal([]);
    await press(call, 'Slight blur');
    await eventually(() => asked.length === 1 && pressed(call) === 'Slight blur', 'the button says so');
    await press(call, 'Strong blur');
    await eventually(() => asked.length === 2 && pressed(call) === 'Strong blur', 'the other one says so');
    await press(call, 'None');
    await eventually(() => asked.length === 3 && pressed(call) === 'None', 'none is on');
    expect(asked).to.deep.equal([{ background: { blur: 'low' } }, { background: { blur: 'high' } }, {}]);
  });

  it('put a picture behind us, and say when it can not be used', async () => {
    let refuse = false;
    const call = await open(() => ({
      effectKinds: ['background'],
      setEffects: async () => {
        if (refuse) throw new CallError('invalid-config', 'effects of the test', { attribute: 'effects' });
      },
    }));
    const file = await picture();
    await chooseFile(call, file);
    await eventually(() => pressed(call) === 'Picture…', 'the button says so');
    expect(wanted(call)).to.deep.equal({ background: { image: file } });
    refuse = true;
    await chooseFile(call, await picture());
    await reads(await find(call, '[role=alert]'), 'This picture can’t be used.');
    expect(wanted(call)).to.deep.equal({ background: { image: file } });
    await press(call, 'None');
    refuse = false;
  });

  for (const theme of ['light', 'dark'] as const)
    it(`are accessible, ${theme}`, async () => {
      const call = await open(() => ({ effectKinds: ['beauty', 'lowLight', 'background'] }));
      call.theme = theme;
      await button(call, 'Picture…');
      await expect(call).to.be.accessible();
    });

  it('are accessible in the lobby', async () => {
    const call = await openInLobby(['beauty', 'lowLight', 'background']);
    await button(call, 'Picture…');
    await expect(call).to.be.accessible();
  });
});

/** A slider's name and what is shown of its value. */
function shown({ labels, parentElement }: HTMLInputElement): string {
  return `${labels![0]!.textContent} ${parentElement!.querySelector('output')!.value}`;
}

/** Slides as a person does, so far as scripts can. */
function slide(input: HTMLInputElement, value: number): void {
  input.value = String(value);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

function pressed(root: Element): string | undefined {
  const found = all(root, 'zego-settings-effects', 'button[aria-pressed=true]')[0];
  return found && nameOf(found);
}

async function picture(): Promise<File> {
  const canvas = new OffscreenCanvas(16, 9);
  canvas.getContext('2d');
  return new File([await canvas.convertToBlob()], 'beach.png', { type: 'image/png' });
}

async function chooseFile(root: Element, file: File): Promise<void> {
  const input = await find<HTMLInputElement>(root, 'input[type=file]');
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
