import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CallError, type CallErrorCode } from '../../src/engine/call-error.js';
import type { ZegoLobby } from '../../src/elements/zego-lobby.js';
import { CallStage, until } from '../support/call-stage.js';
import {
  all,
  button,
  buttons,
  find,
  gone,
  nameOf,
  playsOn,
  press,
  reads,
  type,
  words,
} from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

describe('<zego-lobby>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const nameField = (root: Element): Promise<HTMLInputElement> => find<HTMLInputElement>(root, 'input');

  it('has a button named exactly "Join" that joins', async () => {
    const call = await stage.call();
    await press(call, 'Join');
    await until(call, 'joined');
    expect(stage.room.users).to.deep.equal([{ id: 'me', name: 'me' }]);
    await gone(call, 'zego-lobby');
  });

  it('shows others the name that was given there', async () => {
    const call = await stage.call();
    type(await nameField(call), 'Zoë Müller');
    await press(call, 'Join');
    await until(call, 'joined');
    expect(stage.room.users).to.deep.equal([{ id: 'me', name: 'Zoë Müller' }]);
  });

  it('takes a name of up to 256 characters', async () => {
    const call = await stage.call();
    (await nameField(call)).focus();
    await sendKeys({ type: 'é'.repeat(257) });
    await press(call, 'Join');
    await until(call, 'joined');
    expect(stage.room.users).to.deep.equal([{ id: 'me', name: 'é'.repeat(256) }]);
  });

  it('begins with the name that the page gives', async () => {
    const call = await stage.call({ userName: 'Ada' });
    expect((await nameField(call)).value).to.equal('Ada');
  });

  it('takes the user ID for a name that is left empty', async () => {
    const call = await stage.call({ userName: 'Ada' });
    type(await nameField(call), '');
    await press(call, 'Join');
    await until(call, 'joined');
    expect(stage.room.users).to.deep.equal([{ id: 'me', name: 'me' }]);
  });

  it('leaves a name alone that happens to be the user ID', async () => {
    const call = await stage.call({ user: 'bob' });
    const field = await nameField(call);
    const lobby = await find<ZegoLobby>(call, 'zego-lobby');
    for (const text of ['b', 'bo', 'bob']) {
      type(field, text);
      await lobby.updateComplete;
    }
    expect(field.value).to.equal('bob');
  });

  it('keeps the name for the next time', async () => {
    const call = await stage.call();
    type(await nameField(call), 'Zoë');
    await press(call, 'Join');
    await press(call, 'Leave');
    expect((await nameField(call)).value).to.equal('Zoë');
  });

  it('joins on Enter in the name field', async () => {
    const call = await stage.call();
    (await nameField(call)).form?.requestSubmit();
    await until(call, 'joined');
    expect(location.search, 'no form is sent').to.not.include('name=');
  });

  for (const [device, label] of [
    ['microphone', 'Mute microphone'],
    ['camera', 'Turn off camera'],
  ] as const) {
    it(`turns the ${device} off and on with one button that keeps its name`, async () => {
      const call = await stage.call();
      const toggle = await button(call, label);
      expect(toggle.ariaPressed).to.equal('false');
      toggle.click();
      await eventually(() => toggle.ariaPressed === 'true', 'the button is pressed');
      expect(call.state.self[device].status).to.equal('off');
      expect(nameOf(toggle)).to.equal(label);
      toggle.click();
      await eventually(() => toggle.ariaPressed === 'false', 'the button is not pressed');
      expect(await button(call, label)).to.equal(toggle);
    });
  }

  it('joins without the devices that were turned off', async () => {
    const call = await stage.call();
    await press(call, 'Turn off camera');
    await press(call, 'Mute microphone');
    await press(call, 'Join');
    await until(call, 'joined');
    expect(call.state.self.camera.status).to.equal('off');
    expect(call.state.self.microphone.status).to.equal('off');
    expect(stage.room.streams).to.deep.equal([]);
  });

  it('shows my picture only after I ask for it', async () => {
    const call = await stage.call();
    const preview = await find<HTMLVideoElement>(call, 'zego-preview', 'video');
    await pause(50);
    expect(preview.srcObject).to.be.null;
    expect(call.state.self.camera.status).to.equal('armed');
    await press(call, 'Show preview');
    await playsOn(preview);
    expect(buttons(call).map(nameOf)).to.not.include('Show preview');
  });

  it('takes the picture along into the call', async () => {
    const call = await stage.call();
    await press(call, 'Show preview');
    await eventually(() => call.state.self.picture, 'there is a picture');
    const [track] = call.state.self.picture?.getTracks() ?? [];
    await press(call, 'Join');
    await until(call, 'joined');
    expect(call.state.self.picture?.getTracks()).to.deep.equal([track]);
    expect(track?.readyState).to.equal('live');
  });

  it('offers no device in a view-only call', async () => {
    const call = await stage.call({ viewOnly: true });
    expect(buttons(call).map(nameOf)).to.deep.equal(['Join']);
  });

  it('offers no camera in an audio call', async () => {
    const call = await stage.call({ mode: 'audio' });
    expect(buttons(call).map(nameOf)).to.deep.equal(['Mute microphone', 'Show preview', 'Join']);
  });

  it('says that it is joining, and cancels', async () => {
    stage.room.joinDelay = 60_000;
    const call = await stage.call();
    await press(call, 'Join');
    await reads(call, 'Joining…');
    expect((await nameField(call)).disabled, 'the name can be changed').to.be.true;
    await press(call, 'Cancel');
    await until(call, 'ended');
    expect(stage.room.users).to.deep.equal([]);
    expect(all(call, 'zego-lobby')).to.have.length(1);
  });

  const FAILURES: readonly (readonly [CallErrorCode, message: string, next: string | null])[] = [
    ['insecure-context', 'Open this page with https', null],
    ['unsupported', 'This browser can’t make calls', null],
    ['token-invalid', 'Ask for a new link', null],
    ['token-expired', 'Ask for a new link', null],
    ['forbidden', 'not speak in it', null],
    ['removed', 'Ask its host for a new link', null],
    ['network', 'Check your connection', 'Try again'],
    ['timeout', 'takes too long', 'Try again'],
    ['room-full', 'This call is full', 'Try again'],
    ['stream-conflict', 'could not be sent', 'Try again'],
    ['engine', 'Something went wrong', 'Try again'],
    ['duplicate-login', 'somewhere else', 'Use here instead'],
  ];
  for (const [code, message, next] of FAILURES) {
    it(`says in words that joining failed with "${code}", and ${next ? `offers "${next}"` : 'raises no false hope'}`, async () => {
      stage.room.failNextJoin(new CallError(code, 'for developers'));
      const call = await stage.call();
      await press(call, 'Join');
      await reads(call, message);
      await reads(call, 'You are not in the call yet');
      expect(words(call)).to.not.include('for developers');
      if (next) {
        await press(call, next);
        await until(call, 'joined');
      } else {
        await gone(call, 'form button');
        expect(all(call, 'input'), 'fields to join with').to.deep.equal([]);
      }
    });
  }

  it('offers no way back to whoever was removed', async () => {
    const call = await stage.joined();
    stage.room.kick('me');
    await reads(call, 'You were removed from the call. Ask its host for a new link');
    await gone(call, 'form button');
  });

  it('takes the call back from where the same person joined since', async () => {
    const call = await stage.joined();
    const other = await stage.joined();
    await reads(call, 'You joined this call somewhere else');
    await press(call, 'Use here instead');
    await until(call, 'joined');
    await until(other, 'ended');
  });

  it('says that the camera is missing, and still joins with the microphone', async () => {
    stage.devices.setFault('camera', 'missing');
    const call = await stage.call();
    await press(call, 'Show preview');
    await reads(call, 'No camera was found.');
    await press(call, 'Join');
    await until(call, 'joined');
    expect(call.state.self.microphone.status).to.equal('on');
    expect(call.state.self.camera.status).to.equal('failed');
  });

  it('names both devices when both are denied, and still joins', async () => {
    stage.devices.setFault('camera', 'denied');
    stage.devices.setFault('microphone', 'denied');
    const call = await stage.call();
    await press(call, 'Show preview');
    await reads(call, 'The browser does not allow microphone and camera.');
    const told = all(call, '[data-failed]').map(({ title }) => title);
    expect(told[0]).to.contain('microphone');
    expect(told[1]).to.contain('camera');
    await press(call, 'Join');
    await until(call, 'joined');
  });

  it('says of both devices what is wrong with each', async () => {
    stage.devices.setFault('camera', 'in-use');
    stage.devices.setFault('microphone', 'missing');
    const call = await stage.call();
    await press(call, 'Show preview');
    await reads(call, 'No microphone was found. Connect one and try again. Another app is using the camera.');
  });

  it('tries a device again that failed', async () => {
    stage.devices.setFault('camera', 'in-use');
    const call = await stage.call();
    await press(call, 'Show preview');
    await reads(call, 'Another app is using the camera.');
    stage.devices.setFault('camera', undefined);
    await press(call, 'Turn off camera');
    await playsOn(await find<HTMLVideoElement>(call, 'zego-preview', 'video'));
  });

  it('names the attribute that is wrong', async () => {
    const call = await stage.call({ room: 'no such room' });
    await press(call, 'Join');
    await reads(
      call,
      "This call is not set up correctly: room may hold letters, digits and ! # $ & ' ( ) * + , - . ; < = > @ \\ ^ _ ` ~ only.",
    );
  });
});
