import { expect } from '@open-wc/testing';
import type { CallEvent } from '../../src/call/call-event.js';
import { CallStore } from '../../src/call/call-store.js';
import { reduce } from '../../src/call/reducer.js';
import { RoomSignals } from '../../src/call/room-signals.js';
import type { User } from '../../src/engine/call-engine.js';
import { FakeClock } from '../support/fake-clock.js';

/** In ms: whoever missed something has heard of it by then. */
const LATEST = 5_000;

const person = (id: string): User => ({ id, name: id });
const ADA = person('ada');
const crowd = (count: number): User[] => Array.from({ length: count }, (_, nth) => person(`p${nth}`));

const IN_ROOM: readonly CallEvent[] = [
  { type: 'configured', user: person('me'), devices: [] },
  { type: 'joining', room: 'tea' },
  { type: 'joined' },
  { type: 'users-added', users: [ADA] },
];

describe('signals of a room', () => {
  let clock: FakeClock;
  let store: CallStore;
  let signals: RoomSignals;
  /** What was sent: the text, and whom it is for. */
  let sent: [string, string][];
  /** How often the state has changed. */
  let changes: number;
  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    store = new CallStore();
    store.reduceWith(reduce);
    for (const event of IN_ROOM) store.report(event);
    changes = 0;
    store.subscribe(() => (changes += 1));
    const room = {
      sendSignal: async (text: string, to?: readonly string[]) =>
        void sent.push([text, to?.join() ?? 'everybody']),
    };
    signals = new RoomSignals(store, () => room, clock);
  });

  const raise = async (raised: boolean): Promise<void> => {
    await signals.raiseHand(raised);
    sent = [];
  };

  describe('when people come while our hand is raised', () => {
    beforeEach(() => raise(true));

    it('tell only those who came, once for all of them', async () => {
      for (const user of crowd(3)) signals.arrived([user]);
      expect(clock.alarms).to.equal(1);
      await clock.pass(LATEST);
      expect(sent).to.deep.equal([['hand up', 'p0,p1,p2']]);
    });

    it('tell 200 who come at once together with everybody else', async () => {
      for (const user of crowd(200)) signals.arrived([user]);
      expect(clock.alarms).to.equal(1);
      await clock.pass(LATEST);
      expect(sent).to.deep.equal([['hand up', 'everybody']]);
    });

    it('tell also those who come after that', async () => {
      signals.arrived([person('ben')]);
      await clock.pass(LATEST);
      signals.arrived([person('cem')]);
      await clock.pass(LATEST);
      expect(sent).to.deep.equal([
        ['hand up', 'ben'],
        ['hand up', 'cem'],
      ]);
    });

    it('tell nobody again who has heard of it meanwhile', async () => {
      signals.arrived([person('ben')]);
      await raise(false);
      await clock.pass(LATEST);
      expect(sent).to.deep.equal([]);
    });

    it('tell nobody once the room is left', async () => {
      signals.arrived([person('ben')]);
      signals.reset();
      expect(clock.alarms).to.equal(0);
      signals.reconnected();
      await clock.pass(LATEST);
      expect(sent, 'of the last call').to.deep.equal([['hand ?', 'everybody']]);
    });
  });

  it('tell newcomers nothing of a hand that is down', async () => {
    await raise(true);
    await raise(false);
    signals.arrived([ADA]);
    await clock.pass(LATEST);
    expect(sent).to.deep.equal([]);
  });

  describe('after a lost connection', () => {
    it('tell our raised hand again, and ask for those of others', async () => {
      await raise(true);
      signals.reconnected();
      signals.reconnected();
      await clock.pass(LATEST);
      expect(sent).to.deep.equal([
        ['hand up', 'everybody'],
        ['hand ?', 'everybody'],
      ]);
    });

    it('ask for the hands of others when ours was never raised', async () => {
      signals.reconnected();
      await clock.pass(LATEST);
      expect(sent).to.deep.equal([['hand ?', 'everybody']]);
    });

    it('answer who asks, also when our hand is down again by then', async () => {
      await raise(true);
      signals.hear(ADA, 'hand ?');
      await clock.pass(LATEST);
      await raise(false);
      signals.hear(person('stranger'), 'hand ?');
      await clock.pass(LATEST);
      expect(sent).to.deep.equal([['hand down', 'stranger']]);
    });

    it('answer nobody when our hand was never raised', async () => {
      signals.hear(ADA, 'hand ?');
      expect(clock.alarms).to.equal(0);
    });
  });

  describe('that come too fast', () => {
    it('change a hand at once, and then only to where it stays', async () => {
      for (let count = 0; count < 1_000; count += 1) signals.hear(ADA, count % 2 ? 'hand down' : 'hand up');
      expect(store.state.hands).to.deep.equal(['ada']);
      expect(changes).to.equal(1);
      await clock.pass(500);
      expect(store.state.hands).to.deep.equal([]);
      await clock.pass(500);
      expect(changes).to.equal(2);
      expect(clock.alarms).to.equal(0);
    });

    it('show a reaction at most twice a second', async () => {
      let shown = 0;
      signals.reactions.subscribe('ada', () => (shown += 1));
      for (let count = 0; count < 1_000; count += 1) signals.hear(ADA, 'react like');
      await clock.pass(500);
      signals.hear(ADA, 'react like');
      expect(shown).to.equal(2);
    });

    it('are answered once', async () => {
      await raise(true);
      for (const user of crowd(1_000)) signals.hear(user, 'hand ?');
      await clock.pass(LATEST);
      expect(sent).to.deep.equal([['hand up', 'everybody']]);
    });
  });

  for (const [what, from] of [
    ['a stranger', person('stranger')],
    ['somebody who claims to be us', person('me')],
  ] as const)
    it(`change nothing when they come from ${what}`, async () => {
      for (const text of ['hand up', 'react like', 'hand down']) signals.hear(from, text);
      await clock.pass(LATEST);
      expect(changes).to.equal(0);
      expect(clock.alarms).to.equal(0);
    });

  for (const text of ['', 'hand', 'hand up now', '{"type":"hand"}', '\u0000', 'react __proto__'])
    it(`change nothing when they say ${JSON.stringify(text)}`, () => {
      signals.hear(ADA, text);
      expect(changes).to.equal(0);
    });
});
