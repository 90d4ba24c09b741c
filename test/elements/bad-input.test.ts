import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { canBeUsed, outOfReach, sticksOut } from '../support/geometry.js';
import { all, button, buttons, find, nameOf, press, reads, words } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

/** As long as a name may be. */
const LONGEST = 256;
const NAMES: Record<string, string> = {
  long: 'W'.repeat(LONGEST),
  emoji: '👩‍👩‍👧‍👦'.repeat(23),
  rtl: 'ليلى حداد '.repeat(25).trim(),
  override: '\u202Egnp.exe (admin)',
  markup: '<img src=x onerror="document.title=\'hit\'"><b>Bold</b>',
  combining: `Z${'\u0301\u0332'.repeat(100)}algo`,
  unseen: '\u200B\u200D\u2060',
};

describe('what nobody should, but somebody will', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
    Object.assign(stage.box.style, { width: '760px', height: '560px' });
  });
  afterEach(() => stage.end());

  describe('names', () => {
    const isSafe = (root: Element): void => {
      // What is cut off with an ellipsis goes on behind it.
      expect(sticksOut(root).filter((what) => what !== 'bdi.')).to.deep.equal([]);
      expect(all(root, 'img, b')).to.have.length(0);
    };

    it('stand as they are in tiles, people, chat and announcements, and move nothing', async () => {
      const call = await stage.joined({ lang: 'en' });
      const people = Object.entries(NAMES).map(([id, name]) => stage.enter(id, name));
      await eventually(() => all(call, 'zego-tile').length === people.length, 'all are there');
      isSafe(call);
      await press(call, 'Chat');
      const chat = await find(call, 'zego-chat');
      await find(chat, 'textarea');
      for (const person of people) person.say(person.user.name);
      await eventually(() => all(chat, 'li').length === people.length, 'all have spoken');
      isSafe(call);
      await press(call, 'People');
      const list = await find(call, 'zego-people');
      await eventually(() => all(list, '[part="person"]').length === people.length + 1, 'all are listed');
      const shown = all(list, '[part="name"] bdi').map(({ textContent }) => textContent);
      expect(shown).to.include.members(Object.values(NAMES));
      isSafe(call);
      for (const line of all(list, '[part="person"]')) expect(line.offsetHeight).to.equal(52);
      await eventually(() => outOfReach(call).length === 0, 'every button is in reach');
      const announcer = await find(call, '.announcer');
      await reads(announcer, `${people.length} other people`);
      people.find(({ user }) => user.id === 'markup')?.leave();
      await reads(announcer, '<b>Bold</b>');
    });

    it('stand as they are where nobody sends anything, and in the lobby', async () => {
      const call = await stage.call({ lang: 'en', userName: NAMES['markup']! });
      isSafe(call);
      expect((await find<HTMLInputElement>(call, 'input')).value).to.equal(NAMES['markup']);
      for (const [id, name] of Object.entries(NAMES)) stage.room.enter({ id, name });
      await press(call, 'Join');
      await reads(call, 'W'.repeat(LONGEST));
      isSafe(call);
    });
  });

  it('a thousand people who send nothing are counted, not named', async () => {
    for (let nth = 0; nth < 1_000; nth += 1) stage.room.enter({ id: `person-${nth}` });
    const call = await stage.joined({ lang: 'en' });
    const grid = await find(call, 'zego-remote-grid');
    await reads(grid, '1,001 people');
    expect(words(grid).length).to.be.lessThan(100);
  });

  describe('boxes', () => {
    /** Resolves once nothing below `root` changes any more: what is measured and changed in a circle never rests. */
    const rests = async (root: Element): Promise<void> => {
      let changes = 0;
      const observer = new MutationObserver(() => (changes += 1));
      for (const element of [root, ...all(root, '*')])
        if (element.shadowRoot)
          observer.observe(element.shadowRoot, { attributes: true, childList: true, subtree: true });
      const isQuiet = async (): Promise<boolean> => {
        changes = 0;
        await pause(400);
        return changes === 0;
      };
      await eventually(isQuiet, 'all is at rest');
      observer.disconnect();
    };
    const resize = (width: string, height: string): void => {
      Object.assign(stage.box.style, { width, height });
    };
    const inCall = async (): Promise<{ call: ZegoCall; layer: () => string }> => {
      const ada = stage.enter('ada', 'Ada');
      stage.enter('ben', 'Ben');
      const call = await stage.joined({ lang: 'en', microphoneOff: true, style: '--zego-min-height: 0px' });
      await press(call, 'Chat');
      await find(call, 'zego-chat', 'textarea');
      return { call, layer: () => ada.layerWanted() };
    };
    const becomes = (layer: () => string, wanted: string): Promise<unknown> =>
      eventually(() => layer() === wanted, `the layer is ${wanted}`, 12_000);
    const isWhole = async (call: ZegoCall): Promise<void> => {
      resize('760px', '560px');
      await canBeUsed(call);
      expect(buttons(call).map(nameOf)).to.include.members(['Mute microphone', 'Turn off camera', 'Leave']);
      await rests(call);
    };

    it('of 0 × 0, 200 × 150 and 3840 × 2160, one after the other: receives what can be seen, and comes to rest', async () => {
      const { call, layer } = await inCall();
      for (const [width, height, wanted] of [
        ['0px', '0px', 'off'],
        ['3840px', '2160px', 'high'],
        ['0px', '2160px', 'off'],
        ['200px', '150px', ''],
        ['3840px', '0px', 'off'],
      ] as const) {
        resize(width, height);
        if (wanted) await becomes(layer, wanted);
        await rests(call);
      }
      await isWhole(call);
    });

    it('of 200 × 150: every control of call, panels, settings and end can be reached', async () => {
      const { call } = await inCall();
      resize('200px', '150px');
      const canUse = async (what: string, root: Element): Promise<void> => {
        await canBeUsed(root, what);
      };
      const open = async (name: string): Promise<void> => {
        await press(call, 'More');
        await press(await find(call, '.menu:popover-open'), name);
      };
      const chat = await find(call, '.side');
      await canUse('the chat', chat);
      await press(chat, 'Close');
      await canUse('the call', call);
      await open('People');
      const people = await find(call, '.side');
      await find(people, 'input');
      await canUse('the people', people);
      await press(people, 'Close');
      await open('Settings');
      const settings = await find(call, 'dialog[open]');
      await find(settings, 'select');
      await canUse('the settings', settings);
      await press(settings, 'Close');
      await press(call, 'Leave');
      await button(call, 'Join again');
      await canUse('the end', call);
    });

    it('that are not displayed, and are again', async () => {
      const { call, layer } = await inCall();
      stage.box.style.display = 'none';
      await becomes(layer, 'off');
      await rests(call);
      stage.box.style.display = '';
      await eventually(() => layer() !== 'off', 'it is received again');
      await isWhole(call);
    });

    it('in <details>, closed and opened', async () => {
      const details = document.createElement('details');
      stage.box.replaceWith(details);
      details.append(stage.box);
      details.open = true;
      const { call, layer } = await inCall();
      details.open = false;
      await becomes(layer, 'off');
      details.open = true;
      await eventually(() => layer() !== 'off', 'it is received again');
      await isWhole(call);
      document.body.append(stage.box);
      details.remove();
    });
  });

  describe('devices', () => {
    const plugIn = (count: number): void => {
      const kinds = ['videoinput', 'audioinput', 'audiooutput'] as const;
      stage.devices.enumerateDevices = () =>
        Promise.resolve(
          Array.from({ length: count }, (_, nth) => {
            const kind = kinds[nth % 3]!;
            const id = `${kind.replace('videoinput', 'camera').replace('audioinput', 'microphone')}-${Math.floor(nth / 3) + 1}`;
            const device = { deviceId: id, groupId: '', kind, label: `${id} ${'of a long name '.repeat(6)}` };
            return { ...device, toJSON: () => device };
          }),
        );
    };

    it('200 of them: lobby and settings list them all and stay as they are', async () => {
      plugIn(200);
      const call = await stage.call({ lang: 'en' });
      await press(call, 'Show preview');
      const pickers = (): HTMLSelectElement[] => all<HTMLSelectElement>(call, 'zego-lobby', 'select');
      const canChoose = (): boolean => pickers().filter(({ options }) => options.length > 60).length >= 2;
      await eventually(canChoose, 'they can be chosen');
      await canBeUsed(call);
      await press(call, 'Settings');
      const dialog = await find(call, 'dialog[open]');
      await find(dialog, 'select');
      await canBeUsed(dialog);
    });

    it('none of them: says so and joins all the same', async () => {
      stage.devices.setFault('camera', 'missing');
      stage.devices.setFault('microphone', 'missing');
      plugIn(0);
      const call = await stage.call({ lang: 'en' });
      await press(call, 'Show preview');
      await reads(call, 'No microphone and no camera was found.');
      await canBeUsed(call);
      await press(call, 'Join');
      await button(call, 'Leave');
      await press(call, 'Settings');
      const dialog = await find(call, 'dialog[open]');
      await find(dialog, 'select');
      await canBeUsed(dialog);
    });
  });
});
