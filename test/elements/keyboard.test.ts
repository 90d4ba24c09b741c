import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, until } from '../support/call-stage.js';
import { called } from '../support/keyboard.js';
import { button, buttons, find, focused, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('by keyboard', () => {
  let stage: CallStage;
  let before: HTMLButtonElement;
  let after: HTMLButtonElement;
  beforeEach(() => {
    stage = new CallStage();
    [before, after] = [document.createElement('button'), document.createElement('button')];
    before.textContent = 'before';
    after.textContent = 'after';
    stage.box.before(before);
    stage.box.after(after);
  });
  afterEach(async () => {
    before.remove();
    after.remove();
    await stage.end();
  });

  /** What Tab reaches from before the call until it has passed it. */
  const tabOrder = async (): Promise<string[]> => {
    const order: string[] = [];
    before.focus();
    for (let step = 0; step < 20; step++) {
      await sendKeys({ press: 'Tab' });
      if (focused() === after) return order;
      order.push(called(focused()!));
    }
    throw new Error(`Tab never gets out of ${order.join(', ')}`);
  };

  const tabTo = async (name: string): Promise<void> => {
    before.focus();
    for (let step = 0; step < 20; step++) {
      await sendKeys({ press: 'Tab' });
      if (called(focused()!) === name) return;
    }
    throw new Error(`Tab never reaches ${name}`);
  };

  it('reaches everything in the lobby in order', async () => {
    await stage.call();
    expect(await tabOrder()).to.deep.equal([
      'Mute microphone',
      'Turn off camera',
      'Show preview',
      'Your name',
      'Join',
    ]);
  });

  it('reaches everything in the call in order', async () => {
    stage.enter('ada');
    const call = await stage.joined();
    await find(call, 'zego-tile');
    await button(call, 'Settings');
    const leave = await button(call, 'Leave');
    await eventually(() => leave.tabIndex === -1, 'the toolbar is one tab stop');
    await button(call, 'Hide my picture');
    await button(call, 'Volume of ada');
    expect(await tabOrder()).to.deep.equal([
      'Volume of ada',
      'My picture, to be moved with the arrow keys',
      'Hide my picture',
      'Mute microphone',
    ]);
  });

  /** Focuses the toolbar; then goes on with the arrow that leads to its end until that button has the focus. */
  const arrowTo = async (call: ZegoCall, name: string, arrow = 'ArrowRight'): Promise<void> => {
    (await find(call, 'zego-controls')).focus();
    for (let step = 0; step < 12 && called(focused()!) !== name; step++) await sendKeys({ press: arrow });
    expect(called(focused()!)).to.equal(name);
  };

  /** A call whose toolbar is ready for arrows. */
  const inCall = async (): Promise<ZegoCall> => {
    const call = await stage.joined();
    await button(call, 'Settings');
    const leave = await button(call, 'Leave');
    await eventually(() => leave.tabIndex === -1, 'the toolbar is one tab stop');
    return call;
  };

  it('goes through the toolbar with arrows, round at its ends, and with Home and End', async () => {
    const call = await inCall();
    const visited: string[] = [];
    const go = async (...keys: string[]): Promise<void> => {
      for (const key of keys) {
        await sendKeys({ press: key });
        visited.push(called(focused()!));
      }
    };
    (await find(call, 'zego-controls')).focus();
    await go('ArrowRight', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'End', 'Home');
    expect(visited).to.deep.equal([
      'Turn off camera',
      'Mute microphone',
      'Leave',
      'Mute microphone',
      'Leave',
      'Mute microphone',
    ]);
  });

  it('mirrors the arrows where one reads from right to left', async () => {
    const call = await stage.joined({ lang: 'ar' });
    const camera = await button(call, 'إيقاف الكاميرا');
    await eventually(() => camera.tabIndex === -1, 'the toolbar is one tab stop');
    (await find(call, 'zego-controls')).focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect(focused()).to.equal(camera);
  });

  it('comes back to the button of the toolbar that it was on', async () => {
    const call = await inCall();
    await arrowTo(call, 'Share screen');
    after.focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    expect(called(focused()!)).to.equal('Share screen');
  });

  it('takes the page’s own buttons into the toolbar’s row, and leaves fields their arrows', async () => {
    const call = await stage.write(
      `<zego-call room="room" user="me">
        <button slot="toolbar">Applaud</button><input slot="toolbar" aria-label="Note" value="ab" />
      </zego-call>`,
    );
    await call.join();
    const applaud = await button(call, 'Applaud');
    await eventually(() => applaud.tabIndex === -1, 'it has joined the row');
    await arrowTo(call, 'Applaud');
    await sendKeys({ press: 'ArrowRight' });
    expect(called(focused()!)).to.equal('Leave');
    (await find<HTMLInputElement>(call, 'input')).focus();
    await sendKeys({ press: 'ArrowLeft' });
    expect((await find(call, 'input')).matches(':focus')).to.equal(true);
    applaud.remove();
    const toolbar = await find(call, 'zego-controls');
    const stops = (): HTMLElement[] => buttons(toolbar).filter(({ tabIndex }) => tabIndex === 0);
    await eventually(() => stops().length === 1, 'another button is the tab stop');
  });

  it('leaves the focus to the neighbour of a button that vanishes', async () => {
    const call = await inCall();
    await arrowTo(call, 'Share screen');
    call.controls = 'microphone camera leave';
    await eventually(() => called(focused()!) === 'Leave', 'Leave has the focus');
  });

  it('keeps a tab stop for each button of a toolbar that the page gave another role', async () => {
    await stage.write(
      '<zego-call room="room" user="me"><zego-controls role="group"></zego-controls></zego-call>',
    );
    await stage.box.querySelector('zego-call')!.join();
    await button(stage.box, 'Settings');
    expect(await tabOrder()).to.include.members(['Mute microphone', 'Share screen', 'Leave']);
  });

  it('goes to the toolbar when a tile goes that had the focus', async () => {
    const [ada] = ['ada', 'ben', 'cleo'].map((name) => stage.enter(name));
    const call = await inCall();
    (await button(call, 'Pin ada')).focus();
    ada!.leave();
    await eventually(() => called(focused()!) === 'Mute microphone', 'the toolbar has the focus');
  });

  it('goes to the toolbar when somebody comes whom one was about to invite', async () => {
    const call = await inCall();
    (await button(call, 'Copy link')).focus();
    stage.enter('ada');
    await eventually(() => called(focused()!) === 'Mute microphone', 'the toolbar has the focus');
  });

  it('reaches a notice before the toolbar', async () => {
    stage.devices.setFault('camera', 'missing');
    const call = await stage.joined();
    await button(call, 'Dismiss');
    expect((await tabOrder())[0]).to.equal('Dismiss');
  });

  it('shows where the focus is', async () => {
    await stage.call();
    await tabTo('Join');
    const { outlineStyle, outlineWidth } = getComputedStyle(focused()!);
    expect(outlineStyle).to.not.equal('none');
    expect(parseFloat(outlineWidth)).to.be.at.least(2);
  });

  it('joins with a name typed and Enter', async () => {
    const call = await stage.call();
    await tabTo('Your name');
    await sendKeys({ type: 'Zoë' });
    await sendKeys({ press: 'Enter' });
    await until(call, 'joined');
    expect(stage.room.users).to.deep.equal([{ id: 'me', name: 'Zoë' }]);
  });

  const KEYS = [
    ['Space', ' '],
    ['Enter', 'Enter'],
  ] as const;
  const toggles = async (call: ZegoCall, key: string): Promise<void> => {
    await tabTo('Mute microphone');
    const toggle = await button(call, 'Mute microphone');
    await sendKeys({ press: key });
    await eventually(() => toggle.ariaPressed === 'true', 'it is pressed');
    expect(focused(), 'the focus stays').to.equal(toggle);
    await sendKeys({ press: key });
    await eventually(() => toggle.ariaPressed === 'false', 'it is not pressed');
  };

  for (const [name, key] of KEYS) {
    it(`mutes with ${name}, in the lobby and in the call`, async () => {
      const call = await stage.call();
      await toggles(call, key);
      await press(call, 'Join');
      await until(call, 'joined');
      await toggles(call, key);
    });

    it(`joins, cancels and leaves with ${name}`, async () => {
      const call = await stage.call();
      stage.room.joinDelay = 60_000;
      await tabTo('Join');
      await sendKeys({ press: key });
      await reads(call, 'Joining…');
      await tabTo('Cancel');
      await sendKeys({ press: key });
      await until(call, 'ended');
      stage.room.joinDelay = 0;
      await tabTo('Join again');
      await sendKeys({ press: key });
      await until(call, 'joined');
      await arrowTo(call, 'Leave');
      await sendKeys({ press: key });
      await until(call, 'ended');
    });
  }

  it('walks through a whole call: lobby, every button, chat, settings, out, and in again', async () => {
    const call = await stage.call();
    await tabTo('Your name');
    await sendKeys({ type: 'Zoë' });
    await sendKeys({ press: 'Enter' });
    await until(call, 'joined');
    const leave = await button(call, 'Leave');
    await button(call, 'Settings');
    await eventually(() => leave.tabIndex === -1, 'the toolbar is one tab stop');

    const { self } = call.state;
    expect([self.microphone.status, self.camera.status]).to.deep.equal(['on', 'on']);
    await tabTo('Mute microphone');
    await sendKeys({ press: 'Enter' });
    await eventually(() => call.state.self.microphone.status === 'off', 'it is muted');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => call.state.self.camera.status === 'off', 'the camera is off');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => call.state.self.screen.status === 'on', 'the screen is shared');

    await sendKeys({ press: 'ArrowRight' });
    expect(called(focused()!)).to.equal('Chat');
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused() instanceof HTMLTextAreaElement, 'one can write');
    await sendKeys({ type: 'Hello' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => call.messages[0]?.text === 'Hello', 'it is sent');
    await sendKeys({ press: 'Escape' });
    await eventually(() => called(focused()!) === 'Chat', 'the focus is back on its button');

    await sendKeys({ press: 'ArrowRight' });
    expect(called(focused()!)).to.equal('People');
    await sendKeys({ press: 'Enter' });
    const search = await find<HTMLInputElement>(call, 'zego-people', 'input');
    await eventually(() => focused() === search, 'one can search');
    await sendKeys({ press: 'Escape' });
    await eventually(() => called(focused()!) === 'People', 'the focus is back on its button');

    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => call.state.hands.includes('me'), 'my hand is up');

    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => called(focused()!) === 'Thumbs up', 'the reactions are open');
    await sendKeys({ press: 'Escape' });
    await eventually(() => called(focused()!) === 'Reactions', 'the focus is back on its button');

    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    const dialog = await find<HTMLDialogElement>(call, 'dialog');
    await eventually(() => dialog.matches(':focus-within') || dialog.open, 'the settings are open');
    await sendKeys({ press: 'Escape' });
    await eventually(() => called(focused()!) === 'Settings', 'the focus is back on its button');

    await sendKeys({ press: 'End' });
    await sendKeys({ press: 'Enter' });
    await until(call, 'ended');
    await tabTo('Join again');
    await sendKeys({ press: 'Enter' });
    await until(call, 'joined');
  });
});
