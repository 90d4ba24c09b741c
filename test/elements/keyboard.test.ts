import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, until } from '../support/call-stage.js';
import { button, find, focused, nameOf, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('by keyboard', function () {
  this.timeout(20_000);
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

  const called = (element: Element | null): string =>
    element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '').trim() : nameOf(element!);

  /** What Tab reaches from before the call until it has passed it. */
  const tabOrder = async (): Promise<string[]> => {
    const order: string[] = [];
    before.focus();
    for (let step = 0; step < 20; step++) {
      await sendKeys({ press: 'Tab' });
      if (focused() === after) return order;
      order.push(called(focused()));
    }
    throw new Error(`Tab never gets out of ${order.join(', ')}`);
  };

  const tabTo = async (name: string): Promise<void> => {
    before.focus();
    for (let step = 0; step < 20; step++) {
      await sendKeys({ press: 'Tab' });
      if (called(focused()) === name) return;
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
    expect(await tabOrder()).to.deep.equal([
      'Mute microphone',
      'Turn off camera',
      'Share screen',
      'Chat',
      'Settings',
      'Leave',
    ]);
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
      await tabTo('Leave');
      await sendKeys({ press: key });
      await until(call, 'ended');
    });
  }
});
