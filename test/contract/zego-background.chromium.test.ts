import { expect } from '@open-wc/testing';
import type { Effects, Publication } from '../../src/engine/call-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { type Colour, colour } from '../support/picture.js';
import type { TestMedia } from '../support/test-media.js';
import { eventually, pause } from '../support/wait.js';
import { useScene } from './scene.js';
import { setZegoStage, type ZegoStage } from './zego-stage.js';

/** What the SDK's package has of them; a page hosts them itself. */
const ASSETS = '/node_modules/zego-express-engine-webrtc/background-process/assets/';

const OVERLOAD = 1103098;

describe('backgrounds of the ZEGO SDK', function () {
  this.timeout(60_000);
  const scene = useScene(() => setZegoStage({ backgroundAssets: ASSETS }));
  const cloud = () => (scene().stage as ZegoStage).cloud;
  const sent = ({ streamId }: Publication) => cloud().published(streamId)!.sent.getVideoTracks()[0]!;
  const publish = (media: TestMedia, effects: Effects = {}) =>
    scene().engine.publish(media.stream, { source: 'camera', effects });

  it('are in the first picture that is sent, and change at once', async () => {
    await scene().join();
    const publication = await publish(scene().media(), { background: { image: await picture('#f00') } });
    expect(publication.effectKinds).to.include('background');
    await eventually(async () => isMostly('red', await colour(sent(publication))), 'all is red');
    expect(publication.picture!.getVideoTracks()).to.deep.equal([sent(publication)]);
    await publication.setEffects!({ background: { image: URL.createObjectURL(await picture('#0f0')) } });
    await eventually(async () => isMostly('green', await colour(sent(publication))), 'all is green');
    await publication.setEffects!({ background: { blur: 'high' } });
    await eventually(
      async () => (await colour(sent(publication))).blue > 30,
      'the camera’s colours are back',
    );
    await publication.setEffects!({});
    expect(publication.picture).to.equal(null);
    expect(scene().log.of('effects-off')).to.deep.equal([]);
  });

  it('go together with beauty and low light', async () => {
    await scene().join();
    const publication = await publish(scene().media());
    const background = { image: await picture('#700') };
    await publication.setEffects!({ background });
    const red = async () => (await colour(sent(publication))).red;
    await eventually(async () => Math.abs((await red()) - 0x77) < 10, 'all is dark red');
    await publication.setEffects!({ background, lowLight: true });
    await eventually(async () => (await red()) > 0x77 + 10, 'all is lighter');
    await publication.setEffects!({ lowLight: true });
    await eventually(async () => (await colour(sent(publication))).blue > 30, 'the background is gone');
  });

  it('wait for the camera while it is off', async () => {
    await scene().join();
    const media = scene().media();
    const publication = await publish(media, {});
    await publication.setMuted('video', true);
    await publication.setEffects!({ background: { image: await picture('#f00') } });
    expect(publication.picture).to.equal(null);
    await publication.setMuted('video', false);
    await eventually(async () => isMostly('red', await colour(sent(publication))), 'all is red', 20_000);
  });

  it('come with the next picture when the camera is turned off before they are drawn', async () => {
    await scene().join();
    const publication = await publish(scene().media());
    const setting = publication.setEffects!({ background: { image: await picture('#f00') } });
    await pause(20);
    scene().engine.silence!('camera', 'video');
    await Promise.all([setting, publication.setMuted('video', true)]);
    expect(scene().log.of('effects-off')).to.deep.equal([]);
    await publication.setMuted('video', false);
    await eventually(async () => isMostly('red', await colour(sent(publication))), 'all is red', 20_000);
  });

  it('that can not be loaded leave all as it was', async () => {
    await scene().join();
    const publication = await publish(scene().media(), { lowLight: true });
    const before = publication.picture;
    for (const image of ['/no/such/picture.png', new Blob(['no picture'], { type: 'image/png' })]) {
      const error = await expectCallError(
        publication.setEffects!({ background: { image } }),
        'invalid-config',
      );
      expect(error.attribute).to.equal('effects');
    }
    expect(publication.picture).to.equal(before);
  });

  it('go off when the machine can not do them', async () => {
    await scene().join();
    const publication = await publish(scene().media(), { background: { blur: 'low' } });
    const stream = cloud().published(publication.streamId)!.sent;
    cloud().media('backgroundEffectError', stream, OVERLOAD, 'background effect overload');
    const { error } = await scene().log.event('effects-off');
    expect(error).to.include({ code: 'unsupported', engineCode: OVERLOAD, device: 'camera' });
    expect(publication.picture).to.equal(null);
  });

  it('that the project does not pay for go off, and the stream is sent', async () => {
    await scene().join();
    const client = cloud().client!;
    const start = client.startPublishingStream.bind(client);
    let refusals = 1;
    client.startPublishingStream = (...args) => (refusals-- > 0 ? false : start(...args));
    const publication = await publish(scene().media(), { background: { blur: 'low' } });
    Reflect.deleteProperty(client, 'startPublishingStream');
    const { error, streamId } = await scene().log.event('effects-off');
    expect(error).to.include({ code: 'unsupported', device: 'camera' });
    expect(streamId).to.equal(publication.streamId);
    expect(sent(publication)).to.include({ readyState: 'live' });
  });
});

describe('backgrounds whose files are not there', () => {
  const scene = useScene(() => setZegoStage({ backgroundAssets: '/no/such/folder', server: 'other' }));

  it('tell the attribute, and leave all as it was', async () => {
    await scene().join();
    const { stream } = scene().media();
    const publication = await scene().engine.publish(stream, { source: 'camera' });
    const setting = publication.setEffects!({ background: { blur: 'low' } });
    expect((await expectCallError(setting, 'invalid-config')).attribute).to.equal('background-assets');
    await publication.setEffects!({ lowLight: true });
    expect(publication.picture).to.not.equal(null);
  });
});

function isMostly(name: keyof Colour, colour: Colour): boolean {
  return colour[name] > 200 && colour.red + colour.green + colour.blue < colour[name] + 60;
}

/** A file of that colour. */
async function picture(colour: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(64, 36);
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 64, 36);
  return canvas.convertToBlob();
}
