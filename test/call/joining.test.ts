import { findStream } from '../support/find-stream.js';
import { expect } from '@open-wc/testing';

import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually } from '../support/wait.js';
import { SHORT, useStage } from './call-stage.js';

describe('joining', () => {
  const stage = useStage();

  it('enters the room under ID and name, from idle by joining to joined', async () => {
    const seen: string[] = [stage().status];
    stage().session.subscribe(({ connection }, previous) => {
      if (connection !== previous.connection) seen.push(connection.status);
    });
    await stage().join();
    expect(seen).to.deep.equal(['idle', 'joining', 'joined']);
    expect(stage().state).to.deep.include({ room: 'tea' });
    expect(stage().engine.requests).to.deep.equal([
      { room: 'tea', user: { id: 'me', name: 'Me' }, token: '' },
    ]);
  });

  it('goes by the ID where there is no name', async () => {
    stage().session.configure({ userName: '' });
    await stage().join();
    expect(stage().room.users).to.deep.equal([{ id: 'me', name: 'me' }]);
    expect(stage().state.self.user).to.deep.equal({ id: 'me', name: 'me' });
  });

  it('publishes camera and microphone, captured with one prompt', async () => {
    const stream = await stage().enter();
    expect(stream).to.include({ audio: true, video: true });
    expect(stage().prompts).to.deep.equal(['audio+video']);
    expect(stage().state.self.camera.status).to.equal('on');
    expect(stage().state.self.microphone.status).to.equal('on');
    expect(stage().state.self.picture?.getVideoTracks()[0]?.readyState).to.equal('live');
  });

  it('shows who is there already, and plays what they send', async () => {
    const ada = stage().room.enter({ id: 'ada', name: 'Ada' });
    const streamId = ada.publish();
    await stage().join();
    const stream = await stage().until(
      (state) => findStream(state, streamId)?.play === 'playing' && findStream(state, streamId),
      'Ada’s stream plays',
    );
    expect(stage().state.participants.map(({ user }) => user.name)).to.deep.equal(['Ada']);
    expect(stream.media?.getTracks().map(({ kind, readyState }) => `${kind} ${readyState}`)).to.have.members([
      'audio live',
      'video live',
    ]);
  });

  it('plays by itself what comes later, and stops what goes', async () => {
    await stage().join();
    const ada = stage().room.enter({ id: 'ada' });
    const streamId = ada.publish();
    const media = await stage().until((state) => findStream(state, streamId)?.media, 'the stream has media');
    const tracks = media.getTracks();
    expect(tracks).to.have.length(2);

    ada.unpublish();
    await stage().until((state) => !findStream(state, streamId), 'the stream is gone');
    await eventually(() => tracks.every(({ readyState }) => readyState === 'ended'), 'its tracks have ended');
    expect(stage().engine.stopped).to.include(streamId);
    expect(stage().state.participants.map(({ user }) => user.id)).to.deep.equal(['ada']);
  });

  it('plays camera and screen of the same person apart', async () => {
    await stage().join();
    const ada = stage().room.enter({ id: 'ada' });
    const streamIds = [ada.publish(), ada.publish({ source: 'screen', audio: false })];
    await stage().until(
      (state) => streamIds.every((streamId) => findStream(state, streamId)?.media),
      'both streams play',
    );
    expect(stage().state.participants[0]?.streams.map(({ source }) => source)).to.deep.equal([
      'camera',
      'screen',
    ]);
    ada.unpublish('screen');
    await stage().until(({ participants }) => participants[0]?.streams.length === 1, 'the screen is gone');
    expect(stage().state.participants[0]?.streams[0]?.source).to.equal('camera');
  });

  it('follows the devices of others', async () => {
    await stage().join();
    const ada = stage().room.enter({ id: 'ada' });
    const streamId = ada.publish();
    await stage().until((state) => findStream(state, streamId)?.media, 'the stream plays');
    ada.mute('audio');
    ada.mute('video');
    const muted = await stage().until(
      (state) => [findStream(state, streamId)].find((stream) => !stream?.audio && !stream?.video),
      'both are off',
    );
    expect(muted.play).to.equal('playing');
    ada.unmute('video');
    await stage().until((state) => findStream(state, streamId)?.video, 'the camera is on again');
    expect(findStream(stage().state, streamId)?.audio).to.equal(false);
  });

  it('says why a stream can not be played, and plays the others', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    const bad = ada.publish();
    const good = stage().room.enter({ id: 'ben' }).publish();
    const error = new CallError('forbidden', 'Of the test');
    stage().room.failPlay(bad, error);
    await stage().join();
    await stage().until((state) => findStream(state, good)?.media, 'the good one plays');
    const failed = await stage().until(
      (state) => [findStream(state, bad)].find((stream) => stream?.play === 'failed'),
      'the bad one has failed',
    );
    expect(failed.problem).to.equal(error);
    expect(stage().status).to.equal('joined');
  });

  it('twice, and once more when joined, makes one login with one prompt', async () => {
    await Promise.all([stage().session.join(), stage().session.join()]);
    await stage().session.join();
    expect(stage().engines).to.have.length(1);
    expect(stage().prompts).to.have.length(1);
  });

  it('takes the preview along, without another prompt or a flicker', async () => {
    await stage().session.startPreview();
    const { picture } = stage().state.self;
    expect(picture?.getVideoTracks()[0]?.readyState).to.equal('live');
    await stage().enter();
    expect(stage().state.self.picture).to.equal(picture);
    expect(stage().prompts).to.deep.equal(['audio+video']);
  });

  it('waits for a preview that is still being asked for', async () => {
    const release = stage().devices.hold();
    const preview = stage().session.startPreview();
    const joining = stage().session.join();
    release();
    await Promise.all([preview, joining]);
    expect(await stage().published()).to.include({ audio: true, video: true });
    expect(stage().prompts).to.deep.equal(['audio+video']);
  });

  it('fails as the room says, gives everything back, and works the next time', async () => {
    const refusal = new CallError('room-full', 'Of the test');
    stage().room.failNextJoin(refusal);
    expect(await expectCallError(stage().join())).to.equal(refusal);
    expect(stage().state.connection).to.deep.equal({ status: 'failed', error: refusal });
    expect(stage().devices.live).to.deep.equal([]);
    expect(stage().state.self.camera.status, 'to be captured anew').to.equal('armed');

    await stage().enter();
    expect(stage().status).to.equal('joined');
  });

  it('again after leaving begins afresh', async () => {
    const ada = stage().room.enter({ id: 'ada' });
    await stage().enter();
    ada.say('Hello');
    await stage().until(({ messages }) => messages.length === 1, 'the message is there');
    await stage().leave();
    expect(stage().state.participants).to.deep.equal([]);
    expect(stage().state.messages, 'what was said can still be read').to.have.length(1);

    await stage().enter();
    await stage().until(({ participants }) => participants.length === 1, 'Ada is there');
    expect(stage().state.messages).to.deep.equal([]);
  });
});

describe('joining with a token', () => {
  const stage = useStage();

  it('gives it to the engine', async () => {
    stage().session.configure({ token: 'one' });
    await stage().join();
    expect(stage().room.tokenOf('me')).to.equal('one');
  });

  it('asks the provider', async () => {
    stage().session.configure({ tokenProvider: ({ room, user, reason }) => `${room} ${user} ${reason}` });
    await stage().join();
    expect(stage().room.tokenOf('me')).to.equal('tea me join');
  });

  it('fails without one, and opens nothing', async () => {
    stage().session.configure({
      tokenProvider: () => {
        throw new Error('Of the test');
      },
    });
    await expectCallError(stage().join(), 'token-invalid');
    expect(stage().engine.requests).to.deep.equal([]);
    expect(stage().status).to.equal('failed');
  });

  it('renews when another one is set, and stays in the room', async () => {
    stage().session.configure({ token: 'one' });
    await stage().join();
    stage().session.configure({ token: 'two' });
    expect(stage().room.tokenOf('me')).to.equal('two');
    expect(stage().engines).to.have.length(1);
    expect(stage().status).to.equal('joined');
  });

  it('renews with the one that was set while joining', async () => {
    stage().session.configure({ token: 'one' });
    stage().room.joinDelay = SHORT;
    const joining = stage().join();
    await eventually(() => stage().engines[0]?.requests.length, 'the engine joins');
    stage().session.configure({ token: 'two' });
    await joining;
    await eventually(() => stage().room.tokenOf('me') === 'two', 'the second token arrives');
    expect(stage().engine.renewals).to.deep.equal(['two']);
  });
});

describe('joining with what can not be', () => {
  const stage = useStage();

  const table: readonly [
    what: string,
    change: Parameters<ReturnType<typeof stage>['session']['configure']>[0],
    string,
  ][] = [
    ['no room', { room: '' }, 'room'],
    ['a room that was taken away', { room: null as unknown as string }, 'room'],
    ['a malformed room', { room: 'tea room' }, 'room'],
    ['no user', { user: '' }, 'user'],
    ['a malformed user', { user: 'me?' }, 'user'],
    ['a name without end', { userName: 'x'.repeat(257) }, 'user-name'],
    ['an unknown engine', { engine: 'pigeon' as 'local' }, 'engine'],
    ['an unknown mode', { mode: 'smell' as 'audio' }, 'mode'],
    ['a ZEGO project without app ID', { engine: 'zego', token: 'any' }, 'app-id'],
    ['a ZEGO project without token', { engine: 'zego', appId: 7 }, 'token'],
  ];
  for (const [what, change, attribute] of table)
    it(`opens nothing: ${what}`, async () => {
      stage().session.configure(change);
      const error = await expectCallError(stage().session.join(), 'invalid-config');
      expect(error.attribute).to.equal(attribute);
      expect(stage().state.connection).to.deep.equal({ status: 'failed', error });
      expect(stage().engines).to.deep.equal([]);
      expect(stage().prompts).to.deep.equal([]);
    });

  it('asks for no token', async () => {
    let asked = 0;
    stage().session.configure({ room: '', tokenProvider: () => `${(asked += 1)}` });
    await expectCallError(stage().session.join(), 'invalid-config');
    expect(asked).to.equal(0);
  });

  it('works once it is put right', async () => {
    stage().session.configure({ room: 'tea room' });
    await expectCallError(stage().session.join(), 'invalid-config');
    stage().session.configure({ room: 'tea' });
    expect(await stage().enter()).to.include({ video: true });
  });

  for (const engine of ['local', 'zego'] as const)
    it(`opens nothing on an insecure page: ${engine}`, async () => {
      const usual = Object.getOwnPropertyDescriptor(globalThis, 'isSecureContext');
      Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
      try {
        stage().session.configure({ engine, appId: 7, token: 'any' });
        await expectCallError(stage().session.join(), 'insecure-context');
        expect(stage().status).to.equal('failed');
        expect(stage().prompts).to.deep.equal([]);
      } finally {
        if (usual) Object.defineProperty(globalThis, 'isSecureContext', usual);
      }
    });
});
