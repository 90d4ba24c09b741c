import { expect } from '@open-wc/testing';
import type { Reported } from '../../src/engine/zego/sdk-values.js';
import { RoomEvents } from '../../src/engine/zego/zego-events.js';

type SdkEvent = readonly [name: string, ...args: unknown[]];

const ADA = { userID: 'ada', userName: 'Ada' };
const ME = { userID: 'me', userName: 'Me' };
const CAMERA = { streamID: 'a1', user: ADA, extraInfo: '' };
const SCREEN = { streamID: 'a2', user: ADA, extraInfo: '{"s":"screen","a":0,"v":1}' };
const ADD_CAMERA: SdkEvent = ['roomStreamUpdate', 'r', 'ADD', [CAMERA], ''];
const DELETE_CAMERA: SdkEvent = ['roomStreamUpdate', 'r', 'DELETE', [CAMERA], '{}'];
const ADD_ADA: SdkEvent = ['roomUserUpdate', 'r', 'ADD', [ADA]];
const ADA_CAMERA = {
  streamId: 'a1',
  user: { id: 'ada', name: 'Ada' },
  source: 'camera',
  audio: true,
  video: true,
};

/** What the last of the events comes to, in room `r`, for user `me`. */
function heard(...events: SdkEvent[]): Reported {
  const { listeners } = new RoomEvents('r', 'me', () => true);
  let last: Reported = [];
  for (const [name, ...args] of events) last = listeners[name]!(...args);
  return last;
}

function state(reason: unknown, code: unknown = 0): SdkEvent {
  return ['roomStateChanged', 'r', reason, code, ''];
}

function said(...entries: unknown[]): SdkEvent {
  return ['IMRecvBroadcastMessage', 'r', entries];
}

const TRANSLATIONS: readonly [name: string, events: readonly SdkEvent[], expected: readonly object[]][] = [
  [
    'a user enters',
    [['roomUserUpdate', 'r', 'ADD', [ADA]]],
    [{ type: 'users-added', users: [{ id: 'ada', name: 'Ada' }] }],
  ],
  [
    'a user without a name',
    [['roomUserUpdate', 'r', 'ADD', [{ userID: 'x' }]]],
    [{ type: 'users-added', users: [{ id: 'x', name: 'x' }] }],
  ],
  [
    'a user twice',
    [
      ['roomUserUpdate', 'r', 'ADD', [ADA]],
      ['roomUserUpdate', 'r', 'ADD', [ADA]],
    ],
    [],
  ],
  ['the own user', [['roomUserUpdate', 'r', 'ADD', [ME]]], []],
  [
    'a user leaves',
    [
      ['roomUserUpdate', 'r', 'ADD', [ADA]],
      ['roomUserUpdate', 'r', 'DELETE', [ADA]],
    ],
    [{ type: 'users-removed', userIds: ['ada'] }],
  ],
  ['an unknown user leaves', [['roomUserUpdate', 'r', 'DELETE', [ADA]]], []],
  ['the count', [['roomOnlineUserCountUpdate', 'r', 3]], [{ type: 'user-count', count: 3 }]],
  ['a count of nothing', [['roomOnlineUserCountUpdate', 'r', -1]], []],
  [
    'a crowd, of which nobody tells for certain who is still there',
    [ADD_ADA, ['roomOnlineUserCountUpdate', 'r', 501]],
    [
      { type: 'user-count', count: 501 },
      { type: 'users-removed', userIds: ['ada'] },
    ],
  ],
  [
    'a crowd, with somebody who sends',
    [ADD_ADA, ADD_CAMERA, ['roomOnlineUserCountUpdate', 'r', 501]],
    [{ type: 'user-count', count: 501 }],
  ],
  [
    'somebody in a crowd, who sends no longer',
    [ADD_ADA, ADD_CAMERA, ['roomOnlineUserCountUpdate', 'r', 501], DELETE_CAMERA],
    [
      { type: 'streams-removed', streamIds: ['a1'] },
      { type: 'users-removed', userIds: ['ada'] },
    ],
  ],
  ['somebody who enters a crowd', [['roomOnlineUserCountUpdate', 'r', 501], ADD_ADA], []],
  [
    'somebody who enters when the crowd has gone',
    [['roomOnlineUserCountUpdate', 'r', 501], ['roomOnlineUserCountUpdate', 'r', 500], ADD_ADA],
    [{ type: 'users-added', users: [{ id: 'ada', name: 'Ada' }] }],
  ],
  ['a stream without a note', [ADD_CAMERA], [{ type: 'streams-added', streams: [ADA_CAMERA] }]],
  [
    'a stream with a note',
    [['roomStreamUpdate', 'r', 'ADD', [SCREEN], '']],
    [{ type: 'streams-added', streams: [{ ...ADA_CAMERA, streamId: 'a2', source: 'screen', audio: false }] }],
  ],
  [
    'a stream with a foreign note',
    [['roomStreamUpdate', 'r', 'ADD', [{ ...CAMERA, extraInfo: '{"role":"host"}' }]]],
    [{ type: 'streams-added', streams: [ADA_CAMERA] }],
  ],
  [
    'a stream with a broken note',
    [['roomStreamUpdate', 'r', 'ADD', [{ ...CAMERA, extraInfo: '{"s":' }]]],
    [{ type: 'streams-added', streams: [ADA_CAMERA] }],
  ],
  ['a stream twice', [ADD_CAMERA, ADD_CAMERA], []],
  [
    'a stream again, muted meanwhile',
    [ADD_CAMERA, ['roomStreamUpdate', 'r', 'ADD', [{ ...CAMERA, extraInfo: '{"s":"camera","a":1,"v":0}' }]]],
    [{ type: 'remote-device', streamId: 'a1', kind: 'video', on: false }],
  ],
  ['an own stream', [['roomStreamUpdate', 'r', 'ADD', [{ ...CAMERA, user: ME }]]], []],
  ['a stream goes', [ADD_CAMERA, DELETE_CAMERA], [{ type: 'streams-removed', streamIds: ['a1'] }]],
  [
    'a deleted stream without a user',
    [ADD_CAMERA, ['roomStreamUpdate', 'r', 'DELETE', [{ streamID: 'a1' }]]],
    [{ type: 'streams-removed', streamIds: ['a1'] }],
  ],
  ['an unknown stream goes', [['roomStreamUpdate', 'r', 'DELETE', [CAMERA]]], []],
  [
    'a new note',
    [ADD_CAMERA, ['streamExtraInfoUpdate', 'r', [{ ...CAMERA, extraInfo: '{"s":"camera","a":0,"v":1}' }]]],
    [{ type: 'remote-device', streamId: 'a1', kind: 'audio', on: false }],
  ],
  [
    'a note of a kit about one device, which leaves the other as it was',
    [
      ADD_CAMERA,
      ['streamExtraInfoUpdate', 'r', [{ ...CAMERA, extraInfo: '{"isMicrophoneOn":false}' }]],
      ['streamExtraInfoUpdate', 'r', [{ ...CAMERA, extraInfo: '{"isCameraOn":false}' }]],
    ],
    [{ type: 'remote-device', streamId: 'a1', kind: 'video', on: false }],
  ],
  ['a note of an unknown stream', [['streamExtraInfoUpdate', 'r', [SCREEN]]], []],
  [
    'a camera off',
    [ADD_CAMERA, ['remoteCameraStatusUpdate', 'a1', 'MUTE']],
    [{ type: 'remote-device', streamId: 'a1', kind: 'video', on: false }],
  ],
  ['a camera on that was on', [ADD_CAMERA, ['remoteCameraStatusUpdate', 'a1', 'OPEN']], []],
  [
    'a microphone off',
    [ADD_CAMERA, ['remoteMicStatusUpdate', 'a1', 'MUTE']],
    [{ type: 'remote-device', streamId: 'a1', kind: 'audio', on: false }],
  ],
  [
    'a microphone off, twice',
    [ADD_CAMERA, ['remoteMicStatusUpdate', 'a1', 'MUTE'], ['remoteMicStatusUpdate', 'a1', 'MUTE']],
    [],
  ],
  ['a device of an unknown stream', [['remoteMicStatusUpdate', 'a1', 'MUTE']], []],
  [
    'publishing',
    [['publisherStateUpdate', { streamID: 'm', state: 'PUBLISHING', errorCode: 0 }]],
    [{ type: 'publish-state', streamId: 'm', state: 'publishing' }],
  ],
  [
    'a first request to publish',
    [['publisherStateUpdate', { streamID: 'm', state: 'PUBLISH_REQUESTING', errorCode: 0 }]],
    [],
  ],
  [
    'playing',
    [['playerStateUpdate', { streamID: 'a1', state: 'PLAYING', errorCode: 0 }]],
    [{ type: 'play-state', streamId: 'a1', state: 'playing' }],
  ],
  [
    'a play that was stopped',
    [['playerStateUpdate', { streamID: 'a1', state: 'NO_PLAY', errorCode: 0 }]],
    [],
  ],
  [
    'a play that looks for its stream again',
    [ADD_CAMERA, ['playerStateUpdate', { streamID: 'a1', state: 'PLAY_REQUESTING', errorCode: 0 }]],
    [],
  ],
  [
    'quality of somebody',
    [['networkQuality', 'ada', 2, 4]],
    [{ type: 'quality', userId: 'ada', up: 2, down: 4 }],
  ],
  [
    'quality of my own',
    [['networkQuality', '', 0, -1]],
    [{ type: 'quality', userId: 'me', up: 0, down: -1 }],
  ],
  [
    'quality beyond the scale',
    [['networkQuality', 'ada', 7, undefined]],
    [{ type: 'quality', userId: 'ada', up: -1, down: -1 }],
  ],
  [
    'a message',
    [said({ fromUser: ADA, message: 'hi', sendTime: 5, messageID: 9 })],
    [
      {
        type: 'message',
        message: {
          id: 'reliable-9',
          from: { id: 'ada', name: 'Ada' },
          text: 'hi',
          kind: 'reliable',
          sentAt: 5,
        },
      },
    ],
  ],
  [
    'a barrage message',
    [['IMRecvBarrageMessage', 'r', [{ fromUser: ADA, message: 'hi', sendTime: 5, messageID: 'x' }]]],
    [
      {
        type: 'message',
        message: {
          id: 'barrage-x',
          from: { id: 'ada', name: 'Ada' },
          text: 'hi',
          kind: 'barrage',
          sentAt: 5,
        },
      },
    ],
  ],
  ['an own message', [said({ fromUser: ME, message: 'hi', sendTime: 5, messageID: 9 })], []],
  ['a token that ends', [['tokenWillExpire', 'r']], [{ type: 'token-expiring' }]],
  ['a lost connection', [state('RECONNECTING', 1000017)], [{ type: 'connection', status: 'reconnecting' }]],
  ['a lost connection, twice', [state('RECONNECTING', 1000017), state('RECONNECTING', 1000017)], []],
  [
    'a connection that is back',
    [state('RECONNECTING', 1000017), state('RECONNECTED')],
    [{ type: 'connection', status: 'reconnected' }],
  ],
  [
    'a connection that is back by a login',
    [state('RECONNECTING', 1000017), state('LOGINED')],
    [{ type: 'connection', status: 'reconnected' }],
  ],
  ['a connection that was never lost', [state('RECONNECTED')], []],
  ['LOGINING', [state('LOGINING')], []],
  ['LOGINED', [state('LOGINED')], []],
  ['LOGOUT of the stay before', [state('LOGINING'), state('LOGOUT')], []],
  ['LOGOUT_FAILED', [state('LOGOUT_FAILED', 1)], []],
];

/** By itself, after entering. */
const ENDS: readonly [state: SdkEvent, reason: string, code: string][] = [
  [state('LOGIN_FAILED', 1002034), 'room-full', 'room-full'],
  [state('LOGIN_FAILED', 1102016), 'token-expired', 'token-invalid'],
  [state('RECONNECT_FAILED', 1002053), 'network-lost', 'network'],
  [state('RECONNECT_FAILED', undefined), 'network-lost', 'network'],
  [state('RECONNECT_FAILED', 1002078), 'token-expired', 'token-expired'],
  [state('KICKOUT', 1002050), 'duplicate-login', 'duplicate-login'],
  [state('KICKOUT', 1002055), 'removed', 'removed'],
  [state('KICKOUT', 42), 'removed', 'removed'],
  [state('KICKOUT', 1002066), 'removed', 'removed'],
  [state('KICKOUT', 1002086), 'duplicate-login', 'duplicate-login'],
  [state('KICKOUT', 1102018), 'token-expired', 'token-expired'],
  [state('LOGIN_FAILED', 1002031), 'network-lost', 'timeout'],
  [state('LOGIN_FAILED', 1001004), 'failed', 'invalid-config'],
  [state('LOGOUT'), 'failed', 'engine'],
];

const GARBAGE: readonly (readonly unknown[])[] = [
  [],
  [undefined, undefined, undefined, undefined],
  ['r'],
  ['r', null, null],
  ['r', 'ADD'],
  ['r', 'ADD', null],
  ['r', 'ADD', 'list'],
  [
    'r',
    'ADD',
    [null, 1, 'x', {}, { streamID: 1 }, { userID: '' }, { streamID: 'x' }, { user: null, streamID: 'x' }],
  ],
  ['r', 'DELETE', [null, {}, { streamID: 5 }]],
  ['r', 'MOVED', [ADA]],
  ['r', [null, {}, { message: 1 }, { message: 'x' }, { fromUser: {}, message: 'x' }]],
  ['r', [{ streamID: 'x', extraInfo: 5 }, { extraInfo: '[]' }, { streamID: 'x', extraInfo: 'null' }]],
  [{}],
  [null],
  [{ streamID: 'x', state: 'DANCING', errorCode: 'x' }],
  [{ state: 'PUBLISHING' }],
  [[{ streamID: 'x', soundLevel: NaN }, { soundLevel: 4 }, null]],
  ['other', 'ADD', [ADA]],
  ['other', 'KICKOUT', 1002050, ''],
  ['r', Symbol('reason'), 0, ''],
];

describe('events of the ZEGO SDK', () => {
  for (const [name, events, expected] of TRANSLATIONS) {
    it(name, () => {
      expect(heard(...events)).to.deep.equal(expected);
    });
  }

  for (const [event, reason, code] of ENDS) {
    it(`${String(event[2])} ${String(event[3])} → ${reason}`, () => {
      const [ended, ...others] = heard(state('LOGINED'), event);
      expect(others).to.deep.equal([]);
      if (ended?.type !== 'ended') throw new Error('It did not end');
      expect([ended.reason, ended.error.code]).to.deep.equal([reason, code]);
    });
  }

  it('retries to publish and to play, and gives up', () => {
    const [retrying] = heard([
      'publisherStateUpdate',
      { streamID: 'm', state: 'PUBLISH_REQUESTING', errorCode: 1103028 },
    ]);
    expect(retrying).to.include({ type: 'publish-state', state: 'retrying' });
    const [over] = heard([
      'publisherStateUpdate',
      { streamID: 'm', state: 'NO_PUBLISH', errorCode: 1003028 },
    ]);
    expect(over?.type === 'publication-ended' && over.error.code).to.equal('stream-conflict');
    const [again] = heard([
      'playerStateUpdate',
      { streamID: 'a1', state: 'PLAY_REQUESTING', errorCode: 1104028 },
    ]);
    expect(again?.type === 'play-state' && again.error?.code).to.equal('network');
    const [failed] = heard(['playerStateUpdate', { streamID: 'a1', state: 'NO_PLAY', errorCode: 1004025 }]);
    expect(failed?.type === 'play-state' && failed.error?.code).to.equal('forbidden');
    // The SDK has not found the stream for 300 s, but it may still be in the room.
    for (const errorCode of [1104039, 1004002]) {
      const gone = heard(ADD_CAMERA, ['playerStateUpdate', { streamID: 'a1', state: 'NO_PLAY', errorCode }]);
      expect(gone.map((event) => event.type === 'play-state' && event.state)).to.deep.equal(['failed']);
    }
  });

  it('scales levels, of streams it knows', () => {
    const levels = [
      { streamID: 'a1', soundLevel: 50, type: 'pull' },
      { streamID: 'mine', soundLevel: 90, type: 'push' },
    ];
    const [event] = heard(ADD_CAMERA, ['soundLevelUpdate', levels]);
    expect(event?.type === 'levels' && [...event.levels]).to.deep.equal([['a1', 0.5]]);
  });

  it('gives messages without a number an ID of their own', () => {
    const entry = { fromUser: ADA, message: 'hi' };
    const ids = heard(said(entry, entry)).map((event) => event.type === 'message' && event.message.id);
    expect(new Set(ids).size).to.equal(2);
  });

  for (const name of Object.keys(new RoomEvents('r', 'me', () => true).listeners)) {
    it(`makes nothing of garbage in ${name}`, () => {
      const { listeners } = new RoomEvents('r', 'me', () => true);
      const meant = GARBAGE.flatMap((args) => listeners[name]!(...args));
      // A first argument that is the right room, or a stream, is all that these need.
      const garbage = meant.filter(({ type }) => !['token-expiring', 'quality', 'stats'].includes(type));
      expect(garbage).to.deep.equal([]);
    });
  }
});
