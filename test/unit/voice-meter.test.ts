import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { VoiceMeter } from '../../src/call/voice-meter.js';
import { hasSoundCard } from '../support/sound-card.js';
import { PageWatch } from '../support/page-watch.js';
import { TestMedia } from '../support/test-media.js';
import { eventually, pause } from '../support/wait.js';

describe('the meter of our own voice', () => {
  let levels: number[];
  /** Where the machine has no sound, all there is to hear is silence. */
  let isHeard: (level: number) => boolean;
  let meter: VoiceMeter;
  let media: TestMedia;
  beforeEach(async () => {
    await sendKeys({ press: 'a' }); // Before that, browsers keep sound to themselves.
    const hasSound = await hasSoundCard();
    isHeard = (level) => (hasSound ? level > 0.2 : level === 0);
    levels = [];
    media = new TestMedia(['audio']);
    meter = new VoiceMeter((level) => levels.push(level));
  });
  afterEach(async () => {
    meter.stop();
    await media.close();
  });

  it('tells how loud a track is, again and again', async () => {
    meter.watch(media.audio);
    await eventually(() => levels.filter(isHeard).length >= 3, 'the tone is heard');
    expect(Math.max(...levels)).to.be.at.most(0.5);
  });

  it('hears nothing of a track that is muted', async () => {
    media.audio.enabled = false;
    meter.watch(media.audio);
    await eventually(() => levels.length >= 3, 'there are levels');
    expect(levels.every((level) => level === 0)).to.be.true;
  });

  it('leaves nothing open where the browser refuses the track, and tells it once', async () => {
    const watch = new PageWatch();
    const { createMediaStreamSource } = AudioContext.prototype;
    let refusals = 0;
    AudioContext.prototype.createMediaStreamSource = () => {
      refusals += 1;
      throw new DOMException('Of the test', 'NotSupportedError');
    };
    try {
      const { audioContexts, timers } = watch.holdings;
      meter.watch(media.audio);
      await eventually(() => refusals > 0, 'it is tried');
      await eventually(() => watch.holdings.audioContexts === audioContexts, 'the context is closed');
      await pause(400);
      expect(refusals).to.equal(1);
      expect(watch.holdings.timers).to.deep.equal(timers);
      expect(levels).to.deep.equal([0]);
    } finally {
      AudioContext.prototype.createMediaStreamSource = createMediaStreamSource;
      watch.end();
    }
  });

  it('ends in silence, and gives back what it measured with', async () => {
    const watch = new PageWatch();
    try {
      const { audioContexts, timers } = watch.holdings;
      meter.watch(media.audio);
      expect(watch.holdings.audioContexts, 'nothing before it is needed').to.equal(audioContexts);
      await eventually(() => levels.some(isHeard), 'something is heard');
      meter.watch(media.audio);
      meter.watch(media.audio);
      levels.length = 0;
      await eventually(() => levels.some(isHeard), 'it is heard again');
      const contexts = (): number => watch.holdings.audioContexts - audioContexts;
      await eventually(() => contexts() === 1, 'there is one at a time');
      meter.stop();
      meter.stop();
      expect(levels.at(-1)).to.equal(0);
      await eventually(() => contexts() === 0, 'it is closed');
      expect(watch.holdings.timers).to.deep.equal(timers);
    } finally {
      watch.end();
    }
  });
});
