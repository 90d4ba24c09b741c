import { expect } from '@open-wc/testing';
import type { EngineEvent } from '../../src/engine/call-engine.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, pause } from '../support/wait.js';
import { expectFrames, standsStill } from './local-capture.js';
import { connections } from './local-connections.js';
import { useMeeting, type Member } from './local-meeting.js';
import type { TestWay } from './local-stage.js';
import { BroadcastWay, PageRelay, RelayWay } from './local-ways.js';

describe('local engine: people', () => {
  const meeting = useMeeting();

  describe('people', () => {
    for (const ways of ['BroadcastChannel', 'a relay']) {
      it(`throws out exactly one of two who join at the same instant, over ${ways}`, async () => {
        const relay = new PageRelay();
        const way = (): TestWay => (ways === 'a relay' ? new RelayWay(relay) : new BroadcastWay());
        for (let round = 0; round < 10; round += 1) {
          const [one, other] = [meeting().member('me', way()), meeting().member('me', way())];
          const here = `${meeting().room}-${round}`;
          await Promise.all([one.join(here), other.join(here)]);
          await eventually(() => endings(one, other).length === 1, 'one of them is thrown out');
          await pause(30);
          expect(endings(one, other).map(({ reason }) => reason)).to.deep.equal(['duplicate-login']);
        }
      });
    }

    it('connects everybody with everybody when all come at the same instant', async () => {
      const names = ['ada', 'chidi', 'emi', 'noor'];
      const members = names.map((name) => meeting().member(name));
      await Promise.all(
        members.map(async (member) => {
          await member.join(meeting().room);
          await member.engine.publish(meeting().media.stream, { source: 'camera' });
        }),
      );
      for (const { log, engine } of members) {
        await eventually(() => log.streams().size === 3, 'the three others are seen');
        for (const streamId of log.streams().keys()) {
          await expectFrames(await engine.play(streamId, new AbortController().signal));
        }
      }
    });

    it('shows the others one person when somebody moves to another tab', async () => {
      const { ada, emi } = await meeting().watch();
      const again = meeting().member('ada');
      await again.join(meeting().room);
      await ada.log.event('ended');
      await eventually(() => emi.log.of('users-added').length === 2, 'the second login is seen');
      expect([...emi.log.users().keys()]).to.deep.equal(['ada']);
      expect(emi.log.streams().size).to.equal(0);
      const { streamId } = await again.engine.publish(meeting().media.stream, { source: 'camera' });
      await expectFrames(await emi.play(streamId));
    });

    it('keeps nothing of who was thrown out', async () => {
      const { ada } = await meeting().watch();
      const open = connections.open.length;
      await meeting().member('ada').join(meeting().room);
      await ada.log.event('ended');
      await eventually(() => connections.open.length <= open, 'its connections are closed');
      await expectCallError(ada.engine.sendMessage('hello?', 'reliable'));
      expect(meeting().media.video.readyState).to.equal('live');
    });

    it('notices within two seconds when a tab is closed without a goodbye', async () => {
      const { emi } = await meeting().watch();
      const frame = document.createElement('iframe');
      frame.srcdoc = `<script type="module">
        import { createEngine } from '${new URL('../../src/engine/local/local-engine.ts', import.meta.url)}';
        const request = ${JSON.stringify({ room: meeting().room, user: { id: 'tab', name: 'Tab' }, token: '' })};
        void createEngine({}).join(request, new AbortController().signal);
      </script>`;
      document.body.append(frame);
      await emi.log.user('tab');
      frame.remove();
      const removed = ({ userIds }: { userIds: readonly string[] }) => userIds.includes('tab');
      await emi.log.event('users-removed', removed, 2_000);
    });

    it('removes streams at once when their owner leaves', async () => {
      const { ada, emi, publication, stream } = await meeting().watch();
      void ada.engine.leave();
      await emi.log.event(
        'streams-removed',
        ({ streamIds }) => streamIds.includes(publication.streamId),
        500,
      );
      expect(stream.getTracks()).to.have.length(0);
    });
  });

  describe('garbage', () => {
    it('is ignored, whatever it is', async () => {
      const { emi, publication, video } = await meeting().watch();
      const channel = new BroadcastChannel(`zego-call/${meeting().room}`);
      for (const data of garbage()) {
        channel.postMessage(data);
        channel.postMessage({ from: 'intruder', data });
      }
      const [connection] = connections.open;
      expect(connection).to.not.equal(undefined);
      await pause(200);
      channel.close();
      expect([...emi.log.users().keys()]).to.deep.equal(['ada']);
      expect([...emi.log.streams().keys()]).to.deep.equal([publication.streamId]);
      await eventually(async () => !(await standsStill(video)), 'frames arrive');
    });
  });

  describe('after leaving', () => {
    it('has no timer and no connection left', async () => {
      const timers = new Timers();
      try {
        const { ada, emi } = await meeting().watch();
        expect(timers.running).to.be.greaterThan(0);
        await ada.engine.leave();
        await emi.engine.leave();
        expect(timers.running).to.equal(0);
        expect(connections.open).to.have.length(0);
      } finally {
        timers.restore();
      }
    });
  });
});

function endings(...members: readonly Member[]): readonly Extract<EngineEvent, { type: 'ended' }>[] {
  return members.flatMap(({ log }) => log.of('ended'));
}

function garbage(): readonly unknown[] {
  const user = { id: 'intruder', name: 'Intruder' };
  const presence = { version: 0, streams: [] };
  return [
    null,
    undefined,
    'text',
    42,
    [],
    {},
    { type: 'hello' },
    { type: 'hello', hello: { user: { id: '', name: '' }, since: 0, presence } },
    { type: 'hello', hello: { user: { id: 'x'.repeat(65), name: '' }, since: 0, presence } },
    { type: 'hello', hello: { user, since: 'now', presence } },
    { type: 'hello', hello: { user, since: 0, presence: { version: 0, streams: [{ streamId: 1 }] } } },
    { type: 'hello', hello: { user, since: 0, presence: { version: 0, streams: new Array(9).fill({}) } } },
    { type: 'description', link: 'x', hello: { user, since: 0, presence }, description: { type: 'offer' } },
    { type: 'candidate', link: 'x', candidate: { candidate: 7 } },
  ];
}

/** Counts the intervals and timeouts that engines have running. */
class Timers {
  readonly #running = new Set<number>();
  readonly #original = { setInterval, clearInterval };

  constructor() {
    const { setInterval: start, clearInterval: end } = this.#original;
    Object.assign(globalThis, {
      setInterval: (act: () => void, milliseconds: number) => {
        const timer = start(act, milliseconds) as unknown as number;
        this.#running.add(timer);
        return timer;
      },
      clearInterval: (timer: number) => {
        this.#running.delete(timer);
        end(timer);
      },
    });
  }

  get running(): number {
    return this.#running.size;
  }

  restore(): void {
    Object.assign(globalThis, this.#original);
  }
}
