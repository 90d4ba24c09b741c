import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import type { SimulatedParticipant } from '../../src/engine/simulated/testing.js';
import { CallStage } from '../support/call-stage.js';
import { MotionWatch } from '../support/motion-watch.js';
import { all, button, find, press, words } from '../support/page.js';
import { eventually } from '../support/wait.js';

const LARGE = 'width: 1000px; height: 700px';

describe('how tiles are arranged', () => {
  let stage: CallStage;
  let ada: SimulatedParticipant;
  beforeEach(() => {
    stage = new CallStage();
    ada = stage.enter('ada', 'Ada');
    for (const name of ['Ben', 'Cleo', 'Dan']) stage.enter(name.toLowerCase(), name);
  });
  afterEach(() => stage.end());

  const tiles = (call: ZegoCall): HTMLElement[] => all(call, 'zego-tile').filter(({ hidden }) => !hidden);
  const area = ({ clientHeight, clientWidth }: Element): number => clientHeight * clientWidth;
  /** The names of those who are shown, the largest first; several are as large when they are in brackets. */
  const bySize = (call: ZegoCall): string => {
    const sorted = tiles(call).sort((one, other) => area(other) - area(one));
    const equal = sorted.length > 1 && area(sorted[0]!) < area(sorted[1]!) * 1.5;
    return equal ? 'all equal' : words(sorted[0] ?? call);
  };
  const becomes = (call: ZegoCall, expected: string): Promise<unknown> =>
    eventually(() => tiles(call).length > 0 && bySize(call) === expected, `on the stage is: ${expected}`);

  it('are all equal, until somebody shares a screen, and again after it', async () => {
    const call = await stage.joined({ style: LARGE });
    await becomes(call, 'all equal');
    ada.publish({ source: 'screen' });
    await becomes(call, 'Ada’s screen');
    ada.unpublish('screen');
    await becomes(call, 'all equal');
  });

  for (const [what, isReduced] of [
    ['move to their new places', false],
    ['jump to their new places where people want little motion', true],
  ] as const)
    it(what, async () => {
      const motion = new MotionWatch(isReduced);
      try {
        const call = await stage.joined({ style: LARGE });
        await becomes(call, 'all equal');
        ada.publish({ source: 'screen' });
        await becomes(call, 'Ada’s screen');
        expect(motion.animated('zego-tile').length > 0).to.equal(!isReduced);
      } finally {
        motion.end();
      }
    });

  it('stay equal in a grid, also with a screen', async () => {
    const call = await stage.joined({ style: LARGE, layout: 'grid' });
    ada.publish({ source: 'screen' });
    await eventually(() => tiles(call).length === 5, 'the screen is there');
    await becomes(call, 'all equal');
  });

  it('show large who speaks, and who spoke last, where the layout says so', async () => {
    const call = await stage.joined({ style: LARGE, layout: 'speaker' });
    await becomes(call, 'Ada');
    const speaker = stage.enter('eve', 'Eve');
    speaker.speak(0.8);
    await becomes(call, 'Eve');
    call.layout = 'sidebar';
    speaker.speak(0);
    await eventually(() => call.state.activeSpeaker === null, 'nobody speaks any more');
    await becomes(call, 'Eve');
    speaker.leave();
    await becomes(call, 'Ada');
    call.layout = 'auto';
    await becomes(call, 'all equal');
  });

  it('put the others below the speaker, or beside', async () => {
    const call = await stage.joined({ style: LARGE, layout: 'speaker' });
    await becomes(call, 'Ada');
    const boxes = (): DOMRect[] => tiles(call).map((tile) => tile.getBoundingClientRect());
    const [large, ...below] = boxes();
    for (const small of below) expect(small.top).to.be.at.least(large!.bottom);
    call.layout = 'sidebar';
    const isBeside = (): boolean => {
      const [stageBox, ...strip] = boxes();
      return strip.every((small) => small.left >= stageBox!.right);
    };
    await eventually(isBeside, 'they stand beside');
  });

  it('take a layout that is none for “auto”', async () => {
    const call = await stage.joined({ style: LARGE });
    call.setAttribute('layout', 'nonsense');
    await becomes(call, 'all equal');
    call.setAttribute('layout', 'speaker');
    await becomes(call, 'Ada');
  });

  it('keep large whoever is pinned, with the tile’s button or from the page', async () => {
    const call = await stage.joined({ style: LARGE });
    await press(call, 'Pin Ben');
    await becomes(call, 'Ben');
    const pin = await button(call, 'Pin Ben');
    await eventually(() => pin.ariaPressed === 'true', 'the button is pressed');
    ada.publish({ source: 'screen' });
    await eventually(() => tiles(call).length === 5, 'a screen is there');
    await becomes(call, 'Ben');
    await call.pin('cleo');
    await becomes(call, 'Cleo');
    await call.pin(null);
    await becomes(call, 'Ada’s screen');
    await call.pin('nobody');
    await becomes(call, 'Ada’s screen');
  });

  it('offer no pin with one other person, and none in a tile of the page’s own', async () => {
    const call = await stage.joined({ style: LARGE, room: 'pair' });
    const only = stage.world.room('pair').enter({ id: 'ada', name: 'Ada' });
    only.publish();
    await eventually(() => tiles(call).length === 1, 'Ada is there');
    expect(all(call, '[part~="pin-button"]')).to.deep.equal([]);
    const composed = await stage.write(
      '<zego-call room="room" user="me"><zego-tile></zego-tile></zego-call>',
    );
    await composed.join();
    const [first] = stage.room.streams;
    (await find(composed, 'zego-tile')).setAttribute('stream-id', first!.streamId);
    await eventually(() => words(composed).includes('Ada'), 'the tile shows Ada');
    expect(all(composed, '[part~="pin-button"]')).to.deep.equal([]);
  });

  describe('when there are more than fit', () => {
    const SMALL = 'width: 320px; height: 480px';
    const crowd = (): void => {
      for (let index = 0; index < 30; index++) stage.enter(`guest${index}`, `Guest ${index}`);
    };

    it('turn pages, on which everybody is once', async () => {
      crowd();
      const call = await stage.joined({ style: SMALL });
      await eventually(() => all(call, 'zego-tile').length === 34, 'all have a tile');
      const pager = await find(call, '[part="pager"]');
      const seen = new Set<string>();
      const pages = Number(/of (\d+)/.exec(words(pager))?.[1]);
      expect(pages).to.be.within(2, 6);
      for (let page = 1; page <= pages; page++) {
        await eventually(() => words(pager).includes(`${page} of ${pages}`), `page ${page} is there`);
        for (const tile of tiles(call)) {
          expect(seen.has(words(tile)), words(tile)).to.equal(false);
          seen.add(words(tile));
        }
        await press(call, 'Next page');
      }
      expect(seen.size).to.equal(34);
      expect((await button(call, 'Next page')).ariaDisabled, 'there is no next one').to.equal('true');
    });

    it('hear everybody, and receive pictures of this page only', async () => {
      crowd();
      const call = await stage.joined({ style: SMALL });
      await find(call, '[part="pager"]');
      const hidden = await eventually(
        () => all(call, 'zego-tile').find((tile) => tile.hidden),
        'one is hidden',
      );
      const streamId = hidden.getAttribute('stream-id');
      const stream = () =>
        call.participants.flatMap(({ streams }) => streams).find((each) => each.streamId === streamId);
      await eventually(() => stream()?.layer === 'off', 'no picture is received');
      const video = await find<HTMLVideoElement>(hidden, 'video');
      await eventually(() => !video.paused && video.srcObject === stream()?.media, 'its sound plays');
    });

    it('go back to one page when there is room', async () => {
      crowd();
      const call = await stage.joined({ style: SMALL });
      await press(call, 'Next page');
      call.style.cssText = 'width: 1400px; height: 900px';
      await eventually(() => all(call, '[part="pager"]').length === 0, 'there is one page');
      expect(tiles(call)).to.have.length(34);
    });
  });

  it('mirror where reading begins on the right', async () => {
    stage.box.lang = 'ar';
    const call = await stage.joined({ style: LARGE, layout: 'sidebar' });
    await becomes(call, 'Ada');
    const [large, small] = tiles(call).map((tile) => tile.getBoundingClientRect());
    expect(small!.right).to.be.at.most(large!.left);
  });
});
