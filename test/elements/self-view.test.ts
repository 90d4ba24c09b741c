import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { MotionWatch } from '../support/motion-watch.js';
import { button, find, focused, press } from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('the own picture in a call', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
    Object.assign(stage.box.style, { position: 'fixed', inset: '0' });
  });
  afterEach(async () => {
    await sendMouse({ type: 'move', position: [0, 0] });
    await stage.end();
  });

  const inCall = async (lang = 'en'): Promise<ZegoCall> => {
    stage.enter('ada');
    const call = await stage.joined({ lang });
    await find(call, 'zego-tile');
    await find(call, 'zego-preview > button');
    return call;
  };

  /** The corner of the pictures' box that it stands in, once it has come to rest. */
  const cornerOf = async (call: ZegoCall): Promise<string> => {
    const preview = await find(call, 'zego-preview');
    await Promise.all(preview.getAnimations().map(({ finished }) => finished));
    const own = preview.getBoundingClientRect();
    const around = (await find(call, 'zego-remote-grid')).getBoundingClientRect();
    const near = (one: number, other: number): boolean => Math.abs(one - other) < 20;
    const block = near(own.top, around.top) ? 'top' : near(own.bottom, around.bottom) ? 'bottom' : '?';
    return `${block} ${near(own.left, around.left) ? 'left' : near(own.right, around.right) ? 'right' : '?'}`;
  };

  it('moves with the arrow keys', async () => {
    const call = await inCall();
    expect(await cornerOf(call)).to.equal('bottom right');
    (await find(call, 'zego-preview')).focus();
    for (const [key, corner] of [
      ['ArrowUp', 'top right'],
      ['ArrowLeft', 'top left'],
      ['ArrowDown', 'bottom left'],
      ['ArrowRight', 'bottom right'],
    ] as const) {
      await sendKeys({ press: key });
      expect(await cornerOf(call)).to.equal(corner);
    }
  });

  for (const [what, isReduced] of [
    ['is seen on its way', false],
    ['jumps where people want little motion', true],
  ] as const)
    it(what, async () => {
      const motion = new MotionWatch(isReduced);
      try {
        const call = await inCall();
        (await find(call, 'zego-preview')).focus();
        await sendKeys({ press: 'ArrowUp' });
        expect(await cornerOf(call)).to.equal('top right');
        expect(motion.animated('zego-preview').length > 0).to.equal(!isReduced);
      } finally {
        motion.end();
      }
    });

  it('follows the arrows also where one reads from right to left', async () => {
    const call = await inCall('ar');
    await eventually(async () => (await cornerOf(call)) === 'bottom left', 'Arabic is spoken');
    (await find(call, 'zego-preview')).focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(await cornerOf(call)).to.equal('bottom right');
  });

  it('is dragged to the nearest corner', async () => {
    const call = await inCall();
    const { left, top } = (await find(call, 'zego-preview')).getBoundingClientRect();
    const start: [number, number] = [Math.round(left + 30), Math.round(top + 30)];
    await sendMouse({ type: 'move', position: start });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [200, 200] });
    await sendMouse({ type: 'move', position: [90, 80] });
    await sendMouse({ type: 'up' });
    expect(await cornerOf(call)).to.equal('top left');
  });

  it('hides but for the button that shows it again', async () => {
    const call = await inCall();
    const toggle = await button(call, 'Hide my picture');
    const video = await find(call, 'zego-preview', 'video');
    toggle.focus();
    toggle.click();
    await eventually(() => toggle.ariaPressed === 'true' && !video.checkVisibility(), 'it is hidden');
    expect((await find(call, 'zego-preview')).clientWidth).to.be.within(24, 60);
    expect(focused()).to.equal(toggle);
    toggle.click();
    await eventually(() => toggle.ariaPressed === 'false' && video.checkVisibility(), 'it is shown');
  });

  it('is where it was at first in the next call', async () => {
    const call = await inCall();
    (await find(call, 'zego-preview')).focus();
    await sendKeys({ press: 'ArrowUp' });
    await press(call, 'Leave');
    await press(call, 'Join again');
    await button(call, 'Hide my picture');
    expect(await cornerOf(call)).to.equal('bottom right');
  });
});
