import { expect } from '@open-wc/testing';
import { figuresOf, type Report, together } from '../../src/engine/local/stream-figures.js';

const UNKNOWN = {
  videoBitrate: null,
  audioBitrate: null,
  packetLoss: null,
  rtt: null,
  frameRate: null,
  width: null,
  height: null,
  codec: null,
  jitter: null,
  delay: null,
  frozen: null,
};

function report(
  ...stats: readonly (Report extends ReadonlyMap<string, infer S> ? S & { id: string } : never)[]
) {
  return new Map(stats.map((stat) => [stat.id, stat]));
}

const inbound = (timestamp: number, bytes: number, frames: number, received: number, packetsLost: number) =>
  report(
    {
      id: 'v',
      type: 'inbound-rtp',
      kind: 'video',
      mid: '1',
      timestamp,
      bytesReceived: bytes,
      framesDecoded: frames,
      packetsReceived: received,
      packetsLost,
      frameWidth: 640,
      frameHeight: 360,
      codecId: 'c',
      totalFreezesDuration: 0.25,
    },
    {
      id: 'a',
      type: 'inbound-rtp',
      kind: 'audio',
      mid: '0',
      timestamp,
      bytesReceived: bytes / 10,
      jitter: 0.004,
    },
    { id: 'c', type: 'codec', mimeType: 'video/VP8' },
    { id: 'other', type: 'inbound-rtp', kind: 'video', mid: '7', timestamp, bytesReceived: 9e9 },
    { id: 'pair', type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.05 },
  );

const outbound = (timestamp: number, bytes: number, fractionLost?: number) =>
  report(
    {
      id: 'v',
      type: 'outbound-rtp',
      kind: 'video',
      mid: '1',
      timestamp,
      bytesSent: bytes,
      framesEncoded: timestamp / 100,
      remoteId: 'far',
    },
    {
      id: 'far',
      type: 'remote-inbound-rtp',
      roundTripTime: 0.2,
      ...(fractionLost === undefined ? {} : { fractionLost }),
    },
    // The other way on the same line.
    { id: 'in', type: 'inbound-rtp', kind: 'video', mid: '1', timestamp, bytesReceived: 7e9 },
  );

describe('figures of a stream on a connection', () => {
  it('are of what happened between two looks, on the lines of that stream', () => {
    const before = inbound(1_000, 100_000, 20, 900, 10);
    const now = inbound(3_000, 300_000, 50, 990, 20);
    expect(figuresOf('play', ['0', '1'], now, before)).to.deep.equal({
      videoBitrate: 800,
      audioBitrate: 80,
      packetLoss: 0.1,
      rtt: 50,
      frameRate: 15,
      width: 640,
      height: 360,
      codec: 'VP8',
      jitter: 4,
      delay: null,
      frozen: 250,
    });
  });

  it('hold no rates after the first look', () => {
    expect(figuresOf('play', ['0', '1'], inbound(1_000, 9, 9, 9, 9), undefined)).to.deep.equal({
      ...UNKNOWN,
      rtt: 50,
      width: 640,
      height: 360,
      codec: 'VP8',
      jitter: 4,
      frozen: 250,
    });
  });

  it('are as the other end tells of what is sent', () => {
    const figures = figuresOf('publish', ['1'], outbound(2_000, 50_000, 0.25), outbound(1_000, 25_000));
    expect(figures).to.deep.equal({
      ...UNKNOWN,
      videoBitrate: 200,
      packetLoss: 0.25,
      rtt: 200,
      frameRate: 10,
    });
  });

  it('hold no loss before the other end has told of one', () => {
    expect(figuresOf('publish', ['1'], outbound(2_000, 2), outbound(1_000, 1)).packetLoss).to.equal(null);
  });

  for (const [what, before] of [
    ['no time has passed', inbound(3_000, 100_000, 20, 900, 10)],
    ['counting began anew', inbound(1_000, 900_000, 900, 9_000, 90)],
  ] as const) {
    it(`hold no rates when ${what}`, () => {
      const { frameRate, videoBitrate } = figuresOf(
        'play',
        ['1'],
        inbound(3_000, 300_000, 50, 990, 20),
        before,
      );
      expect([frameRate, videoBitrate]).to.deep.equal([null, null]);
    });
  }

  it('hold no loss when nothing came', () => {
    const still = inbound(3_000, 1, 1, 100, 5);
    expect(figuresOf('play', ['1'], still, inbound(1_000, 1, 1, 100, 5)).packetLoss).to.equal(null);
  });

  it('are unknown on a connection that carries nothing of it', () => {
    expect(figuresOf('publish', [], new Map(), new Map())).to.deep.equal(UNKNOWN);
  });

  it('are, together, all that flows, the worst way, the best picture', () => {
    const near = {
      ...UNKNOWN,
      videoBitrate: 100,
      audioBitrate: 30,
      packetLoss: 0,
      rtt: 9,
      frameRate: 15,
      width: 80,
      height: 45,
    };
    const far = {
      ...UNKNOWN,
      videoBitrate: 800,
      packetLoss: 0.1,
      rtt: 90,
      frameRate: 30,
      width: 640,
      height: 360,
    };
    expect(together([near, far])).to.deep.equal({
      ...UNKNOWN,
      videoBitrate: 900,
      audioBitrate: 30,
      packetLoss: 0.1,
      rtt: 90,
      frameRate: 30,
      width: 640,
      height: 360,
    });
    expect(together([])).to.deep.equal(UNKNOWN);
  });
});
