import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { signalText } from '../../src/call/signal.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, focused, gone, press, reads, type, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

const UP = signalText({ type: 'hand', raised: true });

describe('<zego-people>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  /** A call that has joined, with its people beside the pictures. */
  const open = async (): Promise<{ call: ZegoCall; people: HTMLElement }> => {
    const call = await stage.joined({ userName: 'Jonas', style: 'block-size: 600px' });
    const opener = await button(call, 'People');
    opener.focus();
    opener.click();
    const people = await find(call, 'zego-people');
    await find(people, '[part="person"]');
    return { call, people };
  };
  const names = (root: Element): string[] => all(root, '[part="name"]').map(words);
  const marksOf = (root: Element, name: string): (string | null)[] => {
    const line = all(root, '[part="person"]').find((one) => words(one).includes(name));
    return line ? all(line, '[role="img"]').map((mark) => mark.ariaLabel) : [];
  };

  it('opens from the toolbar, whose button counts everybody, and closes on Escape', async () => {
    stage.enter('ada', 'Ada');
    const { call, people } = await open();
    const opener = await button(call, 'People');
    const badge = await find(call, '[part~="people-badge"]');
    expect(badge.dataset['count']).to.equal('2');
    await reads(people, '2 people');
    (await find<HTMLInputElement>(people, 'input')).focus();
    await sendKeys({ press: 'Escape' });
    await gone(call, 'zego-people');
    expect(focused()).to.equal(opener);
  });

  it('lists oneself first, then raised hands, then the others as they came', async () => {
    const [, ben, cem] = ['Ada', 'Ben', 'Cem'].map((name) => stage.enter(name.toLowerCase(), name));
    const { call, people } = await open();
    expect(names(people)).to.deep.equal(['Jonas (You)', 'Ada', 'Ben', 'Cem']);
    cem!.signal(UP);
    await eventually(() => call.state.hands.length === 1, 'the hand of Cem is up');
    ben!.signal(UP);
    await eventually(() => names(people).join() === 'Jonas (You),Cem,Ben,Ada', 'raised hands come first');
    expect(marksOf(people, 'Cem')).to.deep.equal(['Hand raised']);
  });

  it('tells who is muted, has no camera, shares the screen, or is badly connected', async () => {
    const ada = stage.enter('ada', 'Ada');
    stage.room.enter({ id: 'ben', name: 'Ben' });
    const { people } = await open();
    await eventually(() => marksOf(people, 'Jonas').length === 0, 'my devices are on');
    expect(marksOf(people, 'Ben')).to.deep.equal(['Microphone muted', 'Camera off']);
    ada.mute('audio');
    ada.publish({ source: 'screen' });
    ada.quality(4, 4);
    await eventually(
      () => marksOf(people, 'Ada').join() === 'Sharing the screen,Poor connection,Microphone muted',
      'the marks of Ada are there',
    );
  });

  it('finds names whatever their case and accents, and says when there is none', async () => {
    stage.enter('ana', 'Ána Ruiz');
    stage.enter('ben', 'Ben');
    const { people } = await open();
    const field = await find<HTMLInputElement>(people, 'input');
    expect(field.ariaLabel).to.equal('Search people');
    type(field, ' aNA ');
    await eventually(() => names(people).join() === 'Ána Ruiz', 'only Ana is listed');
    await reads(people, '1 person');
    type(field, 'nobody');
    await reads(people, 'Nobody has this name.');
    type(field, '');
    await eventually(() => names(people).length === 3, 'all are back');
  });

  it('pins somebody, and lets go', async () => {
    stage.enter('ada', 'Ada');
    stage.enter('ben', 'Ben');
    const { call, people } = await open();
    const pin = await button(people, 'Pin Ben');
    pin.click();
    await eventually(() => pin.ariaPressed === 'true', 'Ben is pinned');
    const tile = await find(call, 'zego-tile', 'button[aria-pressed="true"]');
    expect(tile.ariaLabel).to.equal('Pin Ben');
    pin.click();
    await eventually(() => pin.ariaPressed === 'false', 'nobody is pinned');
  });

  it('has the lines of a thousand people that are in view, and the others as one scrolls', async () => {
    for (let index = 0; index < 1_000; index += 1)
      stage.room.enter({ id: `user${index}`, name: `Person ${index}` });
    const { people } = await open();
    await reads(people, '1,001 people');
    expect(all(people, 'li').length).to.be.lessThan(50);
    expect(all(people, 'li')[0]?.getAttribute('aria-setsize')).to.equal('1001');
    const scroller = await find(people, '.scroller');
    scroller.scrollTop = scroller.scrollHeight;
    await eventually(() => names(people).at(-1) === 'Person 999', 'the last one is listed');
    expect(all(people, 'li').at(-1)?.getAttribute('aria-posinset')).to.equal('1001');
    expect(all(people, 'li').length).to.be.lessThan(50);
    type(await find<HTMLInputElement>(people, 'input'), 'Person 12');
    await eventually(() => names(people)[0] === 'Person 12', 'those found are in view');
    await reads(people, '11 people');
  });

  it('is a dialog where the page arranges the call', async () => {
    const call = await stage.write(
      '<zego-call room="room" user="me"><zego-controls></zego-controls></zego-call>',
    );
    await call.join();
    await press(call, 'People');
    await find(await find(call, 'dialog'), 'zego-people', '[part="person"]');
    await press(call, 'Close');
    await gone(call, 'zego-people');
  });
});
