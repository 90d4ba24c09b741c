import { expect } from '@open-wc/testing';
import { LIMITS } from '../../src/call/limits.js';
import type { RemoteStream } from '../../src/call/call-state.js';
import { CallError, type CallErrorCode } from '../../src/engine/call-error.js';
import { PATIENCE } from '../../src/engine/zego/zego-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { findStream } from '../support/find-stream.js';
import { TestMedia } from '../support/test-media.js';
import { eventually, pause } from '../support/wait.js';
import { forever, SHORT, useStage } from './call-stage.js';

const failure = new CallError('network', 'Of the test');
/** Between two attempts because the network has recovered, in ms. */
const INTERVAL = 400;

describe('microphone and camera that others do not get', () => {
  const stage = useStage({ recovery: INTERVAL });
  const self = () => stage().state.self;
  const publishError = (code: CallErrorCode): Promise<CallError> =>
    stage().until(
      ({ self: { publishError: error } }) => error?.code === code && error,
      `publishing has failed with ${code}`,
    );
  const goOnline = (): boolean => window.dispatchEvent(new Event('online'));

  /** Joins, and has the engine refuse our stream with this error. */
  async function joinRefused(error = failure): Promise<void> {
    stage().engineFaults = { publish: () => Promise.reject(error) };
    await stage().join();
    await publishError(error.code);
  }

  it('are on, and the state says which stream the engine is retrying', async () => {
    const { streamId } = await stage().enter();
    const { screen } = await startScreen();
    stage().room.interruptPublication(streamId);
    await stage().until(({ self: { retrying } }) => retrying.length === 1, 'the engine is retrying');
    expect(self()).to.deep.include({ retrying: ['camera'], publishError: null });
    expect([self().microphone.status, self().camera.status]).to.deep.equal(['on', 'on']);
    stage().room.interruptPublication(screen);
    await stage().until(({ self: { retrying } }) => retrying.length === 2, 'of the screen, too');
    stage().room.resumePublication(streamId);
    await stage().until(({ self: { retrying } }) => retrying.length === 1, 'the camera is through');
    expect(self().retrying).to.deep.equal(['screen']);
  });

  async function startScreen(): Promise<{ screen: string }> {
    await stage().session.startScreenShare();
    return { screen: (await stage().published(() => true, 'screen')).streamId };
  }

  it('are muted while the engine is retrying', async () => {
    const { streamId } = await stage().enter();
    stage().room.interruptPublication(streamId);
    await stage().until(({ self: { retrying } }) => retrying.length > 0, 'the engine is retrying');
    await stage().session.setMicrophone(false);
    await stage().session.setCamera(false);
    expect(await stage().published(({ audio, video }) => !audio && !video)).to.include({ streamId });
    expect(stage().engine.published, 'nothing is published a second time').to.have.length(1);
  });

  it('are published again on demand after the engine has given up', async () => {
    const { streamId } = await stage().enter();
    stage().room.endPublication(streamId, failure);
    expect(await publishError('network')).to.equal(failure);
    expect(stage().state.notice).to.equal(failure);
    expect([self().microphone.status, self().camera.status], 'still captured').to.deep.equal(['on', 'on']);
    await stage().session.retryPublishing();
    expect(stage().ours()).to.have.length(1);
    expect(self().publishError).to.equal(null);
    expect(stage().state.notice, 'what is over is dismissed').to.equal(null);
  });

  for (const [what, settle] of [
    ['succeeds', () => Promise.resolve()],
    ['fails', () => Promise.reject(new CallError('aborted', 'Of the test'))],
  ] as const)
    it(`are not sent when the engine gives up during a change that ${what}`, async () => {
      let finish: (() => void) | undefined;
      stage().engineFaults = {
        publication: () => ({
          setMuted: () => new Promise<void>((resolve) => (finish = resolve)).then(settle),
        }),
      };
      const { streamId } = await stage().enter();
      const muting = stage().session.setMicrophone(false);
      await eventually(() => finish, 'the change is under way');
      stage().room.endPublication(streamId, failure);
      await publishError('network');
      finish!();
      expect(await expectCallError(muting, 'network')).to.equal(failure);
      expect(self().publishError).to.equal(failure);
      expect(stage().state.notice).to.equal(failure);
      stage().engine.faults = {};
      await stage().session.retryPublishing();
      expect((await stage().published()).audio, 'still muted').to.equal(false);
      expect(self().publishError).to.equal(null);
    });

  it('are told of by the newest error', async () => {
    const { streamId } = await stage().enter();
    stage().room.endPublication(streamId, failure);
    await publishError('network');
    const later = new CallError('timeout', 'Of the test');
    stage().engine.faults = { publish: () => Promise.reject(later) };
    await expectCallError(stage().session.retryPublishing(), 'timeout');
    expect([self().publishError, stage().state.notice]).to.deep.equal([later, later]);
  });

  it('are not published again on demand while the room is being joined', async () => {
    stage().engineFaults = { join: () => forever };
    const joining = expectCallError(stage().join(), 'aborted');
    await eventually(() => stage().engines[0]?.open, 'the room is being joined');
    await expectCallError(stage().session.retryPublishing(), 'aborted');
    await stage().leave();
    await joining;
  });

  it('stay failed when that fails, too', async () => {
    await joinRefused();
    const later = new CallError('timeout', 'Of the test');
    stage().engine.faults = { publish: () => Promise.reject(later) };
    expect(await expectCallError(stage().session.retryPublishing(), 'timeout')).to.equal(later);
    expect(self().publishError).to.equal(later);
    stage().engine.faults = {};
    await stage().session.retryPublishing();
    expect(stage().ours()).to.have.length(1);
    expect(self().publishError).to.equal(null);
  });

  it('are no more of interest outside the room', async () => {
    await joinRefused();
    await stage().leave();
    expect(self().publishError).to.equal(null);
    await expectCallError(stage().session.retryPublishing(), 'aborted');
  });

  for (const [what, recover] of [
    ['the browser is online again', goOnline],
    [
      'our connection is good again',
      () => {
        stage().room.setQuality('me', 4, 4);
        stage().room.setQuality('me', 1, 1);
      },
    ],
    [
      'the room is connected again',
      () => {
        stage().room.dropConnection();
        stage().room.restoreConnection();
      },
    ],
  ] as const)
    it(`are published again by themselves when ${what}`, async () => {
      await joinRefused();
      const before = stage().engine.published.length;
      stage().engine.faults = {};
      stage().room.setQuality('me', 0, 0);
      stage().room.setQuality('ada', 4, 4);
      stage().room.setQuality('ada', 1, 1);
      await pause(SHORT);
      expect(stage().engine.published, 'no reason yet').to.have.length(before);
      recover();
      await stage().published();
      await stage().until(({ self: { publishError: error } }) => !error, 'the error is gone');
    });

  it('are not published again and again by a network that comes and goes', async () => {
    await joinRefused();
    const times: number[] = [];
    stage().engine.faults = {
      publish: () => {
        times.push(performance.now());
        return Promise.reject(failure);
      },
    };
    const end = performance.now() + INTERVAL * 2.5;
    while (performance.now() < end) {
      goOnline();
      stage().room.setQuality('me', 4, 4);
      stage().room.setQuality('me', 1, 1);
      await pause(SHORT);
    }
    expect(times.length).to.be.within(2, 3);
    const gaps = times.slice(1).map((time, index) => time - times[index]!);
    for (const gap of gaps) expect(gap).to.be.at.least(INTERVAL - 5);
  });

  for (const code of ['forbidden', 'unsupported'] as const)
    it(`are not published again by themselves when that is ${code}`, async () => {
      await joinRefused(new CallError(code, 'Of the test'));
      const before = stage().engine.published.length;
      goOnline();
      await pause(SHORT);
      expect(stage().engine.published).to.have.length(before);
    });

  it('are not published by a call that was left', async () => {
    await joinRefused();
    const before = stage().engine.published.length;
    const { engine } = stage();
    await stage().leave();
    goOnline();
    await pause(INTERVAL + SHORT);
    expect(engine.published).to.have.length(before);
  });
});

describe('a stream that the engine is trying to play', () => {
  const stage = useStage({ play: SHORT, retry: 1 });

  /** Joins a room with a stream whose playing the test settles. */
  async function joinPlaying() {
    const plays: { settle: (media: MediaStream) => void; fail: (error: CallError) => void }[] = [];
    stage().engineFaults = {
      play: () => new Promise((settle, fail) => plays.push({ settle, fail })),
    };
    const streamId = stage().room.enter({ id: 'ada' }).publish();
    await stage().join();
    await eventually(() => plays.length === 1, 'it is played');
    const becomes = (play: RemoteStream['play']): Promise<RemoteStream> =>
      stage().until(
        (state) => [findStream(state, streamId)].find((stream) => stream?.play === play),
        `it is ${play}`,
      );
    const retry = (): void => stage().engine.emit({ type: 'play-state', streamId, state: 'retrying' });
    return { plays, streamId, becomes, retry };
  }

  it('is left to the engine, however long that takes', async () => {
    const { plays, becomes, retry } = await joinPlaying();
    retry();
    await becomes('retrying');
    await pause(SHORT * 3);
    expect(plays, 'played once').to.have.length(1);
    expect(stage().engine.stopped).to.deep.equal([]);
    const media = new TestMedia();
    plays[0]!.settle(media.stream);
    expect((await becomes('playing')).media).to.equal(media.stream);
    await media.close();
  });

  it('has failed when the engine gives up, and is played again on demand', async () => {
    const { plays, streamId, becomes, retry } = await joinPlaying();
    retry();
    plays[0]!.fail(failure);
    expect((await becomes('failed')).problem).to.equal(failure);
    await pause(SHORT);
    expect(plays, 'not tried again for nothing').to.have.length(1);
    stage().engine.faults = {};
    stage().session.retryPlaying('unknown');
    stage().session.retryPlaying(streamId);
    await becomes('retrying');
    await becomes('playing');
  });

  it('has failed when the engine gives up later, and is played again when the network recovers', async () => {
    const { plays, streamId, becomes, retry } = await joinPlaying();
    const media = new TestMedia();
    plays[0]!.settle(media.stream);
    await becomes('playing');
    retry();
    stage().engine.emit({ type: 'play-state', streamId, state: 'failed', error: failure });
    await becomes('failed');
    stage().engine.faults = {};
    window.dispatchEvent(new Event('online'));
    await becomes('playing');
    await media.close();
  });

  for (const code of ['forbidden', 'unsupported'] as const)
    it(`is not played again by itself when that is ${code}, but on demand`, async () => {
      const { plays, streamId, becomes } = await joinPlaying();
      plays[0]!.fail(new CallError(code, 'Of the test'));
      await becomes('failed');
      window.dispatchEvent(new Event('online'));
      stage().room.dropConnection();
      stage().room.restoreConnection();
      await pause(SHORT);
      expect(plays).to.have.length(1);
      stage().session.retryPlaying(streamId);
      await eventually(() => plays.length === 2, 'it is played again');
    });

  it('is tried again by the call when it fails after it has played again', async () => {
    const { plays, streamId, becomes, retry } = await joinPlaying();
    const media = new TestMedia();
    plays[0]!.settle(media.stream);
    await becomes('playing');
    retry();
    stage().engine.emit({ type: 'play-state', streamId, state: 'playing' });
    stage().engine.emit({ type: 'play-state', streamId, state: 'failed', error: failure });
    await becomes('retrying');
    await eventually(() => plays.length === 2, 'it is played again');
    await media.close();
  });
});

describe('the limits of a call', () => {
  it('leave engines the time that they take to say that they are retrying', () => {
    expect(LIMITS.publish).to.be.greaterThan(PATIENCE.answer);
    expect(LIMITS.play).to.be.greaterThan(PATIENCE.answer);
  });
});
