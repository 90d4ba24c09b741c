import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, gone, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('shortcuts', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(async () => {
    localStorage.removeItem('zego-call:shortcuts');
    await stage.end();
  });

  const inCall = async (properties = {}, attributes = ''): Promise<ZegoCall> => {
    const call = await stage.write(`<zego-call room="room" user="me" ${attributes}></zego-call>`);
    Object.assign(call, properties);
    await call.join();
    await find(call, 'zego-preview > button');
    await button(call, 'Settings');
    return call;
  };

  const chord = async (letter: string): Promise<void> => {
    await sendKeys({ down: 'Alt' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: `Key${letter}` });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ up: 'Alt' });
  };

  const muted = (call: ZegoCall): boolean => call.state.self.microphone.status === 'off';

  it('mute, turn off the camera and open the chat', async () => {
    const call = await inCall();
    (await button(call, 'Leave')).focus();
    await chord('M');
    await eventually(() => muted(call), 'it is muted');
    await chord('M');
    await eventually(() => !muted(call), 'it is not');
    await chord('V');
    await eventually(() => call.state.self.camera.status === 'off', 'the camera is off');
    await chord('C');
    await find(call, 'zego-chat textarea, zego-chat-content');
  });

  it('do their work once while they are held', async () => {
    const call = await inCall();
    const leave = await button(call, 'Leave');
    leave.focus();
    await chord('M');
    await eventually(() => muted(call), 'it is muted');
    const keys = { key: 'M', code: 'KeyM', altKey: true, shiftKey: true, repeat: true };
    leave.dispatchEvent(new KeyboardEvent('keydown', { ...keys, bubbles: true, composed: true }));
    await chord('V');
    await eventually(() => call.state.self.camera.status === 'off', 'the camera is off');
    expect(muted(call)).to.equal(true);
  });

  it('work while nothing has the focus, but not for the rest of the page', async () => {
    const call = await inCall();
    const elsewhere = document.createElement('button');
    stage.box.append(elsewhere);
    elsewhere.focus();
    await chord('M');
    expect(muted(call)).to.equal(false);
    elsewhere.blur();
    await chord('M');
    await eventually(() => muted(call), 'it is muted');
  });

  it('leave who types alone, and what the page has taken', async () => {
    const call = await inCall();
    await press(call, 'Chat');
    (await find(call, 'zego-chat-content', 'textarea')).focus();
    await chord('M');
    (await button(call, 'Leave')).focus();
    const taken = (event: Event): void => event.preventDefault();
    stage.box.addEventListener('keydown', taken);
    await chord('M');
    stage.box.removeEventListener('keydown', taken);
    expect(muted(call)).to.equal(false);
  });

  it('are listed in the settings, and turned off there for good', async () => {
    const call = await inCall();
    await press(call, 'Settings');
    await reads(await find(call, 'dialog'), /Keyboard shortcuts.*Mute microphone (Alt\+Shift\+|⌥⇧)M/);
    (await find(call, 'zego-settings-shortcuts', 'input')).click();
    await press(call, 'Close');
    await gone(call, 'dialog');
    (await button(call, 'Leave')).focus();
    await chord('M');
    expect(muted(call)).to.equal(false);
    await press(call, 'Leave');
    await press(call, 'Join again');
    (await button(call, 'Settings')).focus();
    await find(call, 'zego-preview > button');
    await chord('M');
    expect(muted(call)).to.equal(false);
  });

  it('are not there where the page turns them off', async () => {
    const call = await inCall({}, 'shortcuts="off"');
    (await button(call, 'Leave')).focus();
    await chord('M');
    expect(muted(call)).to.equal(false);
    await press(call, 'Settings');
    await find(call, 'zego-settings-shortcuts');
    expect(all(call, 'zego-settings-shortcuts', 'fieldset')).to.deep.equal([]);
  });
});
