import { expect } from '@open-wc/testing';
import { OWN_STREAMS } from '../../src/call/statistics.js';
import type { StreamStats } from '../../src/engine/call-engine.js';
import { eventually } from '../support/wait.js';
import { useStage } from './call-stage.js';

describe('the statistics of a call', () => {
  const stage = useStage();
  const room = () => stage().room;

  /** Joins where Ada shows her camera; resolves with its stream ID once it is played. */
  async function watchAda(): Promise<string> {
    const streamId = room().enter({ id: 'ada' }).publish();
    await stage().enter();
    await stage().until(
      ({ participants }) => participants[0]?.streams[0]?.play === 'playing',
      'the stream of Ada plays',
    );
    return streamId;
  }

  it('are not there before anything was asked for', () => {
    expect(stage().session.statistics).to.equal(null);
  });

  it('go past the snapshot to whoever wants those of a stream', async () => {
    const streamId = await watchAda();
    const { state } = stage();
    const told: StreamStats[] = [];
    const stop = stage().session.statistics!.subscribe(streamId, (stats) => told.push(stats));
    room().setFigures(streamId, { packetLoss: 0.1 });
    await eventually(() => told.length > 0, 'the statistics are told');
    expect(told[0]).to.include({ streamId, direction: 'play', packetLoss: 0.1, audioBitrate: 32 });
    expect(stage().state).to.equal(state);

    stop();
    told.length = 0;
    room().setFigures(streamId, { packetLoss: 0.2 });
    await newestLoss(streamId, 0.2);
    expect(told).to.deep.equal([]);
  });

  it('tell of all that we publish under one name', async () => {
    await watchAda();
    const own = new Set<string>();
    stage().session.statistics!.subscribe(OWN_STREAMS, ({ streamId }) => own.add(streamId));
    await stage().session.startScreenShare();
    const ours = [await stage().published(), await stage().published(() => true, 'screen')];
    for (const { streamId } of ours) room().setFigures(streamId, { rtt: 7 });
    await eventually(() => own.size === 2, 'both of our streams are told of');
    expect([...own]).to.have.members(ours.map(({ streamId }) => streamId));
  });

  it('keep the newest of each stream beyond its end, until the next call', async () => {
    const streamId = await watchAda();
    room().setFigures(streamId, { packetLoss: 0.1 });
    await newestLoss(streamId, 0.1);
    room().setFigures(streamId, { packetLoss: 0.2 });
    await newestLoss(streamId, 0.2);
    await stage().leave();
    const kept = stage().session.statistics!.newest.filter(({ stats }) => stats.streamId === streamId);
    expect(kept).to.have.length(1);
    expect(Date.now() - kept[0]!.at).to.be.within(0, 60_000);

    await stage().join();
    expect(stage().session.statistics!.newest).to.deep.equal([]);
  });

  function newestLoss(streamId: string, packetLoss: number): Promise<unknown> {
    return eventually(
      () =>
        stage().session.statistics!.newest.some(
          ({ stats }) => stats.streamId === streamId && stats.packetLoss === packetLoss,
        ),
      `the newest loss of ${streamId} is ${packetLoss}`,
    );
  }
});
