import { expect } from '@open-wc/testing';
import type { TrackKind } from '../../src/engine/call-engine.js';
import type { EventLog } from '../support/event-log.js';
import { hasSoundCard } from '../support/sound-card.js';
import { nextFrames, TestMedia } from '../support/test-media.js';
import { eventually, inTime, pause } from '../support/wait.js';
import { useMeeting } from './local-meeting.js';

type Toggle = readonly [kind: TrackKind, on: boolean];

const AUDIO_OFF: Toggle = ['audio', false];
const AUDIO_ON: Toggle = ['audio', true];
const VIDEO_OFF: Toggle = ['video', false];
const VIDEO_ON: Toggle = ['video', true];

/** Every order of turning both devices off and on again. */
const ORDERS: readonly (readonly Toggle[])[] = [
  [AUDIO_OFF, AUDIO_ON, VIDEO_OFF, VIDEO_ON],
  [AUDIO_OFF, VIDEO_OFF, AUDIO_ON, VIDEO_ON],
  [AUDIO_OFF, VIDEO_OFF, VIDEO_ON, AUDIO_ON],
  [VIDEO_OFF, AUDIO_OFF, AUDIO_ON, VIDEO_ON],
  [VIDEO_OFF, AUDIO_OFF, VIDEO_ON, AUDIO_ON],
  [VIDEO_OFF, VIDEO_ON, AUDIO_OFF, AUDIO_ON],
];

/** How soon a device that is on again is seen or heard, in ms. */
const RESUME_MS = 1_000;

describe('local engine: devices that go off and on again', () => {
  const meeting = useMeeting();
  let tone: TestMedia | undefined;

  afterEach(async () => {
    await tone?.close();
    tone = undefined;
  });

  for (const order of ORDERS)
    it(`are seen and heard in a plain <video>: ${order.map(nameOf).join(', ')}`, async () => {
      const { emi, publication, video } = await meeting().watch();
      // Chromium's fake microphone beeps once a second, too seldom for this test; Firefox's hums.
      if (await hasSoundCard()) await publication.replaceTrack((tone = new TestMedia(['audio'])).audio);
      await shows(video, 15_000);
      await sounds(emi.log, publication.streamId, 15_000);
      for (const [kind, on] of [...order, ...order]) {
        await publication.setMuted(kind, !on);
        await emi.log.stream(publication.streamId, (stream) => stream[kind] === on);
        if (on && kind === 'video') await shows(video);
        if (on && kind === 'audio') await sounds(emi.log, publication.streamId);
        if (!on) await pause(200); // So that the browser notices a stream that has nothing left to show.
      }
      expect(video.paused || video.ended, 'the element has stopped').to.equal(false);
    });
});

function nameOf([kind, on]: Toggle): string {
  return `${kind === 'audio' ? 'microphone' : 'camera'} ${on ? 'on' : 'off'}`;
}

async function shows(video: HTMLVideoElement, timeout = RESUME_MS): Promise<void> {
  await inTime(nextFrames(video, 2), 'the video shows two new frames', timeout);
}

async function sounds(log: EventLog, streamId: string, timeout = RESUME_MS): Promise<void> {
  const before = log.of('levels').length;
  const isLoud = (): boolean =>
    log
      .of('levels')
      .slice(before)
      .some(({ levels }) => (levels.get(streamId) ?? 0) > 0.01);
  await eventually(isLoud, 'the stream is heard', timeout);
}
