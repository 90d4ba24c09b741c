import { expect } from '@open-wc/testing';
import { eventually, pause } from '../support/wait.js';
import { connections } from './local-connections.js';
import { useMeeting } from './local-meeting.js';
import { BroadcastWay } from './local-ways.js';

const LOOK_MS = 200;

describe('local engine: statistics that the browser does not give', () => {
  const meeting = useMeeting();

  /** Ada, who publishes to two others, and one of her two connections. */
  async function sending() {
    const ada = meeting().member('ada', new BroadcastWay(), LOOK_MS);
    await ada.join(meeting().room);
    const { streamId } = await ada.engine.publish(meeting().media.stream, { source: 'camera' });
    for (const id of ['chidi', 'emi']) {
      const other = meeting().member(id);
      await other.join(meeting().room);
      await other.play(streamId);
    }
    const { video } = meeting().media;
    const isHers = (each: RTCPeerConnection): boolean =>
      each.getSenders().some(({ track }) => track === video);
    const connection = connections.open.find(isHers);
    if (!connection) throw new Error('Ada has no connection');
    return { ada, connection };
  }

  it('stop no statistics of other connections when it never answers, and are asked for once', async () => {
    const { ada, connection } = await sending();
    let asked = 0;
    connection.getStats = () => {
      asked += 1;
      return new Promise(() => {});
    };
    await eventually(() => asked > 0, 'the connection is asked');
    ada.log.forget();
    await ada.log.event('stats', ({ stats }) => stats.videoBitrate !== null);
    await pause(5 * LOOK_MS);
    expect(asked).to.equal(1);
    expect(ada.log.of('stats').length).to.be.greaterThan(1);
  });

  it('reject nothing in the page when it refuses, and are asked for again', async () => {
    const { ada, connection } = await sending();
    const unhandled: unknown[] = [];
    const onRejection = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
    addEventListener('unhandledrejection', onRejection);
    try {
      let asked = 0;
      connection.getStats = () => {
        asked += 1;
        return Promise.reject(new DOMException('No statistics', 'InvalidStateError'));
      };
      await eventually(() => asked > 2, 'the connection is asked again');
      ada.log.forget();
      await ada.log.event('stats', ({ stats }) => stats.videoBitrate !== null);
      await pause(LOOK_MS);
      expect(unhandled).to.deep.equal([]);
    } finally {
      removeEventListener('unhandledrejection', onRejection);
    }
  });
});
