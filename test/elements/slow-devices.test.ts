import { expect } from '@open-wc/testing';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, until } from '../support/call-stage.js';
import { button, buttons, find, nameOf, press, reads, words } from '../support/page.js';
import { eventually, inTime, pause } from '../support/wait.js';

const WAITING = 'Still waiting for your';

describe('a device in the lobby that does not turn on', () => {
  let stage: CallStage;
  let call: ZegoCall;
  /** Which kinds of devices never answer. */
  let hanging: { audio?: boolean; video?: boolean };
  beforeEach(async () => {
    stage = new CallStage();
    const { devices } = stage;
    const capture = devices.getUserMedia.bind(devices);
    hanging = {};
    devices.getUserMedia = (constraints) => {
      const hangs = (hanging.audio && constraints?.audio) || (hanging.video && constraints?.video);
      return hangs ? new Promise(() => undefined) : capture(constraints);
    };
    call = await stage.call();
  });
  afterEach(() => stage.end());

  const names = (): string[] => buttons(call).map(nameOf);
  const offers = (): string[] => names().filter((name) => name.startsWith('Join without'));

  it('is not mentioned while the browser may still be asking', async () => {
    hanging = { audio: true, video: true };
    await press(call, 'Show preview');
    await find(call, 'zego-slow-devices');
    await pause(1_000);
    expect([words(call).includes(WAITING), offers()]).to.deep.equal([false, []]);
  });

  for (const [what, kinds, off] of [
    ['microphone and camera', { audio: true, video: true }, ['microphone', 'camera']],
    ['camera', { video: true }, ['camera']],
    ['microphone', { audio: true }, ['microphone']],
  ] as const)
    it(`lets a person join without ${what}`, async () => {
      if (off.length === 1) {
        const other = off[0] === 'camera' ? 'microphone' : 'camera';
        await (other === 'camera' ? call.setCamera(true) : call.setMicrophone(true));
      }
      hanging = kinds;
      const turningOn =
        off.length === 1 ? call[off[0] === 'camera' ? 'setCamera' : 'setMicrophone'](true) : null;
      turningOn?.catch(() => undefined);
      if (!turningOn) await press(call, 'Show preview');
      await reads(call, `${WAITING} ${what}`);
      expect(names(), 'the usual button').to.include('Join');
      await press(call, `Join without ${what}`);
      await inTime(until(call, 'joined'), 'the call is joined');
      for (const kind of off) expect(call.state.self[kind].status, kind).to.equal('off');
      for (const kind of ['camera', 'microphone'] as const)
        if (!(off as readonly string[]).includes(kind)) expect(call.state.self[kind].status).to.equal('on');
    });

  it('can be turned off again with its own button, and is not mentioned any more', async () => {
    hanging = { video: true };
    call.setCamera(true).catch(() => undefined);
    await reads(call, `${WAITING} camera`);
    await press(call, 'Turn off camera');
    await eventually(() => call.state.self.camera.status === 'off', 'it is off');
    await eventually(() => offers().length === 0 && !words(call).includes(WAITING), 'nothing is offered');
    expect((await button(call, 'Join')).disabled).to.be.false;
  });
});
