import { expect } from '@open-wc/testing';
import type { Publication, PublishOptions, TrackKind } from '../../../src/engine/call-engine.js';
import { Ear } from '../../support/ear.js';
import { brightness } from '../../support/picture.js';
import { hasSoundCard } from '../../support/sound-card.js';
import { eventually, inTime, pause } from '../../support/wait.js';
import type { RemotePeer } from '../engine-stage.js';
import type { Scene } from '../scene.js';

/** The mean brightness, from 0 to 255, of what counts as black; the video of tests is far above. */
const BLACK = 16;
/** How long sound is waited for, in ms. */
const MOMENT = 300;

/** Sending what was captured. */
export function publishingContract(scene: () => Scene): void {
  describe('publishing', () => {
    for (const source of ['camera', 'screen'] as const) {
      it(`shows a ${source} to others`, async () => {
        const { ada, publication } = await publishToAda(scene(), { source });
        expect(await seen(ada, publication)).to.include({ source, audio: true, video: true });
      });
    }

    it('sends the screen beside the camera', async () => {
      const { ada, publication: camera } = await publishToAda(scene());
      const screen = await scene().engine.publish(scene().media('video').stream, { source: 'screen' });

      expect(screen.streamId).to.not.equal(camera.streamId);
      expect(await seen(ada, screen)).to.include({ source: 'screen', video: true });
      expect(await seen(ada, camera)).to.include({ source: 'camera', audio: true, video: true });
    });

    it('begins muted when asked to', async () => {
      const { ada, publication } = await publishToAda(scene(), { source: 'camera', muted: ['video'] });
      expect(await seen(ada, publication, { video: false })).to.include({ audio: true, video: false });
    });

    for (const [kind, other] of [
      ['audio', 'video'],
      ['video', 'audio'],
    ] as const) {
      it(`sends no ${kind} of a track that is disabled, until it is enabled and unmuted`, async () => {
        const media = scene().media();
        media[kind].enabled = false;
        const { ada, publication } = await publishToAda(scene(), { source: 'camera' }, media);
        const received = await ada.receive(publication.streamId);
        await expectArrival(received, other);
        expect(await arrives(received, kind)).to.equal(false);

        media[kind].enabled = true;
        await publication.setMuted(kind, false);
        await expectArrival(received, kind);
      });

      it(`begins with no ${kind} that is muted while it is being published`, async () => {
        await scene().join();
        const ada = await scene().enterAda();
        const media = scene().media();
        const { engine } = scene();
        const publishing = engine.publish(media.stream, { source: 'camera' });
        media[kind].enabled = false;
        engine.silence?.('camera', kind);
        const publication = await inTime(publishing, 'publish settles');
        await publication.setMuted(kind, true);
        await seen(ada, publication, { [kind]: false, [other]: true });
        const received = await ada.receive(publication.streamId);
        await expectArrival(received, other);
        expect(await arrives(received, kind)).to.equal(false);

        media[kind].enabled = true;
        await publication.setMuted(kind, false);
        await seen(ada, publication, { [kind]: true });
        await expectArrival(received, kind);
      });
    }

    it('counts a kind without a track as muted', async () => {
      await scene().join();
      const ada = await scene().enterAda();
      const publication = await scene().engine.publish(scene().media('audio').stream, { source: 'camera' });
      expect(await seen(ada, publication, { video: false })).to.include({ audio: true, video: false });
    });

    for (const kind of ['audio', 'video'] as const) {
      it(`tells others that ${kind} is muted, and on again`, async () => {
        const { ada, publication } = await publishToAda(scene());
        await publication.setMuted(kind, true);
        expect((await seen(ada, publication, { [kind]: false }))[kind]).to.equal(false);

        await publication.setMuted(kind, false);
        expect((await seen(ada, publication, { [kind]: true }))[kind]).to.equal(true);
      });
    }

    it('can do to a camera’s picture what the engine’s module says beforehand', async () => {
      const { publication } = await publishToAda(scene());
      expect(publication.effectKinds ?? []).to.deep.equal(scene().stage.effectKinds);
    });

    it('adds a picture later to what began with sound alone', async () => {
      await scene().join();
      const ada = await scene().enterAda();
      const sound = scene().media('audio').stream;
      const publication = await scene().engine.publish(sound, { source: 'camera', muted: ['video'] });
      await seen(ada, publication, { video: false });

      await publication.replaceTrack(scene().media('video').video);
      await publication.setMuted('video', false);
      expect(await seen(ada, publication, { video: true })).to.include({ audio: true, video: true });
    });

    it('replaces a track without ending either', async () => {
      const { ada, media, publication } = await publishToAda(scene());
      const other = scene().media('video').video;
      await publication.replaceTrack(other);

      expect(await seen(ada, publication)).to.include({ audio: true, video: true });
      expect(media.video.readyState).to.equal('live');
      expect(other.readyState).to.equal('live');
    });

    it('turns a camera off and on again with a fresh track', async () => {
      const { ada, media, publication } = await publishToAda(scene());
      await publication.setMuted('video', true);
      media.video.stop();
      await seen(ada, publication, { video: false });

      await publication.replaceTrack(scene().media('video').video);
      await publication.setMuted('video', false);
      expect(await seen(ada, publication, { video: true })).to.include({ audio: true, video: true });
    });

    it('stops, harmlessly twice, and leaves the tracks alive', async () => {
      const { ada, media, publication } = await publishToAda(scene());
      await seen(ada, publication);
      await publication.stop();
      await publication.stop();

      await eventually(() => !ada.sees(publication.streamId), 'the peer sees the stream no more');
      expect(media.audio.readyState).to.equal('live');
      expect(media.video.readyState).to.equal('live');
    });

    it('uses the stream ID it is asked to', async () => {
      const { ada, publication } = await publishToAda(scene(), {
        source: 'camera',
        streamId: 'my-own-stream',
      });
      expect(publication.streamId).to.equal('my-own-stream');
      expect(await seen(ada, publication)).to.include({ source: 'camera' });
    });

    it('tries another stream ID when the first is taken', async () => {
      const taken = await scene().stage.takeStreamId();
      const { ada, publication } = await publishToAda(scene(), { source: 'camera', streamId: taken });
      expect(publication.streamId).to.not.equal(taken);
      expect(await seen(ada, publication)).to.include({ source: 'camera', audio: true, video: true });
    });
  });
}

/** Joins, and publishes sound and picture to a room in which Ada is. */
async function publishToAda(
  scene: Scene,
  options: PublishOptions = { source: 'camera' },
  media = scene.media(),
) {
  await scene.join();
  const ada = await scene.enterAda();
  const publication = await inTime(scene.engine.publish(media.stream, options), 'publish settles');
  return { ada, media, publication };
}

/** What the peer sees of a publication, once that is as `state` wants it. */
function seen(peer: RemotePeer, { streamId }: Publication, state: { audio?: boolean; video?: boolean } = {}) {
  return eventually(
    () => {
      const stream = peer.sees(streamId);
      if (!stream) return undefined;
      const { audio = stream.audio, video = stream.video } = state;
      return stream.audio === audio && stream.video === video ? stream : undefined;
    },
    `the peer sees the stream ${streamId} with ${JSON.stringify(state)}`,
  );
}

async function expectArrival(stream: MediaStream, kind: TrackKind): Promise<void> {
  if (kind === 'audio' && !(await hasSoundCard())) return; // Then tests have no tone to send.
  await eventually(() => arrives(stream, kind), `${kind} arrives`);
}

/** Whether sound, or video that is not black, arrives within a moment. */
async function arrives(stream: MediaStream, kind: TrackKind): Promise<boolean> {
  if (kind === 'video') {
    const [track] = stream.getVideoTracks();
    return track !== undefined && (await brightness(track)) > BLACK;
  }
  if (!(await hasSoundCard())) return false;
  const ear = new Ear(() => stream.getAudioTracks());
  await pause(MOMENT);
  const heard = ear.heard(0) > 0;
  await ear.close();
  return heard;
}
