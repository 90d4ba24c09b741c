import { expect } from '@open-wc/testing';
import { type ReactionName, readSignal, type Signal, signalText } from '../../src/call/signal.js';
import type { Message } from '../../src/engine/call-engine.js';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, pause } from '../support/wait.js';
import { useStage } from './call-stage.js';

const UP = signalText({ type: 'hand', raised: true });
const DOWN = signalText({ type: 'hand', raised: false });

describe('signals in a call', () => {
  const stage = useStage();
  const room = () => stage().room;
  const session = () => stage().session;

  const signals = (messages: readonly Message[]): (Signal | null)[] =>
    messages.map(({ text }) => readSignal(text));

  it('raise and lower our hand for all to know', async () => {
    await stage().enter();
    await session().raiseHand(true);
    expect(stage().state.hands).to.deep.equal(['me']);
    await session().raiseHand(false);
    expect(stage().state.hands).to.deep.equal([]);
    expect(signals(room().messages)).to.deep.equal([
      { type: 'hand', raised: true },
      { type: 'hand', raised: false },
    ]);
    expect(room().messages.map(({ kind }) => kind)).to.deep.equal(['reliable', 'reliable']);
    expect(stage().state.messages, 'nobody is to read them').to.deep.equal([]);
  });

  it('keep the order in which hands were raised, and forget those of people who left', async () => {
    const ada = room().enter({ id: 'ada' });
    const ben = room().enter({ id: 'ben' });
    await stage().enter();
    ben.say(UP);
    ada.say(UP);
    ben.say(UP);
    const { hands } = await stage().until((state) => state.hands.length === 2 && state, 'two hands are up');
    expect(hands).to.deep.equal(['ben', 'ada']);
    ben.leave();
    await stage().until((state) => state.hands.join() === 'ada', 'the hand of Ben is gone');
    ada.say(DOWN);
    await stage().until((state) => state.hands.length === 0, 'no hand is up');
    expect([stage().state.messages, stage().state.unread]).to.deep.equal([[], 0]);
  });

  it('leave no hand up in the next call', async () => {
    await stage().enter();
    await session().raiseHand(true);
    await stage().leave();
    expect(stage().state.hands).to.deep.equal([]);
    await stage().join();
    expect(stage().state.hands).to.deep.equal([]);
  });

  it('tell of our hand again when somebody comes, once for all who come together', async () => {
    await stage().enter();
    await session().raiseHand(true);
    const heard: Message[] = [];
    for (const id of ['ada', 'ben', 'cem']) room().enter({ id }, (message) => heard.push(message));
    await eventually(() => heard.length >= 3, 'the newcomers hear of the hand');
    expect(signals(heard)).to.deep.equal(heard.map(() => ({ type: 'hand', raised: true })));
    expect(room().messages, 'one for all').to.have.length(2);
  });

  it('tell nobody again of a hand that is down', async () => {
    await stage().enter();
    await session().raiseHand(true);
    room().enter({ id: 'ada' });
    await session().raiseHand(false);
    await pause(5_200);
    expect(room().messages).to.have.length(2);
  });

  it('change nothing when the room could not be told', async () => {
    await stage().enter();
    room().dropConnection();
    await expectCallError(session().raiseHand(true), 'network');
    expect(stage().state.hands).to.deep.equal([]);
    room().restoreConnection();
  });

  it('reject outside a room', async () => {
    await expectCallError(session().raiseHand(true), 'aborted');
    await expectCallError(session().react('like'), 'aborted');
    await stage().enter();
    await stage().leave();
    await expectCallError(session().raiseHand(true), 'aborted');
    await expectCallError(session().react('like'), 'aborted');
  });

  it('show reactions past the snapshot, at once, by who reacts', async () => {
    const ada = room().enter({ id: 'ada' });
    await stage().enter();
    const shown: [string, ReactionName][] = [];
    for (const id of ['me', 'ada']) session().reactions!.subscribe(id, (name) => shown.push([id, name]));
    await session().react('party');
    ada.say(signalText({ type: 'reaction', name: 'love' }), 'barrage');
    await eventually(() => shown.length === 2, 'both reactions are shown');
    expect(shown).to.deep.equal([
      ['me', 'party'],
      ['ada', 'love'],
    ]);
    expect(room().messages[0]?.kind).to.equal('barrage');
    expect(stage().state.messages).to.deep.equal([]);
  });

  it('show no more reactions of one person than two a second, and send none', async () => {
    const ada = room().enter({ id: 'ada' });
    await stage().enter();
    const shown: ReactionName[] = [];
    session().reactions!.subscribe('ada', (name) => shown.push(name));
    for (let count = 0; count < 50; count += 1) ada.say(signalText({ type: 'reaction', name: 'like' }));
    ada.say('done');
    await stage().until(({ messages }) => messages.length === 1, 'all has arrived');
    expect(shown).to.deep.equal(['like']);
    await session().react('like');
    await expectCallError(session().react('like'), 'message-rejected');
    await expectCallError(session().react('toString' as ReactionName), 'message-rejected');
  });

  it('are not taken for what people say, nor the other way round', async () => {
    const ada = room().enter({ id: 'ada' });
    await stage().enter();
    ada.say('✋');
    ada.say('zc1 hand up');
    ada.say(UP.replace('\u{E0031}', '\u{E0037}'));
    ada.say('done');
    await stage().until(({ messages }) => messages.length === 3, 'what was said is there');
    expect(stage().state.messages.map(({ text }) => text)).to.deep.equal(['✋', 'zc1 hand up', 'done']);
    expect(stage().state.hands).to.deep.equal([]);
    const error = await expectCallError(session().sendMessage(UP), 'message-rejected');
    expect(error).to.be.instanceOf(CallError);
    expect(stage().state.messages).to.have.length(3);
  });

  it('count as nothing that was said in the report', async () => {
    const ada = room().enter({ id: 'ada' });
    await stage().enter();
    ada.say(UP);
    await stage().until(({ hands }) => hands.length === 1, 'the hand is up');
    expect((await session().getReport()).messages).to.deep.equal({ received: 0, sent: 0, failed: 0 });
  });
});
