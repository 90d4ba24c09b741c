import { expect } from '@open-wc/testing';
import { createEngine } from '../../src/engine/local/local-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually } from '../support/wait.js';
import { expectFrames, standsStill } from './local-capture.js';
import { connections } from './local-connections.js';
import { useMeeting } from './local-meeting.js';
import { PageRelay, RelayWay } from './local-ways.js';

const never = new AbortController().signal;

describe('local engine', () => {
  const meeting = useMeeting();

  describe('over a relay', () => {
    it('goes on showing, talking and changing while the relay is away', async () => {
      const relay = new PageRelay();
      const { ada, emi, publication, stream, video } = await meeting().watch([
        new RelayWay(relay),
        new RelayWay(relay),
      ]);
      await eventually(
        () => connections.open.every((each) => each.connectionState === 'connected'),
        'connected',
      );
      ada.way.drop();
      emi.way.drop();
      await emi.log.event('connection', ({ status }) => status === 'reconnecting');
      await eventually(async () => !(await standsStill(video)), 'frames arrive');
      await ada.engine.sendMessage('still here', 'reliable');
      await emi.log.event('message', ({ message }) => message.text === 'still here');
      await publication.setMuted('video', true);
      await eventually(() => stream.getVideoTracks().length === 0, 'the picture is gone');

      // A track that has to be negotiated waits for the relay.
      const screen = await ada.engine.publish(meeting().media.stream, { source: 'screen' });
      ada.way.restore();
      emi.way.restore();
      await emi.log.event('connection', ({ status }) => status === 'reconnected');
      await expectFrames(await emi.play(screen.streamId));
      expect(emi.log.of('users-removed')).to.deep.equal([]);
      expect(emi.log.of('streams-removed')).to.deep.equal([]);
    });

    it('finds those again who were away for too long', async () => {
      const relay = new PageRelay();
      const { ada, emi } = await meeting().watch([new RelayWay(relay), new RelayWay(relay)]);
      await eventually(
        () => connections.open.every((each) => each.connectionState === 'connected'),
        'connected',
      );
      emi.way.drop();
      await ada.log.event('users-removed', undefined, 15_000);
      emi.way.restore();
      await emi.log.event('connection', ({ status }) => status === 'reconnected');
      ada.log.forget();
      await eventually(() => emi.log.streams().size === 1, 'the stream is known again');
      const [streamId = ''] = emi.log.streams().keys();
      await expectFrames(await emi.play(streamId));
    });

    it('ends when the relay stays away for more than a minute', async () => {
      const relay = new PageRelay();
      const { emi } = await meeting().watch([new RelayWay(relay), new RelayWay(relay)]);
      const now = performance.now.bind(performance);
      try {
        emi.way.drop();
        await emi.log.event('connection', ({ status }) => status === 'reconnecting');
        performance.now = () => now() + 61_000;
        const { reason, error } = await emi.log.event('ended', undefined, 70_000);
        expect(reason).to.equal('network-lost');
        expect(error.code).to.equal('network');
      } finally {
        performance.now = now;
      }
    });

    it('fails quickly when the relay is not there', async () => {
      const engine = createEngine({ server: 'ws://127.0.0.1:1/relay' });
      const request = { room: meeting().room, user: { id: 'me', name: 'Me' }, token: '' };
      const error = await expectCallError(engine.join(request, never), 'network');
      expect(error.recoverable).to.equal(true);
      await engine.destroy();
    });

    for (const server of ['relay', 'https://relay.test/', 'ws://', '::']) {
      it(`names the attribute when the server is "${server}"`, async () => {
        const engine = createEngine({ server });
        const request = { room: meeting().room, user: { id: 'me', name: 'Me' }, token: '' };
        const error = await expectCallError(engine.join(request, never), 'invalid-config');
        expect(error.attribute).to.equal('server');
        await engine.destroy();
      });
    }
  });
});
