import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, until } from '../support/call-stage.js';
import { button, buttons, ELSEWHERE, find, gone, nameOf, playsOn, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

const ALL = [
  'Mute microphone',
  'Turn off camera',
  'Share screen',
  'Chat',
  'People',
  'Raise hand',
  'Reactions',
  'Settings',
  ...ELSEWHERE,
  'Leave',
];

describe('<zego-controls>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const names = async (call: ZegoCall): Promise<string[]> =>
    buttons(await find(call, 'zego-controls')).map(nameOf);

  /** What opens panels comes a little later than the rest. */
  const allNames = async (call: ZegoCall): Promise<string[]> => {
    await button(call, 'Settings');
    return names(call);
  };

  it('is a toolbar with a name', async () => {
    const toolbar = document.createElement('zego-controls');
    stage.box.append(toolbar);
    await toolbar.updateComplete;
    expect(toolbar.role).to.equal('toolbar');
    expect(toolbar.ariaLabel).to.equal('Call controls');
  });

  it('keeps the role and name that the page gives it', async () => {
    stage.box.innerHTML = '<zego-controls role="group" aria-label="My buttons"></zego-controls>';
    const controls = await find(stage.box, 'zego-controls');
    await reads(controls, 'Leave');
    expect([controls.role, controls.ariaLabel]).to.deep.equal(['group', 'My buttons']);
  });

  it('offers all buttons', async () => {
    expect(await allNames(await stage.joined())).to.deep.equal(ALL);
  });

  it('offers the buttons that the page lists, in its order, during the call too', async () => {
    const call = await stage.joined({ controls: 'leave  camera nonsense microphone' });
    expect(await names(call)).to.deep.equal(['Leave', 'Turn off camera', 'Mute microphone']);
    call.setAttribute('controls', 'microphone');
    await eventually(async () => (await names(call)).length === 1, 'one button is left');
    call.removeAttribute('controls');
    await eventually(async () => (await names(call)).length === ALL.length, 'all buttons are back');
  });

  it('offers only what the call uses', async () => {
    expect(await allNames(await stage.joined({ viewOnly: true }))).to.deep.equal([
      'Chat',
      'People',
      'Raise hand',
      'Reactions',
      'Settings',
      ...ELSEWHERE,
      'Leave',
    ]);
    expect(await allNames(await stage.joined({ mode: 'audio', user: 'other' }))).to.deep.equal([
      'Mute microphone',
      'Chat',
      'People',
      'Raise hand',
      'Reactions',
      'Settings',
      ...ELSEWHERE,
      'Leave',
    ]);
  });

  it('puts the page’s own buttons before Leave', async () => {
    stage.box.style.inlineSize = '1200px';
    const call = await stage.write(
      '<zego-call room="room" user="me"><button slot="toolbar">Applaud</button></zego-call>',
    );
    await call.join();
    await button(call, 'Applaud');
    expect(await allNames(call)).to.deep.equal([...ALL.slice(0, -1), 'Applaud', 'Leave']);
  });

  it('leaves with a button named exactly "Leave"', async () => {
    const call = await stage.joined();
    await press(call, 'Leave');
    await until(call, 'ended');
    expect(stage.room.users).to.deep.equal([]);
    await gone(call, 'zego-controls');
  });

  it('mutes and unmutes, which others see', async () => {
    const call = await stage.joined();
    await eventually(() => stage.room.streams.length === 1, 'my stream is there');
    const toggle = await button(call, 'Mute microphone');
    expect(toggle.ariaPressed).to.equal('false');
    toggle.click();
    await eventually(() => stage.room.streams[0]?.audio === false, 'others see me muted');
    await eventually(() => toggle.ariaPressed === 'true', 'the button is pressed');
    toggle.click();
    await eventually(() => stage.room.streams[0]?.audio === true, 'others see me unmuted');
    await eventually(() => toggle.ariaPressed === 'false', 'the button is not pressed');
    expect(nameOf(toggle)).to.equal('Mute microphone');
  });

  it('turns the camera off, its light too, and on again', async () => {
    const call = await stage.joined();
    await eventually(() => stage.room.streams.length === 1, 'my stream is there');
    const [track] = call.state.self.picture?.getTracks() ?? [];
    const toggle = await button(call, 'Turn off camera');
    toggle.click();
    await eventually(() => stage.room.streams[0]?.video === false, 'others see no picture');
    await eventually(() => toggle.ariaPressed === 'true', 'the button is pressed');
    expect(track?.readyState).to.equal('ended');
    toggle.click();
    await eventually(() => stage.room.streams[0]?.video === true, 'others see a picture');
    await playsOn(await find<HTMLVideoElement>(call, 'zego-preview', 'video'));
  });

  it('shares a screen and stops again', async () => {
    const call = await stage.joined();
    const toggle = await button(call, 'Share screen');
    expect(toggle.ariaPressed).to.equal('false');
    toggle.click();
    const screens = (): number => stage.room.streams.filter(({ source }) => source === 'screen').length;
    await eventually(() => screens() === 1, 'others see the screen');
    await eventually(() => toggle.ariaPressed === 'true', 'the button is pressed');
    toggle.click();
    await eventually(() => screens() === 0, 'others see no screen');
    await eventually(() => toggle.ariaPressed === 'false', 'the button is not pressed');
  });

  it('sees when the browser’s own bar stops the screen', async () => {
    const call = await stage.joined();
    await press(call, 'Share screen');
    const toggle = await button(call, 'Share screen');
    await eventually(() => call.state.self.screen.status === 'on', 'the screen is shared');
    stage.devices.setFault('screen', 'missing');
    await eventually(() => toggle.ariaPressed === 'false', 'the button is not pressed');
    expect(stage.room.streams.some(({ source }) => source === 'screen')).to.be.false;
  });

  it('says nothing when the person chooses no screen', async () => {
    stage.devices.setFault('screen', 'denied');
    const call = await stage.joined();
    await press(call, 'Share screen');
    const toggle = await button(call, 'Share screen');
    await eventually(() => toggle.ariaBusy !== 'true' && toggle.ariaPressed === 'false', 'it is over');
    expect(call.error).to.be.null;
  });

  it('says why the screen can’t be shared', async () => {
    stage.devices.setFault('screen', 'in-use');
    const call = await stage.joined();
    await press(call, 'Share screen');
    await reads(call, 'The screen could not be captured.');
  });

  it('marks a device that failed and says why', async () => {
    stage.devices.setFault('camera', 'denied');
    const call = await stage.joined();
    const toggle = await button(call, 'Turn off camera');
    await eventually(() => toggle.title.includes('does not allow the camera'), 'the button says why');
    expect(toggle.ariaPressed, 'it is off').to.equal('true');
    await reads(call, 'The browser does not allow the camera.');
  });

  it('says when a device is unplugged, and goes on without it', async () => {
    const call = await stage.joined();
    await eventually(() => stage.room.streams[0]?.video, 'my picture is there');
    stage.devices.setFault('camera', 'missing');
    await reads(call, 'Your camera was unplugged.');
    await eventually(() => stage.room.streams[0]?.video === false, 'others see no picture');
    expect(stage.room.streams[0]?.audio).to.be.true;
  });

  it('has nothing to press outside a call but a Leave that is off', async () => {
    const toolbar = document.createElement('zego-controls');
    stage.box.append(toolbar);
    await toolbar.updateComplete;
    expect(buttons(toolbar).map((found) => [nameOf(found), found.disabled])).to.deep.equal([['Leave', true]]);
  });
});
