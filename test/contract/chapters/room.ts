import { expect } from '@open-wc/testing';
import { eventually } from '../../support/wait.js';
import type { Scene } from '../scene.js';

/** Who and what is in the room. */
export function roomContract(scene: () => Scene): void {
  describe('room', () => {
    it('reports who and what was there before, after join resolved', async () => {
      const { stage, engine, log } = scene();
      const ada = await scene().enterAda();
      const streamId = await ada.publish('camera');
      let joined = false;
      const reportedTooEarly: string[] = [];
      engine.subscribe((event) => {
        if (!joined) reportedTooEarly.push(event.type);
      });
      await engine.join(stage.request, new AbortController().signal).then(() => (joined = true));

      expect(await log.user('ada')).to.include({ id: 'ada', name: 'Ada Löwe' });
      const stream = await log.stream(streamId);
      expect(stream.user.id).to.equal('ada');
      expect(stream).to.include({ source: 'camera', audio: true, video: true });
      expect(reportedTooEarly).to.not.include.members(['users-added']);
      expect(reportedTooEarly).to.not.include.members(['streams-added']);
    });

    it('reports people who come and go', async () => {
      const { stage, log } = scene();
      await scene().join();
      const ada = await scene().enterAda();
      await stage.enter({ id: 'chidi', name: 'Chidi' });
      await log.user('ada');
      await log.user('chidi');

      await ada.leave();
      await log.event('users-removed', ({ userIds }) => userIds.includes('ada'));
      expect([...log.users().keys()]).to.deep.equal(['chidi']);
    });

    it('reports streams that come and go', async () => {
      const { log } = scene();
      await scene().join();
      const ada = await scene().enterAda();
      const streamId = await ada.publish('camera');
      expect(await log.stream(streamId)).to.include({ source: 'camera', audio: true, video: true });

      await ada.unpublish(streamId);
      await log.event('streams-removed', ({ streamIds }) => streamIds.includes(streamId));
      expect(log.streams().size).to.equal(0);
    });

    it('reports a screen as a second stream beside the camera', async () => {
      const { log } = scene();
      await scene().join();
      const ada = await scene().enterAda();
      const camera = await ada.publish('camera');
      const screen = await ada.publish('screen');
      expect(camera).to.not.equal(screen);
      expect((await log.stream(camera)).source).to.equal('camera');
      const shared = await log.stream(screen);
      expect(shared.source).to.equal('screen');
      expect(shared.user.id).to.equal('ada');

      await ada.unpublish(screen);
      await log.event('streams-removed', ({ streamIds }) => streamIds.includes(screen));
      expect([...log.streams().keys()]).to.deep.equal([camera]);
    });

    it('reports the streams of somebody who leaves as removed', async () => {
      const { log } = scene();
      await scene().join();
      const ada = await scene().enterAda();
      const streamId = await ada.publish('camera');
      await log.stream(streamId);

      await ada.leave();
      await log.event('streams-removed', ({ streamIds }) => streamIds.includes(streamId));
      await log.event('users-removed', ({ userIds }) => userIds.includes('ada'));
      expect(log.streams().size).to.equal(0);
    });

    it('never reports the own user or the own streams', async () => {
      const { stage, engine, log } = scene();
      await scene().join();
      const ada = await scene().enterAda();
      const { streamId } = await engine.publish(scene().media().stream, { source: 'camera' });
      await eventually(() => ada.sees(streamId), 'the peer sees the stream');
      await log.user('ada');

      const users = log.of('users-added').flatMap((event) => event.users.map((user) => user.id));
      const streams = log
        .of('streams-added')
        .flatMap((event) => event.streams.map((stream) => stream.streamId));
      expect(users).to.not.include(stage.request.user.id);
      expect(streams).to.not.include(streamId);
    });

    it('reports quality with grades from -1 to 4', async () => {
      await scene().join();
      const ada = await scene().enterAda();
      const streamId = await ada.publish('camera');
      await scene().log.stream(streamId);
      await scene().play(streamId);

      const { up, down } = await scene().log.event('quality');
      expect(up).to.be.within(-1, 4);
      expect(down).to.be.within(-1, 4);
    });
  });
}
