import { expect } from '@open-wc/testing';
import type { CallEngine } from '../../src/engine/call-engine.js';
import { CallError } from '../../src/engine/call-error.js';
import { createSimulatedWorld, type SimulatedRoom } from '../../src/engine/simulated/testing.js';
import { expectCallError } from '../support/call-errors.js';
import { EventLog } from '../support/event-log.js';
import { MediaWatch } from '../support/media-watch.js';
import { expectMovingPicture, TestMedia } from '../support/test-media.js';
import { eventually, pause } from '../support/wait.js';

const never = new AbortController().signal;
const FRAMES_TIME = 250;

describe('simulated world', () => {
  let room: SimulatedRoom;
  let engine: CallEngine;
  let other: CallEngine;
  let log: EventLog;
  beforeEach(() => {
    const world = createSimulatedWorld();
    room = world.room('studio');
    engine = world.createEngine();
    other = world.createEngine();
    log = new EventLog(engine);
  });
  afterEach(async () => {
    await engine.destroy();
    await other.destroy();
  });
  const join = (joining: CallEngine = engine, id = 'me') =>
    joining.join({ room: 'studio', user: { id, name: id }, token: `token of ${id}` }, never);

  describe('faults', () => {
    it('fails the next join, and that one only', async () => {
      room.failNextJoin(new CallError('room-full', 'for the test'));
      await expectCallError(join(), 'room-full');
      await join();
      expect(room.users.map(({ id }) => id)).to.deep.equal(['me']);
    });

    it('takes the time to join that it is told to', async () => {
      room.joinDelay = 150;
      const start = performance.now();
      await join();
      expect(performance.now() - start).to.be.at.least(140);
    });

    it('is left while joining', async () => {
      room.joinDelay = 10_000;
      const joining = join();
      await engine.leave();
      await expectCallError(joining, 'aborted');
      expect(room.users).to.deep.equal([]);
    });

    it('removes a user', async () => {
      await join();
      room.kick('me');
      const { reason, error } = await log.event('ended');
      expect(reason).to.equal('removed');
      expect(error.code).to.equal('removed');
      await expectCallError(engine.sendMessage('too late', 'reliable'), 'engine');
    });

    it('ends a publication', async () => {
      await join();
      const media = new TestMedia();
      const publication = await engine.publish(media.stream, { source: 'camera' });
      const error = new CallError('network', 'for the test');
      room.endPublication(publication.streamId, error);

      const ended = await log.event('publication-ended');
      expect(ended).to.deep.equal({
        type: 'publication-ended',
        streamId: publication.streamId,
        source: 'camera',
        error,
      });
      expect(room.streams).to.deep.equal([]);
      await expectCallError(publication.setMuted('audio', true), 'engine');
      expect(media.video.readyState).to.equal('live');
      await media.close();
    });

    it('fails to play, once, what is not played yet', async () => {
      const streamId = room.enter({ id: 'ada' }).publish({ picture: false });
      await join();
      room.failPlay(streamId, new CallError('network', 'for the test'));
      await expectCallError(engine.play(streamId, never), 'network');
      expect(await engine.play(streamId, never)).to.be.instanceOf(MediaStream);
    });

    it('reports that playing failed to who plays', async () => {
      const streamId = room.enter({ id: 'ada' }).publish();
      await join();
      const stream = await engine.play(streamId, never);
      room.failPlay(streamId, new CallError('network', 'for the test'));
      const { error } = await log.event('play-state', ({ state }) => state === 'failed');
      expect(error?.code).to.equal('network');
      expect(stream.getTracks()).to.deep.equal([]);
    });

    it('asks for a new token, and keeps it', async () => {
      await join();
      expect(room.tokenOf('me')).to.equal('token of me');
      room.expireToken();
      await log.event('token-expiring');
      engine.renewToken('a fresh one');
      expect(room.tokenOf('me')).to.equal('a fresh one');
    });

    it('holds back what happens while the connection is down', async () => {
      await join();
      room.dropConnection();
      await log.event('connection');
      const ada = room.enter({ id: 'ada' });
      ada.say('are you there?');
      await expectCallError(engine.sendMessage('no', 'reliable'), 'network');
      expect(log.of('message')).to.deep.equal([]);

      room.restoreConnection();
      await log.event('message');
      const order = log.all.map((event) => event.type).filter((type) => type !== 'quality');
      expect(order).to.deep.equal(['connection', 'connection', 'users-added', 'message']);
    });
  });

  describe('people', () => {
    it('can do without a picture, which costs nothing to draw', async () => {
      const watch = new MediaWatch();
      const streamId = room.enter({ id: 'ada' }).publish({ audio: false, picture: false });
      await join();
      expect(await log.stream(streamId)).to.include({ audio: false, video: true });
      const stream = await engine.play(streamId, never);
      expect(stream.getVideoTracks()).to.deep.equal([]);
      expect(watch.frames + watch.contextsMade).to.equal(0);
      watch.end();
    });

    it('speak by a script that ends in silence', async () => {
      const ada = room.enter({ id: 'ada' });
      const streamId = ada.publish({ picture: false });
      await join();
      await engine.play(streamId, never);
      ada.speak([0.2, ...Array<number>(6).fill(0.8)]); // Long enough for a busy machine to hear.
      await log.event('levels', ({ levels }) => levels.get(streamId) === 0.8);
      log.forget();
      const { levels } = await log.event('levels', (event) => event.levels.get(streamId) === 0);
      expect(levels.get(streamId)).to.equal(0);
    });

    it('are silent while muted, however loud they speak', async () => {
      const ada = room.enter({ id: 'ada' });
      const streamId = ada.publish({ picture: false });
      ada.speak(1);
      ada.mute('audio');
      await join();
      await engine.play(streamId, never);
      expect((await log.event('levels')).levels.get(streamId)).to.equal(0);
    });

    it('report the quality of their network', async () => {
      await join();
      room.enter({ id: 'ada' }).quality(1, 4);
      const quality = await log.event('quality', ({ userId }) => userId === 'ada');
      expect(quality).to.include({ up: 1, down: 4 });
    });

    it('have figures that a script sets at once; the others stay plausible', async () => {
      const streamId = room.enter({ id: 'ada' }).publish({ audio: false, picture: false });
      await join();
      await engine.play(streamId, never);
      room.setFigures(streamId, { packetLoss: 0.3, rtt: null });
      const { stats } = await log.event('stats');
      expect(stats).to.deep.equal({
        streamId,
        direction: 'play',
        videoBitrate: 900,
        audioBitrate: 0,
        packetLoss: 0.3,
        rtt: null,
        frameRate: 15,
        width: 320,
        height: 180,
        codec: null,
        jitter: null,
        delay: null,
        frozen: null,
      });
    });

    it('show a picture that begins later in what is played already', async () => {
      const ada = room.enter({ id: 'ada' });
      const streamId = ada.publish({ video: false });
      await join();
      const stream = await engine.play(streamId, never);
      expect(stream.getVideoTracks()).to.deep.equal([]);
      ada.unmute('video');
      await expectMovingPicture(stream);
    });
  });

  describe('cost', () => {
    let watch: MediaWatch;
    beforeEach(() => {
      watch = new MediaWatch();
    });
    afterEach(() => watch.end());

    it('draws only what is played, and one AudioContext serves everybody', async () => {
      const streamIds = ['ada', 'chidi', 'noor'].map((id) => room.enter({ id }).publish());
      await join();
      expect(watch.frames + watch.contextsMade, 'nothing plays yet').to.equal(0);
      for (const streamId of streamIds) await engine.play(streamId, never);
      expect(watch.contextsMade).to.equal(1);

      await engine.leave();
      const last = watch.frames;
      await pause(FRAMES_TIME);
      expect(watch.frames).to.equal(last);
      await eventually(() => watch.contextsOpen === 0, 'the AudioContext is closed');
    });

    it('stops drawing who is not looked at', async () => {
      const streamId = room.enter({ id: 'ada' }).publish();
      await join();
      const stream = await engine.play(streamId, never);
      engine.receive(streamId, 'off');
      const last = watch.frames;
      await pause(FRAMES_TIME);
      expect(watch.frames).to.equal(last);

      engine.receive(streamId, 'low');
      await expectMovingPicture(stream);
    });

    it('stops with the participant who leaves', async () => {
      const ada = room.enter({ id: 'ada' });
      const stream = await join().then(() => engine.play(ada.publish(), never));
      ada.leave();
      expect(stream.getTracks()).to.deep.equal([]);
      await eventually(() => watch.contextsOpen === 0, 'the AudioContext is closed');
      expect(room.users.map(({ id }) => id)).to.deep.equal(['me']);
    });
  });

  describe('two engines', () => {
    it('see and hear each other', async () => {
      await join();
      await join(other, 'you');
      const media = new TestMedia();
      const publication = await engine.publish(media.stream, { source: 'camera' });
      const stream = await other.play(publication.streamId, never);
      expect(stream.getTracks()).to.have.members([media.audio, media.video]);
      await expectMovingPicture(stream);

      await publication.setMuted('video', true);
      expect(stream.getTracks()).to.deep.equal([media.audio]);
      await other.sendMessage('hello', 'reliable');
      expect((await log.event('message')).message.from.id).to.equal('you');
      other.stop(publication.streamId);
      expect(media.audio.readyState, 'stopping leaves what others captured').to.equal('live');
      await media.close();
    });

    it('end the first session of a user with the second', async () => {
      await join();
      await join(other, 'me');
      expect((await log.event('ended')).reason).to.equal('duplicate-login');
      expect(room.users.map(({ id }) => id)).to.deep.equal(['me']);
    });
  });
});
