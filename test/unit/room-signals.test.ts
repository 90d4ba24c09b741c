import { expect } from '@open-wc/testing';
import type { CallEvent } from '../../src/call/call-event.js';
import { CallStore } from '../../src/call/call-store.js';
import { Outbox } from '../../src/call/outbox.js';
import { reduce } from '../../src/call/reducer.js';
import { RoomSignals } from '../../src/call/room-signals.js';
import { signalText } from '../../src/call/signal.js';
import { FakeClock } from '../support/fake-clock.js';

const UP = signalText({ type: 'hand', raised: true });
/** In ms: newcomers have heard of a raised hand by then. */
const LATEST = 5_000;
const IN_ROOM_WITH_HAND_UP: readonly CallEvent[] = [
  { type: 'configured', user: { id: 'me', name: 'Me' }, devices: [] },
  { type: 'joining', room: 'tea' },
  { type: 'joined' },
  { type: 'hand', userId: 'me', raised: true },
];

describe('a raised hand, when people come', () => {
  let clock: FakeClock;
  let signals: RoomSignals;
  let sent: string[];
  beforeEach(() => {
    clock = new FakeClock();
    sent = [];
    const store = new CallStore();
    store.reduceWith(reduce);
    for (const event of IN_ROOM_WITH_HAND_UP) store.report(event);
    const outbox = new Outbox(1_000);
    outbox.connect(async (text) => void sent.push(text));
    signals = new RoomSignals(store, outbox, clock);
  });

  it('is told once to 200 who come in the same second', async () => {
    for (let person = 0; person < 200; person++) signals.newcomers();
    expect(clock.alarms).to.equal(1);
    await clock.pass(LATEST);
    expect(sent).to.deep.equal([UP]);
  });

  it('is told again to who comes after that', async () => {
    signals.newcomers();
    await clock.pass(LATEST);
    signals.newcomers();
    expect(clock.alarms).to.equal(1);
  });

  it('is told to nobody once the room is left', async () => {
    signals.newcomers();
    signals.newcomers();
    signals.reset();
    expect(clock.alarms).to.equal(0);
    await clock.pass(LATEST);
    expect(sent).to.deep.equal([]);
  });
});
