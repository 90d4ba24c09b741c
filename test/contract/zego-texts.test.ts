import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { EventLog } from '../support/event-log.js';
import { eventually, inTime, pause } from '../support/wait.js';
import { setZegoStage, type ZegoStage } from './zego-stage.js';

const TOO_MANY_IN_ROOM = 1109001;
const ADA = { id: 'ada', name: 'Ada' };

describe('ZEGO engine: messages and signals, through the SDK', () => {
  let stage: ZegoStage;
  let log: EventLog;
  beforeEach(async () => {
    stage = await setZegoStage();
    log = new EventLog(stage.engine);
    await stage.engine.join(stage.request, new AbortController().signal);
  });
  afterEach(async () => {
    log.close();
    await stage.tearDown();
  });

  const arrived = (kind: string) =>
    stage.cloud.texts.filter((one) => one.kind === kind).map(({ text }) => text);

  it('sends again, in order, what the room has too many of', async () => {
    stage.cloud.textRefusals.push(TOO_MANY_IN_ROOM, TOO_MANY_IN_ROOM);
    await Promise.all(['one', 'two'].map((text) => stage.engine.sendMessage(text, 'reliable')));
    expect(arrived('broadcast')).to.deep.equal(['one', 'two']);
    stage.cloud.textRefusals.push(TOO_MANY_IN_ROOM);
    await Promise.all([stage.engine.sendSignal('up'), stage.engine.sendSignal('down')]);
    expect(arrived('command').map((text): unknown => JSON.parse(text))).to.deep.equal([
      { zegoCallSignal: 'up' },
      { zegoCallSignal: 'down' },
    ]);
  });

  it('sends nothing again that the room refuses for another reason', async () => {
    stage.cloud.textRefusals.push(1000000006);
    const error = await expectCallError(stage.engine.sendMessage('one', 'reliable'));
    expect(error).to.be.instanceOf(CallError);
    await pause(1_500);
    expect(stage.cloud.texts).to.deep.equal([]);
  });

  it('keeps messages and signals until the SDK has reconnected', async () => {
    await stage.dropConnection();
    const sending = Promise.all([
      ...['one', 'two'].map((text) => stage.engine.sendMessage(text, 'reliable')),
      ...['up', 'down'].map((text) => stage.engine.sendSignal(text)),
    ]);
    await pause(1_500);
    expect(stage.cloud.texts).to.deep.equal([]);
    await stage.restoreConnection();
    await inTime(sending, 'all is sent');
    expect(arrived('broadcast')).to.deep.equal(['one', 'two']);
    expect(arrived('command')).to.have.length(2);
  });

  it('gives up what waits when the room is left', async () => {
    const outcomes = ['one', 'two', 'three'].map((text) =>
      expectCallError(stage.engine.sendMessage(text, 'reliable'), 'aborted'),
    );
    await stage.engine.leave();
    await inTime(Promise.all(outcomes), 'all is given up');
    await pause(1_500);
    expect(stage.cloud.texts.length).to.be.at.most(1);
  });

  it('loses no barrage message of 25 at once, which the SDK sends in portions', async () => {
    stage.cloud.barrageWindow = 200;
    await stage.engine.sendMessage('first', 'barrage');
    const texts = Array.from({ length: 25 }, (_, index) => `barrage ${index}`);
    await inTime(
      Promise.all(texts.map((text) => stage.engine.sendMessage(text, 'barrage'))),
      'all are taken',
    );
    expect(arrived('barrage')).to.deep.equal(['first', ...texts]);
  });

  it('sends signals as custom commands, which no chat shows and no other app knows', async () => {
    const ada = await stage.enter(ADA);
    await stage.engine.sendSignal('hand up');
    await stage.engine.sendSignal('hand up', ['ada']);
    expect(stage.cloud.texts).to.deep.equal([
      { kind: 'command', text: '{"zegoCallSignal":"hand up"}', to: [] },
      { kind: 'command', text: '{"zegoCallSignal":"hand up"}', to: ['ada'] },
    ]);
    expect(ada.heard()).to.deep.equal([]);
  });

  it('fits into a command whatever a signal contains', async () => {
    for (const text of [`a${'\u0001'.repeat(159)}`, '"'.repeat(160), '\\'.repeat(160), '👩🏽‍🚀'.repeat(10)])
      await stage.engine.sendSignal(text);
    for (const text of arrived('command')) expect(new TextEncoder().encode(text).length).to.be.at.most(1_024);
  });

  it('takes no command for a signal that is none of ours', async () => {
    const { cloud } = stage;
    const foreign = [
      '',
      'hand up',
      '{',
      'null',
      '"hand up"',
      '[]',
      '["zegoCallSignal"]',
      '{}',
      '{"zegoCallSignal":null}',
      '{"zegoCallSignal":{}}',
      '{"zegoCallSignal":""}',
      '{"zegoCallSignal":"\\u0000"}',
      JSON.stringify({ zegoCallSignal: 'x'.repeat(161) }),
      JSON.stringify({ zegoCallSignal: 'hand up', more: 'x'.repeat(5_000) }),
      '{"zego_turn_camera_off":"me"}',
      '{"zego_remove_user":["me"]}',
      '[['.repeat(2_000),
    ];
    for (const command of foreign) cloud.command(ADA, command);
    for (const from of [stage.request.user, { id: '', name: '' }, { id: 7, name: null } as never])
      cloud.command(from, '{"zegoCallSignal":"hand up"}');
    for (const from of [null, 'ada', 7])
      cloud.room('IMRecvCustomCommand', stage.request.room, from, '{"zegoCallSignal":"hand up"}');
    cloud.room('IMRecvCustomCommand', 'another room', { userID: 'ada' }, '{"zegoCallSignal":"hand up"}');
    cloud.command(ADA, '{"zegoCallSignal":"done"}');
    await eventually(() => log.of('signal').length > 0, 'the last one has arrived');
    expect(log.of('signal').map(({ text }) => text)).to.deep.equal(['done']);
  });
});
