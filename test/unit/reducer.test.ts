import { findStream } from '../support/find-stream.js';
import { expect } from '@open-wc/testing';
import {
  type CallState,
  type ChatMessage,
  type ConnectionStatus,
  INITIAL_STATE,
  ON,
} from '../../src/call/call-state.js';
import { freeze } from '../../src/call/freeze.js';
import type { CallEvent } from '../../src/call/call-event.js';
import { reduce } from '../../src/call/reducer.js';
import { CallError } from '../../src/engine/call-error.js';
import type { Message, StreamInfo, StreamSource, User } from '../../src/engine/call-engine.js';

const me: User = { id: 'me', name: 'Me' };
const ada: User = { id: 'ada', name: 'Ada Löwe' };
const ben: User = { id: 'ben', name: 'Ben' };
const error = new CallError('network', 'Of the test');
const media = new MediaStream();

const CONFIGURED: CallEvent = { type: 'configured', user: me, devices: ['microphone', 'camera', 'screen'] };
const JOINING: CallEvent = { type: 'joining', room: 'tea' };
const JOINED: CallEvent = { type: 'joined' };
const FAILED: CallEvent = { type: 'join-failed', error };
const LEFT: CallEvent = { type: 'left', reason: 'left' };
const RECONNECTING: CallEvent = { type: 'connection', status: 'reconnecting' };
const RECONNECTED: CallEvent = { type: 'connection', status: 'reconnected' };

/** Frozen all the way, so that a reducer which changes what it was given throws. */
function run(events: readonly CallEvent[], from: CallState = INITIAL_STATE): CallState {
  return events.reduce((state, event) => reduce(freeze(state), freeze(event)), from);
}

const STATES: Readonly<Record<ConnectionStatus, CallState>> = {
  idle: run([CONFIGURED]),
  joining: run([CONFIGURED, JOINING]),
  joined: run([CONFIGURED, JOINING, JOINED]),
  reconnecting: run([CONFIGURED, JOINING, JOINED, RECONNECTING]),
  ended: run([CONFIGURED, JOINING, JOINED, LEFT]),
  failed: run([CONFIGURED, JOINING, FAILED]),
};
const STATUSES = Object.keys(STATES) as ConnectionStatus[];

function streamOf(user: User, streamId = `${user.id}-camera`): StreamInfo {
  return { streamId, user, source: 'camera', audio: true, video: true };
}

function added(...users: User[]): CallEvent {
  return { type: 'users-added', users };
}

function started(...streams: StreamInfo[]): CallEvent {
  return { type: 'streams-added', streams };
}

function message(id: string, text = 'Hello'): Message {
  return { id, from: ada, text, kind: 'reliable', sentAt: 1 };
}

function ownMessage(id: string): ChatMessage {
  return { ...message(id), from: me, own: true, delivery: 'sending' };
}

/** A room with Ada, listed and sending, and Ben, who is known by his stream only. */
const LIVELY = run([added(ada), started(streamOf(ada), streamOf(ben))], STATES.joined);

const ROOM_EVENTS: readonly CallEvent[] = [
  added(ada),
  { type: 'users-removed', userIds: ['ada'] },
  { type: 'user-count', count: 3 },
  started(streamOf(ada)),
  { type: 'streams-removed', streamIds: ['ada-camera'] },
  { type: 'remote-device', streamId: 'ada-camera', kind: 'audio', on: false },
  { type: 'play-state', streamId: 'ada-camera', state: 'failed', error },
  { type: 'stream-media', streamId: 'ada-camera', media },
  { type: 'quality', userId: 'ada', up: 2, down: 2 },
  { type: 'quality', userId: 'me', up: 2, down: 2 },
  { type: 'active-speaker', userId: 'ada' },
  { type: 'message', message: message('m1') },
  { type: 'publication-ended', streamId: 'me-camera', source: 'camera', error },
  { type: 'publish-state', streamId: 'me-camera', source: 'camera', state: 'publishing' },
  { type: 'token-expiring' },
  RECONNECTED,
];

describe('the reducer', () => {
  describe('follows the connection', () => {
    const everywhere = (status: ConnectionStatus): Record<ConnectionStatus, ConnectionStatus> => ({
      idle: status,
      joining: status,
      joined: status,
      reconnecting: status,
      ended: status,
      failed: status,
    });
    const unchanged: Record<ConnectionStatus, ConnectionStatus> = {
      idle: 'idle',
      joining: 'joining',
      joined: 'joined',
      reconnecting: 'reconnecting',
      ended: 'ended',
      failed: 'failed',
    };
    const table: readonly [name: string, CallEvent, Record<ConnectionStatus, ConnectionStatus>][] = [
      ['joining', JOINING, everywhere('joining')],
      ['joined', JOINED, { ...unchanged, joining: 'joined' }],
      ['join-failed', FAILED, everywhere('failed')],
      ['left', LEFT, everywhere('ended')],
      ['reconnecting', RECONNECTING, { ...unchanged, joined: 'reconnecting' }],
      ['reconnected', RECONNECTED, { ...unchanged, reconnecting: 'joined' }],
    ];
    for (const [name, event, expected] of table)
      for (const status of STATUSES)
        it(`from ${status} by "${name}" to ${expected[status]}`, () => {
          const next = run([event], STATES[status]);
          expect(next.connection.status).to.equal(expected[status]);
          if (expected === unchanged || (expected[status] === status && name.startsWith('reconnect')))
            expect(next, 'the same state comes back').to.equal(STATES[status]);
        });

    it('and says why it ended', () => {
      const ended = run([{ type: 'left', reason: 'removed', error }], STATES.joined);
      expect(ended.connection).to.deep.equal({ status: 'ended', reason: 'removed', error });
      expect(STATES.ended.connection, 'leaving needs no error').to.deep.equal({
        status: 'ended',
        reason: 'left',
      });
      expect(STATES.failed.connection).to.deep.equal({ status: 'failed', error });
    });
  });

  describe('outside a room', () => {
    for (const status of ['idle', 'ended', 'failed'] as const)
      for (const event of ROOM_EVENTS)
        it(`changes nothing while ${status} by "${event.type}"`, () => {
          expect(run([event], STATES[status])).to.equal(STATES[status]);
        });

    it('shows nobody, keeps what was said, and forgets the notice', () => {
      const before = run(
        [
          { type: 'message', message: message('m1') },
          { type: 'notice', error },
          { type: 'user-count', count: 3 },
          { type: 'device', device: 'screen', state: ON },
          { type: 'device', device: 'camera', state: ON },
          { type: 'quality', userId: 'me', up: 1, down: 1 },
          { type: 'active-speaker', userId: 'ada' },
        ],
        LIVELY,
      );
      for (const end of [LEFT, FAILED]) {
        const after = run([end], before);
        expect(after.participants).to.deep.equal([]);
        expect(after.userCount).to.equal(null);
        expect(after.notice).to.equal(null);
        expect(after.messages.map(({ id }) => id)).to.deep.equal(['m1']);
        expect(after.self.screen.status).to.equal('off');
        expect(after.self.camera, 'the camera tells of itself').to.equal(ON);
        expect(after.self.quality).to.deep.equal({ up: -1, down: -1 });
        expect(after.activeSpeaker).to.equal(null);
      }
    });
  });

  it('begins each call afresh, with the devices and the volumes as they are', () => {
    const before = run(
      [
        { type: 'message', message: message('m1') },
        { type: 'device', device: 'camera', state: ON },
        { type: 'device', device: 'screen', state: ON },
        { type: 'volume', userId: 'ada', volume: 0 },
        { type: 'notice', error },
        LEFT,
      ],
      LIVELY,
    );
    const { self, ...rest } = run([{ type: 'joining', room: 'cake' }], before);
    expect(rest).to.deep.equal({
      connection: { status: 'joining' },
      room: 'cake',
      participants: [],
      volumes: [{ userId: 'ada', volume: 0, audible: 1 }],
      userCount: null,
      messages: [],
      unread: 0,
      activeSpeaker: null,
      hands: [],
      notice: null,
      hostCommand: null,
      devices: before.devices,
      offer: null,
    });
    expect(self).to.deep.include({ user: me, camera: ON });
    expect(self.screen.status).to.equal('off');
  });

  it('takes in who comes while joining', () => {
    const state = run([added(ada), started(streamOf(ada))], STATES.joining);
    expect(state.participants.map(({ user }) => user.id)).to.deep.equal(['ada']);
  });

  describe('gives the very same state back', () => {
    const sent: ChatMessage = { ...ownMessage('m1'), delivery: 'sent' };
    const full = run(
      [
        { type: 'user-count', count: 3 },
        { type: 'quality', userId: 'ada', up: 2, down: 0 },
        { type: 'quality', userId: 'me', up: 1, down: 0 },
        { type: 'active-speaker', userId: 'ada' },
        { type: 'stream-media', streamId: 'ada-camera', media },
        { type: 'message-sending', message: sent },
        { type: 'notice', error },
        { type: 'device', device: 'camera', state: ON },
      ],
      LIVELY,
    );
    const table: readonly [name: string, CallEvent][] = [
      ['for the same configuration', { ...CONFIGURED, user: { ...me } }],
      ['for a person who is there already', added({ ...ada })],
      ['for nobody who comes', added()],
      ['for a person who goes and never came', { type: 'users-removed', userIds: ['zoe'] }],
      ['for nobody who goes', { type: 'users-removed', userIds: [] }],
      ['for a stream that is there already', started(streamOf(ada))],
      ['for a stream that goes and never came', { type: 'streams-removed', streamIds: ['none'] }],
      ['for no stream that goes', { type: 'streams-removed', streamIds: [] }],
      ['for a count that is the same', { type: 'user-count', count: 3 }],
      [
        'for a microphone that is on already',
        { type: 'remote-device', streamId: 'ada-camera', kind: 'audio', on: true },
      ],
      [
        'for a camera of an unknown stream',
        { type: 'remote-device', streamId: 'none', kind: 'video', on: false },
      ],
      ['for playing what plays', { type: 'play-state', streamId: 'ada-camera', state: 'playing' }],
      ['for playing an unknown stream', { type: 'play-state', streamId: 'none', state: 'retrying' }],
      ['for media that is there already', { type: 'stream-media', streamId: 'ada-camera', media }],
      ['for media of an unknown stream', { type: 'stream-media', streamId: 'none', media }],
      ['for the same quality', { type: 'quality', userId: 'ada', up: 2, down: 0 }],
      ['for my own same quality', { type: 'quality', userId: 'me', up: 1, down: 0 }],
      ['for the same speaker', { type: 'active-speaker', userId: 'ada' }],
      ['for the quality of somebody unknown', { type: 'quality', userId: 'zoe', up: 3, down: 3 }],
      ['for a message that was heard already', { type: 'message', message: message('m1', 'Again') }],
      ['for a message that is being sent already', { type: 'message-sending', message: ownMessage('m1') }],
      ['for a delivery that is known', { type: 'message-delivery', id: 'm1', delivery: 'sent' }],
      ['for the delivery of an unknown message', { type: 'message-delivery', id: 'm9', delivery: 'failed' }],
      ['for the same notice', { type: 'notice', error }],
      ['for the same device state', { type: 'device', device: 'camera', state: ON }],
      ['for the same picture', { type: 'picture', picture: null }],
      [
        'for a stream of ours that is sent',
        { type: 'publish-state', streamId: 'mine', source: 'camera', state: 'publishing' },
      ],
      ['for a token that ends', { type: 'token-expiring' }],
    ];
    for (const [name, event] of table)
      it(name, () => {
        expect(run([event], full)).to.equal(full);
      });
  });

  describe('notes which of our streams are sent again', () => {
    const sent = (source: StreamSource, state: 'publishing' | 'retrying' | 'stopped'): CallEvent => ({
      type: 'publish-state',
      streamId: `me-${source}`,
      source,
      state,
    });
    const both = run([sent('camera', 'retrying'), sent('screen', 'retrying')], STATES.joined);
    const table: readonly [name: string, events: readonly CallEvent[], retrying: readonly string[]][] = [
      ['both', [], ['camera', 'screen']],
      ['until one arrives', [sent('camera', 'publishing')], ['screen']],
      ['until we stop one', [sent('screen', 'stopped')], ['camera']],
      [
        'until one is over',
        [{ type: 'publication-ended', streamId: 'me-1', source: 'camera', error }],
        ['screen'],
      ],
      ['until we are out', [{ type: 'left', reason: 'left' }], []],
    ];
    for (const [name, events, retrying] of table)
      it(name, () => {
        expect(run(events, both).self.retrying).to.deep.equal(retrying);
      });
  });

  describe('keeps people', () => {
    it('in order of arrival, with their streams', () => {
      expect(LIVELY.participants).to.deep.equal([
        {
          user: ada,
          quality: { up: -1, down: -1 },
          volume: 1,
          listed: true,
          streams: [{ ...streamOf(ada), play: 'pending', layer: 'off', problem: null, media: null }],
        },
        {
          user: ben,
          quality: { up: -1, down: -1 },
          volume: 1,
          listed: false,
          streams: [{ ...streamOf(ben), play: 'pending', layer: 'off', problem: null, media: null }],
        },
      ]);
    });

    it('and the volume that unmuting brings back', () => {
      const set = (volume: number): CallEvent => ({ type: 'volume', userId: 'ada', volume });
      const after = (...volumes: number[]) => run(volumes.map(set), LIVELY).volumes;
      expect(after(0.3, 0)).to.deep.equal([{ userId: 'ada', volume: 0, audible: 0.3 }]);
      expect(after(0.3, 0, 0.6)).to.deep.equal([{ userId: 'ada', volume: 0.6, audible: 0.6 }]);
      expect(after(0)).to.deep.equal([{ userId: 'ada', volume: 0, audible: 1 }]);
      expect(after(0.3, 1, 0)).to.deep.equal([{ userId: 'ada', volume: 0, audible: 1 }]);
      expect(after(0.3, 1)).to.deep.equal([]);
    });

    it('who are listed when their last stream goes', () => {
      const after = run([{ type: 'streams-removed', streamIds: ['ada-camera'] }], LIVELY);
      expect(after.participants[0]).to.deep.include({ user: ada, streams: [] });
    });

    it('who are known by their streams until the last one goes', () => {
      const two = run([started({ ...streamOf(ben, 'ben-screen'), source: 'screen' })], LIVELY);
      const one = run([{ type: 'streams-removed', streamIds: ['ben-camera'] }], two);
      expect(one.participants[1]?.streams.map(({ streamId }) => streamId)).to.deep.equal(['ben-screen']);
      const none = run([{ type: 'streams-removed', streamIds: ['ben-screen'] }], one);
      expect(none.participants.map(({ user }) => user.id)).to.deep.equal(['ada']);
    });

    it('who are listed later than their stream came', () => {
      const events: CallEvent[] = [added(ben), { type: 'streams-removed', streamIds: ['ben-camera'] }];
      const after = run(events, LIVELY);
      expect(after.participants[1]).to.deep.include({ user: ben, listed: true, streams: [] });
    });

    it('once, though they are added twice at a time', () => {
      const after = run([added(ada, ada), started(streamOf(ada), streamOf(ada))], STATES.joined);
      expect(after.participants).to.have.length(1);
      expect(after.participants[0]?.streams).to.have.length(1);
    });

    it('under the name they have now', () => {
      const after = run([added({ id: 'ada', name: 'Ada King' })], LIVELY);
      expect(after.participants[0]).to.deep.include({ user: { id: 'ada', name: 'Ada King' } });
      expect(after.participants[0]?.streams).to.equal(LIVELY.participants[0]?.streams);
    });

    it('no longer than they are there, streams included', () => {
      const after = run([{ type: 'users-removed', userIds: ['zoe', 'ada'] }], LIVELY);
      expect(after.participants).to.deep.equal([LIVELY.participants[1]]);
      expect(findStream(after, 'ada-camera')).to.equal(undefined);
    });

    it('and streams while reconnecting', () => {
      const reconnecting = run([RECONNECTING], LIVELY);
      expect(reconnecting.participants).to.equal(LIVELY.participants);
      expect(run([RECONNECTED], reconnecting).participants).to.equal(LIVELY.participants);
    });
  });

  describe('touches only what an event is about:', () => {
    const table: readonly [name: string, CallEvent, part: object][] = [
      [
        'a remote microphone',
        { type: 'remote-device', streamId: 'ada-camera', kind: 'audio', on: false },
        { audio: false, video: true },
      ],
      [
        'a remote camera',
        { type: 'remote-device', streamId: 'ada-camera', kind: 'video', on: false },
        { audio: true, video: false },
      ],
      [
        'a stream that can not be played',
        { type: 'play-state', streamId: 'ada-camera', state: 'failed', error },
        { play: 'failed', problem: error },
      ],
      [
        'a stream that is tried again',
        { type: 'play-state', streamId: 'ada-camera', state: 'retrying' },
        { play: 'retrying', problem: null },
      ],
      [
        'a stream that plays',
        { type: 'stream-media', streamId: 'ada-camera', media },
        { play: 'playing', media },
      ],
    ];
    for (const [name, event, part] of table)
      it(name, () => {
        const after = run([event], LIVELY);
        expect(findStream(after, 'ada-camera')).to.include(part);
        expect(after.participants[1], 'everybody else stays the same').to.equal(LIVELY.participants[1]);
        expect(after.self).to.equal(LIVELY.self);
      });

    it('a network', () => {
      const after = run([{ type: 'quality', userId: 'ada', up: 3, down: 0 }], LIVELY);
      expect(after.participants.map(({ quality }) => quality)).to.deep.equal([
        { up: 3, down: 0 },
        { up: -1, down: -1 },
      ]);
      expect(after.participants[0]?.streams).to.equal(LIVELY.participants[0]?.streams);
      expect(run([{ type: 'quality', userId: 'me', up: 2, down: 0 }], LIVELY).self.quality).to.deep.equal({
        up: 2,
        down: 0,
      });
    });

    it('the count of people', () => {
      const after = run([{ type: 'user-count', count: 612 }], LIVELY);
      expect(after.userCount).to.equal(612);
      expect(after.participants).to.equal(LIVELY.participants);
    });

    it('one of our devices, and our picture', () => {
      const after = run(
        [
          { type: 'device', device: 'microphone', state: { status: 'failed', error } },
          { type: 'picture', picture: media },
        ],
        LIVELY,
      );
      expect(after.self.microphone).to.deep.equal({ status: 'failed', error });
      expect(after.self.picture).to.equal(media);
      expect(after.self.camera).to.equal(LIVELY.self.camera);
      expect(after.participants).to.equal(LIVELY.participants);
    });

    it('who speaks, for as long as they are there and send something', () => {
      const speaking = run([{ type: 'active-speaker', userId: 'ada' }], LIVELY);
      expect(speaking.activeSpeaker).to.equal('ada');
      const other = run([{ type: 'users-removed', userIds: ['ben'] }], speaking);
      expect(other.activeSpeaker).to.equal('ada');
      for (const event of [
        { type: 'users-removed', userIds: ['ada'] },
        { type: 'streams-removed', streamIds: ['ada-camera'] },
        { type: 'active-speaker', userId: null },
        { type: 'active-speaker', userId: 'nobody' },
      ] as const)
        expect(run([event], speaking).activeSpeaker).to.equal(null);
    });

    it('a problem of one of our streams, as a notice that can be dismissed', () => {
      const after = run([{ type: 'publication-ended', streamId: 'mine', source: 'camera', error }], LIVELY);
      expect(after.notice).to.equal(error);
      expect(run([{ type: 'notice', error: null }], after).notice).to.equal(null);
    });
  });

  describe('keeps messages', () => {
    it('of others as received, and ours as they fare', () => {
      const sending = run(
        [
          { type: 'message', message: message('m1') },
          { type: 'message-sending', message: ownMessage('m2') },
        ],
        STATES.joined,
      );
      expect(sending.messages).to.deep.equal([
        { ...message('m1'), own: false, delivery: 'sent' },
        ownMessage('m2'),
      ]);
      for (const delivery of ['sent', 'failed'] as const) {
        const after = run([{ type: 'message-delivery', id: 'm2', delivery }], sending);
        expect(after.messages[1]).to.deep.equal({ ...ownMessage('m2'), delivery });
        expect(after.messages[0]).to.equal(sending.messages[0]);
      }
    });

    it('which fail as the call ends', () => {
      const ended = run([{ type: 'message-sending', message: ownMessage('m1') }, LEFT], STATES.joined);
      const after = run([{ type: 'message-delivery', id: 'm1', delivery: 'failed' }], ended);
      expect(after.messages[0]?.delivery).to.equal('failed');
    });

    it('and counts those of others that nobody has read, each once', () => {
      const heard = run(
        [
          { type: 'message', message: message('m1') },
          { type: 'message', message: message('m1') },
          { type: 'message-sending', message: ownMessage('m2') },
          { type: 'message', message: message('m3') },
        ],
        STATES.joined,
      );
      expect(heard.unread).to.equal(2);
      const read = run([{ type: 'messages-read' }], heard);
      expect(read.unread).to.equal(0);
      expect(run([{ type: 'messages-read' }], read)).to.equal(read);
      expect(run([LEFT], heard).unread).to.equal(2);
    });

    it('up to 500, the newest', () => {
      const events = Array.from({ length: 503 }, (_, index): CallEvent => {
        return { type: 'message', message: message(`m${index}`) };
      });
      const { messages } = run(events, STATES.joined);
      expect(messages).to.have.length(500);
      expect(messages[0]?.id).to.equal('m3');
      expect(messages.at(-1)?.id).to.equal('m502');
    });
  });

  it('starts from a state that is frozen all the way down', () => {
    expect(Object.isFrozen(INITIAL_STATE.self.user)).to.equal(true);
    expect(Object.isFrozen(INITIAL_STATE.connection)).to.equal(true);
    expect(Object.isFrozen(INITIAL_STATE.participants)).to.equal(true);
  });
});
