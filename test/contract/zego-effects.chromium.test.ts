import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import type { Effects, Publication } from '../../src/engine/call-engine.js';
import { syntheticDevices } from '../../src/engine/simulated/testing.js';
import { expectCallError } from '../support/call-errors.js';
import { brightness } from '../support/picture.js';
import type { TestMedia } from '../support/test-media.js';
import { eventually, pause } from '../support/wait.js';
import { useScene } from './scene.js';
import { setZegoStage, type ZegoStage } from './zego-stage.js';

/** How long, in ms, the SDK goes on with a track after it was replaced. */
const STILL_DRAWING = 2_000;
const WHITE: Effects = { beauty: { smooth: 0, whiten: 100, rosy: 0, sharpen: 0 } };
const PLAIN: Effects = { beauty: { smooth: 0, whiten: 0, rosy: 0, sharpen: 0 } };

/** The real SDK's effects, on pictures that are really drawn; the Firefox of the tests has no WebGL to draw them. */
describe('effects of the ZEGO SDK', () => {
  const scene = useScene(setZegoStage);
  const cloud = () => (scene().stage as ZegoStage).cloud;
  const sent = ({ streamId }: Publication) => cloud().published(streamId)!.sent;
  const publish = (media: TestMedia, effects: Effects = {}) =>
    scene().engine.publish(media.stream, { source: 'camera', effects });

  it('are in what is sent from the beginning, and change it at once', async () => {
    await scene().join();
    const media = scene().media();
    const publication = await publish(media, WHITE);
    expect(sent(publication).getVideoTracks()).to.have.length(1);
    const [raw] = media.stream.getVideoTracks();
    const bright = () => brightness(sent(publication).getVideoTracks()[0]!);
    const before = await brightness(raw!);
    await eventually(async () => (await bright()) > before + 10, 'what is sent is whiter');
    await publication.setEffects!(PLAIN);
    await eventually(async () => (await bright()) < before + 10, 'it is as white as it was');
    await publication.setEffects!({ lowLight: true });
    await eventually(async () => (await bright()) > before + 10, 'it is lighter');
    await publication.setEffects!({});
    await eventually(async () => (await bright()) < before + 10, 'it is as light as it was');
    expect(scene().log.of('effects-off')).to.deep.equal([]);
  });

  it('stay when the track is replaced', async () => {
    await scene().join();
    const publication = await publish(scene().media(), WHITE);
    const other = scene().media('video').video;
    await publication.replaceTrack(other);
    const before = await brightness(other);
    const bright = () => brightness(sent(publication).getVideoTracks()[0]!);
    await eventually(async () => (await bright()) > before + 10, 'the other track is whiter, too');
  });

  it('keep no camera on that is muted, or whose publication is stopped', async () => {
    await scene().join();
    const media = scene().media();
    const copies = copiesOf(media.video);
    const publication = await publish(media, WHITE);
    expect(copies()).to.not.have.length(0);
    await publication.setMuted('video', true);
    expect(copies()).to.deep.equal([]);
    await publication.setMuted('video', false);
    expect(copies()).to.not.have.length(0);
    await publication.stop();
    expect(copies()).to.deep.equal([]);
  });

  it('can be stopped while they are only starting', async () => {
    await scene().join();
    const media = scene().media();
    const copies = copiesOf(media.video);
    const publication = await publish(media);
    const starting = aVideoStarts();
    const setting = publication.setEffects!(WHITE);
    const { played } = await starting;
    const stopping = publication.stop();
    await expectCallError(setting, 'aborted');
    await stopping;
    expect(copies()).to.deep.equal([]);
    await played; // Rejects when the SDK is taken its stream from under it, which it does not handle.
  });

  it('keep no camera on, and send nothing, when the call is left before they are there', async () => {
    await scene().join();
    const media = scene().media();
    const copies = copiesOf(media.video);
    const client = cloud().client!;
    const asked = new Promise<void>((resolve) => {
      client.setEffectsBeauty = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const publishing = publish(media, WHITE);
    await asked;
    Reflect.deleteProperty(client, 'setEffectsBeauty');
    await scene().leave();
    await expectCallError(publishing, 'aborted');
    await eventually(() => copies().length === 0, 'the camera is off');
    await scene().join();
    expect([...cloud().streams.keys()]).to.deep.equal([]);
  });

  it('keep nobody heard or seen who has muted while they are starting', async () => {
    const session = new CallSession(() => syntheticDevices());
    const { engine } = scene();
    session.configure({ room: 'stage', user: 'me', token: '04AAAA', engine: () => engine });
    await session.join();
    const published = await eventually(
      () => [...cloud().streams.keys()].flatMap((id) => cloud().published(id)?.sent ?? [])[0],
      'it is published',
    );
    const client = cloud().client!;
    const asked = new Promise<void>((resolve) => {
      client.setEffectsBeauty = () => {
        resolve();
        return new Promise(() => undefined);
      };
    });
    const setting = session.setEffects(WHITE);
    await asked;
    Reflect.deleteProperty(client, 'setEffectsBeauty');
    const sent = () => published.getTracks().flatMap(({ enabled, kind }) => (enabled ? kind : []));
    const before = sent();
    const muting = [session.setMicrophone(false), session.setCamera(false)];
    const after = sent();
    await session.leave();
    await Promise.allSettled([setting, ...muting]);
    expect(before).to.have.members(['audio', 'video']);
    expect(after).to.deep.equal([]);
  });

  it('come with the next picture when the camera is turned off while they are starting', async () => {
    await scene().join();
    const media = scene().media();
    const publication = await publish(media);
    const setting = publication.setEffects!(WHITE);
    scene().engine.silence!('camera', 'video');
    await Promise.all([setting, publication.setMuted('video', true)]);
    expect(sent(publication).getVideoTracks()[0]!.enabled).to.equal(false);

    await publication.setMuted('video', false);
    const before = await brightness(media.video);
    const bright = () => brightness(sent(publication).getVideoTracks()[0]!);
    await eventually(async () => (await bright()) > before + 10, 'what is sent is whiter');
    expect(scene().log.of('effects-off')).to.deep.equal([]);
  });

  it('let no picture out that is turned off while they are loaded, before the stream is published', async () => {
    await scene().join();
    const publishing = publish(scene().media(), WHITE);
    await aVideoStarts();
    scene().engine.silence!('camera', 'video');
    const publication = await publishing;
    expect(cloud().carried.filter(({ kind, enabled }) => kind === 'video' && enabled)).to.deep.equal([]);
    expect(cloud().published(publication.streamId)!.told).to.deep.equal({ audio: true, video: false });
  });

  it('leave no rejection to nobody when a stream is stopped that was just changed', async () => {
    await scene().join();
    const publication = await publish(scene().media(), WHITE);
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent) => unhandled.push(event.reason);
    addEventListener('unhandledrejection', hear);
    const other = scene().media('video').video;
    const copies = copiesOf(other);
    await publication.replaceTrack(other);
    await publication.stop();
    expect(copies()).to.deep.equal([]);
    await pause(STILL_DRAWING);
    removeEventListener('unhandledrejection', hear);
    expect(unhandled).to.deep.equal([]);
  });

  it('go off when the machine can not do them, which is told once', async () => {
    await scene().join();
    const media = scene().media();
    const before = await brightness(media.video);
    const publication = await publish(media, WHITE);
    const bright = () => brightness(sent(publication).getVideoTracks()[0]!);
    const overload = () =>
      cloud().media('beautyEffectError', sent(publication), 1103075, 'beauty effect overload');
    overload();
    const { error, streamId } = await scene().log.event('effects-off');
    expect(error).to.include({ code: 'unsupported', engineCode: 1103075, device: 'camera' });
    expect(streamId).to.equal(publication.streamId);
    overload();
    await eventually(async () => (await bright()) < before + 10, 'the picture is as it was');
    expect(scene().log.of('effects-off')).to.have.length(1);
  });

  it('that the SDK refuses leave the stream as it is', async () => {
    await scene().join();
    const publication = await publish(scene().media());
    const client = cloud().client!;
    client.setEffectsBeauty = async () => ({ errorCode: 1103072, extendedData: 'no WebGL' });
    const error = await publication.setEffects!(WHITE).catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'unsupported', engineCode: 1103072 });
    const again = await publish(scene().media(), WHITE);
    await scene().log.event('effects-off', ({ streamId }) => streamId === again.streamId);
    Reflect.deleteProperty(client, 'setEffectsBeauty');
    expect(sent(again).getVideoTracks()[0]).to.include({ readyState: 'live' });
  });
});

/** Resolves when a `<video>` is told to play, with what comes of that. */
function aVideoStarts(): Promise<{ readonly played: Promise<void> }> {
  const { play } = HTMLMediaElement.prototype;
  return new Promise((resolve) => {
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      HTMLMediaElement.prototype.play = play;
      const played = play.call(this);
      resolve({ played });
      return played;
    };
  });
}

/** The live copies of a track, and theirs. */
function copiesOf(source: MediaStreamTrack): () => readonly MediaStreamTrack[] {
  const copies: MediaStreamTrack[] = [];
  const watch = (track: MediaStreamTrack): void => {
    const clone = track.clone.bind(track);
    track.clone = () => {
      const copy = clone();
      copies.push(copy);
      watch(copy);
      return copy;
    };
  };
  watch(source);
  return () => copies.filter(({ readyState }) => readyState === 'live');
}
