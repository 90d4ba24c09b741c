import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import type { Publication, StreamInfo, StreamSource, TrackKind } from '../../src/engine/call-engine.js';
import { syntheticDevices } from '../../src/engine/simulated/testing.js';
import { eventually, pause } from '../support/wait.js';
import { expectDevicesFollowed } from './zego-kit.js';
import { MobileKitPeer, WebKitPeer } from './zego-kit-peer.js';
import { NativePeer } from './zego-native-peer.js';
import { useScene } from './scene.js';
import { setZegoStage, type ZegoStage } from './zego-stage.js';

const BEN = { id: 'ben', name: 'Ben' };
const ON = { audio: true, video: true };
const KINDS: readonly TrackKind[] = ['audio', 'video'];
const KITS = { 'kit for the Web': WebKitPeer, 'mobile kit': MobileKitPeer };
/** Long enough for what is on its way to arrive, in ms. */
const SETTLING_TIME = 300;
const FLOOD = 1_000;

describe('calls over ZEGO with other clients', () => {
  const scene = useScene(setZegoStage);
  const cloud = () => (scene().stage as ZegoStage).cloud;
  const leaving: (() => Promise<void>)[] = [];
  const enter = <Peer extends { leave(): Promise<void> }>(peer: Peer): Peer => {
    leaving.push(() => peer.leave());
    return peer;
  };
  afterEach(async () => {
    for (const leave of leaving.splice(0)) await leave();
  });

  const known = (streamId: string, expected: Partial<StreamInfo>) =>
    scene().log.stream(streamId, (stream) =>
      Object.entries(expected).every(([key, value]) => stream[key as keyof StreamInfo] === value),
    );
  const stays = async (streamId: string, expected: Partial<StreamInfo>) => {
    await known(streamId, expected);
    await pause(SETTLING_TIME);
    expect(scene().log.streams().get(streamId)).to.include(expected);
  };
  const publish = (source: StreamSource = 'camera'): Promise<Publication> =>
    scene().engine.publish(scene().media().stream, { source });

  for (const [name, Kit] of Object.entries(KITS))
    describe(`the ${name}`, () => {
      let ben: WebKitPeer | MobileKitPeer;
      beforeEach(async () => {
        await scene().join();
        ben = enter(new Kit(cloud(), BEN));
      });

      it('is shown with the devices that its notes say are on', async () => {
        ben.turn('video', false);
        const id = ben.publish('camera');
        await stays(id, { source: 'camera', audio: true, video: false });
        ben.turn('audio', false);
        await stays(id, { audio: false, video: false });
        ben.turn('video', true);
        await stays(id, { audio: false, video: true });
      });

      for (const kind of KINDS)
        it(`is shown with its ${kind} off and on again while it is played`, async () => {
          const id = ben.publish('camera');
          await known(id, ON);
          await scene().play(id);
          ben.turn(kind, false);
          await stays(id, { ...ON, [kind]: false });
          ben.turn(kind, true);
          await stays(id, ON);
        });

      it('shares its screen as a screen, beside its camera', async () => {
        const [camera, screen] = [ben.publish('camera'), ben.publish('screen')];
        await stays(screen, { source: 'screen', video: true });
        await stays(camera, { source: 'camera' });
        ben.unpublish('screen');
        await eventually(() => !scene().log.streams().has(screen), 'the screen goes');
        expect(scene().log.streams().has(camera)).to.equal(true);
      });

      it('is shown under its name, and goes when it leaves', async () => {
        const id = ben.publish('camera');
        expect(await scene().log.user('ben')).to.deep.equal(BEN);
        expect((await known(id, {})).user).to.deep.equal(BEN);
        await ben.leave();
        await eventually(() => !scene().log.users().has('ben'), 'Ben goes');
        expect(scene().log.streams().size).to.equal(0);
      });

      it('shows our camera and microphone as they are', async () => {
        const publication = await publish();
        await expectDevicesFollowed(publication, () => ben.sees('me'));
      });

      it('shows that we begin muted', async () => {
        await scene().engine.publish(scene().media().stream, { source: 'camera', muted: KINDS });
        await eventually(() => ben.sees('me') !== undefined, 'it shows us');
        expect(ben.sees('me')).to.include({ camera: 'MUTE', microphone: 'MUTE' });
      });

      for (const first of ['camera', 'screen'] as const)
        it(`shows our screen as a screen, and our camera, if the ${first} is published first`, async () => {
          await publish(first);
          await publish(first === 'camera' ? 'screen' : 'camera');
          await eventually(() => ben.sees('me')?.screen === true, 'it shows the screen');
          expect(ben.sees('me')).to.deep.equal({
            name: 'Me',
            camera: 'OPEN',
            microphone: 'OPEN',
            screen: true,
          });
        });

      it('chats with us', async () => {
        ben.say('hello');
        const { message } = await scene().log.event('message');
        expect(message).to.include({ text: 'hello', kind: 'reliable' });
        expect(message.from).to.deep.equal(BEN);
        await scene().engine.sendMessage('hi', 'reliable');
        expect(ben.heard).to.deep.equal(['hi']);
      });

      it('has hosts who ask us to turn devices off and to leave', async () => {
        const asked = () =>
          scene()
            .log.of('host-command')
            .map(({ action }) => action);
        ben.turnCameraOff('me');
        ben.turnMicrophoneOff('me');
        ben.removeUser('me');
        await eventually(() => asked().length === 3, 'all commands arrive');
        expect(asked()).to.deep.equal(['turn-camera-off', 'turn-microphone-off', 'leave']);
        expect(scene().log.of('host-command')[0]!.from).to.deep.equal(BEN);
      });

      it('has hosts whose commands to others are not for us', async () => {
        ben.turnCameraOff('ana');
        ben.turnMicrophoneOff('ana');
        ben.removeUser('ana');
        ben.command({ zego_turn_camera_on: 'me' });
        cloud().command(BEN, '{"zego_remove_user":');
        cloud().command({ id: 'me', name: 'Me' }, '{"zego_remove_user":["me"]}');
        cloud().room('IMRecvCustomCommand', 'another', { userID: 'ben' }, '{"zego_remove_user":["me"]}');
        ben.say('done');
        await scene().log.event('message');
        expect(scene().log.of('host-command')).to.deep.equal([]);
      });

      it('sees us leave', async () => {
        await publish();
        await eventually(() => ben.sees('me') !== undefined, 'it shows us');
        await scene().leave();
        await eventually(() => ben.sees('me') === undefined, 'it shows us no more');
      });
    });

  describe('a whole call with a host of a kit', () => {
    let session: CallSession;
    let ben: WebKitPeer;
    const joined = async (hostCommands: boolean) => {
      session = new CallSession(() => syntheticDevices());
      const { room, token } = scene().stage.request;
      session.configure({ room, user: 'me', token, engine: () => scene().engine, hostCommands });
      await session.join();
      ben = enter(new WebKitPeer(cloud(), BEN));
      await eventually(() => session.state.participants.length === 1, 'Ben is there');
      await eventually(() => ben.sees('me')?.camera === 'OPEN', 'Ben sees us');
    };
    afterEach(() => session.leave());

    it('turns devices off and ends, if the page allows it', async () => {
      await joined(true);
      for (let count = 0; count < FLOOD; count++) ben.turnCameraOff('me');
      await eventually(() => ben.sees('me')?.camera === 'MUTE', 'Ben sees our camera go off');
      expect(session.state.hostCommand?.from).to.deep.equal(BEN);
      ben.turnMicrophoneOff('me');
      await eventually(() => ben.sees('me')?.microphone === 'MUTE', 'Ben sees our microphone go off');
      ben.removeUser('me');
      await eventually(() => ben.sees('me') === undefined, 'Ben sees us go');
      expect(session.state.connection).to.deep.equal({ status: 'ended', reason: 'removed', by: BEN });
    });

    it('goes on as it is, if the page says nothing', async () => {
      await joined(false);
      ben.turnCameraOff('me');
      ben.turnMicrophoneOff('me');
      ben.removeUser('me');
      ben.say('done');
      await eventually(() => session.state.messages.length === 1, 'what comes later has arrived');
      await pause(SETTLING_TIME);
      expect(ben.sees('me')).to.include({ camera: 'OPEN', microphone: 'OPEN' });
      expect(session.state.connection.status).to.equal('joined');
    });
  });

  it('shows the kit for the Web whose sound level it is', async () => {
    await scene().join();
    const ben = enter(new WebKitPeer(cloud(), BEN));
    const { streamId } = await publish();
    expect(ben.speakerOf(streamId)).to.equal('me');
  });

  describe('a native app', () => {
    let ben: NativePeer;
    beforeEach(async () => {
      await scene().join();
      ben = enter(new NativePeer(cloud(), BEN));
    });

    for (const streamId of [
      '1',
      'ben',
      'any_ID-of-256'.padEnd(256, 'x'),
      'r_screensharing_ben',
      'ben@example.com',
    ])
      it(`is shown under the stream ID ${streamId.slice(0, 20)}`, async () => {
        ben.publish(streamId);
        await stays(streamId, { source: 'camera', ...ON });
        expect(scene().log.streams().get(streamId)?.user).to.deep.equal(BEN);
        expect((await scene().play(streamId)).getTracks()).to.have.length(2);
      });

    it('is shown with the devices that the gateway says are on', async () => {
      const id = ben.publish('n1', { audio: false, video: true });
      await known(id, ON);
      await scene().play(id);
      await stays(id, { audio: false, video: true });
      ben.turn(id, 'video', false);
      await stays(id, { audio: false, video: false });
      ben.turn(id, 'audio', true);
      await stays(id, { audio: true, video: false });
    });

    it('is told by the gateway which of our devices are on', async () => {
      const publication = await publish();
      const told = (expected: object) =>
        eventually(
          () => JSON.stringify(ben.told(publication.streamId)) === JSON.stringify(expected),
          `it is told ${JSON.stringify(expected)}`,
        );
      await told(ON);
      await publication.setMuted('video', true);
      await told({ audio: true, video: false });
      await publication.setMuted('audio', true);
      await told({ audio: false, video: false });
    });

    it('chats with us', async () => {
      ben.say('hello');
      expect((await scene().log.event('message')).message.from).to.deep.equal(BEN);
      await scene().engine.sendMessage('hi', 'reliable');
      expect(ben.heard).to.deep.equal(['hi']);
    });

    it('gets our screen as a stream of its own', async () => {
      const camera = await publish();
      const screen = await publish('screen');
      for (const { streamId } of [camera, screen])
        await eventually(() => ben.told(streamId)?.video === true, `it is told of ${streamId}`);
    });

    it('is told that we have left', async () => {
      const { streamId } = await publish();
      await eventually(() => ben.told(streamId)?.video === true, 'it is told of our camera');
      await scene().leave();
      await eventually(() => ben.told(streamId) === undefined, 'the stream is gone');
    });

    it('goes when it leaves', async () => {
      const id = ben.publish('n1');
      await known(id, {});
      await ben.leave();
      await eventually(() => !scene().log.users().has('ben'), 'Ben goes');
      expect(scene().log.streams().size).to.equal(0);
    });
  });

  describe('what the gateway and notes say', () => {
    const ADA = { id: 'ada', name: 'Ada' };
    const NOTE = '{"isCameraOn":true,"isMicrophoneOn":true}';
    let ada: NativePeer;
    beforeEach(async () => {
      await scene().join();
      ada = enter(new NativePeer(cloud(), ADA));
    });

    it('contradicts: the gateway wins for as long as the stream is played', async () => {
      const id = ada.publish('a1', { audio: false, video: false });
      cloud().describe(id, NOTE);
      await stays(id, ON);
      await scene().play(id);
      await stays(id, { audio: false, video: false });
      cloud().describe(id, '{"s":"camera","a":1,"v":1,"isCameraOn":true,"isMicrophoneOn":true}');
      await stays(id, { audio: false, video: false });
      ada.turn(id, 'audio', true);
      await stays(id, { audio: true, video: false });
    });

    it('counts again as in the note when playing has stopped', async () => {
      const id = ada.publish('a1', { audio: false, video: false });
      await known(id, {});
      await scene().play(id);
      await stays(id, { audio: false, video: false });
      cloud().describe(id, '{"isCameraOn":true,"isMicrophoneOn":false}');
      scene().engine.stop(id);
      await stays(id, { audio: false, video: true });
      // A status that was still on its way.
      cloud().media('remoteMicStatusUpdate', id, 'OPEN');
      await stays(id, { audio: false, video: true });
      cloud().describe(id, NOTE);
      await stays(id, ON);
    });

    for (const note of [
      '{"isCameraOn":',
      '[]',
      '["isCameraOn"]',
      'null',
      '{"isCameraOn":"no"}',
      'x'.repeat(1024),
    ])
      it(`counts for nothing in a note such as ${note.slice(0, 20)}`, async () => {
        const id = ada.publish('a1');
        await known(id, ON);
        cloud().describe(id, '{"isCameraOn":false}');
        await stays(id, { audio: true, video: false });
        cloud().describe(id, note);
        await stays(id, { audio: true, video: false });
      });
  });

  it('takes a camera for a camera if room and user IDs look like those of a screen', async () => {
    const streamId = 'my_screensharing_x_screensharing_main';
    await scene().join();
    const ben = enter(new NativePeer(cloud(), { id: 'x_screensharing', name: 'X' }));
    ben.publish(streamId);
    await stays(streamId, { source: 'camera' });
  });
});
