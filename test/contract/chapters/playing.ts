import { expect } from '@open-wc/testing';
import { expectCallError } from '../../support/call-errors.js';
import { expectMovingPicture } from '../../support/test-media.js';
import { eventually, pause } from '../../support/wait.js';
import type { Scene } from '../scene.js';

/** Longer than an engine keeps a wish waiting for the one before, in ms. */
const SETTLING_TIME = 400;

/** Receiving what others send. */
export function playingContract(scene: () => Scene): void {
  describe('playing', () => {
    it('gives live sound and a moving picture', async () => {
      const { streamId } = await scene().watchAda();
      const stream = await scene().play(streamId);

      await eventually(() => isLive(stream, 'audio'), 'the played stream has live sound');
      await eventually(() => isLive(stream, 'video'), 'the played stream has a live picture');
      await expectMovingPicture(stream);
    });

    it('plays a screen beside the camera', async () => {
      const { ada, streamId } = await scene().watchAda();
      const screenId = await ada.publish('screen');
      await scene().log.stream(screenId);
      const camera = await scene().play(streamId);
      const screen = await scene().play(screenId);

      expect(screen).to.not.equal(camera);
      await expectMovingPicture(camera);
      await expectMovingPicture(screen);
    });

    it('plays again after stop', async () => {
      const { streamId } = await scene().watchAda();
      await scene().play(streamId);
      scene().engine.stop(streamId);

      const stream = await scene().play(streamId);
      await eventually(() => isLive(stream, 'video'), 'the stream is live again');
      expect(scene().log.streams().has(streamId), 'stopping is not leaving the room').to.equal(true);
    });

    it('stops harmlessly what is unknown or already stopped', async () => {
      const { engine } = scene();
      const { streamId } = await scene().watchAda();
      await scene().play(streamId);

      expect(() => {
        engine.stop('nobody-publishes-this');
        engine.stop(streamId);
        engine.stop(streamId);
      }).to.not.throw();
    });

    it('refuses to play when the signal has aborted', async () => {
      const { streamId } = await scene().watchAda();
      await expectCallError(scene().play(streamId, AbortSignal.abort()), 'aborted');
    });

    it('gives up playing when the signal aborts meanwhile', async () => {
      const { streamId } = await scene().watchAda();
      const abort = new AbortController();
      const playing = scene().play(streamId, abort.signal);
      abort.abort();
      await expectCallError(playing, 'aborted');

      const stream = await scene().play(streamId);
      await eventually(() => isLive(stream, 'video'), 'the stream plays afterwards');
    });

    for (const kind of ['audio', 'video'] as const) {
      it(`reports remote ${kind} going off and on`, async () => {
        const { ada, streamId } = await scene().watchAda();
        await ada.setMuted(streamId, kind, true);
        await scene().log.event('remote-device', (event) => concerns(event, streamId, kind) && !event.on);

        await ada.setMuted(streamId, kind, false);
        await scene().log.event('remote-device', (event) => concerns(event, streamId, kind) && event.on);
        expect(await scene().log.stream(streamId)).to.include({ audio: true, video: true });
      });
    }

    it('tells a late arrival what is muted', async () => {
      const ada = await scene().enterAda();
      const streamId = await ada.publish('camera');
      await ada.setMuted(streamId, 'video', true);
      await scene().join();

      const stream = await scene().log.stream(streamId, ({ video }) => !video);
      expect(stream).to.include({ audio: true, video: false });
    });

    it('asks for the layer that is wanted', async () => {
      const { ada, streamId } = await scene().watchAda();
      await scene().play(streamId);
      for (const layer of ['low', 'off', 'high'] as const) {
        scene().engine.receive(streamId, layer);
        const wanted = await eventually(
          () => ada.layerWanted(streamId) === layer && ada.layerWanted(streamId),
          `the layer "${layer}" is asked for`,
        );
        expect(wanted).to.equal(layer);
      }
    });

    it('takes a layer that is asked for before the stream has come', async () => {
      const { ada, streamId } = await scene().watchAda();
      const playing = scene().play(streamId);
      scene().engine.receive(streamId, 'low');
      await playing;
      await eventually(() => ada.layerWanted(streamId) === 'low', 'the low layer is asked for');
    });

    it('starts at the high layer again after stop', async () => {
      const { ada, streamId } = await scene().watchAda();
      await scene().play(streamId);
      scene().engine.receive(streamId, 'low');
      await eventually(() => ada.layerWanted(streamId) === 'low', 'the low layer is asked for');
      scene().engine.stop(streamId);
      await expectMovingPicture(await scene().play(streamId));
      scene().engine.receive(streamId, 'off');
      await eventually(() => ada.layerWanted(streamId) === 'off', 'no picture is asked for');
    });

    it('asks nothing for a stream that plays anew of what was wanted before', async () => {
      const { ada, streamId } = await scene().watchAda();
      const screenId = await ada.publish('screen');
      await scene().log.stream(screenId);
      await Promise.all([scene().play(streamId), scene().play(screenId)]);
      scene().engine.receive(screenId, 'off');
      await eventually(() => ada.layerWanted(screenId) === 'off', 'no picture of the screen is asked for');
      scene().engine.receive(streamId, 'off'); // Too soon after the other one to be asked for at once.
      scene().engine.stop(streamId);
      await scene().play(streamId);
      await pause(SETTLING_TIME);
      expect(ada.layerWanted(streamId)).to.equal('high');
    });

    it('reports how loud a played stream is', async () => {
      const { streamId } = await scene().watchAda();
      await scene().play(streamId);

      const { levels } = await scene().log.event('levels', (event) => (event.levels.get(streamId) ?? 0) > 0);
      expect(levels.get(streamId)).to.be.within(0, 1);
    });
  });
}

function isLive(stream: MediaStream, kind: 'audio' | 'video'): boolean {
  return stream.getTracks().some((track) => track.kind === kind && track.readyState === 'live');
}

function concerns(event: { streamId: string; kind: string }, streamId: string, kind: string): boolean {
  return event.streamId === streamId && event.kind === kind;
}
