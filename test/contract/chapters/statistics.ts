import { expect } from '@open-wc/testing';
import type { StreamStats } from '../../../src/engine/call-engine.js';
import { eventually, inTime, pause } from '../../support/wait.js';
import type { Scene } from '../scene.js';

/** An engine may need a few looks for the first figures. */
const LOOKS = 4;
/** Until pictures and sound flow, in ms. */
const LONGEST_START = 6_000;

/** How streams fare. */
export function statisticsContract(scene: () => Scene): void {
  describe('statistics', () => {
    it('tell how a played stream fares', async () => {
      const { streamId } = await scene().watchAda();
      await scene().play(streamId);
      const stats = await flowing(scene(), streamId);

      expect(stats.direction).to.equal('play');
      expectWholePicture(stats);
    });

    it('tell how a published stream fares', async () => {
      const { streamId } = await publishToAda(scene());
      const stats = await flowing(scene(), streamId);

      expect(stats.direction).to.equal('publish');
      expectWholePicture(stats);
    });

    it('hold no figure that can not be', async () => {
      const { streamId } = await scene().watchAda();
      await scene().play(streamId);
      const publication = await scene().engine.publish(scene().media().stream, { source: 'camera' });
      await flowing(scene(), streamId);
      await publication.setMuted('video', true);
      await flowing(scene(), streamId, 3);

      for (const { stats } of scene().log.of('stats')) expectPossible(stats);
    });

    it('end with the stream that they are about', async () => {
      const { ada, streamId } = await scene().watchAda();
      const screenId = await ada.publish('screen');
      await scene().log.stream(screenId);
      await scene().play(streamId);
      await scene().play(screenId);
      const publication = await scene().engine.publish(scene().media().stream, { source: 'camera' });
      await flowing(scene(), screenId);
      scene().engine.stop(screenId);
      await publication.stop();

      scene().log.forget();
      await flowing(scene(), streamId); // What was on its way has come.
      scene().log.forget();
      await flowing(scene(), streamId, 2);
      expect(
        new Set(
          scene()
            .log.of('stats')
            .map(({ stats }) => stats.streamId),
        ),
      ).to.deep.equal(new Set([streamId]));
    });

    it('end with the call', async () => {
      const { streamId } = await scene().watchAda();
      await scene().play(streamId);
      await flowing(scene(), streamId);
      await scene().leave();
      scene().log.forget();
      await pause(1.2 * scene().stage.statsEvery);

      expect(scene().log.of('stats')).to.deep.equal([]);
    });
  });
}

/** The newest figures of a stream, once it is told `times` times to flow. */
function flowing({ log, stage }: Scene, streamId: string, times = 1): Promise<StreamStats> {
  const told = (): StreamStats[] => log.of('stats').flatMap(({ stats }) => (flows(stats) ? stats : []));
  const flows = ({ streamId: id, videoBitrate, audioBitrate }: StreamStats): boolean =>
    id === streamId && (videoBitrate ?? 0) > 0 && (audioBitrate ?? 0) > 0;
  return eventually(
    () => told()[times - 1],
    `the engine tells ${times} times that the stream ${streamId} flows`,
    LONGEST_START + (LOOKS + times) * stage.statsEvery,
  );
}

async function publishToAda(scene: Scene): Promise<{ streamId: string }> {
  await scene.join();
  const ada = await scene.enterAda();
  const publishing = scene.engine.publish(scene.media().stream, { source: 'camera' });
  const { streamId } = await inTime(publishing, 'publish settles');
  await eventually(() => ada.sees(streamId), 'the peer sees the stream');
  return { streamId };
}

function expectWholePicture({ frameRate, height, rtt, width }: StreamStats): void {
  expect(frameRate).to.be.within(1, 120);
  expect(width).to.be.within(16, 10_000);
  expect(height).to.be.within(9, 10_000);
  expect(rtt).to.be.within(0, 10_000);
}

function expectPossible({ streamId: _, direction: __, codec, ...figures }: StreamStats): void {
  if (codec !== null) expect(codec).to.match(/^[A-Za-z0-9-]+$/);
  for (const [name, figure] of Object.entries(figures)) {
    if (figure === null) continue;
    expect(figure, name).to.be.within(0, name === 'packetLoss' ? 1 : 1e6);
  }
}
