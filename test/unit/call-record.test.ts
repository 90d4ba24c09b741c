import { expect } from '@open-wc/testing';
import type { CallEvent } from '../../src/call/call-event.js';
import { CallRecord } from '../../src/call/call-record.js';
import type { ChatMessage } from '../../src/call/call-state.js';
import type { Message } from '../../src/engine/call-engine.js';

const message: Message = {
  id: 'm',
  from: { id: 'ada', name: 'Ada' },
  text: 'Hi',
  kind: 'reliable',
  sentAt: 1,
};

describe('the record of a call', () => {
  let record: CallRecord;
  const hear = (event: CallEvent, changed = true): void => record.hear(event, changed);
  const types = (): string[] => record.entries.map(({ type }) => type);
  beforeEach(() => {
    record = new CallRecord();
  });

  it('keeps what happened in order, with the time', () => {
    hear({ type: 'joining', room: 'tea' });
    hear({ type: 'joined' });
    expect(types()).to.deep.equal(['joining', 'joined']);
    for (const { at } of record.entries) expect(Date.now() - Date.parse(at)).to.be.within(0, 5_000);
    expect(record.startedAt).to.equal(record.entries[0]!.at);
  });

  it('keeps the newest 500, and counts those that it dropped', () => {
    for (let room = 0; room < 503; room++) hear({ type: 'joining', room: `r${room}` });
    expect(record.entries).to.have.length(500);
    expect(record.entries[0]).to.include({ room: 'r3' });
    expect(record.entries.at(-1)).to.include({ room: 'r502' });
    expect(record.dropped).to.equal(3);
  });

  it('has an entry for what is repeated only when it changed something', () => {
    const quality: CallEvent = { type: 'quality', userId: 'ada', up: 1, down: 1 };
    hear(quality);
    for (let time = 0; time < 5; time++) hear(quality, false);
    hear({ type: 'device', device: 'camera', state: { status: 'off' } }, false);
    hear({ type: 'play-state', streamId: 's1', state: 'playing' }, false);
    expect(types()).to.deep.equal(['quality']);
  });

  it('keeps what changes no state', () => {
    hear({ type: 'joining', room: 'tea' }, false);
    hear({ type: 'engine', version: '3.12.0' }, false);
    hear({ type: 'publish-state', streamId: 's1', source: 'camera', state: 'publishing' }, false);
    hear({ type: 'token-expiring' }, false);
    expect(types()).to.deep.equal(['joining', 'engine', 'publish-state', 'token-expiring']);
    expect(record.engineVersion).to.equal('3.12.0');
  });

  it('counts messages', () => {
    const deliver = (delivery: ChatMessage['delivery']): void =>
      hear({ type: 'message-delivery', id: 'm', delivery });
    hear({ type: 'message', message });
    hear({ type: 'message', message });
    for (const delivery of ['sent', 'failed', 'sending', 'sent'] as const) deliver(delivery);
    expect(record.messages).to.deep.equal({ received: 2, sent: 2, failed: 1 });
    expect(types()).to.deep.equal([]);
  });

  it('never throws, whatever an engine tells', () => {
    const odd = [
      { type: 'users-added' },
      { type: 'streams-added', streams: [{}] },
      { type: 'join-failed' },
      { type: 'no such event' },
    ];
    for (const event of odd) expect(() => hear(event as CallEvent)).to.not.throw();
    hear({ type: 'joined' });
    expect(types()).to.deep.equal(['joined']);
  });
});
