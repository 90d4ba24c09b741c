import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import type { DeviceState } from '../../src/call/call-state.js';
import type { InputKind } from '../../src/call/capture.js';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, inTime } from '../support/wait.js';
import { forever, SHORT, useStage, whileLoading } from './call-stage.js';

const error = new CallError('network', 'Of the test');

function trackOf(tracks: readonly MediaStreamTrack[], kind: InputKind): MediaStreamTrack | undefined {
  return tracks.findLast((track) => track.kind === (kind === 'camera' ? 'video' : 'audio'));
}

describe('devices', () => {
  const stage = useStage();

  /** Every state that a device goes through while `body` runs. */
  async function states(kind: InputKind, body: () => Promise<void>): Promise<string[]> {
    const seen: string[] = [];
    const name = (state: DeviceState): string =>
      state.status === 'pending' ? `pending ${state.turning}` : state.status;
    const stop = stage().session.subscribe(({ self }, previous) => {
      if (self[kind] !== previous.self[kind]) seen.push(name(self[kind]));
    });
    await body();
    stop();
    return seen;
  }

  for (const [kind, command] of [
    ['microphone', (on: boolean) => stage().session.setMicrophone(on)],
    ['camera', (on: boolean) => stage().session.setCamera(on)],
  ] as const)
    it(`are pending until confirmed: ${kind}`, async () => {
      await stage().enter();
      expect(await states(kind, () => command(false))).to.deep.equal(['pending off', 'off']);
      expect(await states(kind, () => command(true))).to.deep.equal(['pending on', 'on']);
      expect(await states(kind, () => command(true)), 'no change').to.deep.equal([]);
    });

  it('turn the camera’s light off, and capture anew', async () => {
    await stage().enter();
    const first = trackOf(stage().devices.tracks, 'camera');
    await stage().session.setCamera(false);
    expect(first?.readyState).to.equal('ended');
    expect(stage().state.self.picture).to.equal(null);
    await stage().published(({ video }) => !video);

    await stage().session.setCamera(true);
    expect(stage().prompts).to.deep.equal(['audio+video', 'video']);
    expect(await stage().published(({ video }) => video)).to.include({ audio: true });
    expect(stage().state.self.picture?.getVideoTracks()).to.deep.equal([
      trackOf(stage().devices.tracks, 'camera'),
    ]);
    expect(stage().ours(), 'in the same stream').to.have.length(1);
  });

  it('keep the microphone captured while it is muted', async () => {
    await stage().enter();
    const track = trackOf(stage().devices.tracks, 'microphone');
    await stage().session.setMicrophone(false);
    expect(track).to.include({ readyState: 'live', enabled: false });
    await stage().published(({ audio }) => !audio);

    await stage().session.setMicrophone(true);
    expect(track).to.include({ readyState: 'live', enabled: true });
    await stage().published(({ audio }) => audio);
    expect(stage().prompts).to.deep.equal(['audio+video']);
  });

  it('end the microphone that is turned off before joining', async () => {
    await stage().session.startPreview();
    await stage().session.setMicrophone(false);
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['video']);
    expect(await stage().enter()).to.include({ audio: false, video: true });
    expect(stage().prompts).to.deep.equal(['audio+video']);
  });

  it('mute at once, though a prompt for the camera is open', async () => {
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    const release = stage().devices.hold();
    const turning = stage().session.setCamera(true);
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    await stage().session.setMicrophone(false);
    expect(trackOf(stage().devices.tracks, 'microphone')?.enabled).to.equal(false);
    expect(await stage().published()).to.include({ audio: false });
    release();
    await turning;
    expect(await stage().published(({ video }) => video)).to.include({ audio: false });
  });

  it('mute at once, though the room does not answer', async () => {
    stage().engineFaults = { publication: () => ({ setMuted: () => forever }) };
    await stage().enter();
    const turning = stage().session.setCamera(false);
    await stage().device('camera', 'pending');
    const muting = stage()
      .session.setMicrophone(false)
      .catch(() => undefined);
    expect(trackOf(stage().devices.tracks, 'microphone')?.enabled).to.equal(false);
    await stage().leave();
    await inTime(Promise.all([turning, muting]), 'both are settled');
    expect(stage().state.self.microphone.status, 'stays off').to.equal('off');
  });

  it('end as the last of several quick commands says', async () => {
    await stage().enter();
    const { session } = stage();
    const turn = async (on: boolean, command: Promise<void>): Promise<string> =>
      command.then(
        () => `${on} resolved`,
        ({ code }: CallError) => `${on} ${code}`,
      );
    const outcomes = await Promise.all(
      [false, true, false, true, false].map((on) => turn(on, session.setCamera(on))),
    );
    expect(new Set(outcomes), 'what was overtaken is aborted').to.deep.equal(
      new Set(['false resolved', 'true aborted']),
    );
    expect(stage().state.self.camera.status).to.equal('off');
    await Promise.all([true, false, true].map((on) => session.setMicrophone(on)));
    expect(stage().state.self.microphone.status).to.equal('on');
    expect(await stage().published()).to.include({ audio: true, video: false });
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['audio']);
  });

  it('never ask for two things at once', async () => {
    stage().session.configure({ cameraOff: true, microphoneOff: true });
    await stage().join();
    const release = stage().devices.hold();
    const turning = [stage().session.setCamera(true), stage().session.setMicrophone(true)];
    await eventually(() => stage().devices.prompts === 1, 'the first prompt is open');
    release();
    await Promise.all(turning);
    expect(stage().devices.mostPrompts).to.equal(1);
    expect(stage().prompts).to.have.members(['video', 'audio']);
    expect(await stage().published(({ audio, video }) => audio && video)).to.include({ source: 'camera' });
  });

  for (const [change, prompts, expected] of [
    [{ cameraOff: true }, ['audio'], { audio: true, video: false }],
    [{ microphoneOff: true }, ['video'], { audio: false, video: true }],
  ] as const)
    it(`ask for nothing that starts off: ${Object.keys(change).join()}`, async () => {
      stage().session.configure(change);
      expect(await stage().enter()).to.include(expected);
      expect(stage().prompts).to.deep.equal(prompts);
    });

  it('ask for nothing at all when both start off, and publish with the first that is turned on', async () => {
    stage().session.configure({ cameraOff: true, microphoneOff: true });
    await stage().join();
    expect(stage().prompts).to.deep.equal([]);
    expect(stage().ours()).to.deep.equal([]);
    await stage().session.setMicrophone(true);
    expect(await stage().published()).to.include({ audio: true, video: false });
  });

  it('are not asked for before somebody acts', async () => {
    stage().session.configure({ room: 'cake' });
    expect(stage().state.self.camera.status).to.equal('armed');
    expect(stage().prompts).to.deep.equal([]);
    expect(stage().engines).to.deep.equal([]);
  });

  it('are turned off by an attribute that is set while they are asked for', async () => {
    const release = stage().devices.hold();
    const preview = stage().session.startPreview();
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    stage().session.configure({ cameraOff: true });
    release();
    await preview;
    expect(stage().state.self.camera.status).to.equal('off');
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['audio']);
  });

  it('are given up by whoever changes their mind while they are asked for', async () => {
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    const release = stage().devices.hold();
    const turning = expectCallError(stage().session.setCamera(true), 'aborted');
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    const back = stage().session.setCamera(false);
    release();
    await Promise.all([turning, back]);
    expect(stage().state.self.camera.status).to.equal('off');
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['audio']);
    expect(stage().state.notice).to.equal(null);
  });

  it('stay as they are when an attribute says what is so already', async () => {
    const release = stage().devices.hold();
    const preview = stage().session.startPreview();
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    stage().session.configure({ cameraOff: true });
    stage().session.configure({ cameraOff: false });
    release();
    await preview;
    expect(await stage().enter()).to.include({ audio: true, video: true });
  });
});

describe('devices that can not be had', () => {
  const stage = useStage();

  it('join with sound when the camera is denied, and say so', async () => {
    stage().faults.setFault('camera', 'denied');
    expect(await stage().enter()).to.include({ audio: true, video: false });
    const { camera, microphone } = stage().state.self;
    expect(microphone.status).to.equal('on');
    expect(camera.status === 'failed' && camera.error).to.include({
      code: 'permission-denied',
      device: 'camera',
    });
    expect(stage().state.notice).to.include({ code: 'permission-denied', device: 'camera' });
  });

  it('join with a picture when there is no microphone', async () => {
    stage().faults.setFault('microphone', 'missing');
    expect(await stage().enter()).to.include({ audio: false, video: true });
    expect(stage().state.notice).to.include({ code: 'device-not-found', device: 'microphone' });
  });

  it('join without any when both are denied', async () => {
    stage().faults.setFault('camera', 'denied');
    stage().faults.setFault('microphone', 'in-use');
    await stage().join();
    const { camera, microphone } = stage().state.self;
    expect([camera.status, microphone.status]).to.deep.equal(['failed', 'failed']);
    expect(microphone.status === 'failed' && microphone.error.code).to.equal('device-in-use');
    expect(stage().ours()).to.deep.equal([]);
    expect(stage().status).to.equal('joined');
  });

  it('can be tried again, and then are seen and heard', async () => {
    stage().faults.setFault('camera', 'denied');
    await stage().enter();
    const denied = await expectCallError(stage().session.setCamera(true), 'permission-denied');
    expect(stage().state.self.camera).to.deep.equal({ status: 'failed', error: denied });
    stage().faults.setFault('camera', undefined);
    await stage().session.setCamera(true);
    expect(await stage().published(({ video }) => video)).to.include({ audio: true });
  });

  it('are not asked for again by joining after the preview', async () => {
    stage().faults.setFault('camera', 'denied');
    await stage().session.startPreview();
    const before = stage().prompts.length;
    expect(await stage().enter()).to.include({ audio: true, video: false });
    expect(stage().prompts).to.have.length(before);
  });

  it('are still told of in the call, when the preview could not have them', async () => {
    stage().faults.setFault('camera', 'denied');
    await stage().session.startPreview();
    await stage().join();
    expect(stage().state.notice).to.include({ code: 'permission-denied', device: 'camera' });
  });

  it('are asked for again by the next call', async () => {
    stage().faults.setFault('camera', 'denied');
    await stage().enter();
    await stage().leave();
    stage().faults.setFault('camera', undefined);
    expect(await stage().enter()).to.include({ audio: true, video: true });
  });

  it('fail alone when the page’s own devices throw', async () => {
    const failure = new Error('Of the test');
    for (const wrong of [failure, undefined, 'text']) {
      stage().devices.refuse(wrong, wrong, wrong);
      await stage().join();
      expect(stage().state.self.camera.status).to.equal('failed');
      expect(stage().state.self.microphone.status).to.equal('failed');
      await stage().leave();
    }
  });

  it('fail alone when the engine that brings them can not be loaded', async () => {
    const session = new CallSession();
    session.configure({ room: 'tea', user: 'me', engine: 'simulated' });
    const failure = new TypeError('Of the test');
    await whileLoading(
      () => Promise.reject(failure),
      async () => {
        await session.startPreview();
        const { camera, microphone } = session.state.self;
        expect(camera.status === 'failed' && camera.error).to.include({ code: 'network', cause: failure });
        expect(microphone.status).to.equal('failed');
      },
    );
    await session.leave();
    await session.startPreview();
    expect(session.state.self.camera.status, 'tried again').to.equal('on');
    await session.leave();
    expect(session.state.self.picture).to.equal(null);
  });
});

describe('devices that go away', () => {
  const stage = useStage();

  for (const kind of ['camera', 'microphone'] as const)
    it(`are lost, told of, and can be turned on again: ${kind}`, async () => {
      const media = kind === 'camera' ? 'video' : 'audio';
      const turn = (on: boolean): Promise<void> =>
        kind === 'camera' ? stage().session.setCamera(on) : stage().session.setMicrophone(on);
      await stage().enter();
      stage().faults.setFault(kind, 'missing');
      await stage().device(kind, 'failed');
      const state = stage().state.self[kind];
      expect(state.status === 'failed' && state.error).to.include({ code: 'device-lost', device: kind });
      expect(stage().state.notice).to.include({ code: 'device-lost', device: kind });
      await stage().published((stream) => !stream[media]);
      await expectCallError(turn(true), 'device-not-found');

      stage().faults.setFault(kind, undefined);
      await turn(true);
      expect(await stage().published((stream) => stream[media])).to.include({ audio: true, video: true });
    });

  it('take the picture along', async () => {
    await stage().session.startPreview();
    stage().faults.setFault('camera', 'missing');
    await stage().device('camera', 'failed');
    expect(stage().state.self.picture).to.equal(null);
    expect(stage().state.self.microphone.status).to.equal('on');
  });

  it('before anybody could listen are lost all the same', async () => {
    const { devices, faults } = stage();
    devices.answer(async (constraints) => {
      const media = await faults.getUserMedia(constraints);
      for (const track of media.getVideoTracks()) track.stop();
      return media;
    });
    expect(await stage().enter()).to.include({ audio: true, video: false });
    const { camera } = stage().state.self;
    expect(camera.status === 'failed' && camera.error.code).to.equal('device-lost');
  });

  it('are not told of when we turned them off', async () => {
    await stage().enter();
    await stage().session.setCamera(false);
    stage().faults.setFault('camera', 'missing');
    await stage().session.setMicrophone(false);
    expect(stage().state.self.camera.status).to.equal('off');
    expect(stage().state.notice).to.equal(null);
  });
});

describe('a call that may use fewer devices', () => {
  const stage = useStage();

  it('asks for nothing and publishes nothing when it only watches', async () => {
    stage().session.configure({ viewOnly: true });
    const streamId = stage().room.enter({ id: 'ada' }).publish();
    await stage().session.startPreview();
    await stage().join();
    await stage().until(({ participants }) => participants[0]?.streams[0]?.media, 'Ada is seen');
    expect(stage().prompts).to.deep.equal([]);
    expect(stage().room.streams.map((stream) => stream.streamId)).to.deep.equal([streamId]);
    expect(stage().state.self.devices).to.deep.equal([]);
  });

  it('forbids its devices when it only watches', async () => {
    stage().session.configure({ viewOnly: true });
    await stage().join();
    const { session } = stage();
    for (const [device, command] of [
      ['microphone', () => session.setMicrophone(true)],
      ['camera', () => session.setCamera(true)],
      ['screen', () => session.startScreenShare()],
    ] as const)
      expect(await expectCallError(command(), 'forbidden')).to.include({ device });
    await Promise.all([session.setMicrophone(false), session.setCamera(false), session.stopScreenShare()]);
    expect(stage().prompts).to.deep.equal([]);
    expect(stage().state.self.camera.status).to.equal('off');
  });

  it('never asks for the camera when it is for sound only', async () => {
    stage().session.configure({ mode: 'audio' });
    await stage().session.startPreview();
    expect(await stage().enter()).to.include({ audio: true, video: false });
    expect(stage().prompts).to.deep.equal(['audio']);
    await expectCallError(stage().session.setCamera(true), 'forbidden');
    await expectCallError(stage().session.startScreenShare(), 'forbidden');
    expect(stage().prompts).to.deep.equal(['audio']);
  });

  it('turns off a preview that it may not show', async () => {
    await stage().session.startPreview();
    stage().session.configure({ mode: 'audio' });
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['audio']);
    expect(stage().state.self.picture).to.equal(null);
    stage().session.configure({ viewOnly: true });
    expect(stage().devices.live).to.deep.equal([]);
    await stage().join();
    expect(stage().ours()).to.deep.equal([]);
  });

  it('turns off what was being asked for', async () => {
    const release = stage().devices.hold();
    const preview = stage().session.startPreview();
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    stage().session.configure({ viewOnly: true });
    release();
    await preview;
    expect(stage().devices.live).to.deep.equal([]);
    expect(stage().state.self.camera.status).to.equal('off');
    expect(stage().state.notice).to.equal(null);
  });
});

describe('what the room does with our stream', () => {
  const stage = useStage({ publish: SHORT });

  it('is told when it refuses it; the call goes on, and the next change tries again', async () => {
    stage().engineFaults = { publish: () => Promise.reject(error) };
    await stage().join();
    expect(await stage().until(({ notice }) => notice, 'there is a notice')).to.equal(error);
    expect(stage().status).to.equal('joined');
    stage().engine.faults = {};
    await stage().session.setMicrophone(false);
    expect(await stage().published()).to.include({ audio: false, video: true });
  });

  it('is told when it ends it, and the next change publishes anew', async () => {
    const { streamId } = await stage().enter();
    stage().room.endPublication(streamId, error);
    expect(await stage().until(({ notice }) => notice, 'there is a notice')).to.equal(error);
    expect(stage().ours()).to.deep.equal([]);
    await stage().session.setMicrophone(false);
    expect(await stage().published()).to.include({ audio: false, video: true });
    await stage().session.setMicrophone(true);
    expect(await stage().published(({ audio }) => audio)).to.include({ video: true });
  });

  it('gets what it did not take, when the connection is back', async () => {
    stage().engineFaults = { publish: () => Promise.reject(error) };
    await stage().join();
    await stage().until(({ notice }) => notice, 'there is a notice');
    stage().engine.faults = {};
    stage().room.dropConnection();
    await stage().reach('reconnecting');
    stage().room.restoreConnection();
    expect(await stage().published()).to.include({ audio: true, video: true });
  });

  it('gets it once, whatever becomes of the connection', async () => {
    await stage().enter();
    stage().room.dropConnection();
    await stage().reach('reconnecting');
    stage().room.restoreConnection();
    await stage().reach('joined');
    await stage().session.setMicrophone(false);
    expect(stage().engine.published).to.have.length(1);
  });

  it('fails the command when it does not take a device, and turns it off', async () => {
    stage().session.configure({ cameraOff: true });
    stage().engineFaults = { publication: () => ({ replaceTrack: () => Promise.reject(error) }) };
    await stage().enter();
    expect(await expectCallError(stage().session.setCamera(true))).to.equal(error);
    expect(stage().state.self.camera).to.deep.equal({ status: 'failed', error });
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['audio']);
  });

  it('turns a device off even if it fails to tell others', async () => {
    stage().engineFaults = { publication: () => ({ setMuted: () => Promise.reject(error) }) };
    await stage().enter();
    expect(await expectCallError(stage().session.setCamera(false))).to.equal(error);
    expect(stage().state.self.camera.status).to.equal('off');
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['audio']);
  });

  it('is told again what it did not answer, so that whoever is muted there is heard again', async () => {
    let isMuted = false;
    stage().engineFaults = {
      publication: (usual) => ({
        setMuted(kind, muted) {
          isMuted = muted;
          return muted ? forever : usual.setMuted(kind, muted);
        },
      }),
    };
    await stage().enter();
    await stage().device('microphone', 'on');
    await expectCallError(stage().session.setMicrophone(false), 'timeout');
    expect(isMuted).to.equal(true);
    await stage().session.setMicrophone(true);
    expect(isMuted).to.equal(false);
  });

  it('is not waited for without end', async () => {
    stage().engineFaults = { publication: () => ({ setMuted: () => forever }) };
    await stage().enter();
    await expectCallError(stage().session.setMicrophone(false), 'timeout');
    expect(stage().state.self.microphone.status).to.equal('off');
  });

  it('ends a stream that comes too late, so that we never send two', async () => {
    let arrive = (): void => undefined;
    let late: string | undefined;
    stage().engineFaults = {
      publish: async (usual) => {
        await new Promise<void>((resolve) => (arrive = resolve));
        const publication = await usual();
        late = publication.streamId;
        return publication;
      },
    };
    await stage().join();
    expect(await stage().until(({ notice }) => notice, 'there is a notice')).to.include({ code: 'timeout' });
    stage().engine.faults = {};
    await stage().session.setMicrophone(false);
    const { streamId } = await stage().published();
    arrive();
    await eventually(() => late, 'the late stream comes');
    await eventually(() => stage().ours().length === 1, 'only one is left');
    expect(stage().ours()[0]?.streamId).to.equal(streamId);
    expect(streamId).to.not.equal(late);
  });
});
