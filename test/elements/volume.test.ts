import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import type { SimulatedParticipant } from '../../src/engine/simulated/testing.js';
import { CallStage } from '../support/call-stage.js';
import { canBeUsed } from '../support/geometry.js';
import { called } from '../support/keyboard.js';
import { all, button, find, focused, gone, playsOn, press, reads, words } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

/** How loud a `<video>` is. */
type Loudness = number | 'muted';

const MUTED = '[role="img"][aria-label="Muted for you"]';
const QUIETER = '[role="img"][aria-label="Quieter for you"]';
const SLIDER = 'input[type="range"]';
const OPEN_MENU = '[part="menu"]:popover-open';

const loudness = ({ muted, volume }: HTMLVideoElement): Loudness => (muted ? 'muted' : volume);

describe('the volume of a participant', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  /** The `<video>` of each tile with that name. */
  const videosOf = (root: Element, name: string): HTMLVideoElement[] =>
    all(root, 'zego-tile')
      .filter((tile) => words(tile).includes(name))
      .flatMap((tile) => all<HTMLVideoElement>(tile, 'video'));
  const become = (root: Element, name: string, ...wanted: Loudness[]): Promise<unknown> =>
    eventually(
      () => videosOf(root, name).map(loudness).join() === wanted.join(),
      `the sound of ${name} is ${wanted.join()}`,
    );

  describe('is that of the sound', () => {
    it('of that participant alone, and of all their streams', async () => {
      stage.enter('ada', 'Ada').publish({ source: 'screen' });
      stage.enter('ben', 'Ben');
      const call = await stage.joined();
      await become(call, 'Ada', 1, 1);
      for (const [volume, sound] of [
        [0.4, 0.4],
        [0, 'muted'],
        [0.4, 0.4],
        [1, 1],
      ] as const) {
        await call.setParticipantVolume('ada', volume);
        await become(call, 'Ada', sound, sound);
        expect(videosOf(call, 'Ben').map(loudness)).to.deep.equal([1]);
      }
    });

    it('before the first moment of it, also after both have left and come back', async () => {
      const heard: Loudness[] = [];
      const { play } = HTMLMediaElement.prototype;
      HTMLMediaElement.prototype.play = function (this: HTMLVideoElement) {
        heard.push(loudness(this));
        return play.call(this);
      };
      try {
        const call = await stage.call({ viewOnly: true });
        await call.setParticipantVolume('ada', 0);
        await call.join();
        const ada = stage.enter('ada', 'Ada');
        await eventually(() => heard.length > 0, 'it plays');
        ada.leave();
        await gone(call, 'zego-tile');
        stage.enter('ada', 'Ada');
        await become(call, 'Ada', 'muted');
        await call.leave();
        await call.join();
        await become(call, 'Ada', 'muted');
        await eventually(() => heard.length >= 3, 'it has played three times');
        expect(new Set(heard)).to.deep.equal(new Set(['muted']));
      } finally {
        HTMLMediaElement.prototype.play = play;
      }
    });

    it('again when it was muted before it came, also after joining again', async () => {
      const call = await stage.call({ viewOnly: true });
      await call.setParticipantVolume('ada', 0);
      for (const arrival of ['later', 'before the call joins again'] as const) {
        await call.join();
        if (arrival === 'later') stage.enter('ada', 'Ada');
        await become(call, 'Ada', 'muted');
        const video = await find<HTMLVideoElement>(call, 'zego-tile', 'video');
        await playsOn(video);
        await call.setParticipantVolume('ada', 1);
        await become(call, 'Ada', 1);
        await playsOn(video);
        expect([video.muted, video.volume, video.paused], arrival).to.deep.equal([false, 1, false]);
        await call.setParticipantVolume('ada', 0);
        await call.leave();
      }
    });

    it('in a tile that stands alone, follows another stream, or is moved', async () => {
      stage.enter('ada', 'Ada');
      stage.enter('ben', 'Ben');
      const call = await stage.joined({ id: 'it' });
      await become(call, 'Ben', 1);
      const [adas, bens] = stage.room.streams.map(({ streamId }) => streamId);
      const tile = document.createElement('zego-tile');
      Object.assign(tile, { for: 'it', streamId: adas });
      stage.box.append(tile);
      await call.setParticipantVolume('ada', 0);
      await become(stage.box, 'Ada', 'muted', 'muted');
      tile.streamId = bens ?? '';
      await become(stage.box, 'Ben', 1, 1);
      tile.streamId = adas ?? '';
      await become(stage.box, 'Ada', 'muted', 'muted');
      tile.remove();
      await call.setParticipantVolume('ada', 1);
      stage.box.prepend(tile);
      await become(stage.box, 'Ada', 1, 1);
      tile.remove();
      await call.setParticipantVolume('ada', 0.5);
      stage.box.append(tile);
      await become(stage.box, 'Ada', 0.5, 0.5);
    });

    it('in a call without pictures', async () => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined({ mode: 'audio' });
      await become(call, 'Ada', 1);
      await call.setParticipantVolume('ada', 0);
      await become(call, 'Ada', 'muted');
    });

    it('and not of my own picture, which stays without sound', async () => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined();
      await call.setParticipantVolume('me', 0.5);
      await call.setParticipantVolume('ada', 0.5);
      await become(call, 'Ada', 0.5);
      expect(all<HTMLVideoElement>(call, 'zego-preview', 'video').map(loudness)).to.deep.equal(['muted']);
    });

    it('where the browser plays only what is muted: muted it plays, unmuted it takes a gesture', async () => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined();
      const tile = await find(call, 'zego-tile');
      const video = await find<HTMLVideoElement>(tile, 'video');
      await playsOn(video);
      video.play = function () {
        if (this.muted) return HTMLMediaElement.prototype.play.call(this);
        return Promise.reject(new DOMException('Not without a gesture', 'NotAllowedError'));
      };
      video.pause();
      await find(tile, '[part~="play-button"]');
      await call.setParticipantVolume('ada', 0);
      await gone(tile, '[part~="play-button"]');
      await playsOn(video);
      await call.setParticipantVolume('ada', 1);
      video.pause(); // As browsers do to what is unmuted without a gesture.
      await find(tile, '[part~="play-button"]');
      Reflect.deleteProperty(video, 'play');
      (await find(tile, '[part~="play-button"]')).click();
      await playsOn(video);
      expect(loudness(video)).to.equal(1);
    });
  });

  it('changes nothing of who speaks', async () => {
    const ada = stage.enter('ada', 'Ada');
    const call = await stage.joined();
    await call.setParticipantVolume('ada', 0);
    const tile = await find(call, 'zego-tile');
    ada.speak(0.6);
    await eventually(() => tile.hasAttribute('data-speaking'), 'the tile shows that Ada speaks');
    await eventually(() => call.state.activeSpeaker === 'ada', 'Ada is the active speaker');
  });

  /** What a person meets in a tile, and in the list of people. */
  const places = {
    tile: (call: ZegoCall) => find(call, 'zego-tile'),
    list: async (call: ZegoCall) => {
      if (all(call, 'zego-people').length === 0) await press(call, 'People');
      const list = await find(call, 'zego-people');
      return eventually(() => all(list, '[part="person"]').find((one) => words(one).includes('Ada')), 'Ada');
    },
  };
  const signOf = (opener: Element): string => {
    const root = opener.getRootNode() as ShadowRoot;
    return root.getElementById(opener.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
  };

  for (const [place, inPlace] of Object.entries(places))
    describe(`is changed in the ${place}`, () => {
      let ada: SimulatedParticipant;
      let call: ZegoCall;
      let opener: HTMLButtonElement;
      beforeEach(async () => {
        ada = stage.enter('ada', 'Ada');
        call = await stage.joined({ lang: 'en', style: 'block-size: 600px' });
        opener = await button(await inPlace(call), 'Volume of Ada');
      });

      it('with the mouse: mutes, and unmutes to what it was before', async () => {
        await call.setParticipantVolume('ada', 0.3);
        opener.click();
        const mute = await button(await inPlace(call), 'Mute for me');
        expect(mute.ariaPressed).to.equal('false');
        mute.click();
        await become(call, 'Ada', 'muted');
        expect(call.participants[0]?.volume).to.equal(0);
        await gone(call, OPEN_MENU);
        await eventually(() => signOf(opener) === 'Muted for you', 'the button says so');
        await find(call, 'zego-tile', MUTED);
        opener.click();
        await eventually(
          () => all(call, '[part~="mute-button"]')[0]?.ariaPressed === 'true',
          'it is pressed',
        );
        await press(await inPlace(call), 'Mute for me');
        await become(call, 'Ada', 0.3);
        await find(call, 'zego-tile', QUIETER);
        expect(signOf(opener)).to.equal('Quieter for you');
        await call.setParticipantVolume('ada', 1);
        await gone(call, 'zego-tile', QUIETER);
        await eventually(() => signOf(opener) === '', 'nothing is said any more');
      });

      it('with keys alone', async () => {
        opener.focus();
        await sendKeys({ press: 'Enter' });
        await eventually(() => called(focused()!) === 'Mute for me', 'the menu is open');
        expect(opener.ariaExpanded).to.equal('true');
        await sendKeys({ press: 'ArrowDown' });
        const slider = focused() as HTMLInputElement;
        expect([called(slider), slider.value, slider.ariaValueText]).to.deep.equal([
          'Volume of Ada',
          '100',
          '100%',
        ]);
        await sendKeys({ press: 'ArrowDown' });
        await sendKeys({ press: 'ArrowLeft' });
        await become(call, 'Ada', 0.9);
        expect(focused(), 'the focus stays').to.equal(slider);
        await eventually(() => slider.ariaValueText === '90%', 'it is read out');
        await sendKeys({ press: 'Home' });
        await become(call, 'Ada', 'muted');
        await sendKeys({ press: 'End' });
        await become(call, 'Ada', 1);
        await sendKeys({ down: 'Shift' });
        await sendKeys({ press: 'Tab' });
        await sendKeys({ up: 'Shift' });
        expect(called(focused()!)).to.equal('Mute for me');
        await sendKeys({ press: 'Escape' });
        await gone(call, OPEN_MENU);
        expect(focused()).to.equal(opener);
        expect(all(call, 'zego-people').length, 'what it is in stays').to.equal(place === 'list' ? 1 : 0);
      });

      it('and goes along with whom it belongs to', async () => {
        opener.click();
        await find(call, OPEN_MENU);
        ada.leave();
        await gone(call, 'zego-participant-volume');
        await gone(call, OPEN_MENU);
        await button(call, 'Leave');
      });

      it('at 320 px in a language that is written from right to left', async () => {
        await setViewport({ width: 320, height: 568 });
        try {
          call.lang = 'ar';
          opener.click();
          const menu = await find(call, OPEN_MENU);
          await find(menu, SLIDER);
          await reads(menu, 'كتم الصوت عندي فقط');
          await canBeUsed(menu);
          const { left, right, top, bottom } = menu.getBoundingClientRect();
          expect([left >= 0, right <= 320, top >= 0, bottom <= 568]).to.deep.equal([true, true, true, true]);
          for (const control of [opener, ...all(menu, 'button, input')]) {
            const { height, width } = control.getBoundingClientRect();
            expect(Math.min(height, width), control.outerHTML).to.be.at.least(24);
          }
          const slider = await find<HTMLInputElement>(menu, SLIDER);
          slider.focus();
          await sendKeys({ press: 'ArrowLeft' }); // Where it is written so, up.
          await sendKeys({ press: 'ArrowRight' });
          await become(call, 'Ada', 0.95);
        } finally {
          await setViewport({ width: 800, height: 600 });
        }
      });
    });

  it('is what was set, however the sliders round it', async () => {
    stage.enter('ada', 'Ada');
    const call = await stage.joined({ lang: 'en' });
    await call.setParticipantVolume('ada', 0.333);
    await press(call, 'Volume of Ada');
    const menu = await find(call, OPEN_MENU);
    await reads(menu, '33%');
    await become(call, 'Ada', 0.333);
  });

  it('can be changed of everybody but oneself', async () => {
    stage.enter('ada', 'Ada');
    const call = await stage.joined({ lang: 'en', style: 'block-size: 600px' });
    await press(call, 'People');
    await button(await find(call, 'zego-people'), 'Volume of Ada');
    const names = all(call, 'zego-participant-volume').flatMap((one) => all(one, 'button').map(called));
    expect(names).to.deep.equal(['Volume of Ada', 'Volume of Ada']);
  });

  describe('where pages can only mute', () => {
    const original = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'volume')!;
    afterEach(() => void Object.defineProperty(HTMLMediaElement.prototype, 'volume', original));

    const never = { get: () => 1, set: () => undefined };
    const forAMoment = (): PropertyDescriptor => {
      const changed = new WeakSet<object>();
      return {
        get(this: object) {
          return changed.has(this) ? 0.5 : 1;
        },
        set(this: object) {
          changed.add(this);
          setTimeout(() => changed.delete(this));
        },
      };
    };
    for (const [what, descriptor] of [
      ['at all', () => never],
      ['but read back what they set for a moment', forAMoment],
    ] as const)
      it(`${what}, offers nothing else`, async () => {
        Object.defineProperty(HTMLMediaElement.prototype, 'volume', { configurable: true, ...descriptor() });
        stage.enter('ada', 'Ada');
        const call = await stage.joined({ lang: 'en' });
        const opener = await button(call, 'Volume of Ada');
        await pause(50);
        opener.click();
        const menu = await find(call, OPEN_MENU);
        expect(all(menu, 'button, input').map(called)).to.deep.equal(['Mute for me']);
        await press(menu, 'Mute for me');
        await become(call, 'Ada', 'muted');
        opener.click();
        await press(await find(call, OPEN_MENU), 'Mute for me');
        await eventually(() => !videosOf(call, 'Ada')[0]?.muted, 'it is heard again');
      });
  });
});
