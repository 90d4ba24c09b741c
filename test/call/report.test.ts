import { expect } from '@open-wc/testing';
import type { CallReport } from '../../src/call/call-report.js';
import { CallSession } from '../../src/call/call-session.js';
import { CallError } from '../../src/engine/call-error.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually } from '../support/wait.js';
import { useStage } from './call-stage.js';

const SECRET = 'nobody-elses-business';

describe('the report of a call', () => {
  const stage = useStage();
  const room = () => stage().room;
  const report = (): Promise<CallReport> => stage().session.getReport();

  it('is small and valid before anything was asked for, and changes nothing', async () => {
    const { state } = stage();
    const told = await report();
    expect(told).to.deep.include({
      page: { userAgent: navigator.userAgent, secure: true },
      engine: { name: 'custom', version: null },
      appId: null,
      room: 'tea',
      user: 'me',
      startedAt: null,
      connection: { status: 'idle' },
      people: 0,
      streams: 0,
      messages: { received: 0, sent: 0, failed: 0 },
      statistics: [],
      timeline: [],
      dropped: 0,
    });
    expect(told.version).to.match(/^\d+\.\d+\.\d+/);
    expect(stage().state).to.equal(state);
    expect(stage().prompts).to.deep.equal([]);
    expect(stage().engines).to.deep.equal([]);
  });

  it('is that of the project which the call belongs to', async () => {
    const session = new CallSession();
    session.configure({ engine: 'simulated', appId: 1234, room: 'tea', user: 'me' });
    expect(await session.getReport()).to.deep.include({
      appId: 1234,
      engine: { name: 'simulated', version: null },
    });
  });

  it('tells the story: a failure, a call, a lost connection, and its end', async () => {
    await tellingStory();
    const told = await report();

    expect(told.timeline.map(({ at: _, ...entry }) => entry)).to.deep.include.members([
      { type: 'joining', room: 'tea' },
      { type: 'join-failed', error: { code: 'room-full', engineCode: 1002034 } },
      { type: 'engine', version: '9.9.9' },
      { type: 'joined' },
      { type: 'device', device: 'camera', status: 'on' },
      { type: 'users-added', userIds: ['ada'] },
      { type: 'quality', userId: 'ada', up: 1, down: 3 },
      { type: 'connection', status: 'reconnecting' },
      { type: 'connection', status: 'reconnected' },
      { type: 'users-removed', userIds: ['ada'] },
      { type: 'left', reason: 'removed', error: { code: 'removed' } },
    ]);
    const types = told.timeline.map(({ type }) => type);
    for (const [first, then] of [
      ['joining', 'join-failed'],
      ['join-failed', 'joined'],
      ['joined', 'streams-added'],
      ['streams-added', 'stream-media'],
      ['stream-media', 'connection'],
      ['connection', 'left'],
    ] as const)
      expect(types.indexOf(first), `${first} before ${then}`).to.be.within(0, types.lastIndexOf(then) - 1);
    expect(types).to.include.members(['publish-state', 'streams-removed', 'remote-device']);

    const times = told.timeline.map(({ at }) => at);
    expect(times).to.deep.equal([...times].sort());
    expect(told.startedAt).to.equal(told.timeline.findLast(({ type }) => type === 'joining')?.at);
    expect(told).to.deep.include({
      engine: { name: 'custom', version: '9.9.9' },
      connection: { status: 'ended', reason: 'removed', error: { code: 'removed' } },
      messages: { received: 1, sent: 1, failed: 1 },
      people: 0,
      streams: 0,
      dropped: 0,
    });
    const played = told.statistics.find(({ direction }) => direction === 'play');
    expect(played).to.include({ packetLoss: 0.2, audioBitrate: 32 });
  });

  it('says how many people and streams there are', async () => {
    const ada = room().enter({ id: 'ada' });
    ada.publish();
    ada.publish({ source: 'screen' });
    room().enter({ id: 'ben' });
    await stage().enter();
    await stage().until(({ participants }) => participants.length === 2, 'both are there');
    expect(await report()).to.include({ people: 3, streams: 2 });
  });

  it('holds no token, message, name, nor label of a device, and survives JSON', async () => {
    await tellingStory();
    const told = await report();
    const text = JSON.stringify(told);
    expect(JSON.parse(text)).to.deep.equal(told);
    expect(text).to.not.include(SECRET);
    const { camera, microphone } = stage().state.devices;
    const labels = [...camera.options, ...microphone.options].map(({ label }) => label).filter(Boolean);
    expect(labels).to.not.be.empty;
    for (const label of labels) expect(text).to.not.include(label);
  });

  /** A join that fails and one that succeeds; Ada comes, speaks and goes; the connection breaks; we are removed. */
  async function tellingStory(): Promise<void> {
    const { session } = stage();
    session.configure({
      userName: SECRET,
      token: SECRET,
      tokenUrl: `/token?key=${SECRET}`,
      tokenProvider: () => SECRET,
      engine: () => Object.assign(stage().createEngine(), { version: '9.9.9' }),
    });
    room().failNextJoin(new CallError('room-full', SECRET, { engineCode: 1002034, cause: SECRET }));
    await expectCallError(stage().join(), 'room-full');

    const ada = room().enter({ id: 'ada', name: SECRET });
    const streamId = ada.publish();
    await stage().enter();
    await session.listDevices();
    await stage().device('camera', 'on');
    await stage().until(
      ({ participants }) => participants[0]?.streams[0]?.play === 'playing',
      'the stream of Ada plays',
    );
    ada.mute('video');
    ada.quality(1, 3);
    room().setFigures(streamId, { packetLoss: 0.2 });
    ada.say(SECRET);
    await session.sendMessage(SECRET);
    await eventually(() => session.statistics!.newest.length > 0, 'statistics have come');
    await stage().until(({ messages }) => messages.length === 2, 'both messages are there');

    room().dropConnection();
    await stage().reach('reconnecting');
    await expectCallError(session.sendMessage(SECRET), 'network');
    room().restoreConnection();
    await stage().reach('joined');
    ada.leave();
    await stage().until(({ participants }) => participants.length === 0, 'Ada is gone');
    room().kick('me');
    await stage().reach('ended');
  }
});
