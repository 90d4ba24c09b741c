import { expect } from '@open-wc/testing';
import { type ReactionName, readSignal, type Signal, signalText } from '../../src/call/signal.js';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, pause } from '../support/wait.js';
import { forever, SHORT, useStage } from './call-stage.js';

const UP = signalText({ type: 'hand', raised: true });
const DOWN = signalText({ type: 'hand', raised: false });

describe('signals in a call', () => {
  const stage = useStage({ message: SHORT });
  const room = () => stage().room;
  const session = () => stage().session;

  /** What the room was told, and whom; answers after a lost connection come seconds later. */
  const told = (): (Signal | null)[] => room().signals.map(({ text }) => readSignal(text));

  it('raise and lower our hand for all to know', async () => {
    await stage().enter();
    await session().raiseHand(true);
    expect(stage().state.hands).to.deep.equal(['me']);
    await session().raiseHand(false);
    expect(stage().state.hands).to.deep.equal([]);
    expect(told()).to.deep.equal([
      { type: 'hand', raised: true },
      { type: 'hand', raised: false },
    ]);
    expect(room().messages, 'nobody is to read them').to.deep.equal([]);
    expect(stage().state.messages).to.deep.equal([]);
  });

  it('keep the order in which hands were raised, and forget those of people who left', async () => {
    const ada = room().enter({ id: 'ada' });
    const ben = room().enter({ id: 'ben' });
    await stage().enter();
    ben.signal(UP);
    ada.signal(UP);
    ben.signal(UP);
    const { hands } = await stage().until((state) => state.hands.length === 2 && state, 'two hands are up');
    expect(hands).to.deep.equal(['ben', 'ada']);
    ben.leave();
    await stage().until((state) => state.hands.join() === 'ada', 'the hand of Ben is gone');
    ada.signal(DOWN);
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

  it('tell newcomers of our hand, and only them, once for all who come together', async () => {
    room().enter({ id: 'here already' });
    await stage().enter();
    await stage().until(({ participants }) => participants.length === 1, 'we know who is there');
    await session().raiseHand(true);
    const heard: string[] = [];
    for (const id of ['ada', 'ben', 'cem'])
      room().enter({ id }, undefined, ({ text }) => heard.push(`${id} ${text}`));
    await eventually(() => heard.length >= 3, 'the newcomers hear of the hand');
    expect(heard).to.deep.equal([`ada ${UP}`, `ben ${UP}`, `cem ${UP}`]);
    expect(room().signals[1]?.to, 'one for all').to.deep.equal(['ada', 'ben', 'cem']);
  });

  it('tell nobody again of a hand that is down', async () => {
    await stage().enter();
    await session().raiseHand(true);
    room().enter({ id: 'ada' });
    await session().raiseHand(false);
    await pause(5_200);
    expect(told()).to.have.length(2);
  });

  it('bring hands back in line after a lost connection', async () => {
    const [ada, ben] = ['ada', 'ben'].map((id) => room().enter({ id }));
    await stage().enter();
    await session().raiseHand(true);
    ada?.signal(UP);
    await stage().until(({ hands }) => hands.join() === 'me,ada', 'two hands are up');
    room().dropConnection();
    await stage().reach('reconnecting');
    expect(stage().state.hands, 'hands stay up meanwhile').to.deep.equal(['me', 'ada']);
    room().restoreConnection();
    await eventually(() => told().some((signal) => signal?.type === 'hands-wanted'), 'others are asked');
    expect(told().at(-2), 'and told of our hand').to.deep.equal({ type: 'hand', raised: true });
    ada?.signal(DOWN, ['me']);
    ben?.signal(UP, ['me']);
    await stage().until(({ hands }) => hands.join() === 'me,ben', 'the hands are as they are');
  });

  it('bring back the hand of somebody who was taken for gone', async () => {
    const stay = room().enter({ id: 'ada' });
    await stage().enter();
    stay.signal(UP);
    await stage().until(({ hands }) => hands.length === 1, 'the hand is up');
    stay.leave();
    await stage().until(({ hands }) => hands.length === 0, 'the hand is gone with Ada');
    room().enter({ id: 'ada' }).signal(UP);
    await stage().until(({ hands }) => hands.length === 1, 'the hand is up again');
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
    ada.signal(signalText({ type: 'reaction', name: 'love' }));
    await eventually(() => shown.length === 2, 'both reactions are shown');
    expect(shown).to.deep.equal([
      ['me', 'party'],
      ['ada', 'love'],
    ]);
    expect([room().messages, stage().state.messages]).to.deep.equal([[], []]);
  });

  it('show no more reactions of one person than two a second, and send none', async () => {
    const ada = room().enter({ id: 'ada' });
    await stage().enter();
    const shown: ReactionName[] = [];
    session().reactions!.subscribe('ada', (name) => shown.push(name));
    for (let count = 0; count < 50; count += 1) ada.signal(signalText({ type: 'reaction', name: 'like' }));
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
    for (const text of ['✋', UP, '{"zegoCallSignal":"hand up"}']) ada.say(text);
    ada.signal('Hello');
    ada.say('done');
    await stage().until(({ messages }) => messages.length === 4, 'what was said is there');
    expect(
      stage()
        .state.messages.map(({ text }) => text)
        .slice(0, 2),
    ).to.deep.equal(['✋', UP]);
    expect(stage().state.hands).to.deep.equal([]);
    await session().sendMessage(UP);
    expect(room().messages.at(-1)?.text).to.equal(UP);
  });

  it('of earlier versions, in messages, count and are not shown', async () => {
    const ada = room().enter({ id: 'ada' });
    await stage().enter();
    ada.say(tagged('✋', 'zc1 hand up'));
    await stage().until(({ hands }) => hands.join() === 'ada', 'the hand is up');
    ada.say(tagged('👇', 'zc1 hand down'));
    ada.say(tagged('👇', 'zc7 hand up'));
    ada.say('done');
    await stage().until(({ messages }) => messages.length === 1, 'what was said is there');
    await stage().until(({ hands }) => hands.length === 0, 'the hand is down');
    expect((await session().getReport()).messages.received).to.equal(1);
    const error = await expectCallError(
      session().sendMessage(tagged('✋', 'zc1 hand up')),
      'message-rejected',
    );
    expect(error).to.be.instanceOf(CallError);
  });

  it('change nothing when strangers send them, or somebody in our name', async () => {
    await stage().enter();
    const [engine] = stage().engines;
    for (const id of ['stranger', 'me']) engine?.emit({ type: 'signal', from: { id, name: id }, text: UP });
    expect(stage().state.hands).to.deep.equal([]);
  });

  it('fail with an engine of the page that has none', async () => {
    stage().engineFaults = { sendSignal: () => Promise.reject(new CallError('unsupported', 'Of the test')) };
    await stage().enter();
    await expectCallError(session().raiseHand(true), 'unsupported');
    await expectCallError(session().react('like'), 'unsupported');
    expect(stage().state.hands).to.deep.equal([]);
  });

  it('fail when nothing answers', async () => {
    stage().engineFaults = { sendSignal: () => forever };
    await stage().enter();
    await expectCallError(session().raiseHand(true), 'timeout');
    expect(stage().state.hands).to.deep.equal([]);
  });
});

/** A signal as earlier versions sent it in a message. */
function tagged(emoji: string, text: string): string {
  const tags = [...text].map((character) => String.fromCodePoint(0xe0000 + character.charCodeAt(0)));
  return `${emoji}${tags.join('')}\u{E007F}`;
}
