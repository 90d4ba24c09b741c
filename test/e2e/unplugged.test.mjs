import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { join, openPage, press, until } from './browsers.mjs';
import { useStage } from './stage.mjs';

const stage = useStage();
/** How long somebody listens, in ms: the microphone of the test beeps once a second. */
const LISTENING = 2_500;
const SILENCE = 0.001;

describe('a microphone that is unplugged', () => {
  for (const [state, isHeard] of [
    ['muted', false],
    ['on', true],
  ])
    it(`while it is ${state}: others ${isHeard ? 'hear the other one' : 'hear nothing'}`, async () => {
      const context = await stage.newContext();
      const ana = await openPage(context, stage.demo(`unplugged-${state}`, 'ana', 'tabs'), watchMicrophones);
      await join(ana);
      const ben = await openPage(context, stage.demo(`unplugged-${state}`, 'ben', 'tabs'));
      await join(ben);
      await until(
        ben,
        () => document.querySelector('zego-call').state.participants[0]?.streams[0]?.media,
        'media',
      );
      assert.ok((await ben.evaluate(loudest, LISTENING)) > SILENCE, 'Ana is heard at first');

      await ana.bringToFront();
      if (!isHeard) await press(ana, 'Mute microphone');
      await ana.evaluate(() => window.unplug());
      await until(
        ana,
        () => document.querySelector('zego-call').state.notice?.code === 'device-lost',
        'it is told',
      );
      if (isHeard)
        await until(
          ana,
          () => document.querySelector('zego-call').state.notice.replacement,
          'the other is named',
        );
      await ben.bringToFront();
      const level = await ben.evaluate(loudest, LISTENING);
      assert.equal(level > SILENCE, isHeard, `the loudest sample was ${level}`);
      assert.equal(await ana.evaluate(() => window.asked), isHeard ? 2 : 1, 'microphones asked for');
      const { status } = await ana.evaluate(() => document.querySelector('zego-call').state.self.microphone);
      assert.equal(status, isHeard ? 'on' : 'off');
    });
});

/** Counts requests for a microphone in `window.asked`, and lets `window.unplug` pull out the one in use, which leaves one other. */
function watchMicrophones(page) {
  return page.evaluateOnNewDocument(() => {
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    const enumerateDevices = mediaDevices.enumerateDevices.bind(mediaDevices);
    let used;
    let isUnplugged = false;
    window.asked = 0;
    mediaDevices.getUserMedia = async (constraints) => {
      const media = await getUserMedia(constraints);
      if (constraints.audio) {
        window.asked += 1;
        [used] = media.getAudioTracks();
      }
      return media;
    };
    mediaDevices.enumerateDevices = async () => {
      const all = await enumerateDevices();
      if (!isUnplugged) return all;
      const inputs = all.filter(({ kind }) => kind === 'audioinput');
      const lost = inputs.find(({ deviceId }) => deviceId === used.getSettings().deviceId);
      const other = inputs.findLast(({ groupId }) => groupId !== lost?.groupId);
      return all.filter((info) => info.kind !== 'audioinput' || info === other);
    };
    window.unplug = () => {
      isUnplugged = true;
      used.stop();
      used.dispatchEvent(new Event('ended'));
      mediaDevices.dispatchEvent(new Event('devicechange'));
    };
  });
}

/** The loudest sample, 0 to 1, that arrives from the other participant within this time. */
async function loudest(milliseconds) {
  const [participant] = document.querySelector('zego-call').state.participants;
  const context = new AudioContext();
  await context.resume();
  const analyser = new AnalyserNode(context, { fftSize: 8_192 });
  const heard = new Set();
  const samples = new Float32Array(analyser.fftSize);
  let most = 0;
  for (const end = performance.now() + milliseconds; performance.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    // A muted stream has no track of sound; one that came back would count.
    for (const track of participant.streams[0].media.getAudioTracks()) {
      if (heard.has(track)) continue;
      heard.add(track);
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    }
    analyser.getFloatTimeDomainData(samples);
    for (const sample of samples) most = Math.max(most, Math.abs(sample));
  }
  await context.close();
  return most;
}
