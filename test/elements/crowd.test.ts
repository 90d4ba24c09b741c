import { expect } from '@open-wc/testing';
import { signalText } from '../../src/call/signal.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import type { SimulatedParticipant } from '../../src/engine/simulated/testing.js';
import { CallStage } from '../support/call-stage.js';
import { all, find, press, reads, type, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

const CROWD = 1_000;
/** More than any list shows at once. */
const IN_VIEW = 50;

describe('a call with a crowd', function () {
  this.timeout(60_000);
  let stage: CallStage;

  /** Somebody who sends, without a picture or a tone to draw. */
  const enter = (name: string): SimulatedParticipant => {
    const person = stage.room.enter({ id: name.replaceAll(' ', '-'), name });
    person.publish({ audio: false, picture: false });
    return person;
  };
  const crowd = async (): Promise<{ call: ZegoCall; people: SimulatedParticipant[] }> => {
    const people = Array.from({ length: CROWD }, (_, nth) => enter(`Person ${nth}`));
    const call = await stage.joined({ lang: 'en', style: 'inline-size: 900px; block-size: 600px' });
    await eventually(
      () => all(call, '[part="pager"], [part~="people-button"]').length === 2,
      'all is there',
      30_000,
    );
    return { people, call };
  };

  /** How many lines below `root` change until `isSo`. */
  const changedLines = async (root: Element, act: () => void, isSo: () => boolean): Promise<number> => {
    const changed = new Set<Element>();
    const observer = new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes)
        for (const node of [target, ...addedNodes]) {
          const line = (node instanceof Element ? node : node.parentElement)?.closest('li');
          if (line) changed.add(line);
        }
    });
    const [line] = all(root, 'li');
    observer.observe(line?.getRootNode() ?? root, { attributes: true, childList: true, subtree: true });
    act();
    await eventually(isSo, 'it is seen');
    observer.disconnect();
    return changed.size;
  };

  describe('of a thousand', () => {
    let call: ZegoCall;
    let people: SimulatedParticipant[];
    before(async () => {
      stage = new CallStage();
      ({ call, people } = await crowd());
    });
    after(() => stage.end());

    const openPeople = async (): Promise<HTMLElement> => {
      if (all(call, 'zego-people').length === 0) await press(call, 'People');
      const panel = await find(call, 'zego-people');
      await find(panel, '[part="person"]');
      return panel;
    };

    it('turns pages, counts everybody, and says it in one sentence', async () => {
      const pager = await find(call, '[part="pager"]');
      const tiles = all(call, 'zego-tile');
      expect(tiles).to.have.length(CROWD); // Those of other pages are heard.
      const shown = (): Element[] => all(call, 'zego-tile').filter((tile) => tile.checkVisibility());
      await eventually(() => shown().length > 0 && shown().length < 100, 'one page is shown');
      expect(words(pager)).to.match(/^1 of \d+$/);
      const [first] = shown();
      await press(pager, 'Next page');
      await eventually(() => shown().length > 0 && !shown().includes(first!), 'another page is shown');
      const badge = await find(call, '[part~="people-badge"]');
      expect(badge.dataset['count']).to.equal('999+');
      const announcer = await find(call, '.announcer');
      await eventually(() => words(announcer) !== '', 'something is announced');
      expect(words(announcer)).to.contain('1,000');
      expect(announcer.childElementCount).to.equal(1);
    });

    it('changes only the lines of those to whom something happens', async () => {
      const panel = await openPeople();
      const lines = (): HTMLElement[] => all(panel, '[part="person"]');
      await reads(panel, '1,001 people');
      const lineOf = (name: string): HTMLElement | undefined =>
        lines().find((line) => words(line).includes(name));
      const isMuted = (): boolean => all(lineOf('Person 1')!, '[aria-label="Microphone muted"]').length > 0;
      expect(
        await changedLines(
          panel,
          () => people[1]!.unmute('audio'),
          () => !isMuted(),
        ),
      ).to.equal(1);
      // Behind all others: what lines there are, say only of how many.
      const joined = await changedLines(
        panel,
        () => enter('The newest'),
        () => words(panel).includes('1,002'),
      );
      expect(joined).to.be.at.most(lines().length);
      people[900]!.signal(signalText({ type: 'hand', raised: true }));
      await eventually(() => words(lines()[1]!).includes('Person 900'), 'the raised hand comes first');
      expect(lines().length).to.be.lessThan(IN_VIEW);
    });

    it('starts a search at the top, wherever the list stood', async () => {
      const panel = await openPeople();
      const scroller = await find(panel, '.scroller');
      scroller.scrollTop = scroller.scrollHeight;
      await reads(panel, 'Person 999');
      const field = await find<HTMLInputElement>(panel, 'input');
      type(field, 'nobody');
      await reads(panel, 'Nobody has this name.');
      type(field, 'Person 5');
      await reads(panel, 'Person 5');
      expect((await find(panel, '.scroller')).scrollTop).to.equal(0);
      expect(words(all(panel, '[part="name"]')[0]!)).to.equal('Person 5');
    });
  });

  describe('in one room', () => {
    beforeEach(() => {
      stage = new CallStage();
    });
    afterEach(() => stage.end());

    it('keeps the newest 500 of 10,000 messages, and shows one more as one more line', async () => {
      const ada = stage.enter('ada', 'Ada');
      const call = await stage.joined({ lang: 'en', style: 'block-size: 600px' });
      const heard: string[] = [];
      call.addEventListener('zego-message', ({ detail }) => heard.push(detail.message.text));
      for (let nth = 1; nth <= 10_000; nth += 1) ada.say(`Message ${nth}`);
      await eventually(() => heard.length === 10_000, 'the page is told of each');
      expect(call.messages.map(({ text }) => text)).to.deep.equal(heard.slice(-500));
      await press(call, 'Chat');
      const chat = await find(call, 'zego-chat');
      await reads(chat, 'Message 10000');
      expect(all(chat, 'li')).to.have.length(500);
      const isThere = (): boolean => words(all(chat, 'li').at(-1)!).includes('One more');
      // It, the one before it, whose time goes, and the oldest, which is another one now.
      expect(await changedLines(chat, () => ada.say('One more'), isThere)).to.be.at.most(3);
      expect(all(chat, 'li')).to.have.length(500);
      const log = await find(chat, '[role="log"]');
      await eventually(
        () => log.scrollHeight - log.clientHeight - log.scrollTop < 2,
        'the newest is in sight',
      );
    });

    /** Lit's development build says so of each element once. */
    it('renders nothing twice where once is enough', async () => {
      const ada = stage.enter('ada', 'Ada');
      const call = await stage.call({ lang: 'en', autojoin: true, style: 'block-size: 600px' });
      await press(call, 'Chat');
      const chat = await find(call, 'zego-chat');
      await find(chat, 'textarea');
      ada.say('Hello');
      await reads(chat, 'Hello');
      await eventually(() => call.state.unread === 0, 'it is read');
      await press(call, 'People');
      await find(call, 'zego-people', '[part="person"]');
      enter('Ben');
      await reads(await find(call, 'zego-people'), 'Ben');
      const { litIssuedWarnings } = globalThis as { litIssuedWarnings?: Set<string | undefined> };
      const twice = [...(litIssuedWarnings ?? [])].filter((warning) =>
        warning?.includes('scheduled an update'),
      );
      expect(twice).to.deep.equal([]);
    });
  });
});
