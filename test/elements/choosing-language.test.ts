import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { languageNames } from '../../src/i18n/languages.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, find, focused, press, reads, words } from '../support/page.js';

const KEY = 'zego-call:language';

describe('choosing a language', () => {
  let stage: CallStage;
  beforeEach(() => {
    localStorage.removeItem(KEY);
    stage = new CallStage();
  });
  afterEach(async () => {
    await stage.end();
    localStorage.removeItem(KEY);
  });

  const picker = (root: Element): Promise<HTMLSelectElement> => find(root, 'select[name=language]');

  /** Chooses in the call's settings as a person does, so far as scripts can. */
  const choose = async (call: ZegoCall, tag: string): Promise<HTMLSelectElement> => {
    const select = await picker(call);
    select.focus();
    select.value = tag;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return select;
  };

  const chosenInCall = async (tag: string): Promise<ZegoCall> => {
    const call = await stage.joined();
    await press(call, 'Settings');
    await choose(call, tag);
    return call;
  };

  it('offers that of the page, and each by its own name', async () => {
    const call = await stage.joined();
    await press(call, 'Settings');
    const select = await picker(call);
    const [first, ...others] = [...select.options];
    expect(words(select.closest('label')!)).to.match(/^Language/);
    expect(first?.label).to.equal('As this page');
    expect(first?.selected).to.equal(true);
    expect(others.map(({ label, lang }) => [lang, label])).to.deep.equal([...languageNames()]);
  });

  it('changes the whole call at once, and keeps the focus on the picker', async () => {
    const call = await chosenInCall('ar');
    await button(call, 'مغادرة');
    await reads(await find(call, 'dialog'), 'اللغة');
    expect(getComputedStyle(call).direction).to.equal('rtl');
    expect(all(call, 'zego-controls > div, .room').map(({ lang }) => lang)).to.include('ar');
    const select = await picker(call);
    expect(select.value).to.equal('ar');
    expect(focused() === select, 'the focus is on the picker').to.equal(true);
  });

  it('wins over the page until that is chosen again', async () => {
    const call = await chosenInCall('ar');
    await button(call, 'مغادرة');
    call.lang = 'de';
    await call.updateComplete;
    await reads(call, 'اللغة');
    await choose(call, '');
    await button(call, 'Verlassen');
    expect(getComputedStyle(call).direction).to.equal('ltr');
    call.lang = 'ja';
    await reads(call, '言語');
  });

  it('leaves aside what the page says in its own language', async () => {
    const call = await stage.joined({ strings: { leave: 'Go out' } });
    await button(call, 'Go out');
    await press(call, 'Settings');
    await choose(call, 'de');
    await button(call, 'Verlassen');
    await choose(call, '');
    await button(call, 'Go out');
  });

  it('has nothing to choose without a call', async () => {
    const settings = document.createElement('zego-settings');
    stage.box.append(settings);
    await find(settings, 'zego-device-pickers');
    expect(all(settings, 'select[name=language]')).to.deep.equal([]);
  });
});
