import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LazyPanel, type PanelModule } from '../../src/elements/lazy-panel.js';
import { expectCallError } from '../support/call-errors.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, focused, gone, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

/** Chooses in a `<select>` as a person does, so far as scripts can. */
function choose(picker: HTMLSelectElement, value: string): void {
  picker.value = value;
  picker.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('<zego-settings>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(async () => {
    await stage.end();
    localStorage.removeItem('zego-call:devices');
  });

  const picker = (root: Element, name: string): Promise<HTMLSelectElement> =>
    find<HTMLSelectElement>(root, `select[name=${name}]`);

  it('opens from the toolbar in a dialog, and closes again', async () => {
    const call = await stage.joined();
    const opener = await button(call, 'Settings');
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    opener.focus();
    opener.click();
    const dialog = await find<HTMLDialogElement>(call, 'dialog');
    await eventually(() => dialog.matches(':modal'), 'the dialog is modal');
    expect(opener.getAttribute('aria-expanded')).to.equal('true');
    await reads(dialog, 'Quality of my picture');

    await press(dialog, 'Close');
    await gone(call, 'dialog');
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    expect(focused() === opener, 'the focus is back').to.equal(true);
  });

  it('closes with Escape', async () => {
    const call = await stage.joined();
    (await button(call, 'Settings')).focus();
    await sendKeys({ press: 'Enter' });
    await picker(call, 'quality');
    await sendKeys({ press: 'Escape' });
    await gone(call, 'dialog');
  });

  it('goes with the call', async () => {
    const call = await stage.joined();
    await press(call, 'Settings');
    await picker(call, 'quality');
    await call.leave();
    await gone(call, 'dialog');
  });

  it('opens from the lobby once a device is on', async () => {
    const call = await stage.call();
    expect(all(call, '[part~="settings-button"]')).to.have.length(0);
    await press(call, 'Show preview');
    await press(call, 'Settings');
    await picker(call, 'quality');
  });

  it('works alone, for the call that it names', async () => {
    const call = await stage.call({ id: 'my-call', quality: 'low' });
    const settings = document.createElement('zego-settings');
    settings.for = 'my-call';
    stage.box.append(settings);
    expect((await picker(settings, 'quality')).value).to.equal('low');
    await expect(settings).to.be.accessible();
    call.remove();
    settings.remove();
  });

  it('shows the page’s own quality as what it is', async () => {
    await stage.call({ id: 'my-call', quality: { width: 960, height: 540, frameRate: 24, bitrate: 800 } });
    const settings = document.createElement('zego-settings');
    settings.for = 'my-call';
    stage.box.append(settings);
    const quality = await picker(settings, 'quality');
    expect(quality.selectedOptions[0]?.text).to.equal('As this page says');
    settings.remove();
  });

  it('names the devices once one is on, and switches between them', async () => {
    const call = await stage.joined();
    await press(call, 'Settings');
    const camera = await picker(call, 'camera');
    expect([...camera.options].map(({ text }) => text)).to.deep.equal([
      'Simulated camera',
      'Second simulated camera',
    ]);
    expect(camera.value).to.equal('camera-1');
    choose(camera, 'camera-2');
    await eventually(() => call.state.devices.camera.chosen === 'camera-2', 'the other camera is used');
    expect((await picker(call, 'microphone')).value).to.equal('microphone-1');
    await expect(call).to.be.accessible();
  });

  it('chooses by keyboard', async () => {
    const call = await stage.joined();
    await press(call, 'Settings');
    const microphone = await picker(call, 'microphone');
    microphone.focus();
    await sendKeys({ press: 'ArrowDown' });
    if (microphone.value === 'microphone-1') await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await eventually(
      () => call.state.devices.microphone.chosen === 'microphone-2',
      'the other microphone is used',
    );
  });

  it('says why a device can not be had, and what is in use instead', async () => {
    const call = await stage.joined();
    await press(call, 'Settings');
    const camera = await picker(call, 'camera');
    stage.devices.setFault('camera', 'in-use');
    choose(camera, 'camera-2');
    await reads(await find(call, 'zego-settings'), 'Another app is using the camera.');
    expect(camera.value).to.equal('camera-1');
  });

  it('offers no device before one is on, and says how to get there', async () => {
    const bare = Object.assign(Object.create(stage.devices) as typeof stage.devices, {
      enumerateDevices: async () => [],
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    });
    const call = await stage.joined({ devices: bare, cameraOff: true, microphoneOff: true });
    await press(call, 'Settings');
    await reads(call, 'Turn on your camera or microphone once');
    expect(all(call, 'select[name=camera]')).to.have.length(0);
  });

  it('sends the sound to the speaker that is chosen, where the browser can', async () => {
    stage.enter('ada', 'Ada');
    const asked: string[] = [];
    const { setSinkId } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.setSinkId = async (id) => void asked.push(id);
    try {
      const call = await stage.joined();
      await find(call, 'zego-tile', 'video');
      await press(call, 'Settings');
      choose(await picker(call, 'speaker'), 'speaker-1');
      await eventually(() => asked.includes('speaker-1'), 'the tile plays there');
    } finally {
      HTMLMediaElement.prototype.setSinkId = setSinkId;
    }
  });

  it('hides the speaker where the browser has no choice', async () => {
    const { setSinkId } = HTMLMediaElement.prototype;
    delete (HTMLMediaElement.prototype as { setSinkId?: unknown }).setSinkId;
    try {
      const call = await stage.joined();
      await press(call, 'Settings');
      await picker(call, 'camera');
      expect(all(call, 'select[name=speaker]')).to.have.length(0);
      await expectCallError(call.selectDevice('speaker', 'speaker-1'), 'unsupported');
    } finally {
      HTMLMediaElement.prototype.setSinkId = setSinkId;
    }
  });

  it('is offered a device that is plugged in, beside what was told', async () => {
    const call = await stage.joined();
    await eventually(() => call.state.devices.camera.options.length === 2, 'two cameras are listed');
    stage.devices.setPlugged('camera-1', false);
    await reads(call, 'Your camera was unplugged.');
    await eventually(() => call.state.devices.camera.chosen === 'camera-2', 'the other one is used');
    stage.devices.setPlugged('camera-1', true);
    await press(call, 'Use Simulated camera');
    await eventually(() => call.state.devices.camera.chosen === 'camera-1', 'it is used again');
  });

  for (const theme of ['light', 'dark'] as const)
    it(`is accessible in its dialog, ${theme}`, async () => {
      const call = await stage.joined({ theme });
      await press(call, 'Settings');
      await picker(call, 'quality');
      await expect(call).to.be.accessible();
    });
});

describe('a panel whose code can not be loaded', () => {
  it('says so, and can be tried again', async () => {
    let failures = 1;
    class LatePanel extends LazyPanel {
      protected override readonly contentTag = 'late-panel-content';
      protected override async load(): Promise<PanelModule> {
        if (failures-- > 0) throw new TypeError('Of the test');
        return { Content: LateContent, parts: '' };
      }
    }
    class LateContent extends HTMLElement {
      for = '';
      connectedCallback(): void {
        this.textContent = 'Here at last';
      }
    }
    customElements.define('late-panel', LatePanel);
    const panel = new LatePanel();
    document.body.append(panel);
    await reads(panel, 'The call could not be reached.');
    await press(panel, 'Try again');
    await reads(panel, 'Here at last');
    panel.remove();
  });
});
