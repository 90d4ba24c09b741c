import { findStream } from '../support/find-stream.js';
import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import { type CallState, type RemoteStream, remoteStreams } from '../../src/call/call-state.js';
import { MOST_PLAYED, PATIENCE } from '../../src/call/receive-plan.js';
import { eventually, pause } from '../support/wait.js';
import { SHORT, useStage } from './call-stage.js';

const SMALL = { width: 160, height: 90 };
const LARGE = { width: 1280, height: 720 };
const failure = new CallError('network', 'Of the test');

/** The stream, once it is as `matches` wants it. */
const streamThat =
  (streamId: string, matches: (stream: RemoteStream) => unknown) =>
  (state: CallState): RemoteStream | false => {
    const stream = findStream(state, streamId);
    return stream && matches(stream) ? stream : false;
  };

describe('what is received of a stream', () => {
  const stage = useStage();

  it('is its sound alone when nobody shows it', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    const streamId = ada.publish();
    await stage().join();
    await stage().until(
      streamThat(streamId, ({ layer, media }) => media && layer === 'high'),
      'it begins',
    );
    await eventually(() => ada.layerWanted() === 'off', 'no picture is asked for');
    const stream = await stage().until(
      streamThat(streamId, ({ layer }) => layer === 'off'),
      'the state says so',
    );
    expect(stream.play).to.equal('playing');
    expect(stream.media?.getAudioTracks()).to.have.length(1);
    expect(stream.media?.getVideoTracks()).to.have.length(0);
  });

  it('follows how large it is seen: up at once, down after a while', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    const streamId = ada.publish();
    stage().session.seen(streamId, SMALL);
    await stage().join();
    await eventually(() => ada.layerWanted() === 'low', 'the low layer comes');
    stage().session.seen(streamId, LARGE);
    await eventually(() => ada.layerWanted() === 'high', 'the high layer comes', PATIENCE / 2);
    stage().session.seen(streamId, SMALL);
    await pause(PATIENCE / 2);
    expect(ada.layerWanted()).to.equal('high');
    await eventually(() => ada.layerWanted() === 'low', 'the low layer comes again');
    stage().session.seen(streamId, null);
    await eventually(() => ada.layerWanted() === 'off', 'no picture comes');
    stage().session.seen(streamId, SMALL);
    await eventually(() => ada.layerWanted() === 'low', 'the low layer is back', PATIENCE / 2);
  });

  it('stays as it was when it is out of sight for a moment', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    const streamId = ada.publish();
    stage().session.seen(streamId, LARGE);
    await stage().join();
    await stage().until(
      streamThat(streamId, ({ media }) => media),
      'it plays',
    );
    const wanted: (string | undefined)[] = [];
    const stop = stage().session.subscribe((state) => wanted.push(findStream(state, streamId)?.layer));
    for (let turn = 0; turn < 3; turn++) {
      stage().session.seen(streamId, null);
      await pause(50);
      stage().session.seen(streamId, LARGE);
      await pause(50);
    }
    await pause(PATIENCE);
    stop();
    expect(new Set(wanted)).not.to.contain('off');
    expect(ada.layerWanted()).to.equal('high');
  });

  it('is never a picture in a call of mode "audio"', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    const streamId = ada.publish();
    stage().session.seen(streamId, LARGE);
    stage().session.configure({ mode: 'audio' });
    const layers: (string | undefined)[] = [];
    const stop = stage().session.subscribe((state) => layers.push(findStream(state, streamId)?.layer));
    await stage().join();
    const { media } = await stage().until(
      streamThat(streamId, (stream) => stream.media),
      'it plays',
    );
    expect(media?.getVideoTracks()).to.have.length(0);
    expect(media?.getAudioTracks()).to.have.length(1);
    expect(ada.layerWanted()).to.equal('off');
    stop();
    expect(layers).not.to.include('high').and.not.to.include('low');
  });

  it('is nothing for who comes when 50 play already, until it is seen', async () => {
    for (let person = 0; person < MOST_PLAYED + 2; person++)
      stage()
        .room.enter({ id: `person-${person}` })
        .publish({ picture: false, audio: false });
    await stage().join();
    const played = (state: CallState): RemoteStream[] => remoteStreams(state).filter(({ media }) => media);
    await stage().until((state) => played(state).length === MOST_PLAYED, 'fifty play');
    const last = remoteStreams(stage().state).at(-1);
    expect(last).to.include({ play: 'pending', layer: 'off' });

    stage().session.seen(last!.streamId, LARGE);
    await stage().until(
      streamThat(last!.streamId, ({ media }) => media),
      'the last one plays',
    );
    expect(played(stage().state)).to.have.length(MOST_PLAYED);
    const resting = remoteStreams(stage().state).filter(({ play }) => play === 'pending');
    expect(resting).to.have.length(2);
    for (const stream of resting) expect(stream).to.include({ media: null, problem: null, layer: 'off' });
  });
});

describe('a stream that fails to play', () => {
  const stage = useStage({ retry: SHORT });

  it('is tried again, and says so meanwhile', async () => {
    const streamId = stage().room.enter({ id: 'ada' }).publish();
    stage().room.failPlay(streamId, failure);
    const joined = stage().join();
    const retried = await stage().until(
      streamThat(streamId, ({ play }) => play === 'retrying'),
      'it is tried again',
    );
    expect(retried.problem).to.equal(failure);
    await stage().until(
      streamThat(streamId, ({ media, play, problem }) => play === 'playing' && media && !problem),
      'it plays',
    );
    await joined;
  });

  it('later is played anew', async () => {
    const streamId = stage().room.enter({ id: 'ada' }).publish();
    await stage().join();
    const first = await stage().until(
      streamThat(streamId, ({ media }) => media),
      'it plays',
    );
    stage().room.failPlay(streamId, failure);
    await stage().until(
      streamThat(streamId, ({ media, play }) => play === 'retrying' && !media),
      'it is tried again',
    );
    const again = await stage().until(
      streamThat(streamId, ({ media }) => media),
      'it plays again',
    );
    expect(again.media).not.to.equal(first.media);
    expect(stage().state.connection.status).to.equal('joined');
  });

  it('waits twice as long each time, and is given up after the fifth', async () => {
    const times: number[] = [];
    stage().engineFaults = {
      play: () => {
        times.push(performance.now());
        return Promise.reject(failure);
      },
    };
    const streamId = stage().room.enter({ id: 'ada' }).publish();
    await stage().join();
    await stage().until(
      streamThat(streamId, ({ play }) => play === 'failed'),
      'it is given up',
    );
    const pauses = times.slice(1).map((time, index) => time - times[index]!);
    expect(pauses).to.have.length(5);
    // Clocks and timers differ by a millisecond.
    for (const [index, length] of pauses.entries()) expect(length).to.be.at.least(SHORT * 2 ** index - 1);

    stage().engine.faults = {};
    stage().room.dropConnection();
    stage().room.restoreConnection();
    await stage().until(
      streamThat(streamId, ({ media, play }) => play === 'playing' && media),
      'it plays when the connection is back',
    );
  });

  it('plays when it comes back', async () => {
    stage().engineFaults = { play: () => Promise.reject(new CallError('forbidden', 'Of the test')) };
    const ada = stage().room.enter({ id: 'ada' });
    const first = ada.publish();
    await stage().join();
    await stage().until(
      streamThat(first, ({ play }) => play === 'failed'),
      'it is given up',
    );
    stage().engine.faults = {};
    const { user } = ada;
    const info = { streamId: first, user, source: 'camera', audio: true, video: true } as const;
    stage().engine.emit({ type: 'streams-removed', streamIds: [first] });
    stage().engine.emit({ type: 'streams-added', streams: [info] });
    await stage().until(
      streamThat(first, ({ media }) => media),
      'it plays',
    );
  });
});

describe('a stream that plays after several tries', () => {
  const stage = useStage({ retry: 10 });
  const { now } = performance;
  afterEach(() => void Reflect.deleteProperty(performance, 'now'));
  const later = (milliseconds: number): void => {
    performance.now = () => now.call(performance) + milliseconds;
  };

  for (const [what, played, retries] of [
    ['has all its retries again when it played for half a minute before it fails', 30_000, 5],
    ['has only those left that it did not take when it fails soon', 0, 2],
  ] as const)
    it(what, async () => {
      let tries = 0;
      let failures = 3;
      const media = new MediaStream();
      stage().engineFaults = {
        play: async () => {
          tries += 1;
          if (tries <= failures) throw failure;
          return media;
        },
      };
      const streamId = stage().room.enter({ id: 'ada' }).publish();
      await stage().join();
      await stage().until(
        streamThat(streamId, (stream) => stream.media),
        'it plays',
      );
      [tries, failures] = [0, Infinity];
      later(played);
      stage().engine.emit({ type: 'play-state', streamId, state: 'failed', error: failure });
      await stage().until(
        streamThat(streamId, ({ play }) => play === 'failed'),
        'it is given up',
      );
      expect(tries).to.equal(retries);
    });
});

describe('streams that come and go', () => {
  const stage = useStage({ retry: SHORT });
  const user = { id: 'ada', name: 'Ada' };
  const info = { streamId: 'a', user, source: 'camera', audio: true, video: true } as const;

  it('in the same breath are played as often as they came, and stopped as often', async () => {
    const signals: AbortSignal[] = [];
    const media = new MediaStream();
    stage().engineFaults = {
      play: async (_, signal) => {
        signals.push(signal);
        await pause(20);
        return media;
      },
    };
    await stage().join();
    const { engine } = stage();
    engine.emit({ type: 'streams-added', streams: [info] });
    engine.emit({ type: 'streams-added', streams: [info, info] });
    engine.emit({ type: 'streams-removed', streamIds: ['a', 'unknown'] });
    engine.emit({ type: 'streams-added', streams: [info] });
    const stream = await stage().until(
      streamThat('a', ({ media }) => media),
      'it plays',
    );
    expect(stream.media).to.equal(media);
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
    expect(engine.stopped).to.deep.equal(['a']);
  });

  it('are stopped at once, and not tried again', async () => {
    let plays = 0;
    stage().engineFaults = {
      play: () => {
        plays += 1;
        return Promise.reject(failure);
      },
    };
    await stage().join();
    const { engine } = stage();
    engine.emit({ type: 'streams-added', streams: [info] });
    await stage().until(
      streamThat('a', ({ play }) => play === 'retrying'),
      'it is tried again',
    );
    engine.emit({ type: 'streams-removed', streamIds: ['a'] });
    const before = plays;
    await pause(SHORT * 3);
    expect(plays).to.equal(before);
    expect(engine.stopped.at(-1)).to.equal('a');
  });

  it('say nothing to the state once they are gone or given up', async () => {
    await stage().join();
    const { engine } = stage();
    engine.emit({ type: 'play-state', streamId: 'a', state: 'failed' });
    engine.emit({ type: 'play-state', streamId: 'a', state: 'playing' });
    expect(remoteStreams(stage().state)).to.deep.equal([]);
  });
});
