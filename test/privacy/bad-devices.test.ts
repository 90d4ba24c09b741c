import { expect } from '@open-wc/testing';
import { isWanted } from '../../src/call/call-state.js';
import { useStage } from '../call/call-stage.js';
import { expectCallError } from '../support/call-errors.js';
import { TestMedia } from '../support/test-media.js';
import { eventually, inTime, pause } from '../support/wait.js';

/** In place of the usual limits, in ms: how long the call waits for a device. */
const LIMITS = { capture: 300, prompt: 200, command: 500 };
/** Longer than each of them. */
const LATE = 1_000;

describe('Devices that misbehave', () => {
  const stage = useStage(LIMITS);

  it('may answer late: the room is entered without them, and their tracks end after leaving', async () => {
    const release = stage().devices.hold();
    await stage().join();
    expect(stage().status).to.equal('joined');
    await stage().leave();
    release();
    await eventually(() => stage().devices.tracks.length > 0, 'the devices answer');
    await eventually(() => stage().devices.live.length === 0, 'what came late ends');
    expect(stage().state.self.microphone.status).to.not.equal('on');
  });

  it('may answer late: what was turned off meanwhile does not go live', async () => {
    const release = stage().devices.hold();
    await stage().join();
    await inTime(
      Promise.all([stage().session.setMicrophone(false), stage().session.setCamera(false)]),
      'turning off settles',
      LATE,
    );
    release();
    await eventually(() => stage().devices.tracks.length > 0, 'the devices answer');
    await eventually(() => stage().devices.live.length === 0, 'what came late ends');
    expect(
      stage()
        .ours()
        .filter(({ audio, video }) => audio || video),
    ).to.deep.equal([]);
    expect(stage().state.self.microphone.status).to.equal('off');
    expect(stage().state.self.camera.status).to.equal('off');
  });

  it('may answer late: a command rejects, and the next one is not held up', async () => {
    stage().session.configure({ microphoneOff: true, cameraOff: true });
    await stage().join();
    stage().devices.answer(() => new Promise(() => undefined));
    await expectCallError(inTime(stage().session.setCamera(true), 'the command settles'));
    await inTime(stage().session.setMicrophone(true), 'the microphone is turned on');
    expect((await stage().published(({ audio }) => audio)).video).to.equal(false);
  });

  it('may give no track', async () => {
    const nothing = () => Promise.resolve(new MediaStream());
    stage().devices.answer(nothing, nothing, nothing);
    await stage().join();
    await stage().device('microphone', 'failed');
    await stage().device('camera', 'failed');
    expect(stage().ours()).to.deep.equal([]);
  });

  it('may give a track that has ended already', async () => {
    const media = new TestMedia();
    await media.close();
    stage().devices.answer(() => Promise.resolve(media.stream));
    await stage().join();
    await stage().device('camera', 'failed');
    await stage().device('microphone', 'failed');
    expect(
      stage()
        .ours()
        .filter(({ audio, video }) => audio || video),
    ).to.deep.equal([]);
  });

  it('may give a track that ends at once', async () => {
    stage().devices.answer(async (constraints) => {
      const media = await stage().faults.getUserMedia(constraints);
      setTimeout(() => stage().faults.setFault('camera', 'missing'));
      return media;
    });
    await stage().join();
    await stage().device('camera', 'failed');
    await stage().published(({ audio, video }) => audio && !video);
  });

  it('may have a name of 10,000 characters', async () => {
    const label = 'M'.repeat(10_000);
    const list = stage().devices.enumerateDevices.bind(stage().devices);
    stage().devices.enumerateDevices = async () => (await list()).map((device) => ({ ...device, label }));
    await stage().enter();
    await eventually(
      () => stage().state.devices.microphone.options.length === 2,
      'the microphones are listed',
    );
    await inTime(stage().session.selectDevice('microphone', 'microphone-2'), 'another one is selected');
    expect(stage().state.devices.microphone.chosen).to.equal('microphone-2');
  });

  it('may share an ID: the call goes on, and muting mutes', async () => {
    const list = stage().devices.enumerateDevices.bind(stage().devices);
    stage().devices.enumerateDevices = async () =>
      (await list()).map((device) => ({ ...device, deviceId: `same-${device.kind}` }));
    await stage().enter();
    await inTime(
      stage()
        .session.selectDevice('microphone', 'same-audioinput')
        .catch(() => undefined),
      'it settles',
    );
    await inTime(stage().session.setMicrophone(false), 'muting settles');
    await stage().published(({ audio }) => !audio);
    for (const track of stage().devices.live.filter(({ kind }) => kind === 'audio'))
      expect(track.enabled).to.equal(false);
  });

  it('may change 100 times a second: a muted microphone stays muted, and commands settle', async () => {
    let lists = 0;
    const list = stage().devices.enumerateDevices.bind(stage().devices);
    stage().devices.enumerateDevices = () => {
      lists += 1;
      return list();
    };
    await stage().enter();
    await stage().session.setMicrophone(false);
    lists = 0;
    const devices = stage().faults as unknown as EventTarget;
    const changing = setInterval(() => devices.dispatchEvent(new Event('devicechange')), 10);
    try {
      stage().faults.setPlugged('microphone-1', false);
      await pause(500);
      await inTime(stage().session.setCamera(false), 'the camera is turned off');
      await pause(500);
    } finally {
      clearInterval(changing);
    }
    expect(lists, 'times that devices were listed').to.be.below(200);
    await stage().published(({ audio, video }) => !audio && !video);
    expect(isWanted(stage().state.self.microphone)).to.equal(false);
  });

  it('may be forbidden in the middle of a call', async () => {
    await stage().enter();
    stage().devices.refuse(...Array<DOMException>(4).fill(new DOMException('Denied', 'NotAllowedError')));
    for (const track of stage().devices.live) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    await stage().device('microphone', 'failed');
    await stage().device('camera', 'failed');
    await stage().published(({ audio, video }) => !audio && !video);
    await inTime(stage().session.setMicrophone(false), 'muting settles');
    expect(stage().state.self.microphone.status).to.be.oneOf(['off', 'failed']);
  });

  it('may let the screen be chosen after the call has ended', async () => {
    await stage().enter();
    const release = stage().devices.hold();
    const sharing = expectCallError(stage().session.startScreenShare(), 'aborted');
    await eventually(() => stage().devices.screenRequests.length > 0, 'the picker is open');
    await stage().leave();
    await sharing;
    release();
    await eventually(
      () => stage().devices.tracks.some(({ label }) => label.includes('screen')),
      'a screen is chosen',
    );
    await eventually(() => stage().devices.live.length === 0, 'the screen is not captured');
    expect(stage().state.self.screen.status).to.equal('off');
  });

  for (const last of [true, false])
    it(`end ${last ? 'on' : 'off'} after 200 commands in one task`, async () => {
      await stage().enter();
      const commands = Array.from({ length: 200 }, (_, at) =>
        stage().session.setMicrophone(at % 2 === 1 ? last : !last),
      );
      await inTime(Promise.allSettled(commands), 'all settle');
      expect(stage().state.self.microphone.status).to.equal(last ? 'on' : 'off');
      await stage().published(({ audio }) => audio === last);
      await pause(100);
      await stage().published(({ audio }) => audio === last);
      const live = stage().devices.live.filter(({ kind }) => kind === 'audio');
      expect(live.map(({ enabled }) => enabled)).to.deep.equal(last ? [true] : live.map(() => false));
    });
});
