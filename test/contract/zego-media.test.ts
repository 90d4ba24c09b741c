import { expect } from '@open-wc/testing';
import { readNote } from '../../src/engine/zego/stream-note.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, inTime, pause } from '../support/wait.js';
import { useScene } from './scene.js';
import { loadStagedSdk, setZegoStage, type ZegoStage } from './zego-stage.js';

describe('media through the ZEGO SDK', () => {
  const scene = useScene(setZegoStage);
  const cloud = () => (scene().stage as ZegoStage).cloud;
  const copies = collectCopies();

  const sentVideo = (streamId: string) => cloud().published(streamId)!.sent.getVideoTracks()[0]!;
  const liveCopies = (kind: string) =>
    copies().filter((track) => track.kind === kind && track.readyState === 'live');

  it('sends copies, so that nothing it does reaches the tracks it was given', async () => {
    await scene().join();
    const media = scene().media();
    const publication = await scene().engine.publish(media.stream, { source: 'camera' });
    expect(sentVideo(publication.streamId)).to.not.equal(media.video);
    expect(sentVideo(publication.streamId).enabled).to.equal(true);
    await publication.setMuted('video', true);
    expect(media.video).to.include({ enabled: true, readyState: 'live' });
  });

  it('sends no copy of a disabled track that is enabled', async () => {
    await scene().join();
    const media = scene().media();
    media.video.enabled = false;
    const { streamId } = await scene().engine.publish(media.stream, { source: 'camera' });
    expect(sentVideo(streamId).enabled).to.equal(false);
    expect(media.video.enabled).to.equal(false);
  });

  for (const [what, options, bitrate] of [
    ['what it is asked to', { source: 'camera', maxBitrate: 150 }, 150],
    ['1,200 kbit/s of a camera by itself', { source: 'camera' }, 1_200],
    ['1,500 kbit/s of a screen by itself', { source: 'screen' }, 1_500],
  ] as const)
    it(`has the SDK send at most ${what}, whatever the track`, async () => {
      await scene().join();
      const publication = await scene().engine.publish(scene().media().stream, options);
      const { bitrate: told, sent } = cloud().published(publication.streamId)!;
      expect(told).to.equal(bitrate);
      await publication.replaceTrack(scene().media('video').video);
      expect(cloud().published(publication.streamId)!.sent).to.equal(sent);
    });

  for (const content of ['text', 'motion'] as const)
    it(`has the SDK keep the pictures of a screen ${content === 'text' ? 'sharp' : 'smooth'}: ${content}`, async () => {
      await scene().join();
      const media = scene().media();
      media.video.contentHint = content;
      const { streamId } = await scene().engine.publish(media.stream, { source: 'screen' });
      expect(sentVideo(streamId).contentHint).to.equal(content === 'text' ? 'detail' : 'motion');
    });

  it('sends the sound of a screen in stereo and with 128 kbit/s, a voice with 48', async () => {
    await scene().join();
    const sounds = [];
    for (const source of ['camera', 'screen'] as const) {
      const { streamId } = await scene().engine.publish(scene().media().stream, { source });
      sounds.push(cloud().published(streamId)!.sound);
    }
    expect(sounds.map((sound) => sound?.bitrate)).to.deep.equal([48_000, 128_000]);
    expect(sounds[1]?.channels).to.equal(2);
  });

  it('sends the codec that was asked for', async () => {
    await scene().join();
    const asked: (string | undefined)[] = [];
    for (const options of [{}, { codec: 'VP8' }] as const) {
      const { streamId } = await scene().engine.publish(scene().media().stream, {
        source: 'screen',
        ...options,
      });
      asked.push(/^a=rtpmap:\d+ (VP8|H264|AV1|VP9)/m.exec(videoOf(cloud().published(streamId)!.offer))?.[1]);
    }
    expect(asked[1]).to.equal('VP8');
  });

  for (const kind of ['audio', 'video'] as const) {
    it(`keeps no copy of ${kind} alive while it is muted: the device's light goes off`, async () => {
      await scene().join();
      const publication = await scene().engine.publish(scene().media().stream, { source: 'camera' });
      expect(liveCopies(kind)).to.not.have.length(0);
      await publication.setMuted(kind, true);
      expect(liveCopies(kind).filter(isNotBlank)).to.deep.equal([]);

      await publication.setMuted(kind, false);
      expect(liveCopies(kind)).to.not.have.length(0);
      await publication.replaceTrack(scene().media()[kind]);
      await publication.stop();
      expect(liveCopies(kind)).to.deep.equal([]);
    });
  }

  it('leaves no copy alive after leaving', async () => {
    await scene().join();
    await scene().engine.publish(scene().media().stream, { source: 'camera' });
    await scene().engine.publish(scene().media('video').stream, { source: 'screen' });
    await scene().leave();
    expect([...liveCopies('audio'), ...liveCopies('video')]).to.deep.equal([]);
  });

  it('mutes streams at the same moment', async () => {
    await scene().join();
    const media = [scene().media(), scene().media(), scene().media()];
    const publications = await Promise.all(
      media.map(({ stream }) => scene().engine.publish(stream, { source: 'screen' })),
    );
    const all = (muted: boolean) => Promise.all(publications.map((one) => one.setMuted('video', muted)));
    await inTime(all(true), 'all are muted');
    expect(publications.map(({ streamId }) => sentVideo(streamId).enabled)).to.deep.equal([
      false,
      false,
      false,
    ]);
    await inTime(all(false), 'all are on');
    expect(publications.map(({ streamId }) => sentVideo(streamId).enabled)).to.deep.equal([true, true, true]);
  });

  it('ends up with the last of many changes', async () => {
    await scene().join();
    const publication = await scene().engine.publish(scene().media().stream, { source: 'camera' });
    const last = scene().media('video').video;
    await inTime(
      Promise.all([
        publication.setMuted('video', true),
        publication.setMuted('video', false),
        publication.replaceTrack(scene().media('video').video),
        publication.setMuted('video', true),
        publication.replaceTrack(last),
        publication.setMuted('video', false),
      ]),
      'all changes settle',
    );
    expect(sentVideo(publication.streamId)).to.include({ enabled: true, readyState: 'live' });
    const { extraInfo } = cloud().streams.get(publication.streamId)!;
    expect(readNote(extraInfo)).to.deep.equal({ source: 'camera', audio: true, video: true });
    // What is sent, and its low layer where the browser can have one.
    expect(liveCopies('video').length).to.be.within(1, 2);
  });

  it('asks for the layers of many streams at once', async () => {
    await scene().join();
    const ada = await scene().enterAda();
    const ids = [await ada.publish('camera'), await ada.publish('screen'), await ada.publish('screen')];
    for (const id of ids) await scene().log.stream(id);
    await Promise.all(ids.map((id) => scene().play(id)));
    for (const id of ids) scene().engine.receive(id, 'off');
    await eventually(() => ids.every((id) => ada.layerWanted(id) === 'off'), 'all are off');
    for (const id of ids) scene().engine.receive(id, 'low');
    await eventually(() => ids.every((id) => ada.layerWanted(id) === 'low'), 'all are low');
  });

  it('rejects when the stream ID is taken twice', async () => {
    await scene().join();
    cloud().taken.has = () => true;
    const publishing = scene().engine.publish(scene().media().stream, { source: 'camera' });
    await expectCallError(publishing, 'stream-conflict');
    expect([...liveCopies('audio'), ...liveCopies('video')]).to.deep.equal([]);
  });

  it('tells who shows a stream of each track that the SDK adds to it, while it is played', async () => {
    const { streamId } = await scene().watchAda();
    const stream = await scene().play(streamId);
    const added: MediaStreamTrack[] = [];
    stream.addEventListener('addtrack', ({ track }) => added.push(track));
    const { audio, video } = scene().media();
    cloud().media('playerVideoTrackUpdate', streamId, video);
    cloud().media('playerAudioTrackUpdate', streamId, audio);
    await eventually(() => added.length === 2, 'both are told of');
    expect(added).to.deep.equal([video, audio]);
    for (const garbage of [[], [streamId], [streamId, {}], ['other', video], [undefined, video]])
      cloud().media('playerVideoTrackUpdate', ...garbage);
    scene().engine.stop(streamId);
    cloud().media('playerVideoTrackUpdate', streamId, video);
    await pause(100);
    expect(added).to.have.length(2);
  });

  it('reports a publication that the cloud ended, and lets go of it', async () => {
    await scene().join();
    const publication = await scene().engine.publish(scene().media().stream, { source: 'camera' });
    cloud().publisher(publication.streamId, 'NO_PUBLISH', 1003025);
    const { error } = await scene().log.event('publication-ended');
    expect(error.code).to.equal('forbidden');
    expect([...liveCopies('audio'), ...liveCopies('video')]).to.deep.equal([]);
    await publication.setMuted('audio', true);
    await publication.stop();
  });

  it('gives up what the cloud never answers, and leaves meanwhile', async () => {
    const { request } = scene().stage;
    const engine = createZegoEngine(
      { appId: 1234567 },
      { loadSdk: loadStagedSdk, patience: { publish: 100, play: 100 } },
    );
    await engine.join(request, new AbortController().signal);
    cloud().silent = true;
    const signal = new AbortController().signal;
    await expectCallError(engine.publish(scene().media().stream, { source: 'camera' }), 'timeout');
    await expectCallError(engine.play('nobody', signal), 'timeout');

    const publishing = engine.publish(scene().media().stream, { source: 'camera' });
    const playing = engine.play('nobody', signal);
    await Promise.all([
      expectCallError(publishing, 'aborted'),
      expectCallError(playing, 'aborted'),
      engine.destroy(),
    ]);
    expect([...liveCopies('audio'), ...liveCopies('video')]).to.deep.equal([]);
  });
});

/** Every copy of a track that is made during a test. */
function collectCopies(): () => readonly MediaStreamTrack[] {
  const clone = MediaStreamTrack.prototype.clone;
  let copies: MediaStreamTrack[] = [];
  beforeEach(() => {
    copies = [];
    MediaStreamTrack.prototype.clone = function () {
      const copy = clone.call(this);
      copies.push(Object.assign(copy, { of: this }));
      return copy;
    };
  });
  afterEach(() => {
    MediaStreamTrack.prototype.clone = clone;
  });
  return () => copies;
}

/** The low layer of a blank picture is a copy, too, but of no device. */
function isNotBlank(copy: MediaStreamTrack): boolean {
  let track: (MediaStreamTrack & { of?: MediaStreamTrack }) | undefined = copy;
  while (track?.of) track = track.of;
  return !(track instanceof CanvasCaptureMediaStreamTrack && track.canvas.width === 640);
}

/** The part of a session description that is about video. */
function videoOf(sdp: string): string {
  return sdp.slice(sdp.indexOf('m=video'));
}
