import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, type CallProperties } from '../support/call-stage.js';
import { called, controlsIn, stops } from '../support/keyboard.js';
import { all, button, ELSEWHERE, find, focused, press, reads, type } from '../support/page.js';
import { eventually } from '../support/wait.js';

/** One control, and what is to come of operating it. */
interface Step {
  /** What the control is called. */
  readonly on: string;
  /** What is pressed there. */
  readonly key: string;
  /** What is true once it did what it is for. */
  readonly does: (call: ZegoCall) => unknown;
  /** What is pressed or done then, so that all is as before, the focus too; nothing where there is no way back. */
  readonly back?: string | (() => void);
}

const isOn = (call: ZegoCall, kind: 'microphone' | 'camera' | 'screen'): boolean =>
  ['on', 'armed'].includes(call.state.self[kind].status);
const holdsFocus = (call: ZegoCall, selector: string): boolean =>
  all(call, selector).some((one) => all(one, '*').includes(focused() as HTMLElement));
const valueOf = (): string => (focused() as HTMLInputElement).value;

const DEVICES: readonly Step[] = [
  { on: 'Mute microphone', key: ' ', does: (call) => !isOn(call, 'microphone'), back: 'Enter' },
  { on: 'Turn off camera', key: 'Enter', does: (call) => !isOn(call, 'camera'), back: ' ' },
];
const NAME: Step = { on: 'Your name', key: 'z', does: () => valueOf() === 'z' };
const joins = (on: string): Step => ({
  on,
  key: 'Enter',
  does: (call) => call.state.connection.status === 'joined' && holdsFocus(call, 'zego-controls'),
});
const REACTIONS = ['Thumbs up', 'Heart', 'Applause', 'Laughing', 'Surprised', 'Celebrate'];
const opens = (on: string, where: string): Step => ({
  on,
  key: 'Enter',
  does: (call) => holdsFocus(call, where),
  back: 'Escape',
});
const SETTINGS = opens('Settings', 'dialog');
const PANELS: readonly Step[] = [opens('Chat', 'zego-chat'), opens('People', 'zego-people')];
const HAND: Step = { on: 'Raise hand', key: ' ', does: ({ state }) => state.hands.includes('me'), back: ' ' };
const SCREEN: Step = { on: 'Share screen', key: ' ', does: (call) => isOn(call, 'screen'), back: ' ' };
const SMALL_WINDOW: Step = {
  on: 'Small window',
  key: 'Enter',
  does: () => window.documentPictureInPicture?.window,
  // Some browsers give it the keys, as a window has that was opened.
  back: () => window.documentPictureInPicture?.window?.close(),
};
const FULL_SCREEN: Step = {
  on: 'Full screen',
  key: ' ',
  does: (call) => call.matches(':fullscreen'),
  back: 'Enter',
};
const isOffered = ({ on }: Step): boolean => ELSEWHERE.includes(on);
const TOOLBAR: readonly Step[] = [
  ...DEVICES,
  SCREEN,
  ...PANELS,
  HAND,
  opens('Reactions', '.reactions'),
  SETTINGS,
  ...[SMALL_WINDOW, FULL_SCREEN].filter(isOffered),
  {
    on: 'Leave',
    key: 'Enter',
    does: (call) => call.state.connection.status === 'ended' && called(focused()!) === 'Join again',
  },
];
const OWN_PICTURE: readonly Step[] = [
  {
    on: 'My picture, to be moved with the arrow keys',
    key: 'ArrowUp',
    does: (call) => all(call, 'zego-preview')[0]?.dataset['block'] === 'start',
    back: 'ArrowDown',
  },
  {
    on: 'Hide my picture',
    key: ' ',
    does: (call) => all(call, 'zego-preview')[0]?.hasAttribute('data-hidden'),
    back: ' ',
  },
];
const pins = (...names: readonly string[]): Step[] =>
  names.map((name) => ({
    on: `Pin ${name}`,
    key: 'Enter',
    does: (call) => all(call, 'zego-tile .pin, .pin').some((pin) => pin.ariaPressed === 'true'),
    back: 'Enter',
  }));

const volumes = (...names: readonly string[]): Step[] =>
  names.map((name) => opens(`Volume of ${name}`, '[part="menu"]:popover-open'));

describe('a walk by keys alone', function () {
  this.timeout(60_000);
  let stage: CallStage;
  let before: HTMLButtonElement;
  let after: HTMLButtonElement;
  beforeEach(() => {
    stage = new CallStage();
    Object.assign(stage.box.style, { blockSize: '560px' });
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
    localStorage.clear();
  });

  const goTo = async (name: string): Promise<Element> => {
    const passed: string[] = [];
    for await (const stop of stops(before, after)) {
      passed.push(called(stop));
      if (passed.at(-1) === name) return stop;
    }
    throw new Error(`Keys lead to ${passed.join(', ')}, but not to ${name}`);
  };

  /** Goes to each control that can be seen in `part` and operates it; fails when there are others than those of `steps`. */
  const walk = async (call: ZegoCall, steps: readonly Step[], part: Element = call): Promise<void> => {
    const visible = controlsIn(part).map(called);
    expect(visible).to.have.members(steps.map(({ on }) => on));
    for (const { back, does, key, on } of steps) {
      await eventually(() => controlsIn(part).some((one) => called(one) === on), `${on} is there`);
      const control = await goTo(on);
      expectSeen(control);
      await sendKeys({ press: key });
      await eventually(() => does(call), `${on} did what it is for`);
      if (!back) continue;
      if (typeof back === 'string') await sendKeys({ press: back });
      else back();
      await eventually(() => !does(call), `${on} is as before`);
      await eventually(() => called(focused()!) === on, `the focus is on ${on} again`);
    }
  };

  /** In sight, with a ring around it. */
  const expectSeen = (control: Element): void => {
    const { bottom, left, right, top } = control.getBoundingClientRect();
    expect(control.matches(':focus-visible'), `${called(control)} shows that it has the focus`).to.equal(
      true,
    );
    const { opacity, outlineStyle, outlineWidth } = getComputedStyle(control);
    expect([opacity, outlineStyle], called(control)).to.deep.equal(['1', 'solid']);
    expect(parseFloat(outlineWidth)).to.be.at.least(2);
    const there = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
    expect(there.length, `${called(control)} is in the window`).to.be.greaterThan(0);
  };

  const inCall = async (properties?: CallProperties): Promise<ZegoCall> => {
    const call = await stage.joined(properties);
    const leave = await button(call, 'Leave');
    await eventually(() => leave.tabIndex === -1, 'the toolbar is one tab stop');
    await button(call, 'Hide my picture');
    return call;
  };

  const PREVIEW: Step = {
    on: 'Show preview',
    key: 'Enter',
    does: (call) => call.state.self.picture && /^Join/.test(called(focused()!)),
  };

  it('goes through the lobby, and into the call', async () => {
    await walk(await stage.call(), [PREVIEW, ...DEVICES, NAME, joins('Join')]);
  });

  it('goes through the lobby with its device check, and into the call', async () => {
    const call = await stage.call();
    await press(call, 'Show preview');
    await button(call, 'Test speaker');
    await button(call, 'Settings');
    const tone: Step = { on: 'Test speaker', key: ' ', does: () => focused()?.ariaDisabled === 'true' };
    await walk(call, [...DEVICES, SETTINGS, ...pickers(call), tone, NAME, joins('Join')]);
  });

  it('gives up joining', async () => {
    stage.room.joinDelay = 60_000;
    const call = await stage.call();
    await press(call, 'Join');
    await eventually(() => call.state.self.picture, 'there is my picture');
    await button(call, 'Cancel');
    const cancel: Step = { on: 'Cancel', key: 'Enter', does: () => called(focused()!) === 'Join again' };
    await walk(call, [...DEVICES, cancel]);
  });

  it('goes through a call of three, out of it, and in again', async () => {
    stage.enter('ada', 'Ada');
    stage.enter('ben', 'Ben');
    const call = await inCall();
    await button(call, 'Pin Ada');
    await walk(call, [...volumes('Ada', 'Ben'), ...pins('Ada', 'Ben'), ...OWN_PICTURE, ...TOOLBAR]);
    await walk(call, [PREVIEW, ...DEVICES, NAME, joins('Join again')]);
  });

  /** Opens what a button of the toolbar opens, and says where the focus is then. */
  const open = async (call: ZegoCall, name: string, where: string): Promise<HTMLElement> => {
    await goTo(name);
    await sendKeys({ press: 'Enter' });
    const opened = await find(call, where);
    await eventually(() => holdsFocus(call, where), `the focus is in ${where}`);
    return opened;
  };

  it('goes through the chat', async () => {
    const ada = stage.enter('ada');
    const call = await inCall();
    const chat = await open(call, 'Chat', 'aside');
    ada.say('https://example.com/agenda');
    for (let nth = 1; nth <= 30; nth++) ada.say(`Point ${nth}`);
    await reads(chat, 'Point 30');
    type(await find<HTMLTextAreaElement>(chat, 'textarea'), 'Hello');
    let followed = '';
    call.addEventListener('click', (event) => {
      const [target] = event.composedPath();
      if (!(target instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      followed = target.href;
    });
    await button(chat, 'Send');
    const isAtNewest = (): boolean => all(chat, '.jump').length === 0;
    await walk(
      call,
      [
        { on: 'https://example.com/agenda', key: 'Enter', does: () => followed },
        { on: 'Message', key: '!', does: () => valueOf().endsWith('!') },
        { on: 'Send', key: 'Enter', does: () => call.messages.some(({ own }) => own) },
        { on: 'Messages', key: 'Home', does: () => !isAtNewest() },
        { on: 'Close', key: ' ', does: () => called(focused()!) === 'Chat' },
      ],
      chat,
    );
    await open(call, 'Chat', 'aside');
    await goTo('Messages');
    await sendKeys({ press: 'Home' });
    await button(call, 'Newest message');
    await goTo('Newest message');
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused() instanceof HTMLTextAreaElement, 'one can write');
  });

  it('sends a message again that failed', async () => {
    const call = await inCall();
    await press(call, 'Chat');
    stage.room.dropConnection();
    await call.sendMessage('Hello').catch(() => undefined);
    stage.room.restoreConnection();
    await button(call, 'Retry');
    await goTo('Retry');
    await sendKeys({ press: 'Enter' });
    await eventually(() => call.messages[0]?.delivery === 'sent', 'it is sent');
    await eventually(() => focused() instanceof HTMLTextAreaElement, 'one can write');
  });

  it('goes through the list of people', async () => {
    for (const name of ['Ada', 'Ben', 'Cleo']) stage.enter(name.toLowerCase(), name);
    const call = await inCall();
    const list = await open(call, 'People', 'aside');
    await button(list, 'Pin Cleo');
    await walk(
      call,
      [
        ...volumes('Ada', 'Ben', 'Cleo'),
        ...pins('Ada', 'Ben', 'Cleo'),
        {
          on: 'Search people',
          key: 'c',
          does: () => all(list, '[part="person"]').length === 1,
          back: 'Backspace',
        },
        { on: 'Close', key: 'Enter', does: () => called(focused()!) === 'People' },
      ],
      list,
    );
  });

  it('goes through the settings', async () => {
    const call = await inCall();
    await open(call, 'Settings', 'dialog');
    await find(call, 'input[type="range"]');
    await find(call, 'zego-settings-shortcuts', 'input');
    const moves = (on: string): Step => ({ on, key: 'ArrowRight', does: () => valueOf() === '1' });
    const checks = (on: string): Step => ({
      on,
      key: ' ',
      does: () => (focused() as HTMLInputElement).checked,
      back: ' ',
    });
    await walk(call, [
      { on: 'Close', key: 'Enter', does: () => called(focused()!) === 'Settings', back: 'Enter' },
      ...pickers(call),
      { on: 'Quality of my picture', key: 'ArrowDown', does: () => valueOf() === 'hd' },
      { on: 'Language', key: 'ArrowDown', does: () => valueOf() !== '', back: 'ArrowUp' },
      ...['Smooth', 'Whiten', 'Rosy', 'Sharpen'].map(moves),
      checks('Lighten a dark picture'),
      {
        on: 'Use shortcuts in the call',
        key: ' ',
        does: () => !(focused() as HTMLInputElement).checked,
        back: ' ',
      },
      checks('Show statistics on pictures'),
    ]);
  });

  it('goes through the reactions', async () => {
    const call = await inCall();
    const opener = await button(call, 'Reactions');
    const menu = await open(call, 'Reactions', '[part="menu"]');
    expect(controlsIn(menu).map(called)).to.deep.equal(REACTIONS);
    for (const name of REACTIONS) {
      if (focused() === opener) await sendKeys({ press: 'Enter' });
      await eventually(() => focused() !== opener, 'the menu is open');
      expectSeen(await goTo(name));
      await sendKeys({ press: 'Enter' });
      await eventually(() => focused() === opener, `${name} has closed the menu`);
    }
  });

  it('goes through the menu of what has no room', async () => {
    const call = await inCall({ style: 'inline-size: 320px; block-size: 560px' });
    const more = await button(call, 'More');
    const menu = await open(call, 'More', '[part="menu"]');
    expect(controlsIn(menu).map(called)).to.have.members([
      ...['Share screen', 'Chat', 'People', 'Raise hand', 'Settings', ...ELSEWHERE],
      ...REACTIONS,
    ]);
    for (const step of [SCREEN, ...PANELS, HAND, SETTINGS]) {
      if (focused() === more) await sendKeys({ press: 'Enter' });
      await eventually(() => focused() !== more, 'the menu is open');
      expectSeen(await goTo(step.on));
      await sendKeys({ press: step.key });
      await eventually(() => step.does(call), `${step.on} did what it is for`);
      if (step.back === 'Escape') await sendKeys({ press: 'Escape' });
      await eventually(() => focused() === more, `${step.on} gives the focus back`);
    }
  });

  it('turns pages', async () => {
    for (let nth = 0; nth < 60; nth++) stage.enter(`p${nth}`);
    const call = await inCall({ style: 'inline-size: 600px; block-size: 400px' });
    await reads(call, /1 of \d/);
    const pager = await find(call, '[part="pager"]');
    const says = (words: string) => () => pager.textContent?.includes(words);
    await walk(
      call,
      [
        { on: 'Next page', key: 'Enter', does: says('2 of') },
        { on: 'Previous page', key: ' ', does: says('1 of') },
      ],
      pager,
    );
  });

  for (const name of ['Use Second simulated camera', 'Dismiss'])
    it(`answers a banner, and goes on to the toolbar: ${name}`, async () => {
      stage.devices.setPlugged('camera-2', false);
      const call = await inCall();
      const banner = await find(call, 'zego-call-banner');
      stage.devices.setPlugged('camera-2', true);
      await button(banner, 'Use Second simulated camera');
      expect(controlsIn(banner).map(called)).to.deep.equal(['Use Second simulated camera', 'Dismiss']);
      expectSeen(await goTo(name));
      await sendKeys({ press: 'Enter' });
      await eventually(() => banner.hidden && holdsFocus(call, 'zego-controls'), 'it is answered');
      expect(call.state.devices.camera.chosen === 'camera-2').to.equal(name !== 'Dismiss');
    });

  it('copies the link to the call', async () => {
    const call = await inCall();
    const invitation = await find(call, 'zego-call-invitation');
    const told = (): unknown =>
      /copied/.test(invitation.shadowRoot?.textContent ?? '') || focused() instanceof HTMLInputElement;
    await walk(call, [{ on: 'Copy link', key: 'Enter', does: told }], invitation);
  });

  /** Devices to choose; there are two of each, and arrows choose the other one. */
  function pickers(call: ZegoCall): Step[] {
    const kinds = { Camera: 'camera', Microphone: 'microphone', Speaker: 'speaker' } as const;
    return Object.entries(kinds).map(([on, kind]) => {
      const { chosen } = call.state.devices[kind];
      return { on, key: 'ArrowDown', does: () => call.state.devices[kind].chosen !== chosen };
    });
  }
});
