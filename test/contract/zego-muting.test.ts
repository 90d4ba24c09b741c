import { expect } from '@open-wc/testing';
import type { Publication, PublishOptions, TrackKind } from '../../src/engine/call-engine.js';
import { writeNote } from '../../src/engine/zego/stream-note.js';
import { Ear } from '../support/ear.js';
import { hasSoundCard } from '../support/sound-card.js';
import { expectMovingPicture } from '../support/test-media.js';
import { eventually, pause } from '../support/wait.js';
import { useScene } from './scene.js';
import type { Told } from './zego-gateway.js';
import { setZegoStage, type ZegoStage } from './zego-stage.js';

/** How long after the press something may still get out, in ms. */
const GRACE = 50;
/** Longer than all that the SDK and the engine put off, in ms. */
const AFTERMATH = 800;

/** Whether and what others hear, see and are told, on the SDK's own publishers. */
describe('muting over the ZEGO SDK', () => {
  const scene = useScene(setZegoStage);
  let hasSound: boolean;
  before(async () => {
    hasSound = await hasSoundCard();
  });
  const cloud = () => (scene().stage as ZegoStage).cloud;
  const told = ({ streamId }: Publication): Told | undefined => cloud().published(streamId)?.told;
  const publish = (options: Partial<PublishOptions> = {}) =>
    scene().engine.publish(scene().media().stream, { source: 'camera', ...options });
  const silence = (kind: TrackKind) => scene().engine.silence!('camera', kind);

  /** Resolves with how often anything got out after the press: a track that was enabled, or sound that was heard. */
  async function escapes(kind: TrackKind, act: (press: () => void) => Promise<unknown>): Promise<number> {
    const carried = () =>
      cloud().carried.filter((track) => track.kind === kind && track.readyState === 'live');
    const ear = hasSound ? new Ear(carried) : undefined;
    const enabledAt: number[] = [];
    const eye = setInterval(() => {
      if (carried().some(({ enabled }) => enabled)) enabledAt.push(performance.now());
    }, 5);
    let pressedAt = Infinity;
    try {
      await act(() => (pressedAt = performance.now()));
      await pause(AFTERMATH);
      const after = pressedAt + GRACE;
      return enabledAt.filter((time) => time > after).length + (ear?.heard(after) ?? 0);
    } finally {
      clearInterval(eye);
      await ear?.close();
    }
  }

  /** Resolves once sound and video get out, and others are told so. */
  async function expectSent({ streamId }: Publication): Promise<void> {
    const { received } = cloud().published(streamId)!;
    if (hasSound) {
      const ear = new Ear(() => received.getTracks());
      await eventually(() => ear.heard(0) > 0, 'sound arrives');
      await ear.close();
    }
    await expectMovingPicture(new MediaStream(received.getVideoTracks()));
    expect(cloud().published(streamId)!.told).to.deep.equal({ audio: true, video: true });
  }

  it('is told to those who read notes, too, when the room was disconnected meanwhile', async () => {
    await scene().join();
    const publication = await publish();
    const note = () => cloud().streams.get(publication.streamId)!.extraInfo;
    await eventually(() => note() === writeNote({ source: 'camera', audio: true, video: true }), 'all is on');
    await scene().stage.dropConnection();
    await publication.setMuted('audio', true);
    await pause(AFTERMATH);
    expect(note(), 'the room cannot be reached').to.equal(
      writeNote({ source: 'camera', audio: true, video: true }),
    );
    await scene().stage.restoreConnection();
    const muted = writeNote({ source: 'camera', audio: false, video: true });
    await eventually(() => note() === muted, 'the room is told');
  });

  it('lets everything through until something is muted', async () => {
    await scene().join();
    const publication = await publish();
    await expectSent(publication);
    const unmuted = await escapes('audio', async (press) => press());
    expect(unmuted, 'what is heard is noticed').to.be.greaterThan(0);
    expect(await escapes('video', async (press) => press())).to.be.greaterThan(0);
  });

  describe('while the stream is being published', () => {
    for (const kind of ['audio', 'video'] as const)
      for (const [latency, pressAfter] of [
        [0, 0],
        [400, 100],
        [2_500, 300],
      ] as const)
        it(`lets no ${kind} out, ${pressAfter} ms after it began when the gateway takes ${latency} ms`, async () => {
          await scene().join();
          cloud().latency = latency;
          let publication!: Publication;
          const escaped = await escapes(kind, async (press) => {
            const publishing = publish();
            if (pressAfter > 0) await pause(pressAfter);
            press();
            silence(kind);
            publication = await publishing;
          });
          expect(escaped).to.equal(0);
          expect(told(publication)).to.deep.equal({ audio: kind !== 'audio', video: kind !== 'video' });
          const note = writeNote({ source: 'camera', audio: kind !== 'audio', video: kind !== 'video' });
          const { streamId } = publication;
          await eventually(() => cloud().published(streamId)!.extraInfo === note, `the note is ${note}`);
          await publication.setMuted(kind, false);
          await expectSent(publication);
        });

    it('lets nothing out when another stream ID is tried', async () => {
      const streamId = await scene().stage.takeStreamId();
      await scene().join();
      cloud().latency = 200;
      let publication!: Publication;
      const escaped = await escapes('audio', async (press) => {
        const publishing = publish({ streamId });
        await pause(300);
        press();
        silence('audio');
        publication = await publishing;
      });
      expect(publication.streamId).to.not.equal(streamId);
      expect(escaped).to.equal(0);
      expect(told(publication)).to.deep.equal({ audio: false, video: true });
    });

    it('silences no other stream', async () => {
      await scene().join();
      const camera = await publish();
      cloud().latency = 200;
      const publishing = publish({ source: 'screen' });
      scene().engine.silence!('screen', 'audio');
      const screen = await publishing;
      expect(told(screen)).to.deep.equal({ audio: false, video: true });
      await expectSent(camera);
    });
  });

  for (const [replaceDelay, pressAfter] of [
    [80, 20],
    [300, 100],
    [500, 0],
  ] as const)
    for (const kind of ['audio', 'video'] as const)
      it(`lets no ${kind} out ${pressAfter} ms after it was unmuted when a track is replaced in ${replaceDelay} ms`, async () => {
        await scene().join();
        const publication = await publish();
        await publication.setMuted(kind, true);
        cloud().replaceDelay = replaceDelay;
        const escaped = await escapes(kind, async (press) => {
          const unmuting = publication.setMuted(kind, false);
          if (pressAfter > 0) await pause(pressAfter);
          press();
          silence(kind);
          await Promise.all([unmuting, publication.setMuted(kind, true)]);
        });
        expect(escaped).to.equal(0);
        expect(told(publication)).to.deep.equal({ audio: kind !== 'audio', video: kind !== 'video' });
        await publication.setMuted(kind, false);
        await expectSent(publication);
      });

  for (const kind of ['audio', 'video'] as const)
    it(`lets no ${kind} out when it is muted while its track is replaced`, async () => {
      await scene().join();
      const publication = await publish();
      cloud().replaceDelay = 300;
      const escaped = await escapes(kind, async (press) => {
        const replacing = publication.replaceTrack(scene().media(kind)[kind]);
        await pause(50);
        press();
        silence(kind);
        await Promise.all([replacing, publication.setMuted(kind, true)]);
      });
      expect(escaped).to.equal(0);
      expect(told(publication)![kind]).to.equal(false);
      await publication.setMuted(kind, false);
      await expectSent(publication);
    });

  it('is not undone by an unmuting that was asked for before', async () => {
    await scene().join();
    const publication = await publish();
    await publication.setMuted('audio', true);
    cloud().replaceDelay = 200;
    const escaped = await escapes('audio', async (press) => {
      const earlier = [
        publication.replaceTrack(scene().media('video').video),
        publication.setMuted('audio', false),
      ];
      press();
      silence('audio');
      await Promise.all(earlier);
    });
    expect(escaped).to.equal(0);
  });

  it('lets nothing out of a track that its owner has disabled', async () => {
    await scene().join();
    const media = scene().media();
    const publication = await scene().engine.publish(media.stream, { source: 'camera' });
    const escaped = await escapes('audio', async (press) => {
      media.audio.enabled = false;
      press();
      silence('audio');
      // As of somebody who did not hear of the press yet.
      await publication.setMuted('audio', false);
      await publication.replaceTrack(media.audio);
    });
    expect(escaped).to.equal(0);
    expect(told(publication)).to.deep.equal({ audio: false, video: true });
    media.audio.enabled = true;
    await publication.setMuted('audio', false);
    await expectSent(publication);
  });

  describe('tells other clients', () => {
    const stays = async (publication: Publication, expected: Told) => {
      await eventually(
        () => JSON.stringify(told(publication)) === JSON.stringify(expected),
        `the gateway is told ${JSON.stringify(expected)}`,
        5_000,
      );
      await pause(AFTERMATH);
      expect(told(publication)).to.deep.equal(expected);
    };

    it('that video and then audio are muted, and stays so until they are on again', async () => {
      await scene().join();
      const publication = await publish();
      await stays(publication, { audio: true, video: true });
      await publication.setMuted('video', true);
      await stays(publication, { audio: true, video: false });
      await publication.setMuted('audio', true);
      await stays(publication, { audio: false, video: false });
      await publication.setMuted('video', false);
      await publication.setMuted('audio', false);
      await expectSent(publication);
    });

    it('that a muted kind stays muted when its device is another one', async () => {
      await scene().join();
      const publication = await publish();
      await publication.replaceTrack(scene().media('audio').audio);
      await publication.setMuted('audio', true);
      await publication.setMuted('video', true);
      await publication.replaceTrack(scene().media('audio').audio);
      await publication.replaceTrack(scene().media('video').video);
      await stays(publication, { audio: false, video: false });
    });

    it('that a stream begins muted', async () => {
      await scene().join();
      const publication = await publish({ muted: ['audio', 'video'] });
      await stays(publication, { audio: false, video: false });
      await publication.setMuted('audio', false);
      await publication.setMuted('audio', true);
      await stays(publication, { audio: false, video: false });
      await publication.setMuted('audio', false);
      await publication.setMuted('video', false);
      await expectSent(publication);
    });

    it('the last of many changes', async () => {
      await scene().join();
      const publication = await publish();
      for (let round = 0; round < 10; round++) {
        void publication.setMuted('audio', round % 2 === 0);
        void publication.setMuted('video', round % 2 === 1);
        await pause(20);
      }
      await publication.setMuted('audio', true);
      await stays(publication, { audio: false, video: false });
    });

    it('at once, whatever is under way', async () => {
      await scene().join();
      const publication = await publish();
      await stays(publication, { audio: true, video: true });
      cloud().replaceDelay = 3_000;
      const replacing = publication.replaceTrack(scene().media('video').video);
      silence('audio');
      await eventually(() => told(publication)!.audio === false, 'the gateway is told', 2_000);
      await Promise.all([replacing, publication.setMuted('audio', true)]);
      await stays(publication, { audio: false, video: true });
    });
  });
});
