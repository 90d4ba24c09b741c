import { expect } from '@open-wc/testing';
import { RoomEvents } from '../../src/engine/zego/zego-events.js';
import { statsOf } from '../../src/engine/zego/zego-stats.js';

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

const WELL = {
  video: {
    videoBitrate: 812.4,
    videoFPS: 14.8,
    frameHeight: 360,
    frameWidth: 640,
    videoPacketsLostRate: 0.01,
  },
  audio: { audioBitrate: 41.2, audioPacketsLostRate: 0.03 },
  currentRoundTripTime: 0.034,
};

describe('statistics of the ZEGO SDK', () => {
  for (const [what, told, figures] of [
    [
      'a stream that goes well, its round trip in ms, the worse loss of the two',
      WELL,
      {
        ...UNKNOWN,
        videoBitrate: 812.4,
        audioBitrate: 41.2,
        packetLoss: 0.03,
        rtt: 34,
        frameRate: 14.8,
        width: 640,
        height: 360,
      },
    ],
    ['sound alone', { audio: { audioBitrate: 40 } }, { ...UNKNOWN, audioBitrate: 40 }],
    ['nothing', {}, UNKNOWN],
    [
      'no round trip and no picture, where the SDK says 0',
      { video: { frameWidth: 0 }, currentRoundTripTime: 0 },
      UNKNOWN,
    ],
    [
      'a rate of 0',
      { video: { videoBitrate: 0, videoFPS: 0 } },
      { ...UNKNOWN, videoBitrate: 0, frameRate: 0 },
    ],
    [
      'what was divided by zero',
      {
        video: { videoBitrate: NaN, videoPacketsLostRate: Infinity, videoFPS: -1 },
        currentRoundTripTime: NaN,
      },
      UNKNOWN,
    ],
    ['more lost than sent', { video: { videoPacketsLostRate: 1.5 } }, { ...UNKNOWN, packetLoss: 1 }],
    [
      'what support engineers ask for',
      {
        video: { googCodecName: 'H264', videoCumulativeBreakTime: 320 },
        audio: { audioJitter: 0.012 },
        peerToPeerDelay: 180,
      },
      { ...UNKNOWN, codec: 'H264', frozen: 320, jitter: 12, delay: 180 },
    ],
    ['garbage', { video: 'x', audio: null, currentRoundTripTime: '3' }, UNKNOWN],
  ] as const) {
    it(`are of ${what}`, () => {
      expect(statsOf('play', 's1', told)).to.deep.equal([
        { type: 'stats', stats: { streamId: 's1', direction: 'play', ...figures } },
      ]);
    });
  }

  for (const [what, streamId, told] of [
    ['without a stream', undefined, WELL],
    ['of an empty stream ID', '', WELL],
    ['that are missing', 's1', undefined],
    ['that are no object', 's1', 7],
  ] as const) {
    it(`are none when they come ${what}`, () => {
      expect(statsOf('publish', streamId, told)).to.deep.equal([]);
    });
  }

  for (const [name, direction] of [
    ['publishQualityUpdate', 'publish'],
    ['playQualityUpdate', 'play'],
  ] as const) {
    it(`come as ${name}`, () => {
      const [event] = new RoomEvents('tea', 'me', () => true).listeners[name]!('s1', WELL);
      expect(event).to.have.nested.property('stats.direction', direction);
    });
  }
});
