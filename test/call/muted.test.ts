import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, inTime, pause } from '../support/wait.js';
import { forever, useStage } from './call-stage.js';

/** A device that another app has. */
const busy = () => new DOMException('Of the test', 'NotReadableError');

const KEY = 'zego-call:devices';
beforeEach(() => localStorage.removeItem(KEY));
after(() => localStorage.removeItem(KEY));

describe('a microphone that is muted', () => {
  const stage = useStage();

  async function muted(): Promise<void> {
    await stage().enter();
    await stage().until(({ devices }) => devices.microphone.options.length === 2, 'both are listed');
    await stage().session.setMicrophone(false);
    await stage().published(({ audio }) => !audio);
  }

  const microphones = (): MediaStreamTrack[] => stage().devices.live.filter(({ kind }) => kind === 'audio');

  it('stays off when it is unplugged, and captures no other one', async () => {
    await muted();
    stage().faults.setPlugged('microphone-1', false);
    await stage().until(({ devices }) => devices.microphone.options.length === 1, 'one is left');
    expect(await stage().until(({ notice }) => notice, 'it is told')).to.include({ code: 'device-lost' });
    await pause(100);
    expect(stage().state.self.microphone.status).to.equal('off');
    expect(microphones()).to.deep.equal([]);
    expect(stage().prompts).to.deep.equal(['audio+video']);
    expect(stage().ours()[0]).to.include({ audio: false });
  });

  it('is captured from what is there when it is unmuted', async () => {
    await muted();
    stage().faults.setPlugged('microphone-1', false);
    await stage().until(({ devices }) => devices.microphone.options.length === 1, 'one is left');
    await stage().session.setMicrophone(true);
    expect(microphones()[0]?.getSettings().deviceId).to.equal('microphone-2');
    await stage().published(({ audio }) => audio);
  });

  it('is only selected when the one that was plugged in is accepted', async () => {
    await muted();
    stage().faults.setFault('microphone', 'missing');
    await stage().until(({ devices }) => devices.microphone.options.length === 0, 'all are gone');
    stage().faults.setFault('microphone', undefined);
    const { device, kind } = await stage().until(({ offer }) => offer, 'one is offered');
    await stage().session.selectDevice(kind, device.id);
    expect(stage().state.offer).to.equal(null);
    expect(stage().state.devices.microphone.chosen).to.equal(device.id);
    expect(stage().state.self.microphone.status).to.equal('off');
    expect(microphones()).to.deep.equal([]);
    expect(stage().prompts).to.have.length(1);
  });

  it('stays off in the next call when it was lost in the one before', async () => {
    await muted();
    stage().faults.setPlugged('microphone-1', false);
    await stage().until(({ notice }) => notice, 'it is told');
    await stage().leave();
    expect(stage().state.self.microphone.status).to.equal('off');
    expect(await stage().enter()).to.include({ audio: false, video: true });
    expect(microphones()).to.deep.equal([]);
  });

  it('stays off when it is muted while another one is about to take its place', async () => {
    await stage().enter();
    await stage().until(({ devices }) => devices.microphone.options.length === 2, 'both are listed');
    const seen: string[] = [];
    const stop = stage().session.subscribe(({ self }, before) => {
      if (self.microphone !== before.self.microphone) seen.push(self.microphone.status);
    });
    stage().faults.setPlugged('microphone-1', false);
    await stage().session.setMicrophone(false);
    await pause(100);
    stop();
    expect(
      seen.filter((status) => status === 'on'),
      'it never goes on',
    ).to.deep.equal([]);
    expect(stage().state.self.microphone.status).to.equal('off');
    expect(microphones()).to.deep.equal([]);
  });

  it('stays off when it is muted while a selected one is being captured', async () => {
    await stage().enter();
    const release = stage().devices.hold();
    const selecting = stage().session.selectDevice('microphone', 'microphone-2');
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    await inTime(stage().session.setMicrophone(false), 'muting settles', 1_000);
    await inTime(selecting, 'selecting settles', 1_000);
    release();
    await eventually(() => stage().devices.prompts === 0, 'the prompt is answered');
    expect(stage().state.self.microphone.status).to.equal('off');
    expect(microphones().filter(({ enabled }) => enabled)).to.deep.equal([]);
  });

  it('is silent on both tracks when it is muted while one replaces the other', async () => {
    stage().engineFaults = { publication: () => ({ replaceTrack: () => forever }) };
    await stage().enter();
    const selecting = stage().session.selectDevice('microphone', 'microphone-2');
    await eventually(() => microphones().length === 2, 'both are captured');
    const muting = stage().session.setMicrophone(false);
    expect(microphones().map(({ enabled }) => enabled)).to.deep.equal([false, false]);
    await stage().leave();
    await inTime(Promise.allSettled([selecting, muting]), 'both commands settle');
  });

  it('is never unmuted by a step that was under way before', async () => {
    const steps: string[] = [];
    let replaced = (): void => undefined;
    stage().session.configure({ microphoneOff: true });
    stage().engineFaults = {
      publication: (usual) => ({
        async replaceTrack(track) {
          await new Promise<void>((resolve) => (replaced = resolve));
          await usual.replaceTrack(track);
        },
        setMuted(kind, isMuted) {
          steps.push(`${kind} ${isMuted ? 'muted' : 'unmuted'}`);
          return usual.setMuted(kind, isMuted);
        },
      }),
    };
    await stage().enter();
    const unmuting = expectCallError(stage().session.setMicrophone(true), 'aborted');
    await eventually(() => microphones().length === 1, 'it is captured');
    const muting = stage().session.setMicrophone(false);
    replaced();
    await Promise.all([unmuting, muting]);
    expect(steps.filter((step) => step === 'audio unmuted')).to.deep.equal([]);
    expect(stage().ours()[0]).to.include({ audio: false });
  });

  it('is published muted when it is muted while the room is still taking the stream', async () => {
    let publish = (): void => undefined;
    stage().engineFaults = {
      publish: async (usual) => {
        const publication = await usual();
        await new Promise<void>((resolve) => (publish = resolve));
        return publication;
      },
    };
    await stage().join();
    await eventually(() => stage().ours().length === 1, 'the room has the stream');
    const muting = stage().session.setMicrophone(false);
    expect(microphones().map(({ enabled }) => enabled)).to.deep.equal([false]);
    publish();
    await muting;
    expect(await stage().published(({ audio }) => !audio)).to.include({ video: true });
  });

  it('stays off when its permission is revoked', async () => {
    await muted();
    const [track] = microphones();
    track?.stop();
    track?.dispatchEvent(new Event('ended'));
    await stage().until(({ notice }) => notice, 'it is told');
    expect(stage().state.self.microphone.status).to.equal('off');
    expect(stage().prompts).to.have.length(1);
  });

  it('ends as the last of 200 commands in one task says, and none stays pending', async () => {
    await stage().enter();
    for (const last of [false, true]) {
      const commands = Array.from({ length: 200 }, (_, index) =>
        stage().session.setMicrophone(index === 199 ? last : index % 2 === 0),
      );
      await inTime(Promise.allSettled(commands), 'all settle', 2_000);
      expect(stage().state.self.microphone.status).to.equal(last ? 'on' : 'off');
      await stage().published(({ audio }) => audio === last);
    }
  });
});

describe('a fallback for a device that is gone', () => {
  const stage = useStage();

  it('is named when it goes live', async () => {
    await stage().enter();
    await stage().until(({ devices }) => devices.microphone.options.length === 2, 'both are listed');
    stage().faults.setPlugged('microphone-1', false);
    const notice = await stage().until(({ notice }) => notice?.replacement && notice, 'the new one is named');
    expect(notice).to.include({
      code: 'device-lost',
      device: 'microphone',
      replacement: 'Second simulated microphone',
    });
    expect(stage().state.self.microphone.status).to.equal('on');
  });
});

describe('a device that another app has', () => {
  const stage = useStage();

  for (const [kind, media] of [
    ['camera', 'video'],
    ['microphone', 'audio'],
  ] as const)
    it(`leaves the ${kind} from before on`, async () => {
      await stage().enter();
      stage().devices.refuse(busy(), busy());
      const error = await expectCallError(stage().session.selectDevice(kind, `${kind}-2`), 'device-in-use');
      expect(stage().state.notice).to.equal(error);
      expect(stage().state.self[kind].status).to.equal('on');
      const [track] = stage().devices.live.filter((live) => live.kind === media);
      expect(track?.getSettings().deviceId).to.equal(`${kind}-1`);
      expect(track?.enabled).to.equal(true);
      expect(await stage().published((stream) => stream[media])).to.include({ audio: true, video: true });
      expect(stage().state.devices[kind].chosen).to.equal(`${kind}-1`);
    });

  it('fails when the one from before is gone too', async () => {
    await stage().enter();
    stage().devices.refuse(busy(), busy(), busy());
    await expectCallError(stage().session.selectDevice('camera', 'camera-2'), 'device-in-use');
    expect(stage().state.self.camera.status).to.equal('failed');
    expect(await stage().published(({ video }) => !video)).to.include({ audio: true });
  });

  it('opens nothing again when the microphone is muted meanwhile', async () => {
    await stage().enter();
    let refuse = (): void => undefined;
    stage().devices.answer(
      () => Promise.reject(busy()),
      () => new Promise((_, reject) => (refuse = () => reject(busy()))),
    );
    const selecting = stage().session.selectDevice('microphone', 'microphone-2');
    await eventually(() => stage().devices.requests.length === 3, 'it is asked for again');
    await inTime(stage().session.setMicrophone(false), 'muting settles', 1_000);
    refuse();
    await inTime(selecting, 'selecting settles', 1_000);
    expect(stage().devices.requests).to.have.length(3);
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['video']);
    expect(stage().state.self.microphone.status).to.equal('off');
  });
});

describe('devices that never answer', () => {
  const stage = useStage({ capture: 100, command: 300, prompt: 100 });

  it('keep nobody from joining, and follow once they are there', async () => {
    const release = stage().devices.hold();
    await stage().join();
    expect(stage().status).to.equal('joined');
    expect(stage().state.self.microphone.status).to.equal('pending');
    expect(stage().ours()).to.deep.equal([]);
    release();
    expect(await stage().published(({ audio, video }) => audio && video)).to.include({ source: 'camera' });
    await stage().device('microphone', 'on');
  });

  it('are turned off at once, and what arrives later is stopped', async () => {
    const release = stage().devices.hold();
    await stage().join();
    const { session } = stage();
    await inTime(
      Promise.all([session.setMicrophone(false), session.setCamera(false)]),
      'turning off settles',
      200,
    );
    release();
    await eventually(() => stage().devices.tracks.length === 2, 'the devices answer');
    expect(stage().devices.live).to.deep.equal([]);
    expect(stage().state.self).to.deep.include({
      microphone: { status: 'off' },
      camera: { status: 'off' },
    });
  });

  it('let a command reject after a while, and are still awaited', async () => {
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    const release = stage().devices.hold();
    await expectCallError(stage().session.setCamera(true), 'timeout');
    expect(stage().state.self.camera).to.deep.equal({ status: 'pending', turning: 'on' });
    release();
    expect(await stage().published(({ video }) => video)).to.include({ audio: true });
  });

  it('do not keep the other device from being used', async () => {
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    stage().devices.answer(() => forever);
    const turning = stage().session.setCamera(true).catch(CallError.from);
    await eventually(() => stage().devices.prompts === 1, 'the camera is asked for');
    await stage().session.selectDevice('microphone', 'microphone-2');
    expect(stage().state.devices.microphone.chosen).to.equal('microphone-2');
    await turning;
  });

  it('are forgotten with the call, and the next one asks anew', async () => {
    stage().devices.answer(() => forever);
    const joining = stage().join().catch(CallError.from);
    await eventually(() => stage().devices.prompts === 1, 'the devices are asked for');
    await stage().leave();
    await joining;
    expect(await stage().enter()).to.include({ audio: true, video: true });
  });

  it('are asked for anew when another one is selected', async () => {
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    stage().devices.answer(() => forever);
    const turning = stage().session.setCamera(true);
    await eventually(() => stage().devices.prompts === 1, 'the camera is asked for');
    await stage().session.selectDevice('camera', 'camera-2');
    await turning;
    expect(stage().state.self.camera.status).to.equal('on');
    const [track] = stage().devices.live.filter(({ kind }) => kind === 'video');
    expect(track?.getSettings().deviceId).to.equal('camera-2');
  });

  it('let sharing a screen be stopped while the picker is open', async () => {
    await stage().enter();
    const release = stage().devices.hold();
    const sharing = stage().session.startScreenShare().catch(CallError.from);
    await stage().device('screen', 'pending');
    await inTime(stage().session.stopScreenShare(), 'stopping settles', 200);
    expect(await sharing).to.include({ code: 'aborted' });
    expect(stage().state.self.screen.status).to.equal('off');
    release();
    await eventually(() => stage().devices.tracks.length === 3, 'a screen is chosen after all');
    expect(stage().devices.live).to.have.length(2);
    await stage().session.startScreenShare();
    expect(stage().state.self.screen.status).to.equal('on');
  });
});

describe('offers of devices', () => {
  const stage = useStage();

  it('stay dismissed through a burst of events', async () => {
    stage().faults.setPlugged('microphone-2', false);
    await stage().enter();
    await stage().until(({ devices }) => devices.microphone.options.length === 1, 'one is listed');
    const seen: unknown[] = [];
    stage().session.subscribe(({ offer }, previous) => offer !== previous.offer && seen.push(offer));
    stage().faults.setPlugged('microphone-2', true);
    for (let count = 0; count < 100; count++) stage().faults.setPlugged('camera-2', count % 2 === 1);
    await stage().until(({ offer }) => offer, 'it is offered');
    stage().session.dismissOffer();
    await pause(300);
    expect(stage().state.offer).to.equal(null);
    expect(seen, 'offered once, dismissed once').to.have.length(2);
  });
});

describe('an audio output', () => {
  const stage = useStage();

  for (const config of [{ viewOnly: true }, { cameraOff: true, microphoneOff: true }] as const)
    it(`of an earlier visit is used by those who join with ${JSON.stringify(config)}`, async () => {
      localStorage.setItem(KEY, '{"speaker":"speaker-1"}');
      stage().session.configure(config);
      await stage().join();
      await stage().until(({ devices }) => devices.speaker.chosen === 'speaker-1', 'it is used');
      expect(stage().prompts).to.deep.equal([]);
    });

  it('that can not be used is told of once, and is not chosen until something is plugged in', async () => {
    await stage().enter();
    await stage().session.selectDevice('speaker', 'speaker-1');
    const notices: unknown[] = [];
    stage().session.subscribe(({ notice }, before) => notice !== before.notice && notices.push(notice));
    for (let tile = 0; tile < 5; tile++)
      stage().session.audioOutputFailed('speaker-1', new DOMException('Of the test', 'NotFoundError'));
    await stage().until(({ devices }) => devices.speaker.chosen === '', 'it is not chosen');
    expect(notices).to.have.length(1);
    expect(stage().state.notice).to.include({ code: 'device-not-found', device: 'speaker' });
    stage().faults.setPlugged('camera-2', false);
    await stage().until(({ devices }) => devices.speaker.chosen === 'speaker-1', 'it is tried again');
  });
});

describe('a device that the system has muted', () => {
  const stage = useStage();

  it('counts as interrupted from the start', async () => {
    stage().devices.answer(async (constraints) => {
      const media = await stage().faults.getUserMedia(constraints);
      for (const track of media.getAudioTracks()) Object.defineProperty(track, 'muted', { value: true });
      return media;
    });
    await stage().session.startPreview();
    await stage().join();
    expect(stage().state.self.interrupted).to.deep.equal(['microphone']);
  });
});
