import { expect } from '@open-wc/testing';
import type { DeviceKind } from '../../src/engine/call-error.js';
import { syntheticDevices, type SyntheticDevices } from '../../src/engine/simulated/testing.js';
import { MediaWatch } from '../support/media-watch.js';
import { expectMovingPicture } from '../support/test-media.js';
import { eventually, pause } from '../support/wait.js';

/** Several frames, were any drawn. */
const FRAMES_TIME = 250;

describe('synthetic devices', () => {
  let watch: MediaWatch;
  let opened: MediaStream[];
  beforeEach(() => {
    watch = new MediaWatch();
    opened = [];
  });
  afterEach(() => {
    for (const track of opened.flatMap((media) => media.getTracks())) track.stop();
    watch.end();
  });
  async function open(asked: Promise<MediaStream>): Promise<MediaStream> {
    const media = await asked;
    opened.push(media);
    return media;
  }

  it('give sound and a moving picture', async () => {
    const media = await open(syntheticDevices().getUserMedia({ audio: true, video: true }));
    expect(media.getTracks().map(({ kind }) => kind)).to.have.members(['audio', 'video']);
    await expectMovingPicture(media);
  });

  it('give a screen without asking', async () => {
    const media = await open(syntheticDevices().getDisplayMedia());
    expect(media.getTracks().map(({ kind }) => kind)).to.deep.equal(['video']);
    await expectMovingPicture(media);
  });

  it('give the device that is asked for, and say which it is', async () => {
    const devices = syntheticDevices();
    for (const deviceId of ['camera-2', { exact: 'camera-2' }, { ideal: ['camera-2'] }]) {
      const [track] = (await open(devices.getUserMedia({ video: { deviceId } }))).getVideoTracks();
      expect(track?.getSettings().deviceId).to.equal('camera-2');
      expect(track?.label).to.equal('Second simulated camera');
    }
  });

  it('list two of each input, with labels', async () => {
    const list = await syntheticDevices().enumerateDevices();
    const kinds = list.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'videoinput')).to.have.length(2);
    expect(kinds.filter((kind) => kind === 'audioinput')).to.have.length(2);
    expect(list.every(({ label, deviceId }) => label !== '' && deviceId !== '')).to.equal(true);
  });

  it('reject what no device can give, as browsers do', async () => {
    const devices = syntheticDevices();
    expect(await nameOfError(devices.getUserMedia({}))).to.equal('TypeError');
    const unknown = devices.getUserMedia({ video: { deviceId: { exact: 'unknown' } } });
    expect(await nameOfError(unknown)).to.equal('OverconstrainedError');
  });

  for (const [fault, name] of [
    ['denied', 'NotAllowedError'],
    ['missing', 'NotFoundError'],
    ['in-use', 'NotReadableError'],
  ] as const) {
    for (const kind of ['camera', 'microphone', 'screen'] as const) {
      it(`reject with ${name} when the ${kind} is ${fault}, until it is not`, async () => {
        const devices = syntheticDevices({ [kind]: fault });
        expect(await nameOfError(ask(devices, kind))).to.equal(name);
        devices.setFault(kind, undefined);
        expect((await open(ask(devices, kind))).getTracks()).to.have.length(1);
      });
    }
  }

  it('give the microphone while the camera is denied', async () => {
    const devices = syntheticDevices({ camera: 'denied' });
    expect(await nameOfError(devices.getUserMedia({ audio: true, video: true }))).to.equal('NotAllowedError');
    expect((await open(devices.getUserMedia({ audio: true }))).getAudioTracks()).to.have.length(1);
  });

  it('end a track and tell of it when its device is unplugged', async () => {
    const devices = syntheticDevices();
    const [track] = (await open(devices.getUserMedia({ video: true }))).getVideoTracks();
    const heard: string[] = [];
    track?.addEventListener('ended', () => heard.push('ended'));
    devices.addEventListener('devicechange', () => heard.push('devicechange'));
    devices.setFault('camera', 'missing');

    expect(heard).to.deep.equal(['ended', 'devicechange']);
    expect(track?.readyState).to.equal('ended');
    expect((await devices.enumerateDevices()).some(({ kind }) => kind === 'videoinput')).to.equal(false);
  });

  it('stop drawing once every picture has been stopped, clones included', async () => {
    const devices = syntheticDevices();
    const [first] = (await open(devices.getUserMedia({ video: true }))).getVideoTracks();
    const [second] = (await open(devices.getUserMedia({ video: true }))).getVideoTracks();
    const clone = second?.clone();
    first?.stop();
    second?.stop();
    const before = watch.frames;
    await eventually(() => watch.frames > before, 'the clone is still drawn');

    clone?.stop();
    const last = watch.frames;
    await pause(FRAMES_TIME);
    expect(watch.frames).to.equal(last);
  });

  it('share one AudioContext, and close it with the last sound', async () => {
    const devices = syntheticDevices();
    await open(devices.getUserMedia({ video: true }));
    expect(watch.contextsMade, 'a picture needs none').to.equal(0);

    const sounds = [await open(devices.getUserMedia({ audio: true }))];
    sounds.push(await open(devices.getUserMedia({ audio: true })));
    expect(watch.contextsMade).to.equal(1);
    for (const sound of sounds) for (const track of sound.getTracks()) track.stop();
    await eventually(() => watch.contextsOpen === 0, 'the AudioContext is closed');
    expect(watch.contextsOpen).to.equal(0);
  });
});

function ask(devices: SyntheticDevices, kind: DeviceKind): Promise<MediaStream> {
  if (kind === 'screen') return devices.getDisplayMedia();
  return devices.getUserMedia(kind === 'camera' ? { video: true } : { audio: true });
}

/** The name of the error that `promise` rejects with; empty when it resolves. */
function nameOfError(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => '',
    (thrown: unknown) => (thrown instanceof Error ? thrown.name : 'not an error'),
  );
}
