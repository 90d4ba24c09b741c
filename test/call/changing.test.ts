import { expect } from '@open-wc/testing';
import type { CallConfig } from '../../src/call/call-config.js';
import type { SimulatedRoom } from '../../src/engine/simulated/testing.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually } from '../support/wait.js';
import { useStage } from './call-stage.js';

describe('changing the call', () => {
  const stage = useStage();
  const cake = (): SimulatedRoom => stage().world.room('cake');

  it('to another room leaves the one and joins the other, with the same camera', async () => {
    await stage().enter();
    const { picture } = stage().state.self;
    const seen: string[] = [];
    stage().session.subscribe(({ connection, room }, previous) => {
      if (connection !== previous.connection) seen.push(`${connection.status} ${room}`);
    });
    stage().session.configure({ room: 'cake' });
    expect(await stage().published(undefined, 'camera', cake())).to.include({ audio: true, video: true });
    expect(seen).to.deep.equal(['ended tea', 'joining cake', 'joined cake']);
    expect(stage().room.users).to.deep.equal([]);
    expect(stage().state.self.picture).to.equal(picture);
    expect(picture?.getVideoTracks()[0]?.readyState).to.equal('live');
    expect(stage().prompts, 'nobody is asked again').to.deep.equal(['audio+video']);
  });

  const identities: readonly [string, (config: CallConfig) => Partial<CallConfig>][] = [
    ['user', () => ({ user: 'myself' })],
    ['project', () => ({ appId: 7 })],
    ['server', () => ({ server: 'ws://localhost:1' })],
    ['engine', () => ({ engine: () => stage().createEngine() })],
  ];
  for (const [what, change] of identities)
    it(`to another ${what} leaves and joins anew`, async () => {
      await stage().enter();
      stage().session.configure(change(stage().session.config));
      await stage().reach('joined');
      expect(stage().engines).to.have.length(2);
      expect(stage().prompts).to.have.length(1);
      const { user } = stage().session.config;
      await eventually(() => stage().room.streams[0]?.user.id === user, 'others see the camera again');
      expect(stage().room.users.map(({ id }) => id)).to.deep.equal([user]);
      expect(stage().state.self.user.id).to.equal(user);
    });

  for (const change of [
    { userName: 'Another' },
    { cameraOff: true, microphoneOff: true },
    { mode: 'audio' },
    { viewOnly: true },
    { token: '' },
    { tokenUrl: '/elsewhere' },
    { room: 'tea', user: 'me' },
    {},
  ] as const)
    it(`goes on with the call for ${JSON.stringify(change)}`, async () => {
      await stage().enter();
      const before = stage().state;
      stage().session.configure(change);
      expect(stage().state).to.equal(before);
      expect(stage().engines).to.have.length(1);
    });

  it('goes on with an app ID that is no number, where none is needed', async () => {
    stage().session.configure({ appId: Number.NaN });
    await stage().enter();
    stage().session.configure({ userName: 'Another' });
    stage().session.configure({ appId: Number.NaN });
    expect(stage().status).to.equal('joined');
    expect(stage().engines).to.have.length(1);
  });

  it('while joining gives up the one and joins the other', async () => {
    stage().room.joinDelay = 60_000;
    const joining = expectCallError(stage().session.join(), 'aborted');
    await eventually(() => stage().engines[0]?.open, 'the engine enters');
    stage().session.configure({ room: 'cake' });
    await joining;
    expect(await stage().published(undefined, 'camera', cake())).to.include({ video: true });
    expect(stage().prompts).to.deep.equal(['audio+video']);
    expect(stage().room.users).to.deep.equal([]);
  });

  it('before joining has begun joins only the other', async () => {
    const joining = expectCallError(stage().session.join(), 'aborted');
    stage().session.configure({ room: 'cake' });
    await joining;
    expect(await stage().published(undefined, 'camera', cake())).to.include({ video: true });
    expect(stage().engines.map(({ requests }) => requests.map(({ room }) => room))).to.deep.equal([['cake']]);
    expect(stage().prompts).to.deep.equal(['audio+video']);
  });

  it('while a prompt is open asks only once', async () => {
    const release = stage().devices.hold();
    const joining = expectCallError(stage().session.join(), 'aborted');
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    stage().session.configure({ room: 'cake' });
    await joining;
    release();
    expect(await stage().published(undefined, 'camera', cake())).to.include({ audio: true, video: true });
    expect(stage().prompts).to.deep.equal(['audio+video']);
  });

  it('several times in a row joins only the last', async () => {
    await stage().enter();
    for (const room of ['a', 'b', 'c', 'd', 'cake']) stage().session.configure({ room });
    expect(await stage().published(undefined, 'camera', cake())).to.include({ video: true });
    expect(stage().engines.map(({ requests }) => requests.map(({ room }) => room))).to.deep.equal([
      ['tea'],
      ['cake'],
    ]);
  });

  it('back and forth ends where it began', async () => {
    await stage().enter();
    stage().session.configure({ room: 'cake' });
    stage().session.configure({ room: 'tea' });
    await stage().reach('joined');
    expect(await stage().published()).to.include({ video: true });
    expect(cake().users).to.deep.equal([]);
    expect(stage().mostOpen).to.equal(1);
  });

  it('gives the promise of the room that is being joined', async () => {
    await stage().enter();
    stage().session.configure({ room: 'cake' });
    await stage().session.join();
    expect(stage().state).to.deep.include({ connection: { status: 'joined' }, room: 'cake' });
  });

  it('can be left before the other room is joined', async () => {
    await stage().enter();
    cake().joinDelay = 60_000;
    stage().session.configure({ room: 'cake' });
    await eventually(() => stage().engines[1]?.open, 'the second engine enters');
    await stage().leave();
    expect(stage().status).to.equal('ended');
    expect(stage().devices.live).to.deep.equal([]);
    expect(cake().users).to.deep.equal([]);
  });

  for (const room of ['', 'cake shop'])
    it(`to a room that can not be (“${room}”) turns everything off and says so`, async () => {
      await stage().enter();
      stage().session.configure({ room });
      await stage().reach('failed');
      const { connection } = stage().state;
      expect('error' in connection && connection.error).to.include({
        code: 'invalid-config',
        attribute: 'room',
      });
      await eventually(() => stage().devices.live.length === 0, 'no device is on');
      expect(stage().room.users).to.deep.equal([]);
    });

  it('keeps a microphone muted', async () => {
    await stage().enter();
    await stage().session.setMicrophone(false);
    stage().session.configure({ room: 'cake' });
    expect(await stage().published(undefined, 'camera', cake())).to.include({ audio: false, video: true });
    await stage().session.setMicrophone(true);
    expect(await stage().published(({ audio }) => audio, 'camera', cake())).to.include({ video: true });
    expect(stage().prompts).to.deep.equal(['audio+video']);
  });

  it('takes along a camera that is being asked for', async () => {
    stage().session.configure({ cameraOff: true });
    await stage().enter();
    const release = stage().devices.hold();
    const turning = stage().session.setCamera(true);
    await eventually(() => stage().devices.prompts === 1, 'the prompt is open');
    stage().session.configure({ room: 'cake' });
    release();
    await turning;
    expect(await stage().published(({ video }) => video, 'camera', cake())).to.include({ audio: true });
    expect(stage().state.self.camera.status).to.equal('on');
  });

  it('takes along a camera that the old room was just given', async () => {
    stage().session.configure({ cameraOff: true });
    stage().engineFaults = { publication: () => ({ replaceTrack: () => new Promise(() => undefined) }) };
    await stage().enter();
    const turning = stage().session.setCamera(true);
    await eventually(() => stage().devices.live.length === 2, 'the camera is captured');
    stage().engineFaults = {};
    stage().session.configure({ room: 'cake' });
    await turning;
    expect(await stage().published(({ video }) => video, 'camera', cake())).to.include({ audio: true });
    expect(stage().state.self.camera.status).to.equal('on');
  });

  it('turns off a camera that the old room was just asked to forget', async () => {
    stage().engineFaults = { publication: () => ({ setMuted: () => new Promise(() => undefined) }) };
    await stage().enter();
    const turning = stage().session.setCamera(false);
    await stage().device('camera', 'pending');
    stage().engineFaults = {};
    stage().session.configure({ room: 'cake' });
    await turning;
    expect(stage().state.self.camera.status).to.equal('off');
    expect(await stage().published(({ video }) => !video, 'camera', cake())).to.include({ audio: true });
    expect(stage().devices.live.map(({ kind }) => kind)).to.deep.equal(['audio']);
  });
});

describe('what counts from the next call on:', () => {
  const stage = useStage();

  async function again(change: Partial<CallConfig>): Promise<string[]> {
    await stage().enter();
    stage().session.configure(change);
    await stage().leave();
    const before = stage().prompts.length;
    await stage().join();
    return stage().prompts.slice(before);
  }

  it('sound only', async () => {
    expect(await again({ mode: 'audio' })).to.deep.equal(['audio']);
    expect(stage().state.self.picture).to.equal(null);
    expect(await stage().published()).to.include({ audio: true, video: false });
  });

  it('watching only', async () => {
    expect(await again({ viewOnly: true })).to.deep.equal([]);
    expect(stage().state.self.devices).to.deep.equal([]);
    expect(stage().ours()).to.deep.equal([]);
  });

  it('starting without camera', async () => {
    expect(await again({ cameraOff: true })).to.deep.equal(['audio']);
  });

  it('starting without microphone', async () => {
    expect(await again({ microphoneOff: true })).to.deep.equal(['video']);
  });

  it('pictures, after sound only', async () => {
    stage().session.configure({ mode: 'audio' });
    expect(await again({ mode: 'video' })).to.deep.equal(['audio+video']);
  });

  it('taking part, after watching only', async () => {
    stage().session.configure({ viewOnly: true });
    await stage().join();
    stage().session.configure({ viewOnly: false });
    await stage().leave();
    expect(await stage().enter()).to.include({ audio: true, video: true });
  });

  it('another name', async () => {
    await again({ userName: 'Another' });
    expect(stage().room.users).to.deep.equal([{ id: 'me', name: 'Another' }]);
    expect(stage().state.self.user.name).to.equal('Another');
  });

  it('what the person turned off, which nobody turns on for them', async () => {
    await stage().enter();
    await stage().session.setCamera(false);
    await stage().leave();
    await stage().join();
    expect(stage().prompts).to.deep.equal(['audio+video', 'audio']);
  });

  it('watching only, though the next room is joined at once', async () => {
    await stage().enter();
    stage().session.configure({ room: 'cake', viewOnly: true });
    await stage().reach('joined');
    expect(stage().devices.live).to.deep.equal([]);
    expect(stage().ours(stage().world.room('cake'))).to.deep.equal([]);
  });
});
