import { expect } from '@open-wc/testing';
import { expectCallError } from '../support/call-errors.js';
import { eventually } from '../support/wait.js';
import { CallStage, useStage } from './call-stage.js';

const KEY = 'zego-call:devices';

/** The device that we send pictures or sound from. */
function used(stage: CallStage, kind: 'audio' | 'video'): string | undefined {
  const track = stage.devices.live.findLast((live) => live.kind === kind);
  return track?.getSettings().deviceId;
}

const stored = (): unknown => JSON.parse(localStorage.getItem(KEY) ?? 'null');

describe('choosing devices', () => {
  const stage = useStage();
  beforeEach(() => localStorage.removeItem(KEY));
  after(() => localStorage.removeItem(KEY));

  const listed = (kind: 'camera' | 'microphone' | 'speaker', count: number) =>
    stage().until(({ devices }) => devices[kind].options.length === count, `${count} ${kind}s are listed`);

  it('lists nothing before somebody acts, then what there is', async () => {
    expect(stage().state.devices.camera.options).to.deep.equal([]);
    await stage().enter();
    await listed('camera', 2);
    const { camera, microphone, speaker } = stage().state.devices;
    expect(camera).to.deep.equal({
      chosen: 'camera-1',
      options: [
        { id: 'camera-1', label: 'Simulated camera', facing: null },
        { id: 'camera-2', label: 'Second simulated camera', facing: null },
      ],
    });
    expect(microphone).to.include({ chosen: 'microphone-1' });
    expect(speaker.options).to.have.length(1);
    expect(localStorage.getItem(KEY), 'nobody chose').to.equal(null);
  });

  it('lists without asking for anything', async () => {
    stage().session.configure({ viewOnly: true });
    await stage().session.listDevices();
    expect(stage().state.devices.speaker.options).to.have.length(1);
    expect(stage().prompts).to.deep.equal([]);
  });

  it('switches the camera without a gap: the new picture is sent before the old one ends', async () => {
    await stage().enter();
    const [before] = stage().devices.live.filter(({ kind }) => kind === 'video');
    const overlap: boolean[] = [];
    const stop = stage().session.subscribe(({ self }, previous) => {
      if (self.picture !== previous.self.picture && self.picture) overlap.push(before?.readyState === 'live');
    });
    await stage().session.selectDevice('camera', 'camera-2');
    stop();
    expect(overlap).to.deep.equal([true]);
    expect(before?.readyState).to.equal('ended');
    expect(used(stage(), 'video')).to.equal('camera-2');
    expect(stage().state.self.camera.status).to.equal('on');
    expect(stage().state.devices.camera.chosen).to.equal('camera-2');
    expect(await stage().published()).to.include({ audio: true, video: true });
    expect(stage().ours(), 'in the same stream').to.have.length(1);
    expect(stored()).to.deep.equal({ camera: 'camera-2' });
  });

  it('only selects while the microphone is muted, and captures it with unmuting', async () => {
    await stage().enter();
    await stage().session.setMicrophone(false);
    await stage().session.selectDevice('microphone', 'microphone-2');
    expect(stage().state.self.microphone.status).to.equal('off');
    expect(stage().state.devices.microphone.chosen).to.equal('microphone-2');
    expect(used(stage(), 'audio'), 'nothing is captured').to.equal(undefined);
    expect(stage().prompts).to.deep.equal(['audio+video']);
    await stage().session.setMicrophone(true);
    expect(used(stage(), 'audio')).to.equal('microphone-2');
    expect(await stage().published(({ audio }) => audio)).to.include({ audio: true });
  });

  it('keeps a muted microphone captured when the same one is selected again', async () => {
    await stage().enter();
    await stage().session.setMicrophone(false);
    await stage().session.selectDevice('microphone', 'microphone-1');
    await stage().session.setMicrophone(true);
    expect(stage().prompts).to.deep.equal(['audio+video']);
  });

  it('remembers while it is off, and takes it when it is turned on', async () => {
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    await stage().session.selectDevice('camera', 'camera-2');
    expect(stage().prompts).to.deep.equal(['audio']);
    await stage().session.setCamera(true);
    expect(used(stage(), 'video')).to.equal('camera-2');
  });

  it('works in the lobby, and the call begins with it', async () => {
    await stage().session.startPreview();
    await stage().session.selectDevice('camera', 'camera-2');
    await stage().enter();
    expect(used(stage(), 'video')).to.equal('camera-2');
  });

  it('is serialised with on and off', async () => {
    await stage().enter();
    const { session } = stage();
    await Promise.all([
      session.selectDevice('camera', 'camera-2'),
      session.setCamera(false),
      session.selectDevice('camera', 'camera-1'),
      session.setCamera(true),
      session.selectDevice('camera', 'camera-2'),
    ]);
    expect(stage().devices.live.filter(({ kind }) => kind === 'video')).to.have.length(1);
    expect(used(stage(), 'video')).to.equal('camera-2');
    expect(stage().state.self.camera.status).to.equal('on');
    expect(stage().devices.mostPrompts).to.equal(1);
  });

  it('stays off when it is turned off while the new one is asked for', async () => {
    await stage().enter();
    const release = stage().devices.hold();
    const selecting = stage().session.selectDevice('camera', 'camera-2');
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    const turning = stage().session.setCamera(false);
    release();
    await Promise.all([selecting, turning]);
    expect(stage().state.self.camera.status).to.equal('off');
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['audio']);
  });

  it('ends what comes after leaving', async () => {
    await stage().enter();
    const release = stage().devices.hold();
    const selecting = expectCallError(stage().session.selectDevice('camera', 'camera-2'), 'aborted');
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    await stage().leave();
    release();
    await selecting;
    await eventually(() => stage().devices.prompts === 0, 'the prompt is answered');
    expect(stored(), 'nothing was chosen').to.equal(null);
  });

  it('refuses a device that is not there', async () => {
    await stage().enter();
    for (const kind of ['camera', 'microphone'] as const)
      expect(
        await expectCallError(stage().session.selectDevice(kind, 'nowhere'), 'device-not-found'),
      ).to.include({ device: kind });
    expect(used(stage(), 'video')).to.equal('camera-1');
    expect(stored()).to.equal(null);
  });

  it('goes on with the one it had when the other can not be had', async () => {
    await stage().enter();
    stage().faults.setFault('camera', 'denied');
    await expectCallError(stage().session.selectDevice('camera', 'camera-2'), 'permission-denied');
    expect(stage().state.self.camera.status).to.equal('on');
    expect(used(stage(), 'video')).to.equal('camera-1');
    expect(stage().state.notice).to.include({ code: 'permission-denied', device: 'camera' });
    expect(stored()).to.equal(null);
  });

  it('gives the old one up first where only one can be open', async () => {
    await stage().enter();
    const [before] = stage().devices.live.filter(({ kind }) => kind === 'video');
    stage().devices.answer((constraints) =>
      before?.readyState === 'live'
        ? Promise.reject(new DOMException('Of the test', 'NotReadableError'))
        : stage().faults.getUserMedia(constraints),
    );
    await stage().session.selectDevice('camera', 'camera-2');
    expect(used(stage(), 'video')).to.equal('camera-2');
    expect(stage().state.self.camera.status).to.equal('on');
  });

  it('is forbidden where the call uses no such device', async () => {
    stage().session.configure({ mode: 'audio' });
    await stage().join();
    await expectCallError(stage().session.selectDevice('camera', 'camera-2'), 'forbidden');
    await expectCallError(stage().session.switchCamera(), 'forbidden');
  });

  it('chooses the speaker, and the system’s own again', async () => {
    await stage().enter();
    await stage().session.selectDevice('speaker', 'speaker-1');
    expect(stage().state.devices.speaker.chosen).to.equal('speaker-1');
    await stage().session.selectDevice('speaker', '');
    expect(stage().state.devices.speaker.chosen).to.equal('');
    await expectCallError(stage().session.selectDevice('speaker', 'nowhere'), 'device-not-found');
  });

  it('switches to the next camera and back', async () => {
    await stage().enter();
    await stage().session.switchCamera();
    expect(used(stage(), 'video')).to.equal('camera-2');
    await stage().session.switchCamera();
    expect(used(stage(), 'video')).to.equal('camera-1');
    stage().faults.setPlugged('camera-2', false);
    await listed('camera', 1);
    await expectCallError(stage().session.switchCamera(), 'device-not-found');
  });

  for (const [name, quality, bitrate] of [
    ['low', 'low', 400],
    ['standard', 'standard', 1_200],
    ['hd', 'hd', 3_000],
    ['a quality of the page’s own', { width: 960, height: 540, frameRate: 24, bitrate: 800 }, 800],
  ] as const)
    it(`sends at most ${bitrate} kbit/s of the camera in ${name}`, async () => {
      stage().session.configure({ quality });
      await stage().enter();
      expect(stage().engine.published.map(({ maxBitrate }) => maxBitrate)).to.deep.equal([bitrate]);
    });

  it('captures anew in another quality during the call', async () => {
    await stage().enter();
    await stage().session.selectDevice('camera', 'camera-2');
    stage().session.configure({ quality: 'low' });
    await eventually(() => stage().devices.requests.length === 3, 'it is asked for');
    expect(stage().devices.requests.at(-1)).to.deep.equal({
      video: {
        width: { ideal: 640 },
        height: { ideal: 360 },
        frameRate: { ideal: 15 },
        deviceId: { exact: 'camera-2' },
      },
    });
    await eventually(
      () => stage().devices.live.filter(({ kind }) => kind === 'video').length === 1,
      'there is one picture',
    );
  });
});

describe('a device that is plugged in or out', () => {
  const stage = useStage();
  beforeEach(() => localStorage.removeItem(KEY));
  after(() => localStorage.removeItem(KEY));

  const entered = async (): Promise<void> => {
    await stage().enter();
    await stage().until(({ devices }) => devices.camera.options.length === 2, 'two cameras are listed');
  };

  for (const [kind, media] of [
    ['camera', 'video'],
    ['microphone', 'audio'],
  ] as const)
    it(`is replaced at once by the only other one: ${kind}`, async () => {
      await entered();
      stage().faults.setPlugged(`${kind}-1`, false);
      await stage().until(({ notice }) => notice, 'it is told');
      expect(stage().state.notice).to.include({ code: 'device-lost', device: kind });
      await stage().until(({ devices }) => devices[kind].chosen === `${kind}-2`, 'the other one is used');
      await stage().device(kind, 'on');
      expect(used(stage(), media)).to.equal(`${kind}-2`);
      expect(await stage().published((stream) => stream[media])).to.include({ [media]: true });
      expect(localStorage.getItem(KEY), 'the person chose nothing').to.equal(null);
    });

  it('is offered when it comes back, and taken when the person wants it', async () => {
    await entered();
    stage().faults.setPlugged('camera-1', false);
    await stage().until(({ devices }) => devices.camera.chosen === 'camera-2', 'the other one is used');
    stage().faults.setPlugged('camera-1', true);
    const offer = await stage().until((state) => state.offer, 'it is offered');
    expect(offer).to.deep.equal({
      kind: 'camera',
      device: { id: 'camera-1', label: 'Simulated camera', facing: null },
    });
    await stage().session.selectDevice('camera', 'camera-1');
    expect(used(stage(), 'video')).to.equal('camera-1');
    expect(stage().state.offer).to.equal(null);
  });

  it('that failed is turned on by choosing it', async () => {
    await entered();
    stage().faults.setFault('camera', 'missing');
    await stage().device('camera', 'failed');
    await stage().until(({ devices }) => devices.camera.options.length === 0, 'none is listed');
    stage().faults.setFault('camera', undefined);
    const { device } = await stage().until((state) => state.offer, 'one is offered');
    await stage().session.selectDevice('camera', device.id);
    expect(stage().state.self.camera.status).to.equal('on');
    expect(await stage().published(({ video }) => video)).to.include({ video: true });
  });

  it('is offered no more when it is dismissed, or gone again', async () => {
    stage().faults.setPlugged('camera-2', false);
    await stage().enter();
    await stage().until(({ devices }) => devices.camera.options.length === 1, 'one camera is listed');
    stage().faults.setPlugged('camera-2', true);
    await stage().until(({ offer }) => offer, 'it is offered');
    stage().faults.setPlugged('camera-2', false);
    await stage().until(({ offer }) => !offer, 'it is offered no more');
    stage().faults.setPlugged('camera-2', true);
    await stage().until(({ offer }) => offer, 'it is offered again');
    stage().session.dismissOffer();
    expect(stage().state.offer).to.equal(null);
  });

  it('is not offered while the camera is off', async () => {
    stage().faults.setPlugged('camera-2', false);
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    await stage().until(({ devices }) => devices.camera.options.length === 1, 'one camera is listed');
    stage().faults.setPlugged('camera-2', true);
    await stage().until(({ devices }) => devices.camera.options.length === 2, 'two cameras are listed');
    expect(stage().state.offer).to.equal(null);
  });

  it('is not replaced after the call', async () => {
    await entered();
    stage().faults.setPlugged('camera-1', false);
    await stage().leave();
    expect(stage().devices.live).to.deep.equal([]);
    expect(stage().state.self.camera.status).to.equal('armed');
  });
});

describe('devices of an earlier visit', () => {
  const stage = useStage();
  afterEach(() => localStorage.removeItem(KEY));

  it('are taken again', async () => {
    localStorage.setItem(KEY, '{"camera":"camera-2","microphone":"microphone-2"}');
    await stage().enter();
    expect(used(stage(), 'video')).to.equal('camera-2');
    expect(used(stage(), 'audio')).to.equal('microphone-2');
    expect(stage().prompts, 'with one prompt').to.deep.equal(['audio+video']);
  });

  for (const nonsense of ['{"camera":"gone"}', '{"camera":7,"toString":"x"}', 'null', '[1]', '{', '"text"'])
    it(`are forgotten when they are ${nonsense}`, async () => {
      localStorage.setItem(KEY, nonsense);
      await stage().enter();
      expect(used(stage(), 'video')).to.equal('camera-1');
    });

  it('are unknown where storage is denied, and nothing fails', async () => {
    const usual = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('Of the test', 'SecurityError');
      },
    });
    try {
      await stage().enter();
      await stage().session.selectDevice('camera', 'camera-2');
      expect(used(stage(), 'video')).to.equal('camera-2');
    } finally {
      Object.defineProperty(window, 'localStorage', usual);
    }
    expect(stage().state.notice).to.equal(null);
  });
});
