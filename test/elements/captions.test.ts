import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { find } from '../support/page.js';
import { eventually } from '../support/wait.js';

const LONG = 'Good morning, everybody. Shall we begin with the second point of the agenda? '.repeat(12);

describe('captions of the page’s own', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const captioned = async (
    width: number,
  ): Promise<{ call: ZegoCall; box: HTMLElement; text: HTMLElement }> => {
    const call = await stage.write(
      `<zego-call room="room" user="me" style="inline-size: ${width}px; block-size: 560px">
        <p slot="captions" aria-live="polite"></p></zego-call>`,
    );
    await call.join();
    await find(call, 'zego-preview > button');
    const box = await find(call, '[part=captions]');
    return { call, box, text: call.querySelector('p')! };
  };

  const bottom = (element: Element): number => element.getBoundingClientRect().bottom;

  it('take no room while nothing is said', async () => {
    const { box } = await captioned(800);
    expect(box.clientHeight).to.equal(0);
  });

  for (const width of [320, 800])
    it(`stand between pictures and toolbar, three lines at most, the newest in sight: ${width} px wide`, async () => {
      const { box, call, text } = await captioned(width);
      const controls = await find(call, 'zego-controls');
      const people = await find(call, '.middle');
      text.textContent = LONG;
      const line = parseFloat(getComputedStyle(text).lineHeight);
      await eventually(() => box.clientHeight > 2 * line, 'there are some lines');
      expect(box.clientHeight).to.be.lessThan(4 * line);
      expect(text.clientHeight).to.be.greaterThan(box.clientHeight);
      expect(box.scrollWidth).to.be.at.most(box.clientWidth);
      await eventually(() => box.tabIndex === 0, 'keys can scroll it');
      await expect(call).to.be.accessible();
      expect(box.getBoundingClientRect().top).to.be.at.least(bottom(people) - 1);
      expect(bottom(box)).to.be.at.most(controls.getBoundingClientRect().top + 1);
      expect(bottom(text), 'the end is in sight').to.be.at.most(bottom(box) + 1);
      text.textContent += LONG;
      await eventually(() => Math.abs(bottom(text) - bottom(box)) <= 1, 'the new end is in sight');
    });

  it('are the element of the page, with what makes it a live region', async () => {
    const { call, text } = await captioned(800);
    text.textContent = 'Hello';
    expect(text.parentElement === call && text.isConnected).to.equal(true);
    expect(text.ariaLive).to.equal('polite');
    expect(text.checkVisibility()).to.equal(true);
    expect(text.assignedSlot?.closest('[aria-live], [aria-hidden], [role]')).to.equal(null);
  });
});
