import { expect } from '@open-wc/testing';
import { eventually, inTime, pause } from '../support/wait.js';
import { Capture, expectFrames } from './local-capture.js';
import { connections } from './local-connections.js';
import { useMeeting } from './local-meeting.js';

/** How long to listen for what must not come, in ms. */
const LISTEN_MS = 1_500;
const SLOW_MS = 500;

describe('local engine: what is muted', () => {
  const meeting = useMeeting();
  const { replaceTrack } = RTCRtpSender.prototype;
  const sink = document.createElement('audio');
  let other: Capture | undefined;

  afterEach(async () => {
    RTCRtpSender.prototype.replaceTrack = replaceTrack;
    sink.srcObject = null;
    await other?.close();
    other = undefined;
  });

  it('is not sent to anybody who comes later, until it is unmuted', async () => {
    const [ada, emi] = [meeting().member('ada'), meeting().member('emi')];
    await ada.join(meeting().room);
    const muted = ['audio', 'video'] as const;
    const publication = await ada.engine.publish(meeting().media.stream, { source: 'camera', muted });
    await emi.join(meeting().room);
    const stream = await emi.play(publication.streamId);
    await pause(LISTEN_MS);
    expect(await packetsReceived()).to.equal(0);

    await publication.setMuted('video', false);
    await expectFrames(stream);
    await publication.setMuted('audio', false);
    // Browsers measure sound only while something plays it.
    Object.assign(sink, { muted: true, srcObject: stream });
    void sink.play();
    await emi.log.event('levels', ({ levels }) => (levels.get(publication.streamId) ?? 0) > 0.01);
  });

  it('is not sent when its track is replaced', async () => {
    const { ada, emi, publication } = await meeting().watch();
    other = await Capture.open();
    for (const kind of ['audio', 'video'] as const) await publication.setMuted(kind, true);
    for (const track of other.stream.getTracks()) await publication.replaceTrack(track);
    await pause(LISTEN_MS); // So that what was on its way arrives.
    const before = await packetsReceived();
    const late = meeting().member('late');
    await late.join(meeting().room);
    await late.play(publication.streamId);
    await pause(LISTEN_MS);
    expect(await packetsReceived()).to.equal(before);
    for (const { log } of [emi, late])
      expect(log.streams().get(publication.streamId)).to.include({ audio: false, video: false });
    expect(ada.log.of('publication-ended')).to.deep.equal([]);
  });

  for (const kind of ['audio', 'video'] as const)
    it(`is no longer sent when ${kind} is muted while its track is being replaced`, async () => {
      const { publication } = await meeting().watch();
      other = await Capture.open();
      RTCRtpSender.prototype.replaceTrack = async function (track) {
        await pause(SLOW_MS);
        return replaceTrack.call(this, track);
      };
      const [before, after] = [meeting().media[kind], other[kind]];
      const replacing = publication.replaceTrack(after);
      before.enabled = after.enabled = false;
      const muting = publication.setMuted(kind, true);
      await inTime(Promise.all([replacing, muting]), 'both are done');
      const senders = [before, after].flatMap((track) => connections.sendersOf(track));
      expect(senders).to.deep.equal([]);
      expect([before.enabled, after.enabled]).to.deep.equal([false, false]);
      await eventually(noneArrives, 'nothing arrives any more');
      async function noneArrives(): Promise<boolean> {
        const received = await packetsReceived(kind);
        await pause(LISTEN_MS);
        return (await packetsReceived(kind)) === received;
      }
    });
});

type Stat = { readonly type: string; readonly kind?: string; readonly packetsReceived?: number };

/** What has arrived at all ends together. */
async function packetsReceived(kind?: string): Promise<number> {
  let packets = 0;
  for (const connection of connections.open) {
    const report = (await connection.getStats()) as ReadonlyMap<string, Stat>;
    for (const stat of report.values())
      if (stat.type === 'inbound-rtp' && (kind ?? stat.kind) === stat.kind)
        packets += stat.packetsReceived ?? 0;
  }
  return packets;
}
