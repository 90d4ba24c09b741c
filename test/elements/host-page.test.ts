import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { outOfReach } from '../support/geometry.js';
import { all, button, buttons, find, nameOf, press } from '../support/page.js';
import { eventually } from '../support/wait.js';

/** What an element takes over from those around it. */
const INHERITED = `html { font-size: 40px; }
  body, body > div {
    color: red; -webkit-text-fill-color: red; cursor: none; font: italic small-caps 900 40px/3 monospace;
    hyphens: auto; letter-spacing: 0.5em; line-break: anywhere; list-style: square inside; overflow-wrap: anywhere;
    quotes: "x" "y"; tab-size: 20; text-align: right; text-align-last: justify; text-indent: 4em;
    text-shadow: 0 0 4px red; text-transform: uppercase; text-wrap: nowrap; white-space: pre; word-break: break-all;
    word-spacing: 2em; border-collapse: collapse; border-spacing: 9px; font-feature-settings: "smcp";
  }`;

/** Light or dark, and how high it is at least, a page may say; the rest is that of a reset that went too far. */
const ALL_UNSET = `zego-call {
    all: unset !important; color-scheme: light dark !important; min-block-size: 360px !important;
  }`;
/** What pages do to elements of names that also stand in shadow roots, and to all. */
const RESETS = `*, *::before, *::after {
    all: unset !important; box-sizing: content-box !important; margin: 9px !important; animation: none !important;
    transition: all 9s !important; letter-spacing: 9px !important; line-height: 3 !important;
  }
  zego-call { all: unset !important; color-scheme: light dark !important; min-block-size: 360px !important; margin: 0 !important;
    transition: none !important; }
  zego-call * { display: none !important; }
  button, video, svg, dialog, input, select, textarea, ul, ol, li, p, h2 {
    display: none; position: fixed; inset: 0; color: red; background: red; border: 9px solid red; border-radius: 0; opacity: 0.5;
  }
  ::backdrop, :popover-open, dialog[open] { display: none !important; opacity: 0 !important; }
  [hidden] { display: block !important; }
  .room, .lobby, .label, .avatar, .side, .middle, .people { display: none !important; }`;

/** What says nothing of the looks of texts that name their language. */
const UNSEEN = ['-webkit-locale', 'min-inline-size', 'min-width'];

describe('in a page whose styles are not kind', () => {
  const sheet = document.createElement('style');
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
    // The box that a page gives, it may give; its own word counts more than a reset.
    const box = {
      display: 'block',
      position: 'fixed',
      inset: '0 auto auto 0',
      width: '800px',
      height: '560px',
    };
    for (const [name, value] of Object.entries({ ...box, margin: '0' }))
      stage.box.style.setProperty(name, value, 'important');
    sheet.textContent = '';
    document.head.append(sheet);
  });
  afterEach(async () => {
    sheet.remove();
    await stage.end();
  });

  /** Everything the browser computed for each element inside, by what it is. */
  const looks = (call: Element): string[] =>
    all(call, ':not(.announcer)').map((element) => {
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !UNSEEN.includes(name));
      const values = names.map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return [`${element.localName}.${element.className}`, ...values].join('\n');
    });

  /** What differs inside once the page has these styles too. */
  const changedBy = (call: Element, css: string): string[] => {
    const before = looks(call);
    sheet.textContent = css;
    const after = looks(call);
    expect(after).to.have.length(before.length);
    return before
      .flatMap((old, at) => {
        const then = new Set(old.split('\n'));
        const [what] = old.split('\n');
        const changes = (after[at] ?? '').split('\n').filter((line) => !then.has(line));
        return changes.length > 0 ? [`${what}: ${changes.slice(0, 9).join('; ')}`] : [];
      })
      .slice(0, 5);
  };

  const inCall = async (): Promise<ZegoCall> => {
    stage.enter('ada', 'Ada Lovelace');
    const call = await stage.joined({ lang: 'en' });
    await press(call, 'Chat');
    await find(call, 'textarea');
    await eventually(() => all(call, 'zego-tile').every((tile) => tile.style.inlineSize), 'all have places');
    return call;
  };

  for (const [what, css] of [
    ['reach it by inheritance', INHERITED],
    ['hit everything there is in a page, with !important', RESETS],
    ['hit its own element, with !important', `${INHERITED} ${ALL_UNSET}`],
  ] as const) {
    it(`looks as ever when they ${what}: lobby`, async () => {
      expect(changedBy(await stage.call({ lang: 'en' }), css)).to.deep.equal([]);
    });

    it(`looks as ever when they ${what}: in a call, with a panel`, async () => {
      expect(changedBy(await inCall(), css)).to.deep.equal([]);
    });
  }

  it('looks as ever in pieces', async () => {
    const call = await stage.write(`<zego-call room="room" user="me" lang="en">
      <zego-preview style="inline-size: 200px"></zego-preview><zego-controls></zego-controls></zego-call>`);
    await button(call, 'Mute microphone');
    expect(changedBy(call, INHERITED)).to.deep.equal([]);
  });

  for (const around of [
    'transform: rotate(0.001deg) scale(0.9)',
    'filter: blur(0) drop-shadow(0 0 1px red)',
    'zoom: 0.7',
    'contain: strict',
    'perspective: 100px; will-change: transform; backdrop-filter: blur(1px)',
    'container-type: size; isolation: isolate; mix-blend-mode: multiply',
  ])
    it(`can be used within what has ${around}`, async () => {
      stage.box.style.cssText += `; ${around}`;
      const call = await inCall();
      await eventually(() => outOfReach(call).length === 0, 'all is within reach');
      await press(call, 'Settings');
      const dialog = await find(call, 'dialog[open]');
      await find(dialog, 'select');
      await eventually(() => outOfReach(dialog).length === 0, 'all of the settings is within reach');
    });

  it('fills the height that the page gives it, however the page displays it', async () => {
    const call = await inCall();
    for (const display of ['block', 'flex', 'inline-block']) {
      Object.assign(call.style, { display, width: '700px', height: '500px' });
      const bottom = (await find(call, 'zego-controls')).getBoundingClientRect().bottom;
      expect(bottom, display).to.be.closeTo(call.getBoundingClientRect().bottom, 1);
    }
  });

  it('goes with what is around it where that is meant to: hidden, untouchable, its theme, its language', async () => {
    const call = await stage.call();
    const joining = await button(call, 'Join');
    const now = (): string[] => {
      const { colorScheme, pointerEvents, visibility } = getComputedStyle(joining);
      return [colorScheme, pointerEvents, visibility];
    };
    call.setAttribute('theme', 'dark');
    stage.box.style.pointerEvents = 'none';
    stage.box.style.visibility = 'hidden';
    expect(now()).to.deep.equal(['dark', 'none', 'hidden']);
    // Which letters and hyphens a language has, some browsers hold as a property that `all` takes back.
    stage.box.lang = 'ja';
    const { webkitLocale } = getComputedStyle(call) as CSSStyleDeclaration & { webkitLocale?: string };
    expect(webkitLocale ?? '"ja"').to.equal('"ja"');
  });

  it('opens menus and dialogs in view within what is transformed', async () => {
    Object.assign(stage.box.style, {
      width: '320px',
      transform: 'translate(40px, 30px)',
      overflow: 'hidden',
    });
    stage.enter('ada', 'Ada');
    const call = await stage.joined({ lang: 'en' });
    await press(call, 'More');
    const menu = await find(call, '[part="menu"]:popover-open');
    await eventually(() => {
      const { bottom, left, right, width } = menu.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && bottom <= innerHeight && width > 150;
    }, 'the menu is in view');
    const settings = buttons(menu).find((each) => nameOf(each) === 'Settings');
    settings?.click();
    const dialog = (await find(call, 'dialog[open]')).getBoundingClientRect();
    expect(dialog.left).to.be.at.least(0);
    expect(dialog.width).to.be.greaterThan(280);
  });

  it('leaves the page as it is', async () => {
    const neighbour = document.createElement('button');
    stage.box.append(neighbour);
    const looksNow = (): string =>
      [...getComputedStyle(neighbour)]
        .map((name) => getComputedStyle(neighbour).getPropertyValue(name))
        .join();
    const before = looksNow();
    const sheets = document.styleSheets.length;
    await inCall();
    expect(looksNow()).to.equal(before);
    expect(document.styleSheets).to.have.length(sheets);
    expect(document.adoptedStyleSheets).to.have.length(0);
  });
});
