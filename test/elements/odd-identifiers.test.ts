import { expect } from '@open-wc/testing';
import { CallStage, until } from '../support/call-stage.js';
import { all, find, playsOn, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

const ODD = "!#$&'()*+,-.;<=>@\\^_`~";
const ROOM = `${ODD.repeat(6).slice(0, 127)}\\`;
const ME = `${ODD.repeat(3).slice(0, 63)}\\`;
const ADA = `${ODD.repeat(3).slice(0, 63)}'`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

describe('room and user IDs of 128 bytes, with quotes and a backslash at the end', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
    Object.assign(stage.box.style, { width: '760px', height: '560px' });
  });
  afterEach(() => stage.end());

  it('enter a room from attributes, and show its people', async () => {
    const room = stage.world.room(ROOM);
    const ada = room.enter({ id: ADA, name: 'Ada' });
    ada.publish();
    const call = await stage.write(
      `<zego-call lang="en" room="${escaped(ROOM)}" user="${escaped(ME)}"></zego-call>`,
    );
    await press(call, 'Join');
    await until(call, 'joined');
    expect(room.users.map(({ id }) => id)).to.deep.equal([ADA, ME]);
    await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
    await call.pin(ADA);
    await press(call, 'People');
    await reads(await find(call, 'zego-people'), 'Ada');
    ada.say('hello');
    await eventually(() => call.messages.some(({ from }) => from.id === ADA), 'Ada is heard');
    await call.raiseHand(true);
    expect(call.state.hands).to.deep.equal([ME]);
    ada.leave();
    await eventually(() => all(call, 'zego-tile').length === 0, 'Ada goes');
  });

  it('are served by elements elsewhere in the page', async () => {
    const call = await stage.write(`
      <zego-call id="${escaped(ADA)}" room="${escaped(ROOM)}" user="${escaped(ME)}"><p></p></zego-call>
      <zego-controls lang="en" for="${escaped(ADA)}"></zego-controls>`);
    await call.join();
    await press(await find(stage.box, 'zego-controls'), 'Leave');
    await until(call, 'ended');
  });

  it('are in the link for others: the room, but not oneself', async () => {
    const [room, user] = [encodeURIComponent(ROOM), encodeURIComponent(ME)];
    const call = await stage.joined({
      lang: 'en',
      room: ROOM,
      user: ME,
      inviteUrl: `https://example.com/?room=${room}&me=${user}`,
    });
    const copied: string[] = [];
    const write = (text: string): Promise<void> => {
      copied.push(text);
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: write } });
    try {
      await press(call, 'Copy link');
      await eventually(() => copied.length === 1, 'the link is copied');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
    expect(new URL(copied[0]!).searchParams.get('room')).to.equal(ROOM);
    expect([...new URL(copied[0]!).searchParams.keys()]).to.deep.equal(['room']);
  });
});
