import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LazyPanel, type PanelModule } from '../../src/elements/lazy-panel.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, focused, gone, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('<zego-settings>', function () {
  this.timeout(20_000);
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

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
      protected override readonly contentParts = '';
      protected override async load(): Promise<PanelModule> {
        if (failures-- > 0) throw new TypeError('Of the test');
        return { Content: LateContent };
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
