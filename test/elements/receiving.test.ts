import { expect } from '@open-wc/testing';
import type { SimulatedParticipant } from '../../src/engine/simulated/testing.js';
import { PATIENCE } from '../../src/call/receive-plan.js';
import { CallStage } from '../support/call-stage.js';
import { all, find, gone, playsOn, reads } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

describe('what tiles receive', () => {
  let stage: CallStage;
  let ada: SimulatedParticipant;
  let call: HTMLElement;
  let tile: HTMLElement;

  /** In device pixels, whatever the browser's density. */
  const resize = (lines: number): void => {
    const height = lines / Math.min(devicePixelRatio, 2);
    tile.setAttribute('style', `inline-size: ${(height * 16) / 9}px; block-size: ${height}px`);
  };
  const becomes = (layer: string, patience?: number): Promise<unknown> =>
    eventually(() => ada.layerWanted() === layer, `the layer is ${layer}`, patience);
  const setHidden = (hidden: boolean): void => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };

  beforeEach(async () => {
    stage = new CallStage();
    ada = stage.enter('ada', 'Ada');
    const [stream] = stage.room.streams;
    call = await stage.write(
      `<zego-call room="room" user="me"><div class="list"><zego-tile stream-id="${stream?.streamId}"></zego-tile></div></zego-call>`,
    );
    tile = await find(call, 'zego-tile');
    resize(400);
    await stage.box.querySelector('zego-call')?.join();
    await playsOn(await find<HTMLVideoElement>(tile, 'video'));
  });
  afterEach(async () => {
    Reflect.deleteProperty(document, 'hidden');
    await stage.end();
  });

  it('a large one all, a small one less', async () => {
    await becomes('high');
    resize(150);
    await becomes('low');
    resize(300);
    await becomes('high', PATIENCE / 2);
  });

  it('one no more because the screen is denser than people see in a video', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio')!;
    await becomes('high');
    Object.defineProperty(window, 'devicePixelRatio', { ...own, get: () => 3 });
    try {
      tile.setAttribute('style', 'inline-size: 178px; block-size: 100px');
      await becomes('low');
    } finally {
      Object.defineProperty(window, 'devicePixelRatio', own);
    }
  });

  it('one between the thresholds what it had, however often it is resized', async () => {
    await becomes('high');
    for (const lines of [220, 268, 216, 260]) {
      resize(lines);
      await pause(40);
    }
    await pause(PATIENCE + 200);
    expect(ada.layerWanted()).to.equal('high');
    resize(100);
    await becomes('low');
    for (const lines of [220, 268, 216, 260]) {
      resize(lines);
      await pause(40);
      expect(ada.layerWanted()).to.equal('low');
    }
  });

  it('one that is scrolled out of its list no picture, until it is scrolled back', async () => {
    const list = await find(call, '.list');
    list.setAttribute('style', 'block-size: 200px; overflow: auto');
    tile.style.marginBlockEnd = '1000px';
    await becomes('high');
    list.scrollTo(0, 900);
    await becomes('off');
    expect((await find<HTMLVideoElement>(tile, 'video')).srcObject, 'its sound goes on').not.to.be.null;
    list.scrollTo(0, 0);
    await becomes('high', PATIENCE / 2);
    await playsOn(await find<HTMLVideoElement>(tile, 'video'));
  });

  for (const [how, hide, show] of [
    ['in a page in the background', () => setHidden(true), () => setHidden(false)],
    ['that is not displayed', () => (tile.hidden = true), () => (tile.hidden = false)],
  ] as const)
    it(`one ${how} no picture, until it is seen again`, async () => {
      await becomes('high');
      hide();
      await becomes('off');
      show();
      await becomes('high', PATIENCE / 2);
    });

  it('one that is taken out of the page no picture', async () => {
    await becomes('high');
    tile.remove();
    await becomes('off');
    call.querySelector('.list')?.append(tile);
    await becomes('high', PATIENCE / 2);
  });

  it('one that shows somebody else now leaves the first without a picture', async () => {
    const bob = stage.enter('bob');
    tile.setAttribute('stream-id', stage.room.streams.find(({ user }) => user.id === 'bob')?.streamId ?? '');
    await becomes('off');
    expect(bob.layerWanted()).to.equal('high');
  });
});

describe('a tile', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  it('in a call of mode "audio" shows the name, never the picture', async () => {
    const ada = stage.enter('ada', 'Ada Lovelace');
    const call = await stage.joined({ mode: 'audio' });
    const tile = await find(call, 'zego-tile');
    await find(tile, '[part="avatar"]');
    await reads(tile, 'AL');
    const video = await find<HTMLVideoElement>(tile, 'video');
    await eventually(() => video.srcObject, 'the sound plays');
    expect((video.srcObject as MediaStream).getVideoTracks()).to.have.length(0);
    expect(ada.layerWanted()).to.equal('off');
  });

  it('says that its stream is tried again, and shows it when it is back', async () => {
    const { CallError } = await import('../../src/engine/call-error.js');
    stage.enter('ada');
    const call = await stage.joined();
    const tile = await find(call, 'zego-tile');
    const video = await find<HTMLVideoElement>(tile, 'video');
    await playsOn(video);
    const [stream] = stage.room.streams;
    stage.room.failPlay(stream?.streamId ?? '', new CallError('network', 'for developers'));
    await reads(tile, 'Interrupted. Trying again…');
    await find(tile, '[part="avatar"]');
    await gone(tile, '[part="problem"]');
    await playsOn(video);
    expect(all(tile, '[part="avatar"]')).to.have.length(0);
  });
});
