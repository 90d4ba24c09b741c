import { expect } from '@open-wc/testing';
import type { CallError } from '../../src/engine/call-error.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, until } from '../support/call-stage.js';
import { all, press, reads } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

describe('<zego-call autojoin>', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const nextError = (call: ZegoCall): Promise<CallError> =>
    new Promise((resolve) =>
      call.addEventListener('zego-error', ({ detail }) => resolve(detail.error), { once: true }),
    );

  it('joins by itself', async () => {
    const call = await stage.call({ autojoin: true });
    await until(call, 'joined');
    expect(all(call, 'zego-lobby')).to.have.length(0);
  });

  it('joins by itself when it is written into the page', async () => {
    const call = await stage.write('<zego-call autojoin room="room" user="me"></zego-call>');
    await until(call, 'joined');
  });

  it('joins as soon as the attributes are there that arrive late', async () => {
    const call = await stage.call({ autojoin: true, room: '', user: '' });
    call.setAttribute('room', 'room');
    await call.updateComplete;
    expect(call.state.connection.status).to.equal('idle');
    call.setAttribute('user', 'me');
    await until(call, 'joined');
  });

  it('joins when autojoin itself arrives late', async () => {
    const call = await stage.call();
    expect(call.state.connection.status).to.equal('idle');
    call.setAttribute('autojoin', '');
    await until(call, 'joined');
  });

  for (const [missing, attribute] of [
    [{ room: '' }, 'room'],
    [{ user: '' }, 'user'],
    [{ engine: 'zego', token: '04abc' }, 'app-id'],
    [{ engine: 'zego', appId: 1 }, 'token'],
  ] as const) {
    it(`says that ${attribute} is missing, and opens nothing`, async () => {
      let opened = 0;
      const devices = { ...stage.devices, getUserMedia: () => (opened++, stage.devices.getUserMedia()) };
      const call = stage.make({ autojoin: true, devices, ...missing });
      const error = nextError(call);
      stage.box.append(call);
      expect(await error).to.include({ code: 'invalid-config', attribute });
      await reads(call, `This call is not set up correctly: ${attribute} is missing`);
      expect(opened).to.equal(0);
      expect(stage.room.users).to.deep.equal([]);
    });
  }

  for (const [wrong, attribute] of [
    [{ room: 'a b' }, 'room'],
    [{ room: 'r'.repeat(129) }, 'room'],
    [{ user: 'ü' }, 'user'],
    [{ user: 'u'.repeat(65) }, 'user'],
    [{ userName: 'n'.repeat(257) }, 'user-name'],
    [{ engine: 'zego', appId: Number.NaN, token: '04abc' }, 'app-id'],
    [{ engine: 'zego', appId: -1, token: '04abc' }, 'app-id'],
    [{ engine: 'nonsense' }, 'engine'],
    [{ mode: 'hologram' }, 'mode'],
  ] as const) {
    it(`says that ${attribute} is malformed, at once: ${JSON.stringify(wrong).slice(0, 40)}`, async () => {
      const call = stage.make({ autojoin: true, ...(wrong as object) });
      const error = nextError(call);
      stage.box.append(call);
      expect(await error).to.include({ code: 'invalid-config', attribute });
      await reads(call, `This call is not set up correctly: ${attribute} `);
      expect(stage.room.users).to.deep.equal([]);
    });
  }

  it('takes room, user and name at their longest', async () => {
    const [room, user, userName] = ['r'.repeat(128), 'u'.repeat(64), 'n'.repeat(256)];
    const call = await stage.call({ autojoin: true, room, user, userName });
    await until(call, 'joined');
    expect(stage.world.room(room).users).to.deep.equal([{ id: user, name: userName }]);
  });

  it('tries again when what was wrong is set right', async () => {
    const call = await stage.call({ autojoin: true, room: 'a b' });
    await until(call, 'failed');
    call.room = 'room';
    await until(call, 'joined');
  });

  it('does not bring back who has left', async () => {
    const call = await stage.call({ autojoin: true });
    await until(call, 'joined');
    await press(call, 'Leave');
    await until(call, 'ended');
    call.userName = 'Another name';
    await call.updateComplete;
    await pause(50);
    expect(call.state.connection.status).to.equal('ended');
  });

  it('does not join while it is out of the page', async () => {
    const call = await stage.call();
    call.remove();
    call.autojoin = true;
    await call.updateComplete;
    await pause(50);
    expect(call.state.connection.status).to.equal('idle');
    stage.box.append(call);
    await until(call, 'joined');
  });

  it('does not join when it is taken out before it could', async () => {
    const call = stage.make({ autojoin: true });
    stage.box.append(call);
    call.remove();
    await call.updateComplete;
    expect(call.state.connection.status).to.equal('idle');
    stage.box.append(call);
    await until(call, 'joined');
  });

  it('says what is missing also after a move in the page', async () => {
    const call = await stage.call({ autojoin: true, room: '' });
    const error = nextError(call);
    stage.box.append(call);
    expect(await error).to.include({ code: 'invalid-config', attribute: 'room' });
  });

  it('waits for nothing any more once it is out of the page', async () => {
    const call = await stage.call({ autojoin: true, room: '' });
    call.remove();
    await pause(1_100);
    expect(call.state.connection.status).to.equal('idle');
    await eventually(() => call.error === null, 'nothing is wrong');
  });
});
