import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, gone, press, reads, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('<zego-lobby> once a device was asked for', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
    localStorage.clear();
  });
  afterEach(() => stage.end());

  const previewing = async (): Promise<ZegoCall> => {
    const call = await stage.call();
    await press(call, 'Show preview');
    return call;
  };

  it('shows nothing to choose before', async () => {
    const call = await stage.call();
    expect(all(call, 'select, [role=meter]')).to.deep.equal([]);
  });

  it('lets camera and microphone be chosen', async () => {
    const call = await previewing();
    const picker = await find<HTMLSelectElement>(call, 'select[name=camera]');
    await find(call, 'select[name=microphone]');
    picker.value = 'camera-2';
    picker.dispatchEvent(new Event('change'));
    await eventually(() => call.state.devices.camera.chosen === 'camera-2', 'the other camera is in use');
  });

  it('shows how loud the microphone is, in a meter that a screen reader can ask', async () => {
    const call = await previewing();
    const meter = await find(call, '[role=meter]');
    expect(meter.ariaLabel).to.equal('Microphone level');
    expect(Number(meter.ariaValueNow)).to.be.within(0, 100);
    await press(call, 'Mute microphone');
    await gone(call, '[role=meter]');
  });

  it('plays a tone to the speaker, one at a time, and leaves nothing open', async () => {
    const contexts: AudioContext[] = [];
    const { AudioContext: original } = window;
    const call = await previewing();
    const test = await button(call, 'Test speaker');
    window.AudioContext = class extends original {
      constructor() {
        super();
        contexts.push(this);
      }
    };
    try {
      test.click();
      test.click();
      await eventually(() => test.ariaDisabled === 'true', 'it sounds');
      await eventually(() => test.ariaDisabled === 'false', 'it is over');
      await eventually(() => contexts.every(({ state }) => state === 'closed'), 'nothing stays open');
      expect(contexts).to.have.length(1);
    } finally {
      window.AudioContext = original;
    }
  });

  describe('that can’t be had', () => {
    const opened = async (call: ZegoCall, title: string): Promise<HTMLElement> => {
      const summary = await find(call, 'summary');
      expect(words(summary)).to.equal(title);
      expect(all(call, 'ol li').some((step) => step.checkVisibility())).to.be.false;
      summary.click();
      return find(call, 'details[open] ol');
    };

    it('explains step by step how to allow it', async () => {
      stage.devices.setFault('camera', 'denied');
      const call = await previewing();
      await reads(call, 'The browser does not allow the camera.');
      const steps = await opened(call, 'How to allow it');
      expect(steps.children).to.have.length(3);
      expect(all(call, 'details svg')).to.have.length(1);
    });

    for (const [fault, step] of [
      ['in-use', 'Close other calls'],
      ['missing', 'Connect a camera'],
    ] as const) {
      it(`says what to do about a device that is ${fault}`, async () => {
        stage.devices.setFault('microphone', fault);
        const call = await previewing();
        expect(words(await opened(call, 'What you can do'))).to.contain(step);
      });
    }
  });
});
