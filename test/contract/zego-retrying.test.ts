import { expect } from '@open-wc/testing';
import type { CallEngine, Publication, PublishOptions, TrackKind } from '../../src/engine/call-engine.js';
import { createZegoEngine, PATIENCE } from '../../src/engine/zego/zego-engine.js';
import type { Patience } from '../../src/engine/zego/zego-room.js';
import { expectCallError } from '../support/call-errors.js';
import { EventLog } from '../support/event-log.js';
import { expectMovingPicture } from '../support/test-media.js';
import { eventually, inTime, pause } from '../support/wait.js';
import { useScene } from './scene.js';
import { loadStagedSdk, setZegoStage, type ZegoStage } from './zego-stage.js';

/** In these tests time passes this many times as fast for the engine, and for each attempt of the SDK. */
const FASTER = 50;
/** For the longest waits: so that each attempt has time to connect on a busy machine. */
const LONG_WAITS = 15;
/** The SDK's attempts at one gateway, in seconds. */
const ATTEMPT = 25;
/** The shortest time, in seconds, after which the SDK can be told to give up; by itself it does after 300. */
const SHORTEST = 3;
const never = new AbortController().signal;

/** The SDK tries one gateway after the other: 25 s each, 300 s in all. */
describe('a gateway that takes its time', () => {
  const scene = useScene(setZegoStage);
  const cloud = () => (scene().stage as ZegoStage).cloud;
  let engine: CallEngine;
  let log: EventLog;
  afterEach(async () => {
    log.close();
    await engine.destroy();
  });

  /** Joins with an engine that waits as it always does, but for what is given here; sooner by `faster`. */
  async function join(patience: Partial<Patience> = {}, faster = FASTER): Promise<void> {
    const scaled = Object.entries(PATIENCE).map(([name, time]) => [name, time / faster] as const);
    const sooner = { ...(Object.fromEntries(scaled) as unknown as Patience), login: PATIENCE.login };
    engine = createZegoEngine(
      { appId: 1234567 },
      { loadSdk: loadStagedSdk, patience: { ...sooner, ...patience } },
    );
    log = new EventLog(engine);
    await engine.join(scene().stage.request, never);
    cloud().attemptTime = (ATTEMPT * 1_000) / faster;
  }

  const publish = (options: Partial<PublishOptions> = {}): Promise<Publication> =>
    inTime(engine.publish(scene().media().stream, { source: 'camera', ...options }), 'publish settles');
  const states = (): readonly string[] => log.of('publish-state').map(({ state }) => state);
  const isPublished = ({ streamId }: Publication) =>
    log.event(
      'publish-state',
      (event) => event.streamId === streamId && event.state === 'publishing',
      30_000,
    );
  const expectPicture = async ({ streamId }: Publication): Promise<void> => {
    const stream = await eventually(() => cloud().published(streamId), 'the room has the stream');
    await eventually(() => stream.received.getVideoTracks().length > 0, 'video arrives');
    await expectMovingPicture(new MediaStream(stream.received.getVideoTracks()));
  };

  /** Somebody else whose stream is known to the engine. */
  async function remoteStream(): Promise<string> {
    const ada = await scene().enterAda();
    const streamId = await ada.publish('camera');
    await log.stream(streamId);
    return streamId;
  }

  it('is waited for: 18 s, in one attempt', async () => {
    await join({}, 1);
    cloud().gatewayDelay = 18_000;
    const publication = await publish();
    expect(states(), 'told after a few seconds').to.deep.equal(['retrying']);
    await isPublished(publication);
    await expectPicture(publication);
    expect(cloud().asked.publish).to.deep.equal([publication.streamId]);
  });

  for (const seconds of [60, 200]) {
    it(`is published to after ${seconds} s, ${LONG_WAITS} times as fast, without a second attempt of ours`, async () => {
      await join({}, LONG_WAITS);
      cloud().slowGateway = true;
      setTimeout(() => (cloud().slowGateway = false), (seconds * 1_000) / LONG_WAITS);
      const publication = await publish();
      expect(states()).to.deep.equal(['retrying']);
      await isPublished(publication);
      await expectPicture(publication);
      expect(cloud().asked.publish).to.deep.equal([publication.streamId]);
      expect(log.of('publication-ended')).to.deep.equal([]);
    });

    it(`is played from after ${seconds} s, ${LONG_WAITS} times as fast, without a second attempt of ours`, async () => {
      await join({}, LONG_WAITS);
      const streamId = await remoteStream();
      cloud().slowGateway = true;
      setTimeout(() => (cloud().slowGateway = false), (seconds * 1_000) / LONG_WAITS);
      const playing = engine.play(streamId, never);
      await log.event('play-state', ({ state }) => state === 'retrying');
      await expectMovingPicture(await inTime(playing, 'the stream plays', 30_000));
      expect(cloud().asked.play).to.deep.equal([streamId]);
      expect(log.of('play-state').map(({ state }) => state)).to.not.include('failed');
    });
  }

  it('is not told of when it is quick', async () => {
    await join({ answer: PATIENCE.answer });
    const publication = await publish();
    await expectPicture(publication);
    expect(states()).to.deep.equal([]);
  });

  it('is given up when the SDK gives up publishing', async () => {
    await join();
    cloud().client!.setEngineConfig({ streamRetryTime: SHORTEST });
    try {
      cloud().slowGateway = true;
      const publication = await publish();
      const { error, source, streamId } = await log.event('publication-ended');
      expect([error.code, error.engineCode, source, streamId]).to.deep.equal([
        'network',
        1103051,
        'camera',
        publication.streamId,
      ]);
      await publication.setMuted('audio', true);
      await publication.stop();
      expect(log.of('publication-ended')).to.have.length(1);
    } finally {
      cloud().client!.setEngineConfig({ streamRetryTime: 300 });
    }
  });

  it('is given up when the SDK gives up playing', async () => {
    await join();
    const streamId = await remoteStream();
    cloud().client!.setEngineConfig({ streamRetryTime: SHORTEST });
    try {
      cloud().slowGateway = true;
      const error = await expectCallError(engine.play(streamId, never), 'network');
      expect(error.engineCode).to.equal(1104031);
    } finally {
      cloud().client!.setEngineConfig({ streamRetryTime: 300 });
    }
  });

  it('is given up when the SDK never does', async () => {
    await join({ publish: 500, play: 500 });
    const streamId = await remoteStream();
    cloud().slowGateway = true;
    await publish();
    expect((await log.event('publication-ended')).error.code).to.equal('timeout');
    await expectCallError(engine.play(streamId, never), 'timeout');
  });

  it('refuses the stream for good while it is still asked', async () => {
    await join();
    cloud().slowGateway = true;
    const { streamId } = await publish();
    cloud().publisher(streamId, 'NO_PUBLISH', 1103019);
    const { error } = await log.event('publication-ended');
    expect(error.code).to.equal('forbidden');
    expect(cloud().carried.filter(({ readyState }) => readyState === 'live')).to.deep.equal([]);
  });

  it('finds the ID taken while it is still asked: another one is tried, once', async () => {
    await join();
    cloud().slowGateway = true;
    const publication = await publish();
    const { streamId } = publication;
    cloud().publisher(streamId, 'NO_PUBLISH', 1003028);
    await eventually(() => publication.streamId !== streamId, 'another ID is tried');
    await eventually(() => states().length === 3, 'others are told');
    expect(log.of('publish-state').map((event) => [event.streamId, event.state])).to.deep.equal([
      [streamId, 'retrying'],
      [streamId, 'stopped'],
      [publication.streamId, 'retrying'],
    ]);
    cloud().slowGateway = false;
    await isPublished(publication);
  });

  it('is not told of any more when a change fails before the stream is accepted', async () => {
    await join();
    const client = cloud().client!;
    const { replaceTrack } = client;
    client.replaceTrack = () => Promise.resolve({ errorCode: 4242, extendedData: 'Of the test' });
    const unsubscribe = engine.subscribe((event) => {
      if (event.type === 'publish-state' && event.state === 'retrying') engine.silence!('camera', 'video');
    });
    try {
      cloud().slowGateway = true;
      await expectCallError(publish(), 'engine');
      expect(states()).to.deep.equal(['retrying', 'stopped']);
      await pause(200);
      expect(log.of('publication-ended')).to.deep.equal([]);
    } finally {
      unsubscribe();
      client.replaceTrack = replaceTrack;
    }
  });

  it('hears no more of a stream that we stop meanwhile', async () => {
    await join();
    cloud().slowGateway = true;
    const publication = await publish();
    await publication.stop();
    cloud().slowGateway = false;
    await pause((ATTEMPT * 1_000) / FASTER + 1_500);
    expect(states()).to.deep.equal(['retrying', 'stopped']);
    expect(log.of('publication-ended')).to.deep.equal([]);
    expect(cloud().published(publication.streamId)).to.equal(undefined);
  });

  it('hears no more of anything when we leave meanwhile', async () => {
    await join();
    cloud().slowGateway = true;
    await publish();
    await engine.leave();
    await pause(200);
    expect(states()).to.deep.equal(['retrying']);
    expect(log.of('publication-ended')).to.deep.equal([]);
  });

  describe('gets nothing that was muted meanwhile', () => {
    for (const kind of ['audio', 'video'] as const) {
      const other: TrackKind = kind === 'audio' ? 'video' : 'audio';

      it(`no ${kind}, until it is unmuted`, async () => {
        await join();
        cloud().slowGateway = true;
        const publication = await publish();
        engine.silence!('camera', kind);
        await publication.setMuted(kind, true);
        const enabled: MediaStreamTrack[] = [];
        const watch = setInterval(() => {
          const sent = cloud().carried.filter((track) => track.kind === kind && track.readyState === 'live');
          enabled.push(...sent.filter((track) => track.enabled));
        }, 5);
        cloud().slowGateway = false;
        await isPublished(publication);
        await eventually(
          () => cloud().published(publication.streamId)?.told[other] === true,
          'others are told of the other kind',
        );
        await pause(500);
        clearInterval(watch);
        expect(enabled, 'nothing was sent').to.deep.equal([]);
        expect(cloud().published(publication.streamId)!.told[kind]).to.equal(false);
        await eventually(
          () =>
            cloud()
              .published(publication.streamId)!
              .extraInfo.includes(kind === 'audio' ? '"a":0' : '"v":0'),
          'the room is told',
        );

        await publication.setMuted(kind, false);
        await eventually(
          () => cloud().published(publication.streamId)!.told[kind] === true,
          'it is on again',
        );
        await expectPicture(publication);
      });

      it(`no ${kind}, when it is muted, unmuted and muted again`, async () => {
        await join();
        cloud().slowGateway = true;
        const publication = await publish();
        for (const muted of [true, false, true]) await publication.setMuted(kind, muted);
        cloud().slowGateway = false;
        await isPublished(publication);
        await pause(500);
        const sent = cloud().carried.filter((track) => track.kind === kind && track.readyState === 'live');
        expect(sent.filter(({ enabled }) => enabled)).to.deep.equal([]);
        expect(cloud().published(publication.streamId)!.told[kind]).to.equal(false);
      });
    }

    it('but the track that replaces another', async () => {
      await join();
      cloud().slowGateway = true;
      const publication = await publish({ muted: ['video'] });
      await publication.replaceTrack(scene().media('video').video);
      await publication.setMuted('video', false);
      cloud().slowGateway = false;
      await isPublished(publication);
      await expectPicture(publication);
    });
  });
});
