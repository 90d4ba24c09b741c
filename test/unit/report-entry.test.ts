import { expect } from '@open-wc/testing';
import type { CallEvent } from '../../src/call/call-event.js';
import { NO_CHOICES } from '../../src/call/call-state.js';
import { entryOf } from '../../src/call/report-entry.js';
import type { Message, StreamInfo, User } from '../../src/engine/call-engine.js';
import { CallError } from '../../src/engine/call-error.js';

const SECRET = 'nobody else’s business';
const ada: User = { id: 'ada', name: SECRET };
const stream: StreamInfo = { streamId: 's1', user: ada, source: 'screen', audio: false, video: true };
const message: Message = { id: 'm1', from: ada, text: SECRET, kind: 'reliable', sentAt: 1 };
const failure = new CallError('network', SECRET, { engineCode: 1002001, cause: SECRET });
const error = { code: 'network', engineCode: 1002001 };
const refusal = new CallError('invalid-config', SECRET, { attribute: 'room' });
const denial = new CallError('permission-denied', SECRET, { device: 'camera', reason: 'denied' });
const option = { id: SECRET, label: SECRET, facing: null };

const SAID: readonly (readonly [event: CallEvent, entry: object])[] = [
  [{ type: 'joining', room: 'tea' }, { room: 'tea' }],
  [{ type: 'engine', version: '3.12.0' }, { version: '3.12.0' }],
  [{ type: 'joined' }, {}],
  [{ type: 'join-failed', error: refusal }, { error: { code: 'invalid-config', attribute: 'room' } }],
  [{ type: 'connection', status: 'reconnecting' }, { status: 'reconnecting' }],
  [{ type: 'token-expiring' }, {}],
  [{ type: 'left', reason: 'left' }, { reason: 'left' }],
  [
    { type: 'left', reason: 'network-lost', error: failure },
    { reason: 'network-lost', error },
  ],
  [
    { type: 'notice', error: denial },
    { error: { code: 'permission-denied', device: 'camera', reason: 'denied' } },
  ],
  [
    { type: 'device', device: 'camera', state: { status: 'on' } },
    { device: 'camera', status: 'on' },
  ],
  [
    { type: 'device', device: 'camera', state: { status: 'pending', turning: 'off' } },
    { device: 'camera', status: 'pending', turning: 'off' },
  ],
  [
    { type: 'device', device: 'screen', state: { status: 'failed', error: failure } },
    { device: 'screen', status: 'failed', error },
  ],
  [{ type: 'effects', effects: { lowLight: true } }, { effects: { lowLight: true } }],
  [
    { type: 'effects', effects: { background: { image: 'https://example.org/me.jpg' } } },
    { effects: { background: 'image' } },
  ],
  [
    { type: 'effects-off', streamId: 's1', error: failure },
    { streamId: 's1', error },
  ],
  [
    { type: 'publish-state', streamId: 's1', source: 'camera', state: 'publishing' },
    { streamId: 's1', state: 'publishing' },
  ],
  [
    { type: 'publish-state', streamId: 's1', source: 'camera', state: 'retrying', error: failure },
    { streamId: 's1', state: 'retrying', error },
  ],
  [
    { type: 'publication-ended', streamId: 's1', source: 'camera', error: failure },
    { streamId: 's1', error },
  ],
  [{ type: 'users-added', users: [ada] }, { userIds: ['ada'] }],
  [{ type: 'users-removed', userIds: ['ada'] }, { userIds: ['ada'] }],
  [
    { type: 'streams-added', streams: [stream] },
    { streams: [{ streamId: 's1', userId: 'ada', source: 'screen', audio: false, video: true }] },
  ],
  [{ type: 'streams-removed', streamIds: ['s1'] }, { streamIds: ['s1'] }],
  [
    { type: 'remote-device', streamId: 's1', kind: 'video', on: false },
    { streamId: 's1', kind: 'video', on: false },
  ],
  [
    { type: 'play-state', streamId: 's1', state: 'playing' },
    { streamId: 's1', state: 'playing' },
  ],
  [{ type: 'stream-media', streamId: 's1', media: new MediaStream() }, { streamId: 's1' }],
  [
    { type: 'quality', userId: 'ada', up: 1, down: 4 },
    { userId: 'ada', up: 1, down: 4 },
  ],
];

const UNSAID: readonly CallEvent[] = [
  { type: 'configured', user: ada, devices: ['camera'] },
  { type: 'notice', error: null },
  { type: 'user-count', count: 3 },
  { type: 'active-speaker', userId: 'ada' },
  { type: 'layers', layers: new Map([['s1', 'low']]) },
  { type: 'picture', picture: new MediaStream() },
  { type: 'devices', devices: { ...NO_CHOICES, camera: { options: [option], chosen: SECRET } } },
  { type: 'offer', offer: { kind: 'camera', device: option } },
  { type: 'message', message },
  { type: 'message-sending', message: { ...message, own: true, delivery: 'sending' } },
  { type: 'message-delivery', id: 'm1', delivery: 'sent' },
  { type: 'messages-read' },
];

describe('the entry of a report', () => {
  for (const [event, entry] of SAID) {
    it(`of ${event.type} says ${JSON.stringify(entry)}, and nothing else`, () => {
      expect(entryOf(event)).to.deep.equal({ type: event.type, ...entry });
    });
  }

  for (const play of ['pending', 'retrying', 'failed'] as const) {
    it(`of a stream that stopped and is ${play} says that as its state`, () => {
      const stopped = { type: 'stream-stopped', streamId: 's1', play } as const;
      const said = { type: 'play-state', streamId: 's1', state: play };
      expect(entryOf({ ...stopped, problem: null })).to.deep.equal(said);
      expect(entryOf({ ...stopped, problem: failure })).to.deep.equal({ ...said, error });
    });
  }

  for (const event of UNSAID) {
    it(`is none for ${event.type}`, () => {
      expect(entryOf(event)).to.equal(null);
    });
  }

  it('survives JSON as it is', () => {
    for (const [event] of SAID) {
      const entry = entryOf(event);
      expect(JSON.parse(JSON.stringify(entry))).to.deep.equal(entry);
      expect(JSON.stringify(entry)).to.not.include(SECRET);
    }
  });
});
