import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, buttons, find, nameOf, press } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

describe('comfort in a room', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  /** Presses a button as only a person can: the browser takes it for their wish. */
  const pressByKey = async (call: ZegoCall, name: string): Promise<HTMLButtonElement> => {
    const pressed = await button(call, name);
    pressed.focus();
    await sendKeys({ press: 'Enter' });
    return pressed;
  };

  describe('full screen', () => {
    const controls = 'microphone fullscreen leave';

    it('is filled by a button that follows what the browser does', async () => {
      const call = await stage.joined({ controls });
      await find(call, '.announcer');
      const toggle = await pressByKey(call, 'Full screen');
      await eventually(() => call.matches(':fullscreen') && toggle.ariaPressed === 'true', 'it is filled');
      await document.exitFullscreen();
      await eventually(() => toggle.ariaPressed === 'false', 'the button says so');
      await pressByKey(call, 'Full screen');
      await eventually(() => toggle.ariaPressed === 'true', 'it is filled again');
      toggle.click();
      await eventually(() => !document.fullscreenElement && toggle.ariaPressed === 'false', 'it is not');
    });

    it('is not filled when the button is pressed again before the browser is through', async () => {
      const call = await stage.joined({ controls });
      await find(call, '.announcer');
      const toggle = await pressByKey(call, 'Full screen');
      toggle.click();
      await eventually(() => toggle.ariaPressed === 'false', 'the button says so');
      await pause(500);
      expect(document.fullscreenElement).to.equal(null);
      expect(toggle.ariaPressed).to.equal('false');
    });

    it('ends with the room', async () => {
      const call = await stage.joined({ controls });
      await find(call, '.announcer');
      await pressByKey(call, 'Full screen');
      await eventually(() => call.matches(':fullscreen'), 'it is filled');
      await call.leave();
      await eventually(() => !document.fullscreenElement, 'it is not');
    });

    it('is not claimed when the browser refuses', async () => {
      const call = await stage.joined({ controls });
      await find(call, '.announcer');
      call.requestFullscreen = () => Promise.reject(new TypeError('Of the test'));
      const toggle = await pressByKey(call, 'Full screen');
      await eventually(() => toggle.ariaPressed === 'false', 'the button says so');
    });
  });

  describe('the screen', () => {
    let asked: EventTarget[];
    let held: Set<EventTarget>;
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'wakeLock');
    const give = (wakeLock: unknown): void =>
      void Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: wakeLock });

    beforeEach(() => {
      [asked, held] = [[], new Set()];
      give({
        request: () => {
          const lock = Object.assign(new EventTarget(), {
            released: false,
            release: () => {
              lock.released = true;
              held.delete(lock);
              return Promise.resolve();
            },
          });
          asked.push(lock);
          held.add(lock);
          return Promise.resolve(lock);
        },
      });
    });
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'wakeLock');
      expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'wakeLock')).to.deep.equal(real);
    });

    it('stays awake while there are pictures, and no longer', async () => {
      const call = await stage.joined();
      await eventually(() => held.size === 1, 'it stays awake');
      await press(call, 'Turn off camera');
      await eventually(() => held.size === 0, 'it may sleep');
      stage.enter('ada');
      await eventually(() => held.size === 1, 'it stays awake for Ada');
      await call.leave();
      expect(held.size).to.equal(0);
    });

    it('stays awake again when the page comes back from the background', async () => {
      const call = await stage.joined();
      await eventually(() => held.size === 1, 'it stays awake');
      Object.assign(asked[0]!, { released: true }); // As browsers do with what is not seen.
      held.clear();
      document.dispatchEvent(new Event('visibilitychange'));
      await eventually(() => held.size === 1, 'it stays awake again');
      expect(call.state.connection.status).to.equal('joined');
    });

    it('may sleep in a call without pictures, and where the browser can do nothing', async () => {
      const call = await stage.joined({ mode: 'audio' });
      await find(call, '.announcer');
      expect(asked).to.deep.equal([]);
      await call.leave();
      give(undefined);
      await call.join();
      await find(call, '.announcer');
    });
  });

  describe('the small window', () => {
    const controls = 'microphone pip leave';
    let opened: HTMLIFrameElement | null = null;
    const real = Object.getOwnPropertyDescriptor(window, 'documentPictureInPicture');

    /** A window of the same origin in place of one that stays on top, which a test can't see. */
    beforeEach(() => {
      const requestWindow = async (): Promise<Window> => {
        opened = document.createElement('iframe');
        const loaded = new Promise((resolve) => opened?.addEventListener('load', resolve));
        document.body.append(opened);
        await loaded;
        const target = opened.contentWindow!;
        target.close = () => {
          target.dispatchEvent(new Event('pagehide'));
          opened?.remove();
          opened = null;
        };
        return target;
      };
      Object.defineProperty(window, 'documentPictureInPicture', {
        configurable: true,
        value: { requestWindow },
      });
    });
    afterEach(() => {
      Reflect.deleteProperty(window, 'documentPictureInPicture');
      if (real) Object.defineProperty(window, 'documentPictureInPicture', real);
    });

    const content = (): HTMLElement => opened!.contentDocument!.body.firstElementChild as HTMLElement;

    const controlsThere = (): HTMLElement[] => [...content().shadowRoot!.querySelectorAll('button')];

    it('shows somebody, and has microphone, camera and Leave at hand', async () => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined({ controls });
      await find(call, 'zego-preview > button');
      await press(call, 'Small window');
      await eventually(() => opened, 'it is open');
      const video = await eventually(() => content().shadowRoot?.querySelector('video'), 'there is a video');
      await eventually(() => video.srcObject === call.participants[0]?.streams[0]?.media, 'it is Ada’s');
      expect(content().shadowRoot!.querySelector('.label')?.textContent).to.equal('Ada');
      expect(controlsThere().map(nameOf)).to.deep.equal(['Mute microphone', 'Turn off camera', 'Leave']);
      const [mute, , leave] = controlsThere();
      mute?.click();
      await eventually(() => call.state.self.microphone.status === 'off', 'it is muted');
      expect(mute?.ariaPressed).to.equal('true');
      leave?.click();
      await eventually(() => !opened && call.state.connection.status === 'ended', 'all is over');
    });

    it('is closed by its button, or by the person, and leaves the page as it was', async () => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined({ controls });
      await find(call, 'zego-preview > button');
      const toggle = await button(call, 'Small window');
      toggle.click();
      await eventually(() => opened && toggle.ariaPressed === 'true', 'it is open');
      toggle.click();
      await eventually(() => !opened && toggle.ariaPressed === 'false', 'it is closed');
      toggle.click();
      await eventually(() => opened, 'it is open again');
      opened!.contentWindow!.close();
      await eventually(() => toggle.ariaPressed === 'false', 'the button says so');
      expect(all(call, 'zego-tile video').length + all(call, 'zego-tile').length).to.be.greaterThan(0);
    });

    it('is not offered where the browser can’t', async () => {
      Reflect.deleteProperty(window, 'documentPictureInPicture');
      if ('documentPictureInPicture' in window)
        Object.defineProperty(window, 'documentPictureInPicture', { configurable: true, value: undefined });
      const call = await stage.joined({ controls: 'pip settings leave' });
      await button(call, 'Settings');
      expect(buttons(call).map(nameOf)).to.not.include('Small window');
    });
  });
});
