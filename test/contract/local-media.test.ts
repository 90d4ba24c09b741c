import { expect } from '@open-wc/testing';
import type { Publication } from '../../src/engine/call-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, pause } from '../support/wait.js';
import { expectFrames, Noise, standsStill } from './local-capture.js';
import { connections } from './local-connections.js';
import { useMeeting } from './local-meeting.js';

describe('local engine: media', () => {
  const meeting = useMeeting();

  describe('sending', () => {
    it('really sends a smaller picture for low, and nothing for off', async () => {
      const { emi, publication, video } = await meeting().watch();
      await eventually(() => video.videoWidth === 320, 'the full picture is seen');
      emi.engine.receive(publication.streamId, 'low');
      await eventually(() => video.videoWidth === 80, 'the small picture is seen');

      emi.engine.receive(publication.streamId, 'off');
      await eventually(() => standsStill(video), 'no more frames arrive');
      emi.engine.receive(publication.streamId, 'high');
      await eventually(() => video.videoWidth === 320, 'the full picture is back');
    });

    it('serves each receiver as it wishes', async () => {
      const { emi, publication, video } = await meeting().watch();
      const chidi = meeting().member('chidi');
      await chidi.join(meeting().room);
      const other = document.createElement('video');
      Object.assign(other, { muted: true, srcObject: await chidi.play(publication.streamId) });
      await other.play();
      emi.engine.receive(publication.streamId, 'low');
      await eventually(() => video.videoWidth === 80, 'the one sees the small picture');
      expect(other.videoWidth).to.equal(320);
    });

    it('sends nothing at all of what nobody plays any more', async () => {
      const { emi, publication } = await meeting().watch();
      emi.engine.stop(publication.streamId);
      const senders = [
        ...connections.sendersOf(meeting().media.audio),
        ...connections.sendersOf(meeting().media.video),
      ];
      const isQuiet = () => senders.every((each) => each.getParameters().encodings[0]?.active === false);
      await eventually(isQuiet, 'both senders are inactive');

      const again = await emi.play(publication.streamId);
      await expectFrames(again);
    });

    it('sends nothing at all of what is stopped before it was ever played', async () => {
      const [ada, emi] = [meeting().member('ada'), meeting().member('emi')];
      await ada.join(meeting().room);
      const { streamId } = await ada.engine.publish(meeting().media.stream, { source: 'camera' });
      await emi.join(meeting().room);
      await emi.log.stream(streamId);
      emi.engine.stop(streamId);
      const senders = (): readonly RTCRtpSender[] => connections.sendersOf(meeting().media.video);
      const isQuiet = (): boolean =>
        senders().length > 0 &&
        senders().every((each) => each.getParameters().encodings[0]?.active === false);
      await eventually(isQuiet, 'the sender is inactive');
      await expectFrames(await emi.play(streamId));
    });

    it('sends no more of the pictures than was asked for, while another stream sends all it can', async () => {
      const [ada, emi] = [meeting().member('ada'), meeting().member('emi')];
      const [limited, free] = [new Noise(), new Noise()];
      try {
        await ada.join(meeting().room);
        await emi.join(meeting().room);
        const publish = async ({ video }: Noise, limit: { maxBitrate?: number }): Promise<void> => {
          const options = { source: 'camera', ...limit } as const;
          const { streamId } = await ada.engine.publish(new MediaStream([video]), options);
          await emi.play(streamId);
        };
        await publish(limited, { maxBitrate: 150 });
        await publish(free, {});
        const sent = () => Promise.all([limited, free].map(({ video }) => connections.sentOf(video)));
        // The first pictures of a stream are whole ones, and may take more for a moment.
        await eventually(
          async () => {
            const [limitedBefore = 0, freeBefore = 0] = await sent();
            await pause(1_000);
            const [limitedAfter = 0, freeAfter = 0] = await sent();
            return limitedAfter - limitedBefore < 225 && freeAfter - freeBefore > 250;
          },
          'less than 225 kbit/s of the one are sent, and more than 250 of the other',
          15_000,
        );
      } finally {
        limited.close();
        free.close();
      }
    });

    for (const [maxBitrate, high, low] of [
      [300, 300_000, 150_000],
      [50, 50_000, 50_000],
    ] as const)
      it(`limits every layer to ${maxBitrate} kbit/s, also when all is wanted again`, async () => {
        const { emi, publication } = await meeting().watch(undefined, { source: 'camera', maxBitrate });
        const [sender] = connections.sendersOf(meeting().media.video);
        const limit = () => sender?.getParameters().encodings[0]?.maxBitrate;
        await eventually(() => limit() === high, 'all is limited');
        emi.engine.receive(publication.streamId, 'low');
        await eventually(() => limit() === low, 'the small picture is limited');
        emi.engine.receive(publication.streamId, 'high');
        await eventually(() => limit() === high, 'all is limited again');
      });

    it('reuses what a stopped screen share leaves', async () => {
      const { ada, emi } = await meeting().watch();
      const sections = (): number => connections.open[0]?.getTransceivers().length ?? 0;
      const share = async (): Promise<Publication> => {
        const screen = await ada.engine.publish(meeting().media.stream, { source: 'screen' });
        await expectFrames(await emi.play(screen.streamId));
        return screen;
      };
      await (await share()).stop();
      await eventually(() => emi.log.streams().size === 1, 'the screen is gone');
      const first = sections();
      await (await share()).stop();
      await (await share()).stop();
      expect(sections()).to.be.at.most(first + 2);
    });
  });

  describe('a played stream', () => {
    it('has a picture only while its owner shows one', async () => {
      const { publication, stream, video } = await meeting().watch();
      await publication.setMuted('video', true);
      await eventually(() => stream.getVideoTracks().length === 0, 'the picture is gone');
      expect(stream.getAudioTracks()).to.have.length(1);

      await publication.setMuted('video', false);
      await eventually(() => stream.getVideoTracks().length === 1, 'the picture is back');
      await eventually(async () => !(await standsStill(video)), 'frames arrive');
    });

    it('may be played anew in the same breath in which playing is cancelled', async () => {
      const [ada, emi] = [meeting().member('ada'), meeting().member('emi')];
      await ada.join(meeting().room);
      const { streamId } = await ada.engine.publish(meeting().media.stream, { source: 'camera' });
      await emi.join(meeting().room);
      await emi.log.stream(streamId);
      const abort = new AbortController();
      const first = emi.engine.play(streamId, abort.signal);
      abort.abort();
      const second = emi.engine.play(streamId, new AbortController().signal);
      await expectCallError(first, 'aborted');
      await expectFrames(await second);
    });

    it('gains a picture that comes later', async () => {
      const [ada, emi] = [meeting().member('ada'), meeting().member('emi')];
      await ada.join(meeting().room);
      const sound = new MediaStream([meeting().media.audio]);
      const publication = await ada.engine.publish(sound, { source: 'camera' });
      await emi.join(meeting().room);
      const stream = await emi.play(publication.streamId);
      expect(stream.getVideoTracks()).to.have.length(0);

      await publication.replaceTrack(meeting().media.video);
      await eventually(() => stream.getVideoTracks().length === 1, 'the picture comes');
      await expectFrames(stream);
    });

    it('reports silence for muted sound', async () => {
      const { emi, publication, video } = await meeting().watch();
      expect(video.srcObject).to.be.instanceOf(MediaStream);
      const { streamId } = publication;
      await emi.log.event('levels', ({ levels }) => (levels.get(streamId) ?? 0) > 0.05);
      await publication.setMuted('audio', true);
      await emi.log.event('remote-device', ({ kind, on }) => kind === 'audio' && !on);
      emi.log.forget();
      const { levels } = await emi.log.event('levels');
      expect(levels.get(streamId)).to.equal(0);
    });
  });
});
