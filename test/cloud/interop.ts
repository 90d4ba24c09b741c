import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import { signalText } from '../../src/call/signal.js';
import type { Publication, StreamInfo, StreamSource, TrackKind, User } from '../../src/engine/call-engine.js';
import { syntheticDevices } from '../../src/engine/simulated/testing.js';
import { writeSignal } from '../../src/engine/zego/signal-command.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { useScene } from '../contract/scene.js';
import { expectDevicesFollowed } from '../contract/zego-kit.js';
import { expectMovingPicture } from '../support/test-media.js';
import { eventually, inTime } from '../support/wait.js';
import { setCloudStage } from './cloud-stage.js';
import { CloudKitPeer } from './kit-peer.js';
import { cloudProject, requestFor } from './project.js';
import { SdkPeer } from './sdk-peer.js';

const BEN = { id: 'ben', name: 'Ben' };
const CHIDI = { id: 'chidi', name: 'Chidi' };
const ON = { audio: true, video: true };
const KINDS: readonly TrackKind[] = ['audio', 'video'];
const OTHER: Readonly<Record<TrackKind, TrackKind>> = { audio: 'video', video: 'audio' };
const never = new AbortController().signal;

// What the contract suite does not see, because there everybody is an engine of ours.
describe('zego, over its cloud, with clients that are not ours,', () => {
  const scene = useScene(setCloudStage);
  const leaving: (() => Promise<void>)[] = [];
  const enter = async <Peer extends SdkPeer>(peer: Peer): Promise<Peer> => {
    leaving.push(() => peer.leave());
    await peer.enter();
    return peer;
  };
  afterEach(async () => {
    for (const leave of leaving.splice(0).reverse()) await leave();
  });

  const room = () => scene().stage.request.room;
  /** Joins a room where Ben is then, too. Not in a hook: one login that fails would take the other tests along. */
  const joinWith = async <Peer extends SdkPeer>(Client: new (room: string, user: User) => Peer) => {
    await scene().join();
    return enter(new Client(room(), BEN));
  };
  const known = (streamId: string, expected: Partial<StreamInfo>) =>
    scene().log.stream(streamId, (stream) =>
      Object.entries(expected).every(([key, value]) => stream[key as keyof StreamInfo] === value),
    );
  const publish = (source: StreamSource = 'camera'): Promise<Publication> =>
    inTime(scene().engine.publish(scene().media().stream, { source }), 'publish settles');

  describe('the kit for the Web', () => {
    it('is shown with its camera and microphone as it turns them, before and while it is played', async () => {
      const ben = await joinWith(CloudKitPeer);
      const id = await ben.show('camera');
      expect((await known(id, { source: 'camera', ...ON })).user).to.deep.equal(BEN);
      await ben.switch('video', false);
      await known(id, { audio: true, video: false });
      await ben.switch('video', true);
      await known(id, ON);
      await scene().play(id);
      await ben.switch('audio', false);
      await known(id, { audio: false, video: true });
      await ben.switch('audio', true);
      await known(id, ON);
    });

    it('shares its screen as a screen, beside its camera', async () => {
      const ben = await joinWith(CloudKitPeer);
      const [camera, screen] = [await ben.show('camera'), await ben.show('screen')];
      await known(screen, { source: 'screen', video: true });
      await known(camera, { source: 'camera' });
    });

    it('shows our camera, our microphone and our screen as they are', async () => {
      const ben = await joinWith(CloudKitPeer);
      const publication = await publish();
      await expectDevicesFollowed(publication, () => ben.sees('me'));
      await publish('screen');
      await eventually(() => ben.sees('me')?.screen === true, 'it shows the screen');
      expect(ben.sees('me')?.name).to.equal('Me');
    });

    it('has hosts whose commands arrive', async () => {
      const ben = await joinWith(CloudKitPeer);
      await ben.command('{"zego_turn_camera_off":"me"}');
      const { action, from } = await scene().log.event('host-command');
      expect([action, from.id]).to.deep.equal(['turn-camera-off', 'ben']);
    });
  });

  describe('a native app', () => {
    it('is shown with sound and picture, and with the devices that the gateway says are on', async () => {
      const ben = await joinWith(SdkPeer);
      const id = await ben.publish(`native-${crypto.randomUUID()}`);
      await known(id, { source: 'camera', ...ON });
      await expectMovingPicture(await scene().play(id));
      for (const kind of KINDS) {
        ben.turn(id, kind, false);
        await known(id, { ...ON, [kind]: false });
        ben.turn(id, kind, true);
        await known(id, ON);
      }
    });

    for (const kind of KINDS)
      it(`is told by the gateway when our ${kind} goes off and on`, async () => {
        const ben = await joinWith(SdkPeer);
        const publication = await publish();
        const { streamId } = publication;
        await ben.play(streamId);
        const told = (status: string) =>
          eventually(() => ben.told(streamId, kind) === status, `the gateway says ${status}`);
        await publication.setMuted(kind, true);
        await told('MUTE');
        expect(ben.told(streamId, OTHER[kind]), 'the other device').to.not.equal('MUTE');
        await publication.setMuted(kind, false);
        await told('OPEN');
      });
  });

  describe('custom commands', () => {
    it('reach everybody when they list nobody, and otherwise those whom they list', async () => {
      const ben = await joinWith(SdkPeer);
      const chidi = await enter(new SdkPeer(room(), CHIDI));
      await scene().log.user('ben');
      await scene().log.user('chidi');
      await scene().engine.sendSignal('for Ben', ['ben']);
      await scene().engine.sendSignal('for all');
      const [one, all] = ['for Ben', 'for all'].map((text) => ({ from: 'me', text: writeSignal(text) }));
      await eventually(() => ben.commands.length >= 2, 'Ben receives both');
      await eventually(() => chidi.commands.length >= 1, 'Chidi receives one');
      expect(ben.commands).to.deep.equal([one, all]);
      expect(chidi.commands).to.deep.equal([all]);

      await ben.command(writeSignal('from Ben to all'));
      await ben.command(writeSignal('from Ben to me'), ['me']);
      await eventually(() => scene().log.of('signal').length >= 2, 'we receive both');
      const received = scene()
        .log.of('signal')
        .map(({ from, text }) => [from.id, text]);
      expect(received).to.deep.equal([
        ['ben', 'from Ben to all'],
        ['ben', 'from Ben to me'],
      ]);
    });
  });

  describe('raised hands', () => {
    const call = async (user: string): Promise<CallSession> => {
      const project = await cloudProject();
      const { token } = await requestFor(room(), { id: user, name: user });
      const session = new CallSession(() => syntheticDevices());
      session.configure({ room: room(), user, token, engine: () => createZegoEngine(project) });
      leaving.push(() => session.leave());
      await inTime(session.join(), `${user} joins`);
      return session;
    };

    it('are known to somebody who joins later', async () => {
      const early = await call('early');
      await early.raiseHand(true);
      const late = await call('late');
      await eventually(() => late.state.hands.includes('early'), 'the hand is up for who joined later');
      const ben = await enter(new SdkPeer(room(), BEN));
      const up = writeSignal(signalText({ type: 'hand', raised: true }));
      const heard = (): boolean => ben.commands.some(({ from, text }) => from === 'early' && text === up);
      await eventually(heard, 'a command tells of it');
    });
  });

  describe('identifiers', () => {
    for (const [what, characters] of [
      ['dots, @ and +', 'first.last+tag@example.com'],
      ['all other characters that are allowed', "!#$&'()*,-;<=>\\^_`~"],
    ] as const)
      it(`may contain ${what}`, async () => {
        const oddRoom = `${characters}${crypto.randomUUID()}`;
        const me = { id: `me${characters}`, name: 'Me' };
        const other = { id: `ben${characters}`, name: 'Ben' };
        await inTime(scene().engine.join(await requestFor(oddRoom, me), never), 'join settles');
        const ben = await enter(new CloudKitPeer(oddRoom, other));
        const theirs = await ben.publish(`odd-${crypto.randomUUID()}`);
        expect((await known(theirs, ON)).user).to.deep.equal(other);
        const { streamId } = await publish();
        await ben.play(streamId);
        expect(ben.sees(me.id)?.camera).to.equal('OPEN');
      });
  });
});
