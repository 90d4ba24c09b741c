import { expect } from '@open-wc/testing';
import { CallError } from '../../../src/engine/call-error.js';
import { expectMovingPicture } from '../../support/test-media.js';
import { eventually, pause } from '../../support/wait.js';
import type { Scene } from '../scene.js';

/** Long enough for a second report to arrive, were there one. */
const SETTLING_TIME = 400;

/** Faults of the network, and being put out of the room. */
export function connectionContract(scene: () => Scene): void {
  describe('connection', () => {
    it('ends once, when the same user logs in elsewhere', async () => {
      const { stage, log } = scene();
      await scene().join();
      await stage.logInElsewhere();
      await log.event('ended');
      await pause(SETTLING_TIME);

      expect(log.of('ended')).to.have.length(1);
      const [ended] = log.of('ended');
      expect(ended?.reason).to.equal('duplicate-login');
      expect(ended?.error).to.be.instanceOf(CallError);
      expect(ended?.error.code).to.equal('duplicate-login');
    });

    it('leaves the given tracks alive when it ends', async () => {
      const { stage, engine, log } = scene();
      await scene().join();
      const media = scene().media();
      await engine.publish(media.stream, { source: 'camera' });
      await stage.logInElsewhere();
      await log.event('ended');

      expect(media.audio.readyState).to.equal('live');
      expect(media.video.readyState).to.equal('live');
    });

    it('reports a lost connection and its return, with everybody still there', async () => {
      const { stage, log } = scene();
      await scene().join();
      const ada = await scene().enterAda();
      const streamId = await ada.publish('camera');
      await log.stream(streamId);

      await stage.dropConnection();
      await log.event('connection', ({ status }) => status === 'reconnecting');
      expect(log.of('connection').map(({ status }) => status)).to.not.include('reconnected');

      await stage.restoreConnection();
      await log.event('connection', ({ status }) => status === 'reconnected');
      await log.user('ada');
      await log.stream(streamId);
      await expectMovingPicture(await scene().play(streamId));
      expect(log.of('ended')).to.have.length(0);
    });

    it('keeps publishing over a lost connection', async () => {
      const { stage, engine, log } = scene();
      await scene().join();
      const ada = await scene().enterAda();
      const { streamId } = await engine.publish(scene().media().stream, { source: 'camera' });
      await eventually(() => ada.sees(streamId), 'the peer sees the stream');

      await stage.dropConnection();
      await log.event('connection', ({ status }) => status === 'reconnecting');
      await stage.restoreConnection();
      await log.event('connection', ({ status }) => status === 'reconnected');
      const stream = await eventually(() => ada.sees(streamId), 'the peer sees the stream again');
      expect(stream).to.include({ source: 'camera', audio: true, video: true });
      expect(log.of('publication-ended')).to.have.length(0);
    });

    it('leaves while the connection is lost', async () => {
      const { stage, engine, log } = scene();
      await scene().join();
      await stage.dropConnection();
      await log.event('connection', ({ status }) => status === 'reconnecting');
      await scene().leave();
      log.forget();
      await stage.restoreConnection();
      await pause(SETTLING_TIME);

      expect(log.all, 'nothing is reported after leaving').to.deep.equal([]);
      await engine.destroy();
    });
  });
}
