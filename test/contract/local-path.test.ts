import { expect } from '@open-wc/testing';
import { expectCallError } from '../support/call-errors.js';
import { inTime, pause } from '../support/wait.js';
import { expectFrames } from './local-capture.js';
import { useMeeting, type Member } from './local-meeting.js';
import { BroadcastWay, PathlessWay } from './local-ways.js';

/** After this long without a path, in ms, an engine says so. */
const GIVE_UP_MS = 15_000;

describe('local engine: the path between two people', () => {
  const meeting = useMeeting();

  /** Ada, who publishes, and Emi, who knows of the stream, and has no path to Ada yet. */
  async function apart() {
    const way = new PathlessWay();
    const [ada, emi] = [meeting().member('ada'), meeting().member('emi', way)];
    await ada.join(meeting().room);
    const { streamId } = await ada.engine.publish(meeting().media.stream, { source: 'camera' });
    await emi.join(meeting().room);
    await emi.log.stream(streamId);
    await ada.log.user('emi');
    return { ada, emi, streamId, way };
  }

  it('is awaited by play() and by sendMessage(), each of which then acts once', async () => {
    const { ada, emi, streamId, way } = await apart();
    let settled = 0;
    const count = (): unknown => (settled += 1);
    const playing = emi.engine.play(streamId, new AbortController().signal);
    const sending = ada.engine.sendMessage('hello', 'reliable');
    void playing.then(count, count);
    void sending.then(count, count);
    await pause(1_000);
    expect(settled, 'promises settled without a path').to.equal(0);
    expect(emi.log.of('play-state')).to.deep.equal([]);

    way.release();
    await inTime(sending, 'the message is sent');
    await expectFrames(await inTime(playing, 'the stream plays'));
    await ada.engine.sendMessage('bye', 'reliable');
    await emi.log.event('message', ({ message }) => message.text === 'bye');
    expect(textsOf(emi)).to.deep.equal(['hello', 'bye']);
  });

  it('that is missing for 15 s fails play() and sendMessage(), and neither acts later', async () => {
    const { ada, emi, streamId, way } = await apart();
    const start = performance.now();
    const failing = [
      expectCallError(emi.engine.play(streamId, new AbortController().signal), 'network'),
      expectCallError(ada.engine.sendMessage('hello', 'reliable'), 'network'),
    ];
    await inTime(Promise.all(failing), 'both fail', GIVE_UP_MS + 3_000);
    expect(performance.now() - start).to.be.greaterThan(GIVE_UP_MS - 100);
    expect(emi.log.of('play-state')).to.deep.equal([]);

    way.release();
    await expectFrames(await emi.play(streamId));
    await ada.engine.sendMessage('hello again', 'reliable');
    await emi.log.event('message', ({ message }) => message.text === 'hello again');
    expect(textsOf(emi)).to.deep.equal(['hello again']);
  });

  it('is found although addresses were lost with the signalling', async () => {
    const { emi, streamId, way } = await apart();
    await pause(500); // So that the addresses are under way.
    way.lose();
    way.drop();
    way.restore();
    await expectFrames(await emi.play(streamId));
  });

  it('does not delay a message for the others when one person has none', async () => {
    const { ada, emi, way } = await apart();
    const chidi = meeting().member('chidi', new BroadcastWay());
    await chidi.join(meeting().room);
    await ada.log.user('chidi');
    await inTime(ada.engine.sendMessage('hello', 'reliable'), 'the message is sent', 3_000);
    expect(textsOf(chidi)).to.deep.equal(['hello']);
    expect(textsOf(emi)).to.deep.equal([]);

    way.release();
    await emi.log.event('message');
    await ada.engine.sendMessage('bye', 'reliable');
    await emi.log.event('message', ({ message }) => message.text === 'bye');
    expect(textsOf(emi)).to.deep.equal(['hello', 'bye']);
  });

  it('is enough for play() when the camera gives no frames', async () => {
    const [ada, emi] = [meeting().member('ada'), meeting().member('emi')];
    const source = new RTCPeerConnection();
    try {
      const { track } = source.addTransceiver('video').receiver;
      await ada.join(meeting().room);
      const { streamId } = await ada.engine.publish(new MediaStream([track]), { source: 'camera' });
      await emi.join(meeting().room);
      await emi.log.stream(streamId);
      const playing = emi.engine.play(streamId, new AbortController().signal);
      const stream = await inTime(playing, 'the stream plays', GIVE_UP_MS + 3_000);
      expect(stream.getVideoTracks()).to.have.length(1);
    } finally {
      source.close();
    }
  });
});

function textsOf({ log }: Member): readonly string[] {
  return log.of('message').map(({ message }) => message.text);
}
