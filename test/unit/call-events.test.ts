import { expect } from '@open-wc/testing';
import { type CallState, INITIAL_STATE } from '../../src/call/call-state.js';
import { freeze } from '../../src/call/freeze.js';
import type { CallEvent } from '../../src/call/call-event.js';
import { reduce } from '../../src/call/reducer.js';
import { type CallEventEntry, eventsBetween } from '../../src/elements/call-events.js';
import { CallError } from '../../src/engine/call-error.js';
import type { StreamInfo, User } from '../../src/engine/call-engine.js';

const me: User = { id: 'me', name: 'Me' };
const ada: User = { id: 'ada', name: 'Ada' };
const ben: User = { id: 'ben', name: 'Ben' };
const error = new CallError('network', 'Of the test');
const stream: StreamInfo = { streamId: 's1', user: ada, source: 'camera', audio: true, video: true };
const here = { room: 'tea', user: 'me' };

const JOINING: CallEvent = { type: 'joining', room: 'tea' };
const JOINED: CallEvent = { type: 'joined' };
const LEFT: CallEvent = { type: 'left', reason: 'left' };

function run(events: readonly CallEvent[], from: CallState): CallState {
  return events.reduce((state, event) => freeze(reduce(state, event)), from);
}

/** What a page hears, event by event, as the states follow each other. */
function heard(events: readonly CallEvent[], from: CallState): CallEventEntry[] {
  let state = from;
  return events.flatMap((event) => {
    const previous = state;
    state = run([event], previous);
    return eventsBetween(previous, state);
  });
}

function names(entries: readonly CallEventEntry[]): string[] {
  return entries.map(([name, detail]) => (name === 'zego-state' ? `${name} ${detail.state}` : name));
}

const idle = run([{ type: 'configured', user: me, devices: [] }], INITIAL_STATE);
const joining = run([JOINING], idle);
const joined = run([JOINED], joining);
const lively = run(
  [
    { type: 'users-added', users: [ada, ben] },
    { type: 'streams-added', streams: [stream] },
  ],
  joined,
);

describe('the events between two states', () => {
  it('are none between a state and itself, nor for what no event tells', () => {
    expect(eventsBetween(lively, lively)).to.deep.equal([]);
    expect(
      eventsBetween(lively, { ...lively, userCount: 7, participants: [...lively.participants] }),
    ).to.deep.equal([]);
  });

  it('tell of joining, being in the room, and leaving it', () => {
    expect(heard([JOINING, JOINED, LEFT], idle)).to.deep.equal([
      ['zego-state', { state: 'joining', previous: 'idle' }],
      ['zego-state', { state: 'joined', previous: 'joining' }],
      ['zego-joined', here],
      ['zego-state', { state: 'ended', previous: 'joined' }],
      ['zego-left', { ...here, reason: 'left' }],
    ]);
  });

  for (const reason of ['removed', 'duplicate-login', 'token-expired', 'network-lost', 'failed'] as const)
    it(`tell of a call that ended by itself: ${reason}`, () => {
      expect(heard([{ type: 'left', reason, error }], joined)).to.deep.equal([
        ['zego-state', { state: 'ended', previous: 'joined' }],
        ['zego-left', { ...here, reason, error }],
        ['zego-error', { error }],
      ]);
    });

  it('tell of no leaving to who never came in', () => {
    expect(names(heard([LEFT], joining))).to.deep.equal(['zego-state ended']);
    expect(heard([{ type: 'join-failed', error }], joining)).to.deep.equal([
      ['zego-state', { state: 'failed', previous: 'joining' }],
      ['zego-error', { error }],
    ]);
  });

  it('tell of reconnecting without another joining, and of leaving from there', () => {
    const events: CallEvent[] = [
      { type: 'connection', status: 'reconnecting' },
      { type: 'connection', status: 'reconnected' },
      { type: 'connection', status: 'reconnecting' },
      LEFT,
    ];
    expect(names(heard(events, joined))).to.deep.equal([
      'zego-state reconnecting',
      'zego-state joined',
      'zego-state reconnecting',
      'zego-state ended',
      'zego-left',
    ]);
  });

  it('tell of the room that was left, though the next one is set already', () => {
    const ended = run([LEFT], joined);
    const [, left] = eventsBetween(joined, ended);
    expect(left).to.deep.equal(['zego-left', { ...here, reason: 'left' }]);
    expect(eventsBetween(ended, run([{ type: 'joining', room: 'cake' }], ended))).to.deep.equal([
      ['zego-state', { state: 'joining', previous: 'ended' }],
    ]);
  });

  it('tell of people before their streams, and of streams that go before their people', () => {
    expect(eventsBetween(joined, lively)).to.deep.equal([
      ['zego-participant-joined', { participant: lively.participants[0] }],
      ['zego-participant-joined', { participant: lively.participants[1] }],
      ['zego-stream-added', { stream: lively.participants[0]?.streams[0] }],
    ]);
    expect(eventsBetween(lively, joined)).to.deep.equal([
      ['zego-stream-removed', { stream: lively.participants[0]?.streams[0] }],
      ['zego-participant-left', { participant: lively.participants[0] }],
      ['zego-participant-left', { participant: lively.participants[1] }],
    ]);
  });

  it('tell once of a person whose streams and devices change', () => {
    const events: CallEvent[] = [
      { type: 'users-added', users: [ada] },
      { type: 'streams-added', streams: [stream] },
      { type: 'remote-device', streamId: 's1', kind: 'audio', on: false },
      { type: 'quality', userId: 'ada', up: 2, down: 2 },
      { type: 'users-added', users: [ada] },
      { type: 'streams-added', streams: [stream] },
      { type: 'streams-removed', streamIds: ['s1'] },
      { type: 'users-removed', userIds: ['ada'] },
    ];
    expect(names(heard(events, joined))).to.deep.equal([
      'zego-participant-joined',
      'zego-stream-added',
      'zego-stream-removed',
      'zego-participant-left',
    ]);
  });

  it('tell who speaks, and that nobody does any more, also when they go', () => {
    const speak = (userId: string | null): CallEvent => ({ type: 'active-speaker', userId });
    const speaker = (events: CallEvent[]) =>
      heard(events, lively).flatMap(([name, detail]) =>
        name === 'zego-active-speaker' ? [detail.participant && detail.participant.user.id] : [],
      );
    expect(speaker([speak('ada'), speak('ada'), speak(null)])).to.deep.equal(['ada', null]);
    expect(speaker([speak('ada'), { type: 'users-removed', userIds: ['ada'] }])).to.deep.equal(['ada', null]);
    expect(speaker([speak('ada'), LEFT])).to.deep.equal(['ada', null]);
  });

  it('tell of everybody who is lost with the call, after it ended', () => {
    expect(names(heard([LEFT], lively))).to.deep.equal([
      'zego-state ended',
      'zego-left',
      'zego-stream-removed',
      'zego-participant-left',
      'zego-participant-left',
    ]);
  });

  it('tell of each message once, our own included, also when old ones are forgotten', () => {
    const message = (id: string) => ({ id, from: ada, text: id, kind: 'reliable', sentAt: 1 }) as const;
    const own = { ...message('own'), own: true, delivery: 'sending' } as const;
    const sent = heard(
      [
        { type: 'message-sending', message: own },
        { type: 'message-delivery', id: 'own', delivery: 'sent' },
        { type: 'message', message: message('m1') },
        { type: 'message', message: message('m1') },
      ],
      joined,
    );
    expect(sent).to.deep.equal([
      ['zego-message', { message: own }],
      ['zego-message', { message: { ...message('m1'), own: false, delivery: 'sent' } }],
    ]);
    const many = Array.from({ length: 502 }, (_, index): CallEvent => {
      return { type: 'message', message: message(`m${index}`) };
    });
    expect(heard(many, joined)).to.have.length(502);
  });

  it('tell of each problem once, whether it ends the call or not', () => {
    const other = new CallError('device-lost', 'Of the test');
    const events: CallEvent[] = [
      { type: 'notice', error },
      { type: 'notice', error },
      { type: 'publication-ended', streamId: 'mine', source: 'camera', error: other },
      { type: 'notice', error: null },
      { type: 'left', reason: 'network-lost', error: other },
    ];
    const errors = heard(events, joined).filter(([name]) => name === 'zego-error');
    expect(errors).to.deep.equal([
      ['zego-error', { error }],
      ['zego-error', { error: other }],
      ['zego-error', { error: other }],
    ]);
  });

  it('tell of a problem once that is a notice and then ends the call', () => {
    const noticed = run([{ type: 'notice', error }], joined);
    expect(names(heard([{ type: 'left', reason: 'failed', error }], noticed))).to.deep.equal([
      'zego-state ended',
      'zego-left',
    ]);
  });

  it('tell of what ended the call no more when something else changes after it', () => {
    const renamed: CallEvent = { type: 'configured', user: { id: 'me', name: 'Max' }, devices: [] };
    const failed = run([{ type: 'join-failed', error }], joining);
    const ended = run([{ type: 'left', reason: 'failed', error }], joined);
    for (const over of [failed, ended]) {
      expect(run([renamed], over), 'the state changes').to.not.equal(over);
      expect(heard([renamed], over)).to.deep.equal([]);
    }
  });

  it('tell of each refused join, though the state stays failed', () => {
    const again = new CallError('invalid-config', 'room is missing', { attribute: 'room' });
    const failed = run([{ type: 'join-failed', error }], joining);
    expect(heard([{ type: 'join-failed', error: again }], failed)).to.deep.equal([
      ['zego-error', { error: again }],
    ]);
  });
});
