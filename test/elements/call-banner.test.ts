import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import { CallError } from '../../src/engine/call-error.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage } from '../support/call-stage.js';
import { all, button, buttons, find, gone, nameOf, press, reads, words } from '../support/page.js';
import { pause, eventually } from '../support/wait.js';
import { WatchedDevices } from '../support/watched-devices.js';

/** Longer than the banner takes to change, in ms. */
const SHORT = 100;

describe('the banner of a call', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const banner = (call: ZegoCall): Promise<HTMLElement> => find(call, '[part=banner]');

  it('is not there while there is nothing to say', async () => {
    const call = await stage.joined();
    await eventually(async () => (await banner(call)).hidden, 'the banner is hidden');
  });

  it('turns on the sound of all tiles at once where the browser blocks it', async () => {
    const { play } = HTMLMediaElement.prototype;
    const played = new Set<HTMLMediaElement>();
    let blocked = true;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      if (blocked && !this.muted) return Promise.reject(new DOMException('', 'NotAllowedError'));
      if (!this.muted) played.add(this);
      return play.call(this);
    };
    try {
      stage.enter('ada', 'Ada');
      stage.enter('bob', 'Bob');
      const call = await stage.joined();
      await reads(await banner(call), 'The browser keeps the others silent.');
      await eventually(() => all(call, '[part~=play-button]').length === 2, 'each tile has a mark');
      blocked = false;
      await press(call, 'Turn on sound');
      await gone(call, '[part~=play-button]');
      const owners = [...played].map((video) => words((video.getRootNode() as ShadowRoot).host));
      expect(owners.sort()).to.deep.equal(['Ada', 'Bob']);
      await eventually(async () => (await banner(call)).hidden, 'the banner is gone');
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });

  it('asks for no sound any more when those who can not be heard have left', async () => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      return this.muted ? play.call(this) : Promise.reject(new DOMException('', 'NotAllowedError'));
    };
    try {
      const ada = stage.enter('ada', 'Ada');
      const bob = stage.enter('bob', 'Bob');
      const call = await stage.joined();
      await eventually(() => all(call, '[part~=play-button]').length === 2, 'each tile has a mark');
      ada.leave();
      await eventually(() => all(call, '[part~=play-button]').length === 1, 'one tile is gone');
      await button(call, 'Turn on sound');
      bob.leave();
      await eventually(async () => (await banner(call)).hidden, 'the banner is gone');
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });

  it('names the microphone that others hear instead of the one that is gone', async () => {
    const call = await stage.joined();
    await eventually(() => call.state.devices.microphone.options.length === 2, 'both are listed');
    stage.devices.setPlugged('microphone-1', false);
    await reads(
      await banner(call),
      'Your microphone was unplugged. Others now hear you through Second simulated microphone.',
    );
  });

  it('says that a muted microphone is gone, and leaves it muted', async () => {
    const call = await stage.joined();
    await eventually(() => call.state.devices.microphone.options.length === 2, 'both are listed');
    await press(call, 'Mute microphone');
    stage.devices.setPlugged('microphone-1', false);
    await reads(await banner(call), 'Your microphone was unplugged. Plug it in again');
    expect((await button(call, 'Mute microphone')).ariaPressed).to.equal('true');
    expect(call.state.self.microphone.status).to.equal('off');
  });

  it('says after a while that my connection is poor, what helps, and no more when it is good', async () => {
    const call = await stage.joined();
    stage.room.setQuality('me', 4, 4);
    await eventually(() => call.state.self.quality.up === 4, 'it is poor');
    expect(words(await banner(call)), 'at first').to.equal('');
    await reads(await banner(call), 'Your connection is poor. Without your picture');
    await press(call, 'Turn off my camera');
    await eventually(() => call.state.self.camera.status === 'off', 'the camera is off');
    await reads(await banner(call), 'Move closer to the Wi-Fi');
    stage.room.setQuality('me', 1, 1);
    await eventually(async () => (await banner(call)).hidden, 'the banner is gone');
  });

  describe('while others get nothing of my microphone and camera', () => {
    const mine = (): Promise<string> =>
      eventually(
        () => stage.room.streams.find(({ user }) => user.id === 'me')?.streamId,
        'my stream is there',
      );
    const marks = async (call: ZegoCall): Promise<readonly string[]> =>
      Promise.all(
        ['Mute microphone', 'Turn off camera'].map(async (name) => {
          const { dataset, title } = await button(call, name);
          const mark = dataset['failed'] === undefined ? dataset['retrying'] : 'failed';
          return mark === undefined ? '' : `${mark || 'retrying'}: ${title}`;
        }),
      );

    it('says so while it is tried, on the buttons, too', async () => {
      const call = await stage.joined();
      const streamId = await mine();
      expect(await marks(call)).to.deep.equal(['', '']);
      stage.room.interruptPublication(streamId);
      const told = 'Others do not get your picture and sound just now. Trying again…';
      await reads(await banner(call), told);
      expect(await marks(call)).to.deep.equal([`retrying: ${told}`, `retrying: ${told}`]);
      expect((await button(call, 'Mute microphone')).ariaPressed, 'it is on').to.equal('false');
      await press(call, 'Turn off camera');
      await eventually(async () => (await marks(call))[1] === '', 'what is off is not missed');
      stage.room.resumePublication(streamId);
      await eventually(async () => (await marks(call)).join('') === '', 'nothing is wrong any more');
    });

    it('says why, and tries again on demand', async () => {
      const call = await stage.joined();
      stage.room.endPublication(await mine(), new CallError('network', 'Of the test'));
      const told =
        'Others do not get your picture and sound. The call could not be reached. Check your connection and try again.';
      await reads(await banner(call), told);
      await eventually(async () => (await marks(call))[0] === `failed: ${told}`, 'the microphone says so');
      expect((await marks(call))[1]).to.equal(`failed: ${told}`);
      await reads(await find(call, '.announcer'), told);
      await press(call, 'Try again');
      await mine();
      await eventually(async () => (await banner(call)).hidden, 'the banner is gone');
      expect(await marks(call)).to.deep.equal(['', '']);
    });

    it('goes on offering to try again after that has failed, and shows that it is trying', async () => {
      const call = await stage.joined();
      stage.room.endPublication(await mine(), new CallError('network', 'Of the test'));
      const tryAgain = await button(call, 'Try again');
      expect(tryAgain.ariaBusy).to.equal('false');
      const retries: (() => void)[] = [];
      const { retryPublishing } = CallSession.prototype;
      CallSession.prototype.retryPublishing = () => new Promise<void>((resolve) => retries.push(resolve));
      try {
        tryAgain.click();
        await eventually(() => tryAgain.ariaBusy === 'true', 'it is pending');
        tryAgain.click();
        expect(retries, 'one attempt at a time').to.have.length(1);
        retries[0]!();
        await eventually(() => tryAgain.ariaBusy === 'false', 'it has settled');
        tryAgain.click();
        expect(retries).to.have.length(2);
        retries[1]!();
      } finally {
        CallSession.prototype.retryPublishing = retryPublishing;
      }
    });

    it('tells of a problem first, then that it is trying', async () => {
      const call = await stage.joined();
      stage.room.interruptPublication(await mine());
      await reads(await banner(call), 'Others do not get your picture and sound just now.');
      await eventually(() => call.state.devices.microphone.options.length === 2, 'both are listed');
      stage.devices.setPlugged('microphone-1', false);
      await reads(await banner(call), 'Your microphone was unplugged.');
      await press(await banner(call), 'Dismiss');
      await reads(await banner(call), 'Others do not get your picture and sound just now.');
    });

    it('says nothing while both are off', async () => {
      const call = await stage.joined();
      const streamId = await mine();
      await press(call, 'Turn off camera');
      await press(call, 'Mute microphone');
      await eventually(() => call.state.self.microphone.status === 'off', 'the microphone is off');
      await eventually(() => call.state.self.camera.status === 'off', 'the camera is off');
      stage.room.interruptPublication(streamId);
      await eventually(() => call.state.self.retrying.length === 1, 'the engine is retrying');
      await pause(SHORT);
      expect((await banner(call)).hidden).to.equal(true);
      expect(words(await find(call, '.announcer'))).to.not.include('Others');
    });

    it('speaks of the screen when only that is tried again', async () => {
      const call = await stage.joined();
      await mine();
      await press(call, 'Share screen');
      const screen = await eventually(
        () => stage.room.streams.find(({ source, user }) => user.id === 'me' && source === 'screen'),
        'my screen is there',
      );
      stage.room.interruptPublication(screen.streamId);
      const told = 'Others do not get your screen just now. Trying again…';
      await reads(await banner(call), told);
      await eventually(async () => (await button(call, 'Share screen')).title === told, 'its button says so');
    });

    it('is dismissed, but the buttons go on saying so', async () => {
      const call = await stage.joined();
      stage.room.endPublication(await mine(), new CallError('timeout', 'Of the test'));
      await reads(await banner(call), 'Others do not get your picture and sound. This takes too long.');
      await press(call, 'Dismiss');
      await eventually(async () => (await banner(call)).hidden, 'the banner is gone');
      expect((await marks(call)).every((mark) => mark.startsWith('failed'))).to.equal(true);
    });

    it('offers nothing where trying again is pointless', async () => {
      const call = await stage.joined();
      stage.room.endPublication(await mine(), new CallError('forbidden', 'Of the test'));
      await reads(await banner(call), 'You may watch this call, but not speak in it.');
      expect(buttons(await banner(call)).map(nameOf)).to.deep.equal(['Dismiss']);
    });
  });

  it('captures anew what the system has interrupted', async () => {
    const devices = new WatchedDevices(stage.devices);
    const call = await stage.joined({ devices });
    await eventually(() => call.state.self.microphone.status === 'on', 'the microphone is on');
    const before = devices.live.find(({ kind }) => kind === 'audio');
    before?.dispatchEvent(new Event('mute'));
    await reads(await banner(call), 'Your microphone was interrupted.');
    await press(call, 'Resume');
    await eventually(async () => (await banner(call)).hidden, 'the banner is gone');
    expect(before?.readyState).to.equal('ended');
    expect(devices.live.filter(({ kind }) => kind === 'audio')).to.have.length(1);
    expect(call.state.self.microphone.status).to.equal('on');
  });

  it('overlooks what the system gives back at once', async () => {
    const devices = new WatchedDevices(stage.devices);
    const call = await stage.joined({ devices });
    const track = await eventually(
      () => devices.live.find(({ kind }) => kind === 'video'),
      'the camera is on',
    );
    track.dispatchEvent(new Event('mute'));
    expect(call.state.self.interrupted).to.deep.equal(['camera']);
    track.dispatchEvent(new Event('unmute'));
    expect(call.state.self.interrupted).to.deep.equal([]);
    await pause(2_200);
    expect((await banner(call)).hidden).to.be.true;
  });
});

describe('whoever is alone in a call', () => {
  let stage: CallStage;
  const { clipboard } = navigator;
  const withClipboard = (value: unknown): void => {
    Object.defineProperty(navigator, 'clipboard', { value, configurable: true });
  };
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => withClipboard(clipboard));
  afterEach(() => stage.end());

  for (const [name, inviteUrl, link] of [
    ['the page’s own address', '', '/demo?room=room#chat'],
    ['what `invite-url` says', '/rooms/7?user=me&lang=de#who=Ana', '/rooms/7?lang=de'],
    ['the page’s own address where `invite-url` is none', 'https://', '/demo?room=room#chat'],
  ] as const) {
    it(`can copy a link to invite others, which is not their own: ${name}`, async () => {
      const { href } = location;
      const copied: string[] = [];
      withClipboard({ writeText: (text: string) => Promise.resolve(void copied.push(text)) });
      const call = await stage.joined({ inviteUrl, userName: 'Ana', token: '04secret' });
      history.replaceState(null, '', '/demo?room=room&user=me&as=Ana&t=04secret#chat');
      try {
        await press(call, 'Copy link');
        await reads(call, 'Link copied');
      } finally {
        history.replaceState(null, '', href);
      }
      expect(copied).to.deep.equal([new URL(link, href).href]);
    });
  }

  for (const [name, value] of [
    ['refuses', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
    ['has no clipboard', undefined],
  ] as const) {
    it(`gets the link in a field where the browser ${name}`, async () => {
      withClipboard(value);
      const call = await stage.joined({ inviteUrl: 'https://example.com/7' });
      await press(call, 'Copy link');
      const field = await find<HTMLInputElement>(call, 'input[part=link]');
      expect(field.value).to.equal('https://example.com/7');
      await eventually(() => field.selectionEnd === field.value.length, 'the link is selected');
    });
  }

  it('is invited to nothing any more once somebody is there', async () => {
    const call = await stage.joined();
    await button(call, 'Copy link');
    stage.room.enter({ id: 'ada', name: 'Ada' });
    await reads(call, 'Ada is here without camera or microphone');
    expect(buttons(call).map(nameOf)).to.not.include('Copy link');
  });

  it('sees what the page gives instead', async () => {
    const call = await stage.write(
      '<zego-call room="room" user="me"><p slot="empty">Nobody yet</p></zego-call>',
    );
    await call.join();
    await reads(call, 'Nobody yet');
    expect(all(call, '[part~=copy-button]')).to.deep.equal([]);
  });
});
