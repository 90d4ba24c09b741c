import { expect } from '@open-wc/testing';
import { LocalEngine } from '../../src/engine/local/local-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { CallStage } from '../support/call-stage.js';
import { findStream } from '../support/find-stream.js';
import { eventually, inTime, pause } from '../support/wait.js';
import { useMeeting } from './local-meeting.js';
import { PathlessWay } from './local-ways.js';

/** Within this time, in ms, a person without a path to another knows of it. */
const TOLD_MS = 17_000;

describe('a whole call over the local engine', () => {
  let stage: CallStage;

  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());
  // After the stage: a meeting ends with the check that every connection is closed.
  const meeting = useMeeting();

  it('says that there is no path to somebody, and is whole once there is one', async () => {
    const ada = meeting().member('ada');
    await ada.join(meeting().room);
    const { streamId } = await ada.engine.publish(meeting().media.stream, { source: 'camera' });
    const way = new PathlessWay();
    const call = await stage.joined({ room: meeting().room, engine: () => new LocalEngine(way.open) });
    const stream = () => findStream(call.state, streamId);
    const problem = (): string | undefined => {
      const grid = call.shadowRoot?.querySelector('zego-remote-grid');
      const tile = grid?.shadowRoot?.querySelector('zego-tile');
      return tile?.shadowRoot?.querySelector('[part=problem]')?.textContent;
    };
    await eventually(stream, 'the stream is known');
    const failing = expectCallError(call.sendMessage('hello'), 'network');
    await pause(5_000);
    expect(stream()?.play).to.equal('pending');
    expect(call.state.messages[0]?.delivery).to.equal('sending');

    await eventually(problem, 'the tile shows a problem', TOLD_MS - 5_000);
    expect(stream()?.problem?.code).to.equal('network');
    await inTime(failing, 'the message fails', 2_000);
    expect(call.state.messages[0]?.delivery).to.equal('failed');

    way.release();
    await eventually(() => stream()?.play === 'playing' && !problem(), 'the stream plays');
    await call.retryMessage(call.state.messages[0]?.id ?? '');
    expect(call.state.messages[0]?.delivery).to.equal('sent');
    expect(ada.log.of('message').map(({ message }) => message.text)).to.deep.equal(['hello']);
  });
});
