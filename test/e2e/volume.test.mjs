// How loud others really are: a tab captures what it plays, after every volume and every mute.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { join, launchChrome, openPage, until } from './browsers.mjs';
import { useStage } from './stage.mjs';

/** In Hz, far enough from each other to be told apart. */
const TONES = { ben: 500, benScreen: 1500, cem: 3000 };
/** In dB: what a volume of 0.25 takes away, by how much a level may differ, and how far down silence is. */
const QUARTER = -12;
const TOLERANCE = 3;
const SILENCE = -40;

const stage = useStage();

it('somebody is quieter, silent and as loud as before, with the sound of their screen, and others stay as they are', async () => {
  const browser = await stage.launch(
    launchChrome({
      flags: ['--auto-accept-this-tab-capture'],
      // A fake device would be captured in place of the tab, and a muted browser is silent whatever a page does.
      without: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', '--mute-audio'],
    }),
  );
  const pageOf = (user) => openPage(browser, stage.demo('volume', user, 'tabs'));
  const ben = await pageOf('ben');
  await ben.evaluate(sendTones, TONES.ben, TONES.benScreen);
  await join(ben);
  await ben.evaluate(() => document.querySelector('zego-call').startScreenShare());
  const cem = await pageOf('cem');
  await cem.evaluate(sendTones, TONES.cem);
  await join(cem);
  const ana = await pageOf('ana');
  await ana.evaluate(() => (document.querySelector('zego-call').viewOnly = true));
  await join(ana);
  await ana.evaluate(listen);
  await until(ana, areHeard, 'all three tones are heard', Object.values(TONES));
  const full = await ana.evaluate(levelsOf, TONES);
  /** Waits until the tones differ from their full level by so many dB; no number: until they are silent. */
  const become = (what, changes) => until(ana, differ, what, full, changes, TONES, [TOLERANCE, SILENCE]);
  const same = { ben: 0, benScreen: 0, cem: 0 };
  const silent = { ben: null, benScreen: null, cem: 0 };
  const set = (volume) =>
    ana.evaluate((v) => document.querySelector('zego-call').setParticipantVolume('ben', v), volume);

  await become('all are as loud as they are', same);
  await set(0.25);
  await become('Ben is quieter', { ben: QUARTER, benScreen: QUARTER, cem: 0 });
  await set(0);
  await become('Ben is silent', silent);
  await set(1);
  await become('Ben is as loud as before', same);
  await set(0);
  await become('Ben is silent again', silent);
  await ana.evaluate(async () => {
    const call = document.querySelector('zego-call');
    await call.leave();
    await call.join();
  });
  await become('Ben is silent after joining again', silent);
  await set(1);
  await until(ana, areHeard, 'Ben is heard again', Object.values(TONES));
  assert.deepEqual(ana.failures, []);
});

// These run in the page.

/** Sends a tone in place of the microphone, and another one with the screen. */
function sendTones(microphone, screen) {
  const context = new AudioContext();
  const tone = (frequency) => {
    const oscillator = new OscillatorNode(context, { frequency });
    const gain = new GainNode(context, { gain: 0.2 });
    const output = new MediaStreamAudioDestinationNode(context);
    oscillator.connect(gain).connect(output);
    oscillator.start();
    return output.stream;
  };
  // A hidden tab draws no canvas, and Chromium plays no sound of a stream until its first frame is there.
  const picture = () => {
    const track = new MediaStreamTrackGenerator({ kind: 'video' });
    const writer = track.writable.getWriter();
    const data = new Uint8Array(64 * 64 * 4);
    setInterval(() => {
      const timestamp = performance.now() * 1000;
      writer.write(new VideoFrame(data, { format: 'RGBA', codedWidth: 64, codedHeight: 64, timestamp }));
    }, 200);
    return track;
  };
  const devices = new EventTarget();
  const call = document.querySelector('zego-call');
  call.cameraOff = true;
  call.devices = Object.assign(devices, {
    enumerateDevices: async () => [],
    getUserMedia: async () => tone(microphone),
    getDisplayMedia: async () => new MediaStream([picture(), ...tone(screen).getTracks()]),
  });
}

/** From now on `window.levelOf(frequency)` is how loud this tab plays a tone, in dB. */
async function listen() {
  const audio = { echoCancellation: false, autoGainControl: false, noiseSuppression: false };
  const media = await navigator.mediaDevices.getDisplayMedia({ audio, video: true, preferCurrentTab: true });
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
  context.createMediaStreamSource(media).connect(analyser);
  const levels = new Float32Array(analyser.frequencyBinCount);
  window.levelOf = (frequency) => {
    analyser.getFloatFrequencyData(levels);
    const bin = Math.round((frequency * analyser.fftSize) / context.sampleRate);
    return Math.max(-200, ...levels.subarray(bin - 3, bin + 4));
  };
}

function areHeard(frequencies) {
  return frequencies.every((frequency) => window.levelOf(frequency) > -40);
}

function levelsOf(tones) {
  return Object.fromEntries(Object.entries(tones).map(([name, tone]) => [name, window.levelOf(tone)]));
}

function differ(full, changes, tones, [tolerance, silence]) {
  return Object.entries(changes).every(([name, change]) => {
    const difference = window.levelOf(tones[name]) - full[name];
    return change === null ? difference < silence : Math.abs(difference - change) < tolerance;
  });
}
