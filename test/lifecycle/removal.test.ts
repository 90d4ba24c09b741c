import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, until } from '../support/call-stage.js';
import { PageWatch } from '../support/page-watch.js';
import { all, button, find, playsOn, reads, words } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

/** Longer than a call waits for an element that was taken out to come back. */
const BEYOND_TEARDOWN = 250;

describe('a call whose element', () => {
  let stage: CallStage;
  let watch: PageWatch;
  let rejections: unknown[];
  const onRejection = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    rejections.push(event.reason);
  };
  beforeEach(() => {
    rejections = [];
    addEventListener('unhandledrejection', onRejection);
    watch = new PageWatch();
    stage = new CallStage();
  });
  afterEach(async () => {
    await stage.end();
    watch.end();
    removeEventListener('unhandledrejection', onRejection);
    expect(rejections, 'unhandled rejections').to.deep.equal([]);
  });

  describe('moves', () => {
    const inCall = async (): Promise<ZegoCall> => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined();
      await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
      await playsOn(await find<HTMLVideoElement>(call, 'zego-preview', 'video'));
      return call;
    };
    const otherPlace = (): HTMLElement => {
      const place = document.createElement('section');
      stage.box.append(place);
      return place;
    };

    const MOVES: Record<string, (call: ZegoCall, place: HTMLElement) => void | Promise<void>> = {
      'appendChild elsewhere': (call, place) => void place.appendChild(call),
      'insertBefore elsewhere': (call, place) => {
        const first = document.createElement('p');
        place.append(first);
        place.insertBefore(call, first);
      },
      'with the element around it': (call, place) => {
        const around = document.createElement('div');
        call.replaceWith(around);
        around.append(call);
        place.append(around);
      },
      'into a shadow root': (call, place) => void place.attachShadow({ mode: 'open' }).append(call),
      'out and in again in the same turn': (call, place) => {
        call.remove();
        place.append(call);
      },
      'out and in again in the next turn, as frameworks mount twice': async (call, place) => {
        call.remove();
        await new Promise((resolve) => setTimeout(resolve));
        place.append(call);
      },
      ...('moveBefore' in Element.prototype
        ? {
            'by moveBefore': (call: ZegoCall, place: HTMLElement) =>
              (place as unknown as { moveBefore(node: Node, before: Node | null): void }).moveBefore(
                call,
                null,
              ),
          }
        : {}),
    };
    for (const [how, move] of Object.entries(MOVES)) {
      it(`goes on: ${how}`, async () => {
        const call = await inCall();
        const tracks = watch.liveTracks;
        const states: string[] = [];
        call.addEventListener('zego-state', ({ detail }) => states.push(detail.state));
        await move(call, otherPlace());
        await pause(BEYOND_TEARDOWN);
        expect(call.state.connection.status).to.equal('joined');
        expect(states).to.deep.equal([]);
        expect(watch.liveTracks).to.have.members(tracks);
        expect(all(call, 'zego-tile')).to.have.length(1);
        await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
        await playsOn(await find<HTMLVideoElement>(call, 'zego-preview', 'video'));
        expect(stage.room.users.map(({ id }) => id)).to.deep.equal(['ada', 'me']);
      });
    }

    it('still ends when it is taken out after it was moved', async () => {
      const call = await inCall();
      otherPlace().append(call);
      call.remove();
      await until(call, 'ended');
      expect(watch.liveTracks).to.deep.equal([]);
      expect(stage.room.users.map(({ id }) => id)).to.deep.equal(['ada']);
    });
  });

  describe('goes', () => {
    const sharing = async (properties = {}): Promise<ZegoCall> => {
      stage.enter('ada', 'Ada');
      const call = await stage.joined(properties);
      await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
      await call.startScreenShare();
      expect(watch.liveTracks.length, 'mine and Ada’s').to.equal(5);
      return call;
    };

    it('has no live track after leave', async () => {
      const call = await sharing();
      await call.leave();
      expect(watch.liveTracks).to.deep.equal([]);
    });

    it('has no live track after its element was removed, and empty videos at once', async () => {
      const call = await sharing();
      const videos = all<HTMLVideoElement>(call, 'video');
      expect(videos).to.have.length(2);
      call.remove();
      expect(videos.map(({ srcObject }) => srcObject)).to.deep.equal([null, null]);
      await until(call, 'ended');
      expect(watch.liveTracks).to.deep.equal([]);
      expect(videos.map(({ srcObject }) => srcObject)).to.deep.equal([null, null]);
      expect(stage.room.users.map(({ id }) => id)).to.deep.equal(['ada']);
    });

    it('has no live track at once when the page is closed', async () => {
      const call = await sharing();
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
      expect(watch.liveTracks).to.deep.equal([]);
      expect(stage.room.users.map(({ id }) => id)).to.deep.equal(['ada']);
      await until(call, 'ended');
    });

    it('can be joined again in a page that comes back', async () => {
      const call = await sharing();
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await until(call, 'ended');
      await call.join();
      await reads(call, 'Ada');
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      expect(watch.liveTracks).to.deep.equal([]);
    });

    it('has no live track when the page is closed while joining', async () => {
      stage.room.joinDelay = 60_000;
      const call = await stage.call();
      const joining = call.join().catch((error: unknown) => error);
      await eventually(() => watch.liveTracks.length === 2, 'the camera is on');
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
      expect(watch.liveTracks).to.deep.equal([]);
      expect(await joining).to.include({ code: 'aborted' });
    });

    it('leaves nothing open when it is removed while joining', async () => {
      stage.room.joinDelay = 60_000;
      const before = watch.holdings;
      const call = await stage.call();
      (await button(call, 'Join')).click();
      await eventually(() => watch.liveTracks.length === 2, 'the camera is on');
      call.remove();
      await until(call, 'ended');
      await eventually(() => watch.holdings.audioContexts === 0, 'the sound is closed');
      expect(watch.holdings).to.deep.equal(before);
      expect(stage.room.users).to.deep.equal([]);
    });

    it('turns off a camera that is only given after it was removed', async () => {
      let give = (): void => undefined;
      const given = new Promise<void>((resolve) => (give = resolve));
      const getUserMedia = async (constraints?: MediaStreamConstraints): Promise<MediaStream> => {
        await given;
        return stage.devices.getUserMedia(constraints);
      };
      const devices = Object.assign(Object.create(stage.devices) as typeof stage.devices, { getUserMedia });
      const call = await stage.call({ devices });
      (await button(call, 'Join')).click();
      await reads(call, 'Joining…');
      call.remove();
      await until(call, 'ended');
      give();
      await eventually(() => watch.opened.tracks === 2, 'the camera is given');
      await eventually(() => watch.liveTracks.length === 0, 'the camera is off');
      expect(stage.room.users).to.deep.equal([]);
    });

    it('leaves nothing open when it is removed while a local engine joins', async () => {
      const before = watch.holdings;
      const call = await stage.call({ engine: 'local', devices: null, room: `gone-${crypto.randomUUID()}` });
      (await button(call, 'Join')).click();
      await eventually(() => watch.opened.tracks > 0, 'the camera was asked for');
      call.remove();
      await until(call, 'ended');
      await eventually(() => JSON.stringify(watch.holdings) === JSON.stringify(before), 'all is given back');
      expect(watch.holdings).to.deep.equal(before);
    });

    it('waits for an element that comes back, and joins again after one that came too late', async () => {
      const call = await sharing();
      call.remove();
      await until(call, 'ended');
      stage.box.append(call);
      await reads(call, 'You left the call.');
      expect(words(call)).to.include('Join again');
      (await button(call, 'Join again')).click();
      await until(call, 'joined');
      await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
    });

    it('can be made twice by a framework: the first copy leaves nothing', async () => {
      stage.enter('ada');
      const first = stage.make({ autojoin: true });
      stage.box.append(first);
      first.remove();
      const second = stage.make({ autojoin: true, user: 'me' });
      stage.box.append(second);
      await until(second, 'joined');
      await pause(BEYOND_TEARDOWN);
      expect(first.state.connection.status).to.equal('idle');
      expect(second.state.connection.status).to.equal('joined');
      expect(stage.room.users.map(({ id }) => id)).to.deep.equal(['ada', 'me']);
      const captured = (): number => watch.liveTracks.filter(({ label }) => /^Simulated/.test(label)).length;
      await eventually(() => captured() === 2, 'one camera and one microphone are on');
    });
  });
});
