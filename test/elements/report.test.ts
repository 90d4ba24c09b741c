import { expect } from '@open-wc/testing';
import { eventually } from '../support/wait.js';
import { CallStage, until } from '../support/call-stage.js';

describe('getReport() of <zego-call>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  it('is there before joining, and keeps the lobby as it is', async () => {
    const call = await stage.call({ appId: 1234 });
    const { state } = call;
    expect(await call.getReport()).to.deep.include({
      appId: 1234,
      room: 'room',
      user: 'me',
      connection: { status: 'idle' },
      timeline: [],
    });
    expect(call.state).to.equal(state);
  });

  it('tells of a call while it runs, and after its end', async () => {
    const ada = stage.enter('ada', 'Ada Löwe');
    const call = await stage.joined({ token: '04secret', userName: 'Grace' });
    ada.say('Between us');
    await call.sendMessage('Only you');
    await eventually(() => call.participants[0]?.streams.length === 1, 'Ada is there');
    const during = await call.getReport();
    expect(during).to.deep.include({ connection: { status: 'joined' }, people: 2, streams: 1 });
    stage.room.kick('me');
    await until(call, 'ended');

    const after = await call.getReport();
    const error = { code: 'removed' };
    expect(after.connection).to.deep.equal({ status: 'ended', reason: 'removed', error });
    expect(after.timeline.slice(0, during.timeline.length)).to.deep.equal(during.timeline);
    expect(after.timeline.map(({ type }) => type)).to.include.members(['joining', 'joined', 'left']);
    expect(JSON.stringify(after)).to.not.match(/04secret|Grace|Löwe|Between us|Only you/);
  });
});
