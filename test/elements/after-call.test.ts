import { expect } from '@open-wc/testing';
import { CallStage, until } from '../support/call-stage.js';
import { all, button, focused, gone, nameOf, press, reads, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('<zego-call> before and after the call', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const focuses = (name: string): Promise<boolean> =>
    eventually(() => {
      const element = focused();
      return element !== null && nameOf(element) === name;
    }, `"${name}" has the focus`);

  it('keeps the focus inside: Join, Cancel, the toolbar, Join again', async () => {
    stage.room.joinDelay = 60_000;
    const call = await stage.call();
    const join = await button(call, 'Join');
    join.focus();
    join.click();
    await focuses('Cancel');
    await press(call, 'Cancel');
    await focuses('Join again');
    stage.room.joinDelay = 0;
    await press(call, 'Join again');
    await until(call, 'joined');
    await focuses('Mute microphone');
    const leave = await button(call, 'Leave');
    leave.focus();
    leave.click();
    await focuses('Join again');
  });

  it('focuses the words where there is no way back', async () => {
    const call = await stage.joined();
    (await button(call, 'Leave')).focus();
    stage.room.kick('me');
    await gone(call, 'form button');
    await eventually(() => focused()?.matches('[part=message]'), 'the message has the focus');
  });

  it('takes no focus that is elsewhere in the page', async () => {
    const field = document.createElement('input');
    stage.box.append(field);
    field.focus();
    const call = await stage.joined();
    await call.leave();
    await reads(call, 'Join again');
    expect(focused()).to.equal(field);
  });

  it('shows what the page has for the end, in place of the lobby', async () => {
    const call = await stage.write(
      '<zego-call room="room" user="me"><p slot="end">Thank you for calling</p></zego-call>',
    );
    await button(call, 'Join');
    expect(words(call)).to.not.include('Thank you');
    await call.join();
    await call.leave();
    await reads(call, 'Thank you for calling');
    expect(all(call, 'zego-lobby')).to.deep.equal([]);
    await call.join();
    await gone(call, 'p[slot=end]');
  });

  it('puts the page’s logo and footer into the lobby', async () => {
    const call = await stage.write(
      '<zego-call room="room" user="me"><b slot="logo">ACME</b><small slot="lobby">Be polite.</small></zego-call>',
    );
    await reads(call, /^ACME .* Join Be polite\.$/);
    await call.join();
    await until(call, 'joined');
    expect(words(call)).to.not.include('ACME');
  });
});
