import { expect } from '@open-wc/testing';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

/** A page of its own, as each test file is: a policy stays until the page goes. */
describe('in a page whose policy allows no inline styles', () => {
  const refused: string[] = [];
  let stage: CallStage;
  before(() => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src 'none'; object-src 'none'; base-uri 'none'";
    document.head.append(policy);
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile, lineNumber }) =>
      refused.push(`${effectiveDirective} in ${sourceFile}:${lineNumber}`),
    );
  });
  beforeEach(() => {
    stage = new CallStage();
    Object.assign(stage.box.style, { width: '760px', height: '560px' });
  });
  afterEach(() => stage.end());

  it('shows lobby, call, panels and end with nothing refused', async () => {
    const ada = stage.enter('ada', 'Ada');
    ada.mute('video');
    for (let nth = 0; nth < 100; nth += 1) stage.room.enter({ id: `user-${nth}`, name: `Person ${nth}` });
    const call = await stage.call({ lang: 'en' });
    await press(call, 'Show preview');
    await find(call, 'zego-lobby', 'select');
    await press(call, 'Join');
    const avatar = await find(call, 'zego-tile', '.avatar span');
    const isColoured = (): boolean => getComputedStyle(avatar).backgroundColor !== 'rgba(0, 0, 0, 0)';
    await eventually(isColoured, 'the avatar has its colour');
    await press(call, 'Chat');
    await find(call, 'zego-chat', 'textarea');
    ada.say('https://example.com');
    await press(call, 'People');
    const people = await find(call, 'zego-people');
    await reads(people, '102 people');
    const scroller = await find(people, '.scroller');
    await eventually(() => scroller.scrollHeight > 100 * 52, 'the list is as long as it is');
    await press(call, 'Settings');
    const dialog = await find(call, 'dialog[open]');
    await find(dialog, 'select');
    await press(dialog, 'Close');
    await press(call, 'Leave');
    await button(call, 'Join again');
    expect(all(call, 'h2')).to.have.length(1);
    expect([...new Set(refused)]).to.deep.equal([]);
  });
});
