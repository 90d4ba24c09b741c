import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import type { SimulatedParticipant } from '../../src/engine/simulated/testing.js';
import { CallStage, until } from '../support/call-stage.js';
import { all, button, buttons, find, focused, gone, nameOf, press, reads, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('<zego-chat>', () => {
  let stage: CallStage;
  let ada: SimulatedParticipant;
  beforeEach(() => {
    stage = new CallStage();
    ada = stage.room.enter({ id: 'ada', name: 'Ada' });
  });
  afterEach(() => stage.end());

  const field = (root: Element): Promise<HTMLTextAreaElement> => find<HTMLTextAreaElement>(root, 'textarea');
  const texts = (root: Element): string[] =>
    all(root, '[part~="message-text"]').map((one) => one.textContent ?? '');
  const write = async (root: Element, text: string): Promise<void> => {
    const area = await field(root);
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

  /** A call that has joined, with its chat open. */
  const open = async (): Promise<{ call: ZegoCall; chat: HTMLElement }> => {
    const call = await stage.joined({ viewOnly: true });
    await press(call, 'Chat');
    const chat = await find(call, 'zego-chat');
    await field(chat);
    return { call, chat };
  };

  /** A chat that stands alone in the page, for a call that has joined. */
  const alone = async (): Promise<{ call: ZegoCall; chat: HTMLElement }> => {
    const call = await stage.joined({ id: 'my-call', viewOnly: true });
    const chat = document.createElement('zego-chat');
    chat.for = 'my-call';
    chat.style.cssText = 'block-size: 320px; inline-size: 300px';
    stage.box.append(chat);
    await field(chat);
    return { call, chat };
  };

  it('opens from the toolbar with the focus in the field, and gives it back', async () => {
    const call = await stage.joined({ viewOnly: true });
    expect(customElements.get('zego-chat-content'), 'not before it is used').to.equal(undefined);
    const opener = await button(call, 'Chat');
    opener.focus();
    await sendKeys({ press: 'Enter' });
    const side = await find(call, 'aside');
    expect(side.ariaLabel).to.equal('Chat');
    const area = await field(side);
    await eventually(() => focused() === area, 'the focus is in the field');
    await eventually(() => opener.ariaExpanded === 'true', 'the button says that it is open');
    await reads(side, 'No messages yet');
    await sendKeys({ press: 'Escape' });
    await gone(call, 'aside');
    expect(focused() === opener, 'the focus is back').to.be.true;
    opener.click();
    await find(call, 'aside');
    opener.click();
    await gone(call, 'aside');
  });

  it('opens in a dialog where the page composes the call', async () => {
    const call = await stage.write(
      '<zego-call room="room" user="me"><zego-controls></zego-controls></zego-call>',
    );
    await call.join();
    const opener = await button(call, 'Chat');
    opener.focus();
    opener.click();
    const dialog = await find(call, 'dialog');
    expect(dialog.ariaLabel).to.equal('Chat');
    const area = await field(dialog);
    await eventually(() => focused() === area, 'the focus is in the field');
    await sendKeys({ press: 'Escape' });
    await gone(call, 'dialog');
    expect(focused() === opener, 'the focus is back').to.be.true;
  });

  it('is offered during a call only', async () => {
    const call = await stage.call();
    expect(all(call, '[part~="chat-button"]')).to.deep.equal([]);
    await call.join();
    await button(call, 'Chat');
  });

  it('sends with Enter, and breaks the line with Shift and Enter', async () => {
    const { call, chat } = await open();
    const area = await field(chat);
    await eventually(() => focused() === area, 'the focus is in the field');
    await sendKeys({ type: 'Hello' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'Ada' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => stage.room.messages.length === 1, 'it is sent');
    expect(stage.room.messages[0]?.text).to.equal('Hello\nAda');
    expect(area.value).to.equal('');
    expect(call.messages[0]?.own).to.be.true;
    expect(focused() === area, 'one can go on writing').to.be.true;
  });

  it('leaves Enter to who composes a character', async () => {
    const { chat } = await open();
    await write(chat, 'にほん');
    const area = await field(chat);
    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, cancelable: true }));
    expect(area.value).to.equal('にほん');
    expect(stage.room.messages).to.deep.equal([]);
  });

  it('shows who said what and when, each author once in a row, and each minute once', async () => {
    const { call, chat } = await open();
    ada.say('one');
    ada.say('two');
    await eventually(() => texts(chat).length === 2, 'both are there');
    await write(chat, 'three');
    await press(chat, 'Send');
    await eventually(() => call.messages[2]?.delivery === 'sent', 'ours is sent');
    expect(texts(chat)).to.deep.equal(['one', 'two', 'three']);
    expect(all(chat, '.author').map(words)).to.deep.equal(['Ada']);
    expect(
      all(chat, '[part~="author"]').map((one) => one.textContent),
      'for who can not see',
    ).to.deep.equal(['Ada', 'Ada', 'You']);
    const [one, two] = call.messages.map((message) => new Date(message.sentAt));
    const isOneMinute = one!.getMinutes() === two!.getMinutes();
    await eventually(
      () => all(chat, 'time').length === (isOneMinute ? 2 : 3),
      'the last of each minute and author has a time',
    );
    const time = all<HTMLTimeElement>(chat, 'time').at(-2);
    expect(time?.dateTime).to.equal(two!.toISOString());
    expect(words(time!)).to.equal(
      new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(two).replace(/\s/g, ' '),
    );
  });

  it('shows markup as text, and links as links', async () => {
    const { chat } = await alone();
    const text = '<img src=x onerror=alert(1)> & <b>see</b> https://example.com/a?b=c&d.\u0007';
    ada.say(text);
    ada.say('javascript:alert(1)');
    await eventually(() => texts(chat).length === 2, 'both are there');
    expect(texts(chat)).to.deep.equal([text, 'javascript:alert(1)']);
    expect(all(chat, 'img, b')).to.deep.equal([]);
    const links = all<HTMLAnchorElement>(chat, 'a');
    expect(links.map(({ href, target, rel }) => [href, target, rel])).to.deep.equal([
      ['https://example.com/a?b=c&d', '_blank', 'noopener noreferrer nofollow ugc'],
    ]);
  });

  it('breaks long words, and lets each text run its own way', async () => {
    const { chat } = await alone();
    ada.say('x'.repeat(1_000));
    ada.say('مرحبا');
    await eventually(() => texts(chat).length === 2, 'both are there');
    const log = await find(chat, '[role="log"]');
    expect(log.scrollWidth).to.be.at.most(log.clientWidth);
    const [latin, arabic] = all(chat, '[part~="message-text"]');
    expect([getComputedStyle(latin!).direction, getComputedStyle(arabic!).direction]).to.deep.equal([
      'ltr',
      'rtl',
    ]);
  });

  it('says how much room is left when it is little, and sends nothing that is too long', async () => {
    const { chat } = await alone();
    const area = await field(chat);
    const limit = await find(chat, '#limit');
    await write(chat, 'x'.repeat(500));
    expect(limit.checkVisibility()).to.be.false;
    await write(chat, 'é'.repeat(500));
    await reads(chat, '24 bytes left');
    expect(area.getAttribute('aria-describedby')).to.equal('limit');
    expect(nameOf(await button(chat, 'Send'))).to.equal('Send');
    await write(chat, 'é'.repeat(520));
    await reads(chat, 'Too long by 16 bytes');
    await eventually(() => area.ariaInvalid === 'true', 'the field says so');
    expect(buttons(chat).find((one) => nameOf(one) === 'Send')?.disabled).to.be.true;
    area.focus();
    await sendKeys({ press: 'Enter' });
    expect(area.value, 'it is still there to be shortened').to.have.length(520);
    expect(stage.room.messages).to.deep.equal([]);
  });

  it('sends nothing of nothing', async () => {
    const { chat } = await alone();
    for (const nothing of ['', '  \n ', '\u200b']) {
      await write(chat, nothing);
      await eventually(
        () => all<HTMLButtonElement>(chat, '[part~="send-button"]')[0]?.disabled,
        'Send is off',
      );
    }
  });

  it('marks what was not sent, and sends it again in its place', async () => {
    const { call, chat } = await alone();
    stage.room.dropConnection();
    await until(call, 'reconnecting');
    await write(chat, 'lost');
    await press(chat, 'Send');
    await reads(chat, 'Not sent.');
    stage.room.restoreConnection();
    await until(call, 'joined');
    ada.say('later');
    await eventually(() => texts(chat).length === 2, 'another came after it');
    await press(chat, 'Retry');
    await eventually(() => call.messages[0]?.delivery === 'sent', 'it is sent');
    await gone(chat, '[part~="retry-button"]');
    expect(texts(chat)).to.deep.equal(['lost', 'later']);
  });

  it('counts what nobody has read on its button, and nothing while it is open', async () => {
    const call = await stage.joined({ viewOnly: true });
    const opener = await button(call, 'Chat');
    ada.say('one');
    ada.say('two');
    const badge = await find(call, '[part~="chat-badge"]');
    await eventually(() => badge.dataset['count'] === '2', 'two are counted');
    const root = opener.getRootNode() as ShadowRoot;
    const described = opener.getAttribute('aria-describedby') ?? '';
    expect(root.getElementById(described)?.textContent).to.equal('2 unread messages');
    expect(nameOf(opener), 'the name stays').to.equal('Chat');
    opener.click();
    await gone(call, '[part~="chat-badge"]');
    ada.say('three');
    await eventually(() => call.messages.length === 3 && call.state.unread === 0, 'it is read at once');
    await press(call, 'Close');
    await gone(call, 'aside');
    ada.say('four');
    await find(call, '[part~="chat-badge"]');
  });

  it('stays at the newest message, unless one reads what was said before', async () => {
    const { call, chat } = await alone();
    const log = await find(chat, '[role="log"]');
    const fromEnd = (): number => log.scrollHeight - log.clientHeight - log.scrollTop;
    for (let index = 0; index < 20; index++) ada.say(`message ${index}`);
    await eventually(
      () => texts(chat).length === 20 && log.scrollHeight > 2 * log.clientHeight,
      'all are there',
    );
    await eventually(() => fromEnd() < 2, 'the newest is in sight');
    expect(call.state.unread).to.equal(0);

    log.scrollTop = 0;
    await button(chat, 'Newest message');
    ada.say('another');
    await button(chat, '1 new message');
    expect(log.scrollTop).to.equal(0);
    expect(call.state.unread).to.equal(1);

    await press(chat, '1 new message');
    await eventually(() => fromEnd() < 2 && call.state.unread === 0, 'the newest is in sight');
    await gone(chat, '[part~="jump-button"]');
    expect(focused() === (await field(chat)), 'the focus is not lost').to.be.true;
  });

  it('leaves unread what stands where nobody sees it', async () => {
    const { call, chat } = await alone();
    chat.hidden = true;
    ada.say('one');
    await eventually(() => call.state.unread === 1, 'it is unread');
    chat.hidden = false;
    await eventually(() => call.state.unread === 0, 'it is read');
  });

  it('reads what came while it was hidden for less than a frame', async () => {
    const { call, chat } = await alone();
    const told = new Promise((resolve) => call.addEventListener('zego-message', resolve, { once: true }));
    chat.hidden = true;
    ada.say('one');
    await told;
    await find<LitElement>(chat, 'zego-chat-content').then(({ updateComplete }) => updateComplete);
    expect(call.state.unread).to.equal(1);
    chat.hidden = false;
    await eventually(() => call.state.unread === 0, 'it is read');
  });

  it('keeps what was said after the call, and sends no more', async () => {
    const { call, chat } = await alone();
    ada.say('one');
    await eventually(() => texts(chat).length === 1, 'it is there');
    await call.leave();
    await write(chat, 'two');
    await eventually(() => all<HTMLButtonElement>(chat, '[part~="send-button"]')[0]?.disabled, 'Send is off');
    expect(texts(chat)).to.deep.equal(['one']);
  });

  it('tells of what comes politely, and can be scrolled by keyboard', async () => {
    const { chat } = await alone();
    const log = await find(chat, '[role="log"]');
    expect([log.ariaLabel, log.tabIndex]).to.deep.equal(['Messages', 0]);
  });

  for (const theme of ['light', 'dark'] as const)
    it(`is accessible, ${theme}`, async () => {
      const call = await stage.joined({ viewOnly: true, theme });
      ada.say('one https://example.com');
      await find(call, '[part~="chat-badge"]');
      await expect(call).to.be.accessible();
      await press(call, 'Chat');
      const side = await find(call, 'aside');
      stage.room.dropConnection();
      await until(call, 'reconnecting');
      await write(side, 'lost');
      await press(side, 'Send');
      await reads(side, 'Not sent.');
      await write(side, 'x'.repeat(1_100));
      await reads(side, 'Too long by');
      await expect(call).to.be.accessible();
    });
});
