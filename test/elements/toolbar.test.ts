import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { readSignal, signalText } from '../../src/call/signal.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, buttons, find, focused, gone, nameOf, press } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('the buttons that come with the call', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const toolbar = async (call: ZegoCall): Promise<string[]> =>
    buttons(await find(call, 'zego-controls')).map(nameOf);

  it('raise and lower my hand, which all see', async () => {
    const ada = stage.enter('ada');
    const call = await stage.joined();
    const toggle = await button(call, 'Raise hand');
    expect(toggle.ariaPressed).to.equal('false');
    toggle.click();
    await eventually(() => toggle.ariaPressed === 'true', 'my hand is up');
    await find(call, 'zego-preview', '[part="hand"]');
    ada.signal(signalText({ type: 'hand', raised: true }));
    expect((await find(call, 'zego-tile', '[part="hand"]')).ariaLabel).to.equal('Hand raised');
    toggle.click();
    await eventually(() => toggle.ariaPressed === 'false', 'my hand is down');
    await gone(call, 'zego-preview', '[part="hand"]');
  });

  it('open the reactions by keyboard, and let one float over my picture', async () => {
    const call = await stage.joined();
    const opener = await button(call, 'Reactions');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => nameOf(focused()!) === 'Thumbs up', 'the first has the focus');
    expect(opener.ariaExpanded).to.equal('true');
    await sendKeys({ press: 'ArrowLeft' });
    expect(nameOf(focused()!)).to.equal('Celebrate');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    expect(nameOf(focused()!)).to.equal('Heart');
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused() === opener && opener.ariaExpanded === 'false', 'the menu is closed');
    expect((await find(call, 'zego-preview', '[part="reaction"]')).textContent).to.equal('❤️');
    const [sent] = stage.room.signals;
    expect(readSignal(sent?.text ?? '')).to.deep.equal({ type: 'reaction', name: 'love' });
    await gone(call, 'zego-preview', '[part="reaction"]');
  });

  it('close on Escape', async () => {
    const call = await stage.joined();
    const opener = await button(call, 'Reactions');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => nameOf(focused()!) === 'Thumbs up', 'the menu is open');
    await sendKeys({ press: 'Escape' });
    await eventually(() => focused() === opener && opener.ariaExpanded === 'false', 'the menu is closed');
  });

  it('let the reactions of others float over their tiles, a few at once, out of the hearing of screen readers', async () => {
    const people = ['ada', 'ben'].map((id) => stage.enter(id));
    const call = await stage.joined();
    await eventually(() => all(call, 'zego-tile', '.reactions').length === 2, 'the layers are there');
    people[1]?.signal(signalText({ type: 'reaction', name: 'wow' }));
    const reaction = await find(call, 'zego-tile', '[part="reaction"]');
    expect(reaction.textContent).to.equal('😮');
    expect(reaction.closest('[aria-hidden="true"]')).to.not.equal(null);
    expect(all(call, '[part="reaction"]')).to.have.length(1);
  });

  it('go into a menu where there is no room, and come back', async () => {
    const call = await stage.joined({ style: 'inline-size: 320px; block-size: 500px' });
    await button(call, 'More');
    await eventually(
      async () => (await toolbar(call)).join() === 'Mute microphone,Turn off camera,More,Leave',
      'the toolbar has what matters',
    );
    const controls = await find(call, 'zego-controls');
    const tops = buttons(controls).map((one) => Math.round(one.getBoundingClientRect().top / 10));
    expect(new Set(tops).size, 'it is one line').to.equal(1);
    const opener = await button(call, 'More');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    const menu = await find(call, '[part="menu"]:popover-open');
    await eventually(() => menu.contains(focused()), 'the menu has the focus');
    const names = buttons(menu).map(nameOf);
    expect(names).to.include.members(['Chat', 'People', 'Raise hand', 'Thumbs up', 'Settings']);
    await press(menu, 'Raise hand');
    await eventually(() => call.state.hands.includes('me'), 'my hand is up');
    await eventually(() => focused() === opener, 'the menu is closed');
    call.style.inlineSize = '900px';
    await button(call, 'Settings');
    await eventually(async () => !(await toolbar(call)).includes('More'), 'all have room');
  });

  it('mark the menu’s button while a message in it is unread', async () => {
    const ada = stage.enter('ada');
    const call = await stage.joined({ style: 'width: 300px' });
    const more = await button(call, 'More');
    const isMarked = (): boolean => getComputedStyle(more, '::after').content !== 'none';
    expect(isMarked()).to.equal(false);
    ada.say('Hello?');
    await eventually(isMarked, 'it is marked');
    await press(call, 'More');
    await press(call, 'Chat');
    await eventually(() => !isMarked(), 'the message is read');
  });

  it('open a panel from the menu', async () => {
    const call = await stage.joined({ style: 'inline-size: 320px; block-size: 500px' });
    await press(call, 'More');
    await press(call, 'People');
    await find(call, 'zego-people', '[part="person"]');
  });

  it('show the statistics of each picture when that is wanted', async () => {
    const ada = stage.room.enter({ id: 'ada' });
    const streamId = ada.publish();
    const call = await stage.joined();
    await press(call, 'Settings');
    const toggle = await find<HTMLInputElement>(call, 'input[name="statistics"]');
    toggle.click();
    await press(call, 'Close');
    await eventually(() => stage.room.streams.length === 2, 'both send');
    await eventually(() => {
      stage.room.setFigures(streamId, { packetLoss: 0.125, rtt: 45 });
      return all(call, 'zego-tile', '[part="statistics"]')[0]?.textContent?.includes('12.5%');
    }, 'the loss is told');
    expect(all(call, 'zego-tile', 'dd').some((one) => one.textContent?.includes('45'))).to.equal(true);
    await find(call, 'zego-preview', '[part="statistics"]');
  });
});
