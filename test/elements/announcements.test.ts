import { expect } from '@open-wc/testing';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, press, reads, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('announcements', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  it('tells politely what changes, from one place', async () => {
    const call = await stage.joined();
    const region = await find(call, '.announcer');
    await reads(region, 'You are in the call, and the only one here.');
    stage.enter('ada', 'Ada');
    await reads(region, 'Ada joined');
    stage.enter('bob');
    stage.enter('eve');
    await reads(region, '2 people joined');
    await press(call, 'Mute microphone');
    await reads(region, 'Microphone muted');
    expect(all(call, '[role="status"]').filter((status) => words(status))).to.deep.equal([region]);
  });

  it('tells a problem once, though a banner shows it', async () => {
    stage.devices.setFault('camera', 'missing');
    const call = await stage.joined();
    await reads(await find(call, '.announcer'), 'No camera was found.');
    await button(call, 'Dismiss');
    expect((await find(call, '[part="banner"]')).role).to.equal(null);
  });

  it('reads out messages only while the chat is closed', async () => {
    const call = await stage.joined();
    const region = await find(call, '.announcer');
    await reads(region, 'the only one here');
    const ada = stage.enter('ada', 'Ada');
    await reads(region, 'Ada joined');
    ada.say('Hello');
    await reads(region, 'Message from Ada: Hello');
    await press(call, 'Chat');
    await find(call, '[role="log"]');
    ada.say('Are you there?');
    await reads(await find(call, '[role="log"]'), 'Are you there?');
    stage.enter('bob', 'Bob');
    await reads(region, 'Bob joined');
    expect(words(region)).to.not.include('Are you there?');
  });

  it('goes with the room, and comes with the next', async () => {
    const call = await stage.joined();
    await find(call, '.announcer');
    await press(call, 'Leave');
    await eventually(() => all(call, '.announcer').length === 0, 'it is gone');
    await press(call, 'Join again');
    await reads(await find(call, '.announcer'), 'You are in the call');
  });

  it('serves interfaces of the page’s own', async () => {
    const call = await stage.write('<zego-call room="room" user="me"><zego-chat></zego-chat></zego-call>');
    await call.join();
    await reads(await find(call, '.announcer'), 'You are in the call');
  });
});
