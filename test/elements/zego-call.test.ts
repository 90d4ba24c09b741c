import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import type { CallEventDetails } from '../../src/elements/call-events.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { expectCallError } from '../support/call-errors.js';
import { CallStage, until } from '../support/call-stage.js';
import {
  all,
  button,
  buttons,
  ELSEWHERE,
  find,
  gone,
  nameOf,
  playsOn,
  press,
  reads,
  words,
} from '../support/page.js';
import { eventually } from '../support/wait.js';

describe('<zego-call>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  describe('from attributes', () => {
    const ATTRIBUTES: readonly (readonly [string, keyof ZegoCall, string, unknown])[] = [
      ['room', 'room', 'a', 'a'],
      ['user', 'user', 'a', 'a'],
      ['user-name', 'userName', 'Ada', 'Ada'],
      ['token', 'token', '04abc', '04abc'],
      ['token-url', 'tokenUrl', '/token', '/token'],
      ['app-id', 'appId', '123', 123],
      ['server', 'server', 'wss://a', 'wss://a'],
      ['engine', 'engine', 'local', 'local'],
      ['autojoin', 'autojoin', '', true],
      ['mode', 'mode', 'audio', 'audio'],
      ['view-only', 'viewOnly', '', true],
      ['camera-off', 'cameraOff', '', true],
      ['microphone-off', 'microphoneOff', '', true],
      ['theme', 'theme', 'dark', 'dark'],
      ['controls', 'controls', 'leave', 'leave'],
    ];
    for (const [attribute, property, value, expected] of ATTRIBUTES) {
      it(`takes ${attribute} into ${property}, and its default without`, () => {
        const call = document.createElement('zego-call');
        const byDefault = call[property];
        expect(byDefault).to.not.equal(expected);
        call.setAttribute(attribute, value);
        expect(call[property]).to.equal(expected);
      });
    }

    it('is the ZEGO engine, video and the system’s theme by default', () => {
      const { engine, mode, theme } = document.createElement('zego-call');
      expect({ engine, mode, theme }).to.deep.equal({ engine: 'zego', mode: 'video', theme: 'auto' });
    });

    it('starts with camera and microphone off', async () => {
      const call = await stage.write(
        '<zego-call room="room" user="me" user-name="Me" camera-off microphone-off></zego-call>',
      );
      await call.join();
      expect(stage.room.users).to.deep.equal([{ id: 'me', name: 'Me' }]);
      expect(call.state.self.camera.status).to.equal('off');
      expect(call.state.self.microphone.status).to.equal('off');
      expect(stage.room.streams).to.deep.equal([]);
    });
  });

  it('holds a call from Join to Leave with nothing but a room and a user', async () => {
    const ada = stage.enter('ada', 'Ada');
    const call = await stage.joined();
    await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
    await eventually(() => stage.room.streams.length === 2, 'Ada gets my stream');
    ada.leave();
    await gone(call, 'zego-tile');
    await press(call, 'Leave');
    await until(call, 'ended');
    expect(stage.room.users).to.deep.equal([]);
  });

  describe('banner', () => {
    it('says that it is reconnecting, and keeps the tiles', async () => {
      stage.enter('ada');
      const call = await stage.joined();
      const tile = await find(call, 'zego-tile');
      await playsOn(await find<HTMLVideoElement>(tile, 'video'));
      stage.room.dropConnection();
      await reads(await find(call, '[part="banner"]'), 'Connection lost. Reconnecting…');
      expect(call.matches(':state(reconnecting)')).to.be.true;
      expect(all(call, 'zego-tile')).to.deep.equal([tile]);
      stage.room.restoreConnection();
      await until(call, 'joined');
      expect(words(call)).to.not.include('Reconnecting');
      expect(all(call, 'zego-tile')).to.deep.equal([tile]);
      await playsOn(await find<HTMLVideoElement>(tile, 'video'));
    });

    it('names both devices that can’t be had, and afterwards the one that still can’t', async () => {
      stage.devices.setFault('camera', 'missing');
      stage.devices.setFault('microphone', 'missing');
      const call = await stage.joined();
      await reads(call, 'No microphone and no camera was found.');
      stage.devices.setFault('microphone', undefined);
      await press(call, 'Mute microphone');
      await reads(call, 'No camera was found.');
      expect(words(call)).to.not.include('No microphone');
    });

    it('tells that my stream is being sent again, until it arrives', async () => {
      const call = await stage.joined();
      await eventually(() => stage.room.streams.length === 1, 'my stream is there');
      const [mine] = stage.room.streams;
      stage.room.interruptPublication(mine?.streamId ?? '');
      await reads(call, 'Others do not get your picture and sound just now.');
      stage.room.resumePublication(mine?.streamId ?? '');
      await eventually(() => !words(call).includes('Others do not get'), 'it is gone');
      expect(call.state.self.retrying).to.deep.equal([]);
    });

    it('tells a problem that does not end the call, until it is dismissed', async () => {
      const call = await stage.joined();
      await eventually(() => stage.room.streams.length === 1, 'my stream is there');
      const [mine] = stage.room.streams;
      stage.room.endPublication(mine?.streamId ?? '', new CallError('stream-conflict', 'for developers'));
      await reads(call, 'Your picture could not be sent. Try again.');
      expect(call.error?.code).to.equal('stream-conflict');
      await press(call, 'Dismiss');
      await eventually(() => !words(call).includes('could not be sent'), 'it is gone');
      expect(call.error).to.be.null;
      expect(call.state.connection.status).to.equal('joined');
    });
  });

  describe('at its end', () => {
    it('says that I left', async () => {
      const call = await stage.joined();
      await press(call, 'Leave');
      await reads(call, 'You left the call.');
    });

    it('says that I was removed', async () => {
      const call = await stage.joined();
      stage.room.kick('me');
      await reads(call, 'You were removed from the call.');
      expect(call.error?.code).to.equal('removed');
    });

    it('says that I joined somewhere else', async () => {
      const call = await stage.joined();
      stage.room.logInElsewhere('me');
      await reads(call, 'You joined this call somewhere else, so it ended here.');
    });

    it('joins again, as often as one likes', async () => {
      const call = await stage.call();
      for (const name of ['Join', 'Join again', 'Join again']) {
        await press(call, name);
        await until(call, 'joined');
        expect(stage.room.users).to.have.length(1);
        await press(call, 'Leave');
        await until(call, 'ended');
        expect(stage.room.users).to.have.length(0);
      }
    });
  });

  describe('state', () => {
    it('is frozen all the way down, before and in the call', async () => {
      stage.enter('ada');
      const call = await stage.call();
      expect(Object.isFrozen(call.state)).to.be.true;
      await call.join();
      await find(call, 'zego-tile');
      const { connection, participants, self } = call.state;
      for (const part of [call.state, connection, participants, participants[0], self, self.user])
        expect(Object.isFrozen(part)).to.be.true;
      expect(Object.isFrozen(participants[0]?.streams[0])).to.be.true;
    });

    it('can’t be set', async () => {
      const call = await stage.call();
      for (const name of ['state', 'participants', 'messages', 'error'])
        expect(Reflect.set(call, name, null), name).to.be.false;
      expect(call.state.connection.status).to.equal('idle');
    });

    it('knows participants, messages and error', async () => {
      const call = await stage.joined();
      const ada = stage.enter('ada', 'Ada');
      ada.say('Hello');
      await eventually(() => call.messages.length === 1, 'the message is there');
      expect(call.participants.map(({ user }) => user.name)).to.deep.equal(['Ada']);
      expect(call.messages.map(({ text, from, own }) => [text, from.name, own])).to.deep.equal([
        ['Hello', 'Ada', false],
      ]);
      expect(call.error).to.be.null;
    });

    it('shows as :state(…), one at a time', async () => {
      stage.room.joinDelay = 50;
      const call = await stage.call();
      const STATES = ['idle', 'joining', 'joined', 'reconnecting', 'ended', 'failed'];
      const shown = (): string[] => STATES.filter((name) => call.matches(`:state(${name})`));
      expect(shown()).to.deep.equal(['idle']);
      const joining = call.join();
      expect(shown()).to.deep.equal(['joining']);
      await joining;
      expect(shown()).to.deep.equal(['joined']);
      stage.room.dropConnection();
      await until(call, 'reconnecting');
      expect(shown()).to.deep.equal(['reconnecting']);
      stage.room.restoreConnection();
      await until(call, 'joined');
      await call.leave();
      expect(shown()).to.deep.equal(['ended']);
      stage.room.failNextJoin(new CallError('room-full', 'full'));
      await expectCallError(call.join(), 'room-full');
      expect(shown()).to.deep.equal(['failed']);
    });
  });

  describe('events', () => {
    const NAMES = [
      'zego-state',
      'zego-joined',
      'zego-left',
      'zego-participant-joined',
      'zego-participant-left',
      'zego-stream-added',
      'zego-stream-removed',
      'zego-message',
      'zego-active-speaker',
      'zego-error',
    ] as const;

    /** Heard at the document, as only what bubbles is, and through shadow roots, as only what is composed is. */
    const listen = (): { all: CustomEvent[]; end: () => void } => {
      const heard: CustomEvent[] = [];
      const { signal, abort } = abortable();
      for (const name of NAMES)
        document.addEventListener(name, (event) => heard.push(event as CustomEvent), { signal });
      return { all: heard, end: abort };
    };
    const abortable = (): { signal: AbortSignal; abort: () => void } => {
      const controller = new AbortController();
      return { signal: controller.signal, abort: () => controller.abort() };
    };

    it('tell a whole call in order, through the shadow root that it stands in', async () => {
      const { all: heard, end } = listen();
      const host = document.createElement('div');
      const call = stage.make();
      host.attachShadow({ mode: 'open' }).append(call);
      stage.box.append(host);
      const told = <Name extends keyof CallEventDetails>(
        name: Name,
      ): Promise<CustomEvent<CallEventDetails[Name]>> => {
        const isIt = (event: CustomEvent): event is CustomEvent<CallEventDetails[Name]> =>
          event.type === name;
        return eventually(() => heard.find(isIt), `there is a ${name}`);
      };

      await call.join();
      const ada = stage.enter('ada', 'Ada');
      await told('zego-stream-added');
      ada.say('Hello');
      await told('zego-message');
      ada.speak(0.6);
      await told('zego-active-speaker');
      ada.unpublish();
      await told('zego-stream-removed');
      ada.leave();
      await told('zego-participant-left');
      await call.leave();
      end();

      expect(heard.map(({ type }) => type)).to.deep.equal([
        'zego-state',
        'zego-state',
        'zego-joined',
        'zego-participant-joined',
        'zego-stream-added',
        'zego-message',
        'zego-active-speaker',
        'zego-stream-removed',
        'zego-active-speaker',
        'zego-participant-left',
        'zego-state',
        'zego-left',
      ]);
      for (const event of heard) expect([event.bubbles, event.composed]).to.deep.equal([true, true]);
      expect(
        heard.filter(({ type }) => type === 'zego-state').map(({ detail }) => detail as unknown),
      ).to.deep.equal([
        { state: 'joining', previous: 'idle' },
        { state: 'joined', previous: 'joining' },
        { state: 'ended', previous: 'joined' },
      ]);
      expect((await told('zego-joined')).detail).to.deep.equal({ room: 'room', user: 'me' });
      expect((await told('zego-left')).detail).to.deep.equal({ room: 'room', user: 'me', reason: 'left' });
      expect((await told('zego-participant-joined')).detail.participant.user).to.deep.equal({
        id: 'ada',
        name: 'Ada',
      });
      expect((await told('zego-stream-added')).detail.stream.user.id).to.equal('ada');
      expect((await told('zego-stream-removed')).detail.stream.user.id).to.equal('ada');
      expect((await told('zego-active-speaker')).detail.participant?.user.id).to.equal('ada');
      expect((await told('zego-message')).detail.message.text).to.equal('Hello');
    });

    it('tell why a call ended that we did not leave', async () => {
      const { all: heard, end } = listen();
      const call = await stage.joined();
      stage.room.kick('me');
      await until(call, 'ended');
      end();
      const detail: unknown = heard.find(({ type }) => type === 'zego-left')?.detail;
      expect(detail).to.include({ room: 'room', user: 'me', reason: 'removed' });
      expect(detail).to.have.property('error').that.is.instanceOf(CallError);
      const errors = heard.filter(({ type }) => type === 'zego-error');
      expect(errors.map((event) => (event.detail as { error: CallError }).error.code)).to.deep.equal([
        'removed',
      ]);
    });

    it('tell what does not end the call, once', async () => {
      stage.devices.setFault('camera', 'missing');
      const { all: heard, end } = listen();
      const call = await stage.joined();
      await reads(call, 'No camera was found.');
      end();
      const errors = heard.filter(({ type }) => type === 'zego-error');
      expect(errors.map((event) => (event.detail as { error: CallError }).error.code)).to.deep.equal([
        'device-not-found',
      ]);
      expect(heard.some(({ type }) => type === 'zego-left')).to.be.false;
    });

    it('tell the state that the element is in when they are heard', async () => {
      const call = await stage.call();
      const seen: string[] = [];
      call.addEventListener('zego-state', ({ detail }) =>
        seen.push(`${detail.state}=${call.state.connection.status}`),
      );
      await call.join();
      await call.leave();
      expect(seen).to.deep.equal(['joining=joining', 'joined=joined', 'ended=ended']);
    });
  });

  describe('methods', () => {
    it('reject with CallError only', async () => {
      const call = await stage.call({ room: '' });
      expect((await expectCallError(call.join(), 'invalid-config')).attribute).to.equal('room');
      await expectCallError(call.sendMessage('Hello'), 'aborted');
      await expectCallError(call.startScreenShare(), 'aborted');
      await call.stopScreenShare();
      await call.leave();
    });

    it('join twice and enter once', async () => {
      const call = await stage.call();
      let entered = 0;
      call.addEventListener('zego-joined', () => entered++);
      await Promise.all([call.join(), call.join()]);
      await call.join();
      expect(entered).to.equal(1);
      expect(stage.room.users).to.have.length(1);
    });

    it('leave while joining', async () => {
      stage.room.joinDelay = 60_000;
      const call = await stage.call();
      const joining = call.join();
      await call.leave();
      await expectCallError(joining, 'aborted');
      expect(stage.room.users).to.deep.equal([]);
      await reads(call, 'You left the call.');
    });

    it('mute, turn off the camera, share a screen, send a message', async () => {
      const call = await stage.joined();
      await eventually(() => stage.room.streams.length === 1, 'my stream is there');
      await call.setMicrophone(false);
      await call.setCamera(false);
      expect(stage.room.streams[0]).to.include({ audio: false, video: false });
      await call.startScreenShare();
      expect(stage.room.streams.map(({ source }) => source)).to.deep.equal(['camera', 'screen']);
      await call.stopScreenShare();
      expect(stage.room.streams.map(({ source }) => source)).to.deep.equal(['camera']);
      await call.sendMessage('Hello');
      expect(stage.room.messages.map(({ text }) => text)).to.deep.equal(['Hello']);
    });
  });

  describe('while the page changes it', () => {
    it('moves to another room, and takes the camera along', async () => {
      stage.enter('ada', 'Ada');
      stage.world.room('other').enter({ id: 'bob', name: 'Bob' }).publish();
      const call = await stage.joined();
      await reads(call, 'Ada');
      const [track] = call.state.self.picture?.getTracks() ?? [];
      call.setAttribute('room', 'other');
      await reads(call, 'Bob');
      expect(words(call)).to.not.include('Ada');
      expect(stage.room.users.map(({ id }) => id)).to.deep.equal(['ada']);
      expect(call.state.self.picture?.getTracks()).to.deep.equal([track]);
      expect(track?.readyState).to.equal('live');
      await playsOn(await find<HTMLVideoElement>(call, 'zego-tile', 'video'));
    });

    it('tells first that it left the one room, then that it joined the other', async () => {
      const call = await stage.joined();
      const told: unknown[] = [];
      call.addEventListener('zego-left', ({ detail }) => told.push(['left', detail.room, detail.user]));
      call.addEventListener('zego-joined', ({ detail }) => told.push(['joined', detail.room, detail.user]));
      Object.assign(call, { room: 'other', user: 'myself' });
      await eventually(() => told.length === 2, 'both are told');
      expect(told).to.deep.equal([
        ['left', 'room', 'me'],
        ['joined', 'other', 'myself'],
      ]);
    });

    it('joins only the last of several rooms set while joining', async () => {
      stage.room.joinDelay = 60_000;
      const call = await stage.call();
      const joining = call.join();
      call.room = 'second';
      await call.updateComplete;
      call.room = 'third';
      await expectCallError(joining, 'aborted');
      await until(call, 'joined');
      expect(call.state.room).to.equal('third');
      const inside = ['room', 'second', 'third'].map((name) => stage.world.room(name).users.length);
      expect(inside).to.deep.equal([0, 0, 1]);
    });

    it('says what is wrong with a room that it can’t move to, and lets go of the camera', async () => {
      const call = await stage.joined();
      const [track] = call.state.self.picture?.getTracks() ?? [];
      call.room = 'no room';
      await reads(
        call,
        "room may hold letters, digits and ! # $ & ' ( ) * + , - . ; < = > @ \\ ^ _ ` ~ only",
      );
      await eventually(() => track?.readyState === 'ended', 'the camera is off');
      expect(stage.room.users).to.deep.equal([]);
    });

    it('hands a new token to the engine without leaving', async () => {
      const call = await stage.joined({ token: 'first' });
      expect(stage.room.tokenOf('me')).to.equal('first');
      call.setAttribute('token', 'second');
      await eventually(() => stage.room.tokenOf('me') === 'second', 'the token is renewed');
      expect(call.state.connection.status).to.equal('joined');
    });
  });

  describe('theme', () => {
    const surface = (call: ZegoCall): string => getComputedStyle(call).backgroundColor;

    it('is light or dark in everything inside, and reflected', async () => {
      const call = await stage.joined({ theme: 'dark' });
      const toolbar = await find(call, 'zego-controls');
      expect(call.getAttribute('theme')).to.equal('dark');
      const [dark, darkText] = [surface(call), getComputedStyle(toolbar).color];
      call.theme = 'light';
      await call.updateComplete;
      expect(call.getAttribute('theme')).to.equal('light');
      expect(surface(call)).to.not.equal(dark);
      expect(getComputedStyle(toolbar).color).to.not.equal(darkText);
    });

    it('follows the system by default, whatever the page around it is', async () => {
      const call = await stage.call();
      expect(getComputedStyle(call).colorScheme).to.equal('light dark');
    });

    it('takes the page’s own colours', async () => {
      const call = await stage.call({ style: '--zego-surface: rgb(1, 2, 3)' });
      expect(surface(call)).to.equal('rgb(1, 2, 3)');
    });
  });

  it('is a region with a name in the page’s outline, and its buttons are real ones', async () => {
    const call = await stage.joined();
    await button(call, 'Settings');
    await button(call, 'Copy link');
    await button(call, 'Hide my picture');
    expect(buttons(call).map(nameOf)).to.deep.equal([
      'Copy link',
      'Hide my picture',
      'Mute microphone',
      'Turn off camera',
      'Share screen',
      'Chat',
      'People',
      'Raise hand',
      'Reactions',
      'Settings',
      ...ELSEWHERE,
      'Leave',
    ]);
    for (const found of buttons(call)) expect(found.type).to.equal('button');
  });
});
