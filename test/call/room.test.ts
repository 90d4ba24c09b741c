import { findStream } from '../support/find-stream.js';
import { expect } from '@open-wc/testing';

import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, inTime, pause } from '../support/wait.js';
import { forever, SHORT, useStage, whileLoading } from './call-stage.js';

describe('messages', () => {
  const stage = useStage({ message: SHORT });
  beforeEach(() => stage().session.configure({ viewOnly: true }));

  it('stand there at once, and are sent when the room has them', async () => {
    await stage().join();
    const heard: string[] = [];
    stage().room.enter({ id: 'ada' }, ({ text }) => heard.push(text));
    const sending = stage().session.sendMessage('Hello');
    expect(stage().state.messages).to.have.length(1);
    expect(stage().state.messages[0]).to.deep.include({
      text: 'Hello',
      own: true,
      delivery: 'sending',
      kind: 'reliable',
      from: { id: 'me', name: 'Me' },
    });
    await sending;
    expect(stage().state.messages[0]?.delivery).to.equal('sent');
    expect(heard).to.deep.equal(['Hello']);
  });

  it('of others come in their order', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    await stage().join();
    for (const text of ['one', 'two', 'three']) ada.say(text);
    await stage().until(({ messages }) => messages.length === 3, 'all messages are there');
    expect(stage().state.messages.map(({ text, own }) => [text, own])).to.deep.equal([
      ['one', false],
      ['two', false],
      ['three', false],
    ]);
  });

  for (const [what, text] of [
    ['empty', ''],
    ['too long', 'x'.repeat(1_025)],
    ['too long in bytes', 'ü'.repeat(513)],
    ['only space', ' \n\t '],
    ['only control characters', '\u0000\u001b\u200d'],
    ['no text', 7 as never],
  ] as const)
    it(`that are ${what} are refused, naming the limit, and do not stand there`, async () => {
      await stage().join();
      const error = await expectCallError(stage().session.sendMessage(text), 'message-rejected');
      if (typeof text === 'string') expect(error.message).to.include('1024 bytes');
      expect(stage().state.messages).to.deep.equal([]);
    });

  it('lose the space around them, and nothing else', async () => {
    await stage().join();
    await stage().session.sendMessage(`\n  ${'ü'.repeat(512)} `);
    const markup = ' <b>bold</b>\u0007 & more\n\nnext ';
    await stage().session.sendMessage(markup, { kind: 'barrage' });
    expect(stage().room.messages.map(({ text, kind }) => [text, kind])).to.deep.equal([
      ['ü'.repeat(512), 'reliable'],
      [markup.trim(), 'barrage'],
    ]);
  });

  it('can be sent again when they failed, in their place', async () => {
    const fail = () => Promise.reject(new CallError('network', 'Of the test'));
    stage().engineFaults = { sendMessage: fail };
    await stage().join();
    await expectCallError(stage().session.sendMessage('first'), 'network');
    stage().engine.faults = {};
    await stage().session.sendMessage('second', { kind: 'barrage' });
    const [first, second] = stage().state.messages;
    const retrying = stage().session.retryMessage(first?.id ?? '');
    expect(stage().state.messages[0]?.delivery).to.equal('sending');
    await expectCallError(stage().session.retryMessage(first?.id ?? ''), 'message-rejected');
    await retrying;
    expect(stage().state.messages).to.deep.equal([{ ...first, delivery: 'sent' }, second]);
    for (const id of [second?.id ?? '', 'nobody'])
      await expectCallError(stage().session.retryMessage(id), 'message-rejected');
  });

  it('of others are unread until the person has read them', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    await stage().join();
    expect(stage().state.unread).to.equal(0);
    ada.say('one');
    ada.say('two', 'barrage');
    await stage().until(({ unread }) => unread === 2, 'two are unread');
    await stage().session.sendMessage('three');
    expect(stage().state.unread, 'without our own').to.equal(2);
    stage().session.markRead();
    expect(stage().state.unread).to.equal(0);
    ada.say('four');
    await stage().until(({ unread }) => unread === 1, 'the next is unread');
  });

  it('reach the engine at once, in the order in which they are given', async () => {
    await stage().join();
    const sent: string[] = [];
    stage().engine.faults = {
      sendMessage: async (text) => void sent.push(text),
    };
    const texts = Array.from({ length: 12 }, (_, index) => `message ${index}`);
    const sending = texts.map((text) => stage().session.sendMessage(text));
    expect(sent).to.deep.equal(texts);
    await Promise.all(sending);
    expect(stage().state.messages.map(({ text }) => text)).to.deep.equal(texts);
  });

  for (const [what, reason, code] of [
    ['an error of the engine', new CallError('forbidden', 'Of the test'), 'forbidden'],
    ['anything else', new Error('Of the test'), 'message-rejected'],
  ] as const)
    it(`fail with ${what}`, async () => {
      stage().engineFaults = { sendMessage: () => Promise.reject(reason) };
      await stage().join();
      await expectCallError(stage().session.sendMessage('Hello'), code);
      expect(stage().state.messages[0]?.delivery).to.equal('failed');
    });

  it('fail when nothing answers', async () => {
    stage().engineFaults = { sendMessage: () => forever };
    await stage().join();
    await expectCallError(stage().session.sendMessage('Hello'), 'timeout');
    expect(stage().state.messages[0]?.delivery).to.equal('failed');
  });

  it('can not be sent outside a room, and do not stand there', async () => {
    await expectCallError(stage().session.sendMessage('Hello'), 'aborted');
    await stage().join();
    await stage().leave();
    await expectCallError(stage().session.sendMessage('Hello'), 'aborted');
    expect(stage().state.messages).to.deep.equal([]);
  });
});

describe('who speaks', () => {
  const stage = useStage();

  it('is told of the others, smoothly, and not of a screen', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    const ben = stage().room.enter({ id: 'ben' });
    ada.publish();
    ben.publish({ source: 'screen' });
    await stage().join();
    ben.speak(1);
    ada.speak(0.4);
    await stage().until(({ activeSpeaker }) => activeSpeaker === 'ada', 'Ada speaks');
    ada.mute('audio');
    await pause(500);
    expect(stage().state.activeSpeaker, 'for a moment longer').to.equal('ada');
    ada.leave();
    await stage().until(({ activeSpeaker }) => activeSpeaker === null, 'nobody speaks');
  });
});

describe('messages on the way', () => {
  const stage = useStage();

  it('fail when the call is left', async () => {
    stage().engineFaults = { sendMessage: () => forever };
    stage().session.configure({ viewOnly: true });
    await stage().join();
    const sending = ['on its way', 'waiting for its turn'].map((text) =>
      expectCallError(stage().session.sendMessage(text), 'aborted'),
    );
    await stage().leave();
    await Promise.all(sending);
    expect(stage().state.messages.map(({ delivery }) => delivery)).to.deep.equal(['failed', 'failed']);
    const [message] = stage().state.messages;
    await expectCallError(stage().session.retryMessage(message?.id ?? ''), 'aborted');
  });
});

describe('a call that ends by itself', () => {
  const stage = useStage();

  for (const [reason, end] of [
    ['removed', () => stage().room.kick('me')],
    ['duplicate-login', () => stage().room.logInElsewhere('me')],
    [
      'network-lost',
      () => {
        stage().engine.emit({
          type: 'ended',
          reason: 'network-lost',
          error: new CallError('network', 'Of the test'),
        });
      },
    ],
    [
      'token-expired',
      () => {
        const error = new CallError('token-expired', 'Of the test');
        stage().engine.emit({ type: 'ended', reason: 'token-expired', error });
      },
    ],
  ] as const)
    it(`says why and turns everything off: ${reason}`, async () => {
      stage().room.enter({ id: 'ada' }).publish();
      await stage().enter();
      await stage().session.startScreenShare();
      const media = await stage().until(
        ({ participants }) => participants[0]?.streams[0]?.media,
        'Ada is seen',
      );
      end();
      await stage().reach('ended');
      const { connection, participants, self } = stage().state;
      expect(connection).to.include({ reason });
      expect(connection.status === 'ended' && connection.error).to.be.instanceOf(CallError);
      expect(participants).to.deep.equal([]);
      expect(self.screen.status).to.equal('off');
      expect(stage().devices.live).to.deep.equal([]);
      await eventually(() => media.getTracks().length === 0, 'nothing is played any more');
      await eventually(() => stage().engine.destroyed, 'the engine is given back');

      expect(await stage().enter(), 'one can come back').to.include({ audio: true, video: true });
    });

  it('is over once, and nothing is to be left', async () => {
    await stage().enter();
    stage().room.kick('me');
    await stage().reach('ended');
    await stage().leave();
    expect(stage().state.connection).to.include({ status: 'ended', reason: 'removed' });
  });

  it('rejects who is still joining', async () => {
    stage().engineFaults = { join: () => forever };
    const joining = expectCallError(stage().session.join(), 'aborted');
    await eventually(() => stage().engines[0]?.subscriptions, 'the engine is listened to');
    const error = new CallError('duplicate-login', 'Of the test');
    stage().engine.emit({ type: 'ended', reason: 'duplicate-login', error });
    await joining;
    expect(stage().state.connection).to.deep.equal({ status: 'ended', reason: 'duplicate-login', error });
  });

  it('hears no more of an engine that goes on talking', async () => {
    await stage().enter();
    await stage().leave();
    const before = stage().state;
    stage().engine.emitLate({ type: 'users-added', users: [{ id: 'ada', name: 'Ada' }] });
    stage().engine.emitLate({
      type: 'ended',
      reason: 'failed',
      error: new CallError('engine', 'Of the test'),
    });
    expect(stage().state).to.equal(before);

    await stage().enter();
    const [first] = stage().engines;
    first?.emitLate({ type: 'ended', reason: 'failed', error: new CallError('engine', 'Of the test') });
    expect(stage().status, 'nor does the next call').to.equal('joined');
  });
});

describe('a connection that comes and goes', () => {
  const stage = useStage();

  it('keeps people and their streams', async () => {
    const streamId = stage().room.enter({ id: 'ada' }).publish();
    await stage().enter();
    await stage().until((state) => findStream(state, streamId)?.play === 'playing', 'Ada is seen');
    const { participants } = stage().state;
    stage().room.dropConnection();
    await stage().reach('reconnecting');
    expect(stage().state.participants).to.equal(participants);
    await expectCallError(stage().session.sendMessage('Hello'), 'network');

    stage().room.restoreConnection();
    await stage().reach('joined');
    expect(stage().state.participants[0]?.streams[0]?.media).to.equal(participants[0]?.streams[0]?.media);
    await stage().session.sendMessage('Hello again');
    expect(stage().engines).to.have.length(1);
  });

  it('tells then who came and went', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    await stage().enter();
    await stage().until(({ participants }) => participants.length === 1, 'Ada is there');
    stage().room.dropConnection();
    await stage().reach('reconnecting');
    ada.leave();
    const streamId = stage().room.enter({ id: 'ben' }).publish();
    stage().room.restoreConnection();
    await stage().until((state) => findStream(state, streamId)?.media, 'Ben is seen');
    expect(stage().state.participants.map(({ user }) => user.id)).to.deep.equal(['ben']);
  });

  it('can be left', async () => {
    await stage().enter();
    stage().room.dropConnection();
    await stage().reach('reconnecting');
    await stage().leave();
    expect(stage().state.connection).to.deep.equal({ status: 'ended', reason: 'left' });
    stage().room.restoreConnection();
  });
});

describe('an engine that fails', () => {
  const stage = useStage({ join: SHORT, load: SHORT, play: SHORT, retry: 1, close: SHORT });
  const failure = new Error('Of the test');

  it('to answer is given up, ended and told of', async () => {
    stage().engineFaults = { join: () => forever };
    await expectCallError(stage().join(), 'timeout');
    expect(stage().status).to.equal('failed');
    expect(stage().devices.live).to.deep.equal([]);
    await eventually(() => stage().engine.destroyed, 'the engine is given back');
    stage().engine.open = false;
    stage().engineFaults = {};
    expect(await stage().enter()).to.include({ video: true });
  });

  it('to be made is told of, and can be tried again', async () => {
    stage().session.configure({
      engine: () => {
        throw failure;
      },
    });
    expect(await expectCallError(stage().join(), 'engine')).to.have.property('cause', failure);
    expect(stage().status).to.equal('failed');
    expect(stage().devices.live).to.deep.equal([]);
    stage().session.configure({ engine: stage().createEngine });
    expect(await stage().enter()).to.include({ video: true });
  });

  for (const [what, join] of [
    ['by rejecting', () => Promise.reject(failure)],
    [
      'by throwing',
      () => {
        throw failure;
      },
    ],
  ] as const)
    it(`to join ${what} is told of as a CallError`, async () => {
      stage().engineFaults = { join };
      expect(await expectCallError(stage().join(), 'engine')).to.have.property('cause', failure);
      expect(stage().status).to.equal('failed');
    });

  it('to play a stream in time is tried five times again, told of, and stopped', async () => {
    const streamId = stage().room.enter({ id: 'ada' }).publish();
    const signals: AbortSignal[] = [];
    stage().engineFaults = {
      play: (_, signal) => {
        signals.push(signal);
        return forever;
      },
    };
    await stage().join();
    const stream = await stage().until(
      (state) => [findStream(state, streamId)].find((found) => found?.play === 'failed'),
      'the stream has failed',
    );
    expect(stream.problem?.code).to.equal('timeout');
    expect(signals.map(({ aborted }) => aborted)).to.deep.equal(Array(6).fill(true));
    expect(stage().engine.stopped).to.deep.equal(Array(6).fill(streamId));
    expect(stage().status).to.equal('joined');
  });
});

describe('an engine whose code', () => {
  const stage = useStage({ load: SHORT });

  it('can not be loaded is a failure of the network, and Retry works', async () => {
    const failure = new TypeError('Failed to fetch dynamically imported module');
    const { createEngine } = stage();
    stage().session.configure({ engine: 'simulated' });
    await whileLoading(
      () => Promise.reject(failure),
      async () => {
        const error = await expectCallError(stage().join(), 'network');
        expect(error).to.include({ cause: failure, recoverable: true });
        expect(stage().state.connection).to.deep.equal({ status: 'failed', error });
        expect(stage().devices.live).to.deep.equal([]);
      },
    );
    await whileLoading(
      () => Promise.resolve({ createEngine }),
      async () => {
        expect(await stage().enter()).to.include({ video: true });
      },
    );
  });

  it('never comes is given up, and given back when it comes too late', async () => {
    let arrive = (): void => undefined;
    const { createEngine } = stage();
    stage().session.configure({ engine: 'simulated' });
    await whileLoading(
      () => new Promise((resolve) => (arrive = () => resolve({ createEngine }))),
      async () => {
        await expectCallError(stage().join(), 'timeout');
        arrive();
        await eventually(() => stage().engines[0]?.destroyed, 'the engine is given back');
        expect(stage().engines[0]?.requests).to.deep.equal([]);
      },
    );
  });
});

describe('a call whose token does not come', () => {
  const stage = useStage({ token: SHORT });

  it('is given up in time, and the engine given back', async () => {
    stage().session.configure({ tokenProvider: () => forever });
    await inTime(expectCallError(stage().session.join(), 'timeout'), 'join settles');
    expect(stage().status).to.equal('failed');
    expect(stage().devices.live).to.deep.equal([]);
    await eventually(() => stage().engine.destroyed, 'the engine is given back');
  });
});
