import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import type { SimulatedParticipant } from '../../src/engine/simulated/testing.js';
import { CallStage } from '../support/call-stage.js';
import { all, find, gone, playsOn } from '../support/page.js';
import { nextFrames, TestMedia } from '../support/test-media.js';
import { eventually, inTime, pause } from '../support/wait.js';

const PLAY_BUTTON = '[part~="play-button"]';

describe('media that was stopped plays again by itself', () => {
  let stage: CallStage;
  let ada: SimulatedParticipant;
  let call: ZegoCall;
  let tile: HTMLElement;
  let video: HTMLVideoElement;
  beforeEach(async () => {
    stage = new CallStage();
    ada = stage.enter('ada');
    call = await stage.joined();
    tile = await find(call, 'zego-tile');
    video = await find<HTMLVideoElement>(tile, 'video');
    await playsOn(video);
  });
  afterEach(() => stage.end());

  /** Each order of four steps, each of which turns one kind off or on again. */
  const orders = Array.from({ length: 16 }, (_, order) =>
    [0, 1, 2, 3].map((step) => ((order >> step) & 1 ? 'audio' : 'video')),
  );

  for (const order of orders)
    it(`when ${order.join(', ')} are switched in this order`, async () => {
      const on = { audio: true, video: true };
      const set = (kind: 'audio' | 'video', wanted: boolean): void => {
        if (on[kind] === wanted) return;
        on[kind] = wanted;
        ada[wanted ? 'unmute' : 'mute'](kind);
      };
      for (const kind of order as ('audio' | 'video')[]) {
        set(kind, !on[kind]);
        await call.updateComplete;
        await pause(100); // Browsers end a stream without tracks a moment later.
        if (on.audio || on.video) await sounds(video);
      }
      set('video', true);
      set('audio', true);
      await inTime(nextFrames(video, 3), 'frames are shown again', 5_000);
      expect([video.paused, video.ended]).to.deep.equal([false, false]);
      expect(all(call, PLAY_BUTTON)).to.deep.equal([]);
    });

  for (const kind of ['audio', 'video'] as const)
    it(`when both kinds go at once and ${kind} comes back`, async () => {
      ada.mute('audio');
      ada.mute('video');
      await pause(300);
      ada.unmute(kind);
      await sounds(video);
    });

  it('when an engine brings back a track without reporting it', async () => {
    const media = new TestMedia(['video']);
    ada.mute('audio');
    ada.mute('video');
    await pause(300);
    (video.srcObject as MediaStream).addTrack(media.video);
    await sounds(video);
    await inTime(nextFrames(video, 3), 'frames are shown again', 5_000);
    await media.close();
  });

  for (const kinds of [['video'], ['audio'], ['audio', 'video']] as const)
    it(`when the engine swaps its ${kinds.join(' and ')}: the video is given the same stream anew`, async () => {
      const media = new TestMedia(kinds);
      const stream = video.srcObject as MediaStream;
      const srcObject = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject')!;
      const given: (MediaProvider | null)[] = [];
      Object.defineProperty(video, 'srcObject', {
        configurable: true,
        get: () => srcObject.get!.call(video) as MediaProvider | null,
        set: (value: MediaProvider | null) => {
          given.push(value);
          srcObject.set!.call(video, value);
        },
      });
      for (const track of media.stream.getTracks()) {
        for (const before of stream.getTracks()) if (before.kind === track.kind) stream.removeTrack(before);
        stream.addTrack(track);
        stream.dispatchEvent(new MediaStreamTrackEvent('addtrack', { track }));
      }
      expect(given).to.deep.equal(kinds.map(() => stream));
      await playsOn(video);
      await inTime(nextFrames(video, 3), 'frames of the new track are shown', 5_000);
      expect(all(call, PLAY_BUTTON)).to.deep.equal([]);
      await media.close();
    });

  it('when the system pauses it, again after a while', async () => {
    for (let time = 0; time < 2; time++) {
      video.pause();
      await playsOn(video);
    }
    expect(all(call, PLAY_BUTTON)).to.deep.equal([]);
  });

  it('when the system pauses my own picture', async () => {
    const preview = await find<HTMLVideoElement>(call, 'zego-preview', 'video');
    await playsOn(preview);
    preview.pause();
    await playsOn(preview);
  });

  it('after a gesture when something pauses it each time, without an endless loop', async () => {
    let pauses = 0;
    const onPlaying = (): void => {
      pauses += 1;
      video.pause();
    };
    video.addEventListener('play', onPlaying);
    video.pause();
    await find(tile, PLAY_BUTTON);
    const before = pauses;
    await pause(1_000);
    expect(pauses, 'it rests').to.equal(before);
    expect(before).to.be.at.most(6);
    expect(all(call, 'zego-call-banner:not([hidden])'), 'the banner says so').to.have.length(1);
    video.removeEventListener('play', onPlaying);
    (await find(tile, PLAY_BUTTON)).click();
    await gone(tile, PLAY_BUTTON);
    await playsOn(video);
  });

  it('when the page is visible again', async () => {
    const { play } = video;
    // As in a page that sleeps.
    video.play = () => Promise.reject(new DOMException('Not now', 'AbortError'));
    video.pause();
    await pause(200);
    expect(video.paused).to.be.true;
    video.play = play;
    document.dispatchEvent(new Event('visibilitychange'));
    await playsOn(video);
  });

  it('with the button when the browser refuses', async () => {
    video.play = () => Promise.reject(new DOMException('Not without a gesture', 'NotAllowedError'));
    video.pause();
    await find(tile, PLAY_BUTTON);
    Reflect.deleteProperty(video, 'play');
    (await find(tile, PLAY_BUTTON)).click();
    await gone(tile, PLAY_BUTTON);
    await playsOn(video);
  });

  it('but not once it has left the page', async () => {
    let plays = 0;
    video.addEventListener('play', () => (plays += 1));
    ada.leave();
    await gone(call, 'zego-tile');
    document.dispatchEvent(new Event('visibilitychange'));
    await pause(300);
    expect([plays, video.paused, video.srcObject]).to.deep.equal([0, true, null]);
  });
});

/** Resolves once the element plays on: without a picture, its clock is all that a page can measure. */
async function sounds(video: HTMLVideoElement): Promise<void> {
  const plays = (): boolean => !video.paused && !video.ended;
  await eventually(plays, 'it plays', 5_000);
  const { currentTime } = video;
  await eventually(() => plays() && video.currentTime > currentTime, 'its clock goes on', 5_000);
}
