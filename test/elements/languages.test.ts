import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { languageTags, speechIn } from '../../src/i18n/languages.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, buttons, find, nameOf, press, reads, type, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

const page = document.documentElement;

describe('the language of a call', () => {
  let stage: CallStage;
  const pageLanguage = page.lang;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(async () => {
    page.lang = pageLanguage;
    page.removeAttribute('dir');
    await stage.end();
  });

  /** The language that the text of this button is marked as. */
  const markOf = (text: Element): string | undefined => text.closest<HTMLElement>('[lang]')?.lang;

  it('is English where the page names none', async () => {
    page.removeAttribute('lang');
    const call = await stage.call();
    expect(markOf(await button(call, 'Join'))).to.equal('en');
  });

  it('is that of the page, also when it changes', async () => {
    page.lang = 'de';
    const call = await stage.call();
    await button(call, 'Beitreten');
    page.lang = 'ja-JP';
    await button(call, '参加');
    page.lang = 'en-GB';
    expect(markOf(await button(call, 'Join'))).to.equal('en-GB');
    page.lang = 'de';
    await button(call, 'Beitreten');
  });

  it('shows nothing rather than English for a moment', async () => {
    page.lang = 'de';
    const call = await stage.call();
    expect(words(call)).to.not.contain('Join');
    await button(call, 'Beitreten');
  });

  it('is that of the nearest element that has one', async () => {
    page.lang = 'ja';
    stage.box.lang = 'de';
    const call = await stage.call();
    await button(call, 'Beitreten');
    call.lang = 'en';
    await button(call, 'Join');
    call.removeAttribute('lang');
    await button(call, 'Beitreten');
    stage.box.removeAttribute('lang');
    await button(call, '参加');
  });

  it('is that of where it is moved to', async () => {
    stage.box.innerHTML = '<p lang="de"></p><p lang="ja"></p>';
    const [german, japanese] = stage.box.children;
    const call = stage.make();
    german?.append(call);
    await button(call, 'Beitreten');
    japanese?.append(call);
    await button(call, '参加');
  });

  it('is found through shadow roots', async () => {
    const host = document.createElement('div');
    stage.box.append(host);
    const call = stage.make();
    const section = document.createElement('section');
    section.append(call);
    host.attachShadow({ mode: 'open' }).append(section);
    stage.box.lang = 'de';
    await button(call, 'Beitreten');
    section.lang = 'ja';
    await button(call, '参加');
  });

  it('is the newest when it changes twice', async () => {
    const call = await stage.call();
    call.lang = 'ar';
    await call.updateComplete;
    call.lang = 'de';
    await button(call, 'Beitreten');
    await speechIn('ar', null);
    await call.updateComplete;
    expect(buttons(call).map(nameOf)).to.contain('Beitreten');
  });

  it('is English, marked as such, where there is no translation', async () => {
    page.lang = 'sv';
    const call = await stage.call();
    expect(markOf(await button(call, 'Join'))).to.equal('en');
  });

  it('is each call’s own', async () => {
    await stage.write(
      '<zego-call lang="de" room="one" user="me"></zego-call><zego-call lang="ja" room="two" user="me"></zego-call>',
    );
    const [german, japanese] = all<ZegoCall>(stage.box, 'zego-call');
    if (!german || !japanese) throw new Error('There are not two calls');
    await button(german, 'Beitreten');
    await button(japanese, '参加');
    german.lang = 'ja';
    japanese.lang = 'de';
    await button(german, '参加');
    await button(japanese, 'Beitreten');
  });

  it('is spoken by elements that stand elsewhere', async () => {
    await stage.write(
      '<zego-controls for="it"></zego-controls><zego-call id="it" lang="de" room="room" user="me"><p></p></zego-call>',
    );
    const controls = await find(stage.box, 'zego-controls');
    await eventually(() => controls.ariaLabel === 'Anrufsteuerung', 'the toolbar has a German name');
    const leave = await eventually(
      () => buttons(controls).find((one) => nameOf(one) === 'Verlassen'),
      'Leave',
    );
    expect(markOf(leave)).to.equal('de');
  });

  it('reaches everything in a call', async () => {
    stage.enter('ada', 'Ada').publish({ source: 'screen' });
    const call = await stage.joined();
    await button(call, 'Chat');
    await call.sendMessage('Hi');
    await press(call, 'Chat');
    await find<HTMLTextAreaElement>(call, 'textarea').then((field) => type(field, 'x'));
    await find(call, 'zego-chat-content', 'time');
    call.lang = 'ja';
    await button(call, '送信');
    await eventually(
      () => buttons(call).every((one) => !/[a-z]{3}/i.test(nameOf(one).replace('Ada', ''))),
      'no button has an English name',
    );
    await reads(call, 'Adaさんの画面');
    const [message] = call.messages;
    const time = new Date(message?.sentAt ?? 0).toLocaleTimeString('ja', { timeStyle: 'short' });
    await eventually(() => all(call, 'time')[0]?.textContent === time, 'the time is Japanese');
  });

  describe('with texts of the page’s own', () => {
    it('says them in place of those of the language', async () => {
      const call = await stage.call({ strings: { join: 'Enter', ends: { left: 'See you!' } } });
      await press(call, 'Enter');
      await press(call, 'Leave');
      await reads(call, 'See you!');
    });

    it('follows them live, and without them is as before', async () => {
      const call = await stage.call({ lang: 'de' });
      await button(call, 'Beitreten');
      call.strings = { join: 'Los geht’s' };
      await button(call, 'Los geht’s');
      call.strings = null;
      await button(call, 'Beitreten');
    });

    it('speaks a language that is not there otherwise', async () => {
      const call = await stage.call({ lang: 'ur', strings: { join: 'شامل ہوں' } });
      expect(markOf(await button(call, 'شامل ہوں'))).to.equal('ur');
      expect(getComputedStyle(call).direction).to.equal('rtl');
    });
  });

  describe('from right to left', () => {
    after(() => setViewport({ width: 800, height: 600 }));

    it('mirrors the call, and back', async () => {
      await setViewport({ width: 800, height: 600 });
      const ada = stage.enter('ada', 'Ada');
      ada.mute('audio');
      const call = await stage.joined({ style: 'block-size: 500px', lang: 'ar' });
      const tile = await find(call, 'zego-tile');
      const middleOf = (element: Element): number => {
        const { left, width } = element.getBoundingClientRect();
        return left + width / 2;
      };
      const preview = await find(call, 'zego-preview');
      const label = await find(tile, '.label');
      const controls = await find(call, 'zego-controls');
      const order = (): number[] => buttons(controls).map(middleOf);
      const isMirrored = (): boolean =>
        middleOf(preview) < middleOf(call) &&
        middleOf(label) > middleOf(tile) &&
        String(order()) === String(order().sort((a, b) => b - a));
      await eventually(isMirrored, 'it is mirrored');
      expect(getComputedStyle(call).direction).to.equal('rtl');
      expect(call.matches(':state(rtl)')).to.be.true;
      call.lang = 'en';
      await eventually(
        () => middleOf(preview) > middleOf(call) && middleOf(label) < middleOf(tile),
        'it is as it was',
      );
      expect(call.matches(':state(rtl)')).to.be.false;
    });

    it('does not mirror English in a page that is', async () => {
      page.lang = 'ur';
      page.dir = 'rtl';
      const call = await stage.call();
      await button(call, 'Join');
      expect(getComputedStyle(call).direction).to.equal('ltr');
    });
  });
});

describe('the narrowest phones', function () {
  this.timeout(60_000);
  let stage: CallStage;
  before(() => setViewport({ width: 320, height: 568 }));
  beforeEach(() => {
    stage = new CallStage();
    Object.assign(stage.box.style, { position: 'fixed', inset: '0', overflow: 'auto' });
  });
  afterEach(() => stage.end());
  after(() => setViewport({ width: 800, height: 600 }));

  /** What is wider than its place, as a person would see it. */
  const cutOff = (root: Element): string[] =>
    all(root, 'button, label, h2, h3, p, legend, select, .banner, span[role]')
      .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => element.clientWidth > 1 && words(element) !== '')
      .map((element) => `${element.localName}: ${words(element)}`);

  const inEachLanguage = async (call: ZegoCall): Promise<string[]> => {
    const cut: string[] = [];
    for (const tag of languageTags()) {
      call.lang = tag;
      const { strings } = await speechIn(tag, null);
      await eventually(
        () => words(call).includes(strings.leave) || words(call).includes(strings.yourName),
        `it speaks ${tag}`,
      );
      cut.push(...cutOff(call).map((found) => `${tag}: ${found}`));
      if (stage.box.scrollWidth > 320) cut.push(`${tag}: scrolls sideways`);
    }
    return cut;
  };

  it('cut nothing off in the lobby, whatever the language', async () => {
    stage.devices.setFault('camera', 'denied');
    const call = await stage.call();
    await press(call, 'Show preview');
    await reads(call, 'does not allow the camera');
    expect(await inEachLanguage(call)).to.deep.equal([]);
  });

  it('cut nothing off in a call, whatever the language', async () => {
    const call = await stage.joined();
    await press(call, 'More');
    await press(call, 'Settings');
    await find(call, 'zego-settings-content', 'select');
    expect(await inEachLanguage(call)).to.deep.equal([]);
  });
});
