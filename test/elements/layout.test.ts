import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { CallStage } from '../support/call-stage.js';
import { canBeUsed, sticksOut } from '../support/geometry.js';
import { all, button, buttons, find, nameOf, press, reads } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('layout', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
    Object.assign(stage.box.style, { position: 'fixed', inset: '0', overflow: 'auto' });
  });
  afterEach(() => stage.end());
  after(() => setViewport({ width: 800, height: 600 }));

  const fill = (): void => {
    stage.enter('ada', 'Ada Lovelace');
    stage.enter('bob', 'Bob').mute('video');
    stage.enter('eve', 'Eve').publish({ source: 'screen' });
  };
  /** The button that comes last: that of the settings, or of the menu that it is in where there is little room. */
  const LAST = ['Settings', 'More'];
  const ALL = ['Mute microphone', 'Turn off camera', 'Share screen', 'Chat', 'Settings', 'Leave'];

  for (const [width, height] of [
    [280, 400],
    [320, 568],
    [568, 320],
    [1440, 900],
    [3840, 2160],
  ] as const) {
    it(`fits ${width} × ${height}: lobby, and a call with everything in it`, async () => {
      await setViewport({ width, height });
      stage.devices.setFault('camera', 'denied');
      const call = await stage.call({ userName: 'W'.repeat(256) });
      await press(call, 'Show preview');
      await reads(call, 'does not allow the camera');
      expect(stage.box.scrollWidth, 'scrolls sideways').to.be.at.most(width);
      await canBeUsed(call, 'lobby');

      fill();
      await press(call, 'Join');
      await eventually(() => all(call, 'zego-tile').length === 4, 'all are there');
      await press(call, 'Turn off camera');
      await button(call, 'Dismiss');
      const names = (): string[] => buttons(call).map(nameOf);
      await eventually(() => names().some((name) => LAST.includes(name)), 'the toolbar is there');
      expect(stage.box.scrollWidth, 'scrolls sideways').to.be.at.most(width);
      await canBeUsed(call, 'call');
      if (names().includes('More')) {
        await press(call, 'More');
        const menu = await find(call, '[part="menu"]:popover-open');
        await canBeUsed(menu, 'menu');
        expect(names()).to.include.members(ALL);
        menu.hidePopover();
      } else expect(names()).to.include.members(ALL);
      const grid = await find(call, 'zego-remote-grid');
      const isInside = (tile: DOMRect): boolean => {
        const { bottom, top } = grid.getBoundingClientRect();
        return tile.top >= top - 1 && tile.bottom <= bottom + 1;
      };
      const boxes = (): DOMRect[] =>
        all(call, 'zego-tile')
          .filter((tile) => !tile.hidden)
          .map((tile) => tile.getBoundingClientRect());
      await eventually(() => boxes().every(isInside), 'no tile is cut off');
      expect(Math.min(...boxes().map((box) => box.width))).to.be.greaterThan(40);
    });
  }

  // What is left of 1280 × 1024 at 400 %, and at 200 %.
  for (const [width, height] of [
    [320, 256],
    [640, 512],
  ] as const) {
    it(`can be used when zoomed, ${width} × ${height}: lobby, call, panels, settings and end, in a page that scrolls nowhere`, async () => {
      await setViewport({ width, height });
      stage.box.style.overflow = 'clip';
      fill();
      const call = await stage.call({ userName: 'Me' });
      const isUsable = async (what: string, root: Element = call): Promise<void> => {
        await canBeUsed(root, what);
        expect(document.documentElement.scrollWidth, what).to.be.at.most(width);
      };
      await isUsable('lobby');
      await press(call, 'Join');
      const leave = await button(call, 'Leave');
      await eventually(() => all(call, 'zego-tile').length === 4, 'all are there');
      await eventually(
        () => buttons(call).some((each) => LAST.includes(nameOf(each))),
        'the toolbar is there',
      );
      await isUsable('call');
      expect(leave.getBoundingClientRect().bottom).to.be.at.most(height);
      const open = async (name: string): Promise<void> => {
        if (buttons(call).every((each) => nameOf(each) !== name)) await press(call, 'More');
        await press(call, name);
      };
      for (const name of ['Chat', 'People']) {
        await open(name);
        const panel = await find(call, '.side');
        const field = await find(panel, 'input, textarea');
        await isUsable(name, panel);
        field.scrollIntoView({ block: 'nearest' });
        expect(field.getBoundingClientRect().bottom).to.be.at.most(leave.getBoundingClientRect().top);
        await press(panel, 'Close');
      }
      await open('Settings');
      const dialog = await find(call, 'dialog[open]');
      await find(dialog, 'select');
      await isUsable('settings', dialog);
      await press(dialog, 'Close');
      await press(call, 'Leave');
      await button(call, 'Join again');
      await isUsable('end');
    });
  }

  it('shows Join on a phone without scrolling, also with a preview and pickers', async () => {
    await setViewport({ width: 320, height: 568 });
    const call = await stage.call();
    await press(call, 'Show preview');
    await find(call, 'select[name="speaker"]');
    expect((await button(call, 'Join')).getBoundingClientRect().bottom).to.be.at.most(568);
  });

  it('keeps the toolbar in one line on a phone where the word for leaving is long', async () => {
    await setViewport({ width: 320, height: 568 });
    stage.box.lang = 'de';
    const call = await stage.joined();
    const camera = await find(call, '[part~="camera-button"]');
    const leave = await find(call, '[part~="leave-button"]');
    await eventually(() => {
      const [one, other] = [camera.getBoundingClientRect(), leave.getBoundingClientRect()];
      return leave.textContent.trim() === 'Verlassen' && other.top < one.bottom && other.right <= 320;
    }, 'Leave stands beside the others');
  });

  const overlap = (one: Element, other: Element): boolean => {
    const [mine, theirs] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    return (
      mine.left < theirs.right &&
      theirs.left < mine.right &&
      mine.top < theirs.bottom &&
      theirs.top < mine.bottom
    );
  };

  for (const [width, height] of [
    [320, 568],
    [320, 256],
  ] as const)
    it(`never covers a name with the own picture in ${width} × ${height}, however many are there`, async () => {
      await setViewport({ width, height });
      const call = await stage.joined();
      const own = await find(call, '.room zego-preview');
      for (const [at, id] of ['ada', 'bob', 'eve', 'dan', 'kim'].entries()) {
        stage.enter(id, 'A name of many words, and then some');
        const free = (): boolean => {
          const tiles = all(call, 'zego-tile');
          const names = tiles.flatMap((tile) => all(tile, '.label, .pin'));
          return tiles.length > at && !names.some((name) => overlap(name, own));
        };
        await eventually(free, `no name is covered with ${at + 1} others`);
      }
    });

  for (const layout of ['grid', 'sidebar'] as const)
    it(`keeps initials apart from names on the small tiles of a phone, ${layout}`, async () => {
      await setViewport({ width: 320, height: 568 });
      for (let nth = 0; nth < 9; nth++) stage.enter(`person-${nth}`).mute('video');
      const call = await stage.joined({ layout });
      const shown = (): HTMLElement[] => all(call, 'zego-tile').filter(({ hidden }) => !hidden);
      const areApart = (tile: HTMLElement): boolean => {
        const [initials] = all(tile, '.avatar span');
        const [name] = all(tile, '.label');
        return initials !== undefined && name !== undefined && !overlap(initials, name);
      };
      await eventually(() => shown().length > 3 && shown().every(areApart), 'no name is over initials');
    });

  it('seats the own picture among many others, until it is moved or hidden', async () => {
    await setViewport({ width: 1440, height: 900 });
    for (let nth = 0; nth < 24; nth++) stage.enter(`person-${nth}`);
    const call = await stage.joined();
    const own = await find(call, '.room zego-preview');
    const tiles = (): HTMLElement[] => all(call, 'zego-tile').filter(({ hidden }) => !hidden);
    const isSeated = (): boolean =>
      tiles().length === 24 &&
      own.offsetWidth === tiles()[0]!.offsetWidth &&
      own.offsetHeight === tiles()[0]!.offsetHeight &&
      !tiles().some((tile) => overlap(tile, own));
    await eventually(isSeated, 'it is as large as the others, and over none');
    const key = (name: string): unknown => own.dispatchEvent(new KeyboardEvent('keydown', { key: name }));
    key('ArrowUp');
    await eventually(
      () => own.offsetWidth === 240 && tiles()[0]!.offsetWidth < 240,
      'it lies over the others',
    );
    key('ArrowDown');
    await eventually(isSeated, 'it is back');
    (await find(call, '[part~="hide-button"]')).click();
    await eventually(() => own.offsetWidth === 44, 'it is hidden');
  });

  it('is as high as the page says when the page says it: 200 × 150, with every button in it', async () => {
    await setViewport({ width: 800, height: 600 });
    fill();
    const call = await stage.joined({ style: 'width: 200px; height: 150px; --zego-min-height: 0px' });
    await eventually(() => all(call, 'zego-tile').length === 4, 'all are there');
    const box = call.getBoundingClientRect();
    expect([box.width, box.height]).to.deep.equal([200, 150]);
    await button(call, 'Hide my picture');
    await canBeUsed(call);
  });

  it('keeps its lobby usable in 200 × 150', async () => {
    await setViewport({ width: 800, height: 600 });
    const call = await stage.call({ style: 'width: 200px; height: 150px; --zego-min-height: 0px' });
    await canBeUsed(call);
  });

  it('lives through 0 × 0 and shows everything when there is room', async () => {
    await setViewport({ width: 800, height: 600 });
    Object.assign(stage.box.style, { inset: '', width: '0', height: '0' });
    fill();
    const call = await stage.joined({ style: '--zego-min-height: 0px' });
    await eventually(() => all(call, 'zego-tile').length === 4, 'all are there');
    Object.assign(stage.box.style, { width: '800px', height: '600px' });
    const widths = (): number[] => all(call, 'zego-tile').map(({ clientWidth }) => clientWidth);
    await eventually(() => widths().every((width) => width > 150), 'the tiles are large');
    await canBeUsed(call);
  });

  it('keeps a height of its own in a page that gives none', async () => {
    await setViewport({ width: 800, height: 600 });
    Object.assign(stage.box.style, { inset: '', width: '300px', height: 'auto' });
    const call = await stage.joined();
    await button(call, 'Leave');
    expect(call.clientHeight).to.be.at.least(360);
  });

  it('keeps everything within, written from right to left', async () => {
    await setViewport({ width: 800, height: 600 });
    stage.box.lang = 'ar';
    stage.enter('ada', 'Ada');
    const call = await stage.joined({ style: 'block-size: 500px' });
    await find(call, 'zego-tile');
    const preview = (await find(call, 'zego-preview')).getBoundingClientRect();
    expect(preview.left, 'the preview is on the left').to.be.lessThan(call.clientWidth / 2);
    await eventually(() => sticksOut(call).length === 0, 'all is within');
    const xs = buttons(await find(call, 'zego-controls')).map(
      (control) => control.getBoundingClientRect().left,
    );
    expect(xs, 'the buttons go from right to left').to.deep.equal([...xs].sort((a, b) => b - a));
  });

  it('shows an icon of the page in place of its own, in the colour of the text', async () => {
    const call = await stage.joined({ style: '--zego-icon-leave: url("data:image/svg+xml,<svg/>")' });
    const icon = await find(call, 'zego-controls', '[part~="leave-button"] [part="icon"]');
    const { backgroundColor, color, maskImage } = getComputedStyle(icon);
    expect(maskImage).to.include('data:image/svg+xml');
    expect(backgroundColor).to.equal(color);
    const other = getComputedStyle(
      await find(call, 'zego-controls', '[part~="camera-button"] [part="icon"]'),
    );
    expect([other.maskImage, other.backgroundColor]).to.deep.equal(['none', 'rgba(0, 0, 0, 0)']);
  });

  it('is denser where the page wants it, and gives tiles the shape it wants', async () => {
    stage.enter('ada');
    stage.enter('bob');
    const call = await stage.joined({ style: 'width: 800px; height: 600px; --zego-tile-ratio: 3 / 4' });
    const placed = (): boolean => all(call, 'zego-tile').filter((tile) => tile.style.inlineSize).length === 2;
    await eventually(placed, 'both have places');
    const [tile] = all(call, 'zego-tile');
    expect((tile?.clientWidth ?? 0) / (tile?.clientHeight ?? 1)).to.be.closeTo(3 / 4, 0.01);
    const camera = await find(call, 'zego-controls', '[part~="camera-button"]');
    expect(camera.offsetHeight).to.equal(48);
    call.setAttribute('density', 'compact');
    await eventually(() => camera.offsetHeight < 40, 'buttons are smaller');
    expect(camera.offsetHeight).to.be.at.least(24);
    expect(camera.offsetWidth).to.equal(camera.offsetHeight);
  });

  it('can be hidden', async () => {
    const call = await stage.call();
    call.hidden = true;
    expect(call.checkVisibility()).to.be.false;
  });
});
