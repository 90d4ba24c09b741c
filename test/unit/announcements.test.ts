import { expect } from '@open-wc/testing';
import type { CallEvent } from '../../src/call/call-event.js';
import { type CallState, INITIAL_STATE } from '../../src/call/call-state.js';
import { reduce } from '../../src/call/reducer.js';
import { CallError } from '../../src/engine/call-error.js';
import type { StreamInfo, User } from '../../src/engine/call-engine.js';
import { announcementsBetween } from '../../src/ui/announcements.js';
import { Texts } from '../../src/ui/texts.js';

const texts = new Texts();
const me: User = { id: 'me', name: 'Me' };
const [ada, ben, eve, dan] = ['Ada', 'Ben', 'Eve', 'Dan'].map((name) => ({
  id: name.toLowerCase(),
  name,
})) as [User, User, User, User];
const lost = new CallError('device-lost', 'gone', { device: 'camera' });

function run(events: readonly CallEvent[], from: CallState): CallState {
  return events.reduce((state, event) => reduce(state, event), from);
}

function message(id: string, text: string, from = ada): CallEvent {
  return { type: 'message', message: { id, from, text, kind: 'reliable', sentAt: 0 } };
}

const joining = run(
  [
    { type: 'configured', user: me, devices: ['microphone', 'camera', 'screen'] },
    { type: 'joining', room: 'tea' },
  ],
  INITIAL_STATE,
);
const joined = run([{ type: 'joined' }], joining);
const withAda = run([{ type: 'users-added', users: [ada] }], joined);
const withAll = run([{ type: 'users-added', users: [ben, eve] }], withAda);
const on = { status: 'on' } as const;
const off = { status: 'off' } as const;
const turningOff = { status: 'pending', turning: 'off' } as const;
const turningOn = { status: 'pending', turning: 'on' } as const;

function handOf({ id: userId }: User, raised: boolean): CallEvent {
  return { type: 'hand', userId, raised };
}

const adaShares = run([{ type: 'streams-added', streams: [screenOf(ada)] }], withAll);

function cameraOf(user: User, audio: boolean): StreamInfo {
  return { streamId: `${user.id}-camera`, user, source: 'camera', audio, video: true };
}

function sending(users: readonly User[], audio: boolean): CallState {
  return run([{ type: 'streams-added', streams: users.map((user) => cameraOf(user, audio)) }], crowd);
}

const crowd = run([{ type: 'users-added', users: [dan] }], withAll);
const [adaSpeaks, adaIsMuted] = [true, false].map((audio) => sending([ada], audio)) as [CallState, CallState];
const [allSpeak, allAreMuted] = [true, false].map((audio) => sending([ada, ben, eve, dan], audio)) as [
  CallState,
  CallState,
];

function screenOf(user: User): StreamInfo {
  return { streamId: `${user.id}-screen`, user, source: 'screen', audio: false, video: true };
}

function withSelf(change: Partial<CallState['self']>, state = joined): CallState {
  return { ...state, self: { ...state.self, ...change } };
}

describe('what is announced between two states', () => {
  const rows: readonly (readonly [string, CallState, CallState, readonly string[]])[] = [
    ['nothing while nothing changes', withAll, withAll, []],
    ['nothing before the room', INITIAL_STATE, joining, []],
    ['nothing after it: the lobby tells', joined, run([{ type: 'left', reason: 'left' }], joined), []],
    ['being in, alone', joining, joined, ['You are in the call, and the only one here.']],
    ['being in, with others', joining, withAll, ['You are in the call. 3 other people are here.']],
    ['one who comes', joined, withAda, ['Ada joined']],
    ['several who come', joined, withAll, ['3 people joined']],
    ['one who goes', withAda, joined, ['Ada left']],
    ['several who go', withAll, withAda, ['2 people left']],
    ['a hand that goes up', withAll, run([handOf(ben, true)], withAll), ['Ben: Hand raised']],
    ['nothing of one that goes down', run([handOf(ben, true)], withAll), withAll, []],
    ['nothing of my own hand', withAll, run([handOf(me, true)], withAll), []],
    ['a screen that somebody shares', withAll, adaShares, ['Ada: Sharing the screen']],
    ['nothing of one that is shared no more', adaShares, withAll, []],
    ['somebody who mutes', adaSpeaks, adaIsMuted, ['Ada: Microphone muted']],
    ['somebody who is heard again', adaIsMuted, adaSpeaks, ['Ada: Microphone on']],
    ['nothing of how somebody begins', crowd, adaIsMuted, []],
    ['nothing of a whole room that is muted', allSpeak, allAreMuted, []],
    ['a muted microphone', withSelf({ microphone: on }), withSelf({ microphone: off }), ['Microphone muted']],
    ['a microphone on again', withSelf({ microphone: off }), withSelf({ microphone: on }), ['Microphone on']],
    ['nothing of what is only asked for', withSelf({ camera: on }), withSelf({ camera: turningOff }), []],
    [
      'what was asked for and is confirmed',
      withSelf({ camera: turningOff }),
      withSelf({ camera: off }),
      ['Camera off'],
    ],
    ['nothing of what was given up', withSelf({ camera: turningOn }), withSelf({ camera: off }), []],
    ['a shared screen', withSelf({ screen: off }), withSelf({ screen: on }), ['You are sharing your screen']],
    [
      'a lost connection',
      joined,
      run([{ type: 'connection', status: 'reconnecting' }], joined),
      ['Connection lost. Reconnecting…'],
    ],
    [
      'one that is back',
      run([{ type: 'connection', status: 'reconnecting' }], joined),
      joined,
      ['Connected again.'],
    ],
    [
      'a problem',
      joined,
      { ...joined, notice: lost },
      ['Your camera was unplugged. Plug it in again, or choose another one.'],
    ],
    ['a problem once', { ...joined, notice: lost }, { ...withAda, notice: lost }, ['Ada joined']],
    ['no quality', joined, withSelf({ quality: { up: 4, down: 4 } }), []],
    ['a message', joined, run([message('1', 'Hello\nyou')], joined), ['Message from Ada: Hello you']],
    ['messages', joined, run([message('1', 'a'), message('2', 'b')], joined), ['2 new messages']],
    [
      'no message that an open chat has shown',
      joined,
      { ...run([message('1', 'a')], joined), unread: 0 },
      [],
    ],
  ];
  for (const [what, previous, next, expected] of rows)
    it(`is ${what}`, () => {
      expect(announcementsBetween(previous, next, texts)).to.deep.equal(expected);
    });

  it('reads only the beginning of a long message, and whole words of it', () => {
    const [told] = announcementsBetween(joined, run([message('1', 'lorem '.repeat(60))], joined), texts);
    expect(told).to.match(/^Message from Ada: (lorem )+lorem…$/);
    expect(told?.length).to.be.lessThan(150);
  });
});

describe('what is said while the engine sends our streams again', () => {
  const sent = run([{ type: 'device', device: 'microphone', state: on }], withAda);
  const stream = (source: 'camera' | 'screen'): CallEvent => {
    return { type: 'publish-state', streamId: source, source, state: 'retrying' };
  };
  const told = (source: 'camera' | 'screen', from: CallState): string[] =>
    announcementsBetween(from, run([stream(source)], from), texts);

  it('names the picture and sound, or the screen', () => {
    expect(told('camera', sent).join()).to.include('your picture and sound');
    expect(told('screen', sent)).to.deep.equal(['Others do not get your screen just now. Trying again…']);
  });

  it('is nothing of devices that are off', () => {
    expect(told('camera', withAda)).to.deep.equal([]);
  });
});
