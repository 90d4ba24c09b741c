import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, inTime } from '../support/wait.js';
import { forever, SHORT, useStage } from './call-stage.js';

const error = new CallError('network', 'Of the test');

describe('sharing a screen', () => {
  const stage = useStage({ publish: 400 });

  /** In a room, without a camera that could be mistaken for a screen. */
  async function enter(): Promise<void> {
    stage().session.configure({ cameraOff: true, microphoneOff: true });
    await stage().join();
  }

  async function share(): Promise<MediaStreamTrack | undefined> {
    await inTime(stage().session.startScreenShare(), 'the screen is shared');
    await stage().published(undefined, 'screen');
    return stage().devices.tracks.at(-1);
  }

  it('shows it to others beside the camera, and stops', async () => {
    await stage().enter();
    const track = await share();
    expect(stage().state.self.screen.status).to.equal('on');
    expect(
      stage()
        .ours()
        .map(({ source }) => source),
    ).to.deep.equal(['camera', 'screen']);
    expect(stage().ours()[1]).to.include({ audio: false, video: true });

    await stage().session.stopScreenShare();
    expect(stage().state.self.screen.status).to.equal('off');
    expect(track?.readyState).to.equal('ended');
    expect(
      stage()
        .ours()
        .map(({ source }) => source),
    ).to.deep.equal(['camera']);
    expect(stage().state.self.camera.status).to.equal('on');
  });

  it('is refused before anything is asked when its quality cannot be meant', async () => {
    await enter();
    stage().session.configure({ screenQuality: 'film' as 'text' });
    const error = await expectCallError(stage().session.startScreenShare(), 'invalid-config');
    expect(error.attribute).to.equal('screen-quality');
    expect(stage().devices.screenRequests).to.deep.equal([]);
    expect(stage().state.self.screen.status).to.equal('off');
  });

  it('is captured with the quality of the moment', async () => {
    await enter();
    stage().session.configure({ screenQuality: 'motion' });
    const track = await share();
    expect(track?.contentHint).to.equal('motion');
    expect(stage().devices.screenRequests.at(-1)?.video).to.deep.include({ frameRate: { max: 30 } });
  });

  it('is pending while the person chooses', async () => {
    await enter();
    const release = stage().devices.hold();
    const sharing = stage().session.startScreenShare();
    await stage().device('screen', 'pending');
    release();
    await sharing;
    expect(stage().state.self.screen.status).to.equal('on');
  });

  it('can be stopped in the browser’s own bar', async () => {
    await enter();
    const track = await share();
    stage().faults.setFault('screen', 'missing');
    await stage().device('screen', 'off');
    expect(track?.readyState).to.equal('ended');
    await eventually(() => stage().ours().length === 0, 'others see no screen');
    expect(stage().state.notice).to.equal(null);

    stage().faults.setFault('screen', undefined);
    await share();
    expect(stage().state.self.screen.status).to.equal('on');
  });

  it('ends when the screen has ended before anybody could listen', async () => {
    await enter();
    const { devices, faults } = stage();
    devices.answer(async () => {
      const media = await faults.getDisplayMedia();
      for (const track of media.getTracks()) track.stop();
      return media;
    });
    await expectCallError(stage().session.startScreenShare(), 'aborted');
    expect(stage().state.self.screen.status).to.equal('off');
    expect(stage().ours()).to.deep.equal([]);
  });

  it('rejects with "aborted" when the person chooses none, and tells nobody', async () => {
    await enter();
    stage().faults.setFault('screen', 'denied');
    await expectCallError(stage().session.startScreenShare(), 'aborted');
    expect(stage().state.self.screen.status).to.equal('off');
    expect(stage().state.notice).to.equal(null);
  });

  it('tells when the screen can not be had', async () => {
    await enter();
    stage().faults.setFault('screen', 'in-use');
    const failure = await expectCallError(stage().session.startScreenShare(), 'device-in-use');
    expect(stage().state.notice).to.equal(failure);
    expect(stage().state.self.screen.status).to.equal('off');
  });

  it('tells when the room does not take it, and ends it', async () => {
    await enter();
    stage().engine.faults = { publish: () => Promise.reject(error) };
    expect(await expectCallError(stage().session.startScreenShare())).to.equal(error);
    expect(stage().state.notice).to.equal(error);
    expect(stage().devices.live).to.deep.equal([]);
    stage().engine.faults = {};
    await share();
    expect(stage().state.self.screen.status).to.equal('on');
  });

  it('ends it when others no longer get it, and can begin anew', async () => {
    await enter();
    const track = await share();
    const { streamId } = await stage().published(undefined, 'screen');
    stage().room.endPublication(streamId, error);
    await stage().device('screen', 'off');
    expect(track?.readyState).to.equal('ended');
    expect(stage().state.notice).to.equal(error);
    await share();
    expect(stage().ours()).to.have.length(1);
  });

  it('asks once, though it is wanted twice', async () => {
    await enter();
    await Promise.all([stage().session.startScreenShare(), stage().session.startScreenShare()]);
    expect(stage().devices.screenRequests).to.have.length(1);
    expect(stage().ours()).to.have.length(1);
  });

  it('is nothing to stop when there is none', async () => {
    await stage().session.stopScreenShare();
    await enter();
    await stage().session.stopScreenShare();
    expect(stage().state.self.screen.status).to.equal('off');
  });

  it('needs a room, and asks for nothing before', async () => {
    await expectCallError(stage().session.startScreenShare(), 'aborted');
    expect(stage().devices.screenRequests).to.deep.equal([]);
  });

  it('does not hold up the microphone while the person chooses', async () => {
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    const release = stage().devices.hold();
    const sharing = stage().session.startScreenShare();
    await eventually(() => stage().devices.prompts === 1, 'the picker is open');
    await inTime(stage().session.setMicrophone(false), 'the microphone is muted', 1_000);
    expect(stage().ours()[0]).to.include({ audio: false });
    release();
    await sharing;
    expect(stage().ours()).to.have.length(2);
  });

  it('is given up with the call, and what is chosen later is ended', async () => {
    await enter();
    const release = stage().devices.hold();
    const sharing = expectCallError(stage().session.startScreenShare(), 'aborted');
    await eventually(() => stage().devices.prompts === 1, 'the picker is open');
    await stage().leave();
    await sharing;
    release();
    await eventually(() => stage().devices.tracks.length === 1, 'a screen is chosen after all');
    await eventually(() => stage().devices.live.length === 0, 'it is ended');
    expect(stage().state.self.screen.status).to.equal('off');
  });

  it('does not hold up another room, which begins without it', async () => {
    await enter();
    const release = stage().devices.hold();
    const sharing = expectCallError(stage().session.startScreenShare(), 'aborted');
    await eventually(() => stage().devices.prompts === 1, 'the picker is open');
    stage().session.configure({ room: 'cake' });
    await sharing;
    await stage().reach('joined');
    release();
    await eventually(() => stage().devices.tracks.length === 1, 'a screen is chosen after all');
    await eventually(() => stage().devices.live.length === 0, 'it is ended');
    expect(stage().ours(stage().world.room('cake'))).to.deep.equal([]);
  });

  it('ends with the room', async () => {
    await enter();
    const track = await share();
    stage().session.configure({ room: 'cake' });
    await stage().reach('joined');
    expect(track?.readyState).to.equal('ended');
    expect(stage().state.self.screen.status).to.equal('off');
  });

  it('turns it off even if the room never answers, and goes on', async () => {
    await enter();
    stage().engine.faults = { publication: () => ({ stop: () => forever }) };
    const track = await share();
    const stopping = expectCallError(stage().session.stopScreenShare(), 'timeout');
    await stage().device('screen', 'off');
    expect(track?.readyState).to.equal('ended');
    await stopping;
    await stage().session.setMicrophone(true);
    expect(stage().state.self.microphone.status).to.equal('on');
  });

  it('never keeps anybody from leaving', async () => {
    await enter();
    stage().engine.faults = { publication: () => ({ stop: () => forever }) };
    await share();
    const stopping = stage().session.stopScreenShare();
    await stage().device('screen', 'off');
    await stage().leave();
    await inTime(stopping, 'stopping settles', SHORT * 10);
    expect(stage().status).to.equal('ended');
  });
});
