import { expect } from '@open-wc/testing';
import { Statistics } from '../../src/call/statistics.js';
import type { StreamStats } from '../../src/engine/call-engine.js';

const stats = (streamId: string, direction: StreamStats['direction'] = 'play'): StreamStats => ({
  streamId,
  direction,
  videoBitrate: null,
  audioBitrate: null,
  packetLoss: null,
  rtt: null,
  frameRate: null,
  width: null,
  codec: null,
  jitter: null,
  delay: null,
  frozen: null,
  height: null,
});

describe('statistics', () => {
  it('are kept of the 100 streams that were last told of', () => {
    const statistics = new Statistics();
    for (let stream = 0; stream < 100; stream++) statistics.report(stats(`s${stream}`));
    statistics.report(stats('s0'));
    statistics.report(stats('late'));
    const kept = statistics.newest.map(({ stats: { streamId } }) => streamId);
    expect(kept).to.have.length(100);
    expect(kept.slice(-2)).to.deep.equal(['s0', 'late']);
    expect(kept).to.not.include('s1');
  });

  it('go to those who want them, until they want no more', () => {
    const statistics = new Statistics();
    const heard: string[] = [];
    const stop = statistics.subscribe('s1', ({ streamId }) => heard.push(streamId));
    statistics.report(stats('s1'));
    statistics.report(stats('s2'));
    stop();
    statistics.report(stats('s1'));
    expect(heard).to.deep.equal(['s1']);
  });
});
