import { expect } from '@open-wc/testing';
import { CallError } from '../../src/engine/call-error.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import { CallStage, until } from '../support/call-stage.js';
import { all, button, find, press, reads, words } from '../support/page.js';
import { eventually, pause } from '../support/wait.js';

/** Longer than all that a command brings about, in ms. */
const SETTLING_TIME = 100;

describe('what a host can do to a call', () => {
  let stage: CallStage;
  beforeEach(() => {
    stage = new CallStage();
  });
  afterEach(() => stage.end());

  const banner = (call: ZegoCall): Promise<HTMLElement> => find(call, '[part=banner]');

  for (const [markup, honored] of [
    ['', false],
    ['host-commands', true],
    ['host-commands=""', true],
    ['host-commands="true"', true],
    ['host-commands="false"', false],
  ] as const)
    it(`is ${honored ? 'all' : 'nothing'} with ${markup || 'no attribute'}`, async () => {
      const host = stage.enter('host', 'Ada');
      const call = await stage.write(`<zego-call lang="en" room="room" user="me" ${markup}></zego-call>`);
      await call.join();
      expect(call.hostCommands).to.equal(honored);
      await eventually(() => call.participants.length === 1, 'the host is there');
      host.command('turn-camera-off', 'me');
      await pause(SETTLING_TIME);
      expect(call.state.self.camera.status).to.equal(honored ? 'off' : 'on');
    });

  it('is undone by taking the attribute away', async () => {
    const host = stage.enter('host', 'Ada');
    const call = await stage.write('<zego-call room="room" user="me" host-commands></zego-call>');
    await call.join();
    await eventually(() => call.participants.length === 1, 'the host is there');
    call.removeAttribute('host-commands');
    await call.updateComplete;
    host.command('turn-camera-off', 'me');
    await pause(SETTLING_TIME);
    expect(call.state.self.camera.status).to.equal('on');
  });

  for (const [action, sentence] of [
    ['turn-camera-off', 'Ada turned off your camera.'],
    ['turn-microphone-off', 'Ada muted your microphone.'],
  ] as const)
    it(`is told, in words that are no error, and can be dismissed: ${sentence}`, async () => {
      const host = stage.enter('host', 'Ada');
      const call = await stage.joined({ lang: 'en', hostCommands: true });
      const errors: unknown[] = [];
      call.addEventListener('zego-error', ({ detail }) => errors.push(detail));
      await eventually(() => call.participants.length === 1, 'the host is there');
      host.command(action, 'me');
      await reads(await banner(call), sentence);
      await reads(await find(call, '.announcer'), sentence);
      expect(errors).to.deep.equal([]);
      expect(call.error).to.equal(null);
      await press(await banner(call), 'Dismiss');
      await eventually(async () => (await banner(call)).hidden, 'the banner is gone');
    });

  it('is still told after a problem that hid it was dismissed', async () => {
    const host = stage.enter('host', 'Ada');
    const call = await stage.joined({ lang: 'en', hostCommands: true });
    await eventually(() => call.participants.length === 1, 'the host is there');
    await eventually(() => call.state.devices.microphone.options.length === 2, 'both are listed');
    host.command('turn-camera-off', 'me');
    await reads(await banner(call), 'Ada turned off your camera.');
    const streamId = stage.room.streams.find(({ user }) => user.id === 'me')!.streamId;
    stage.room.endPublication(streamId, new CallError('network', 'Of the test'));
    await reads(await banner(call), 'Others do not get your picture and sound.');
    await press(await banner(call), 'Dismiss');
    await reads(await banner(call), 'Ada turned off your camera.');
    stage.devices.setPlugged('microphone-1', false);
    await reads(await banner(call), 'Your microphone was unplugged.');
    await press(await banner(call), 'Dismiss');
    await reads(await banner(call), 'Ada turned off your camera.');
    await press(await banner(call), 'Dismiss');
    await eventually(() => call.state.hostCommand === null, 'it was read');
  });

  it('is told where the call is over: who removed whom', async () => {
    const host = stage.enter('host', '<b>Ada</b>');
    const call = await stage.joined({ lang: 'en', hostCommands: ({ action }) => action === 'leave' });
    const left: unknown[] = [];
    call.addEventListener('zego-left', ({ detail }) => left.push(detail));
    await eventually(() => call.participants.length === 1, 'the host is there');
    host.command('leave', 'me');
    await until(call, 'ended');
    await reads(call, '<b>Ada</b> removed you from the call.');
    expect(all(call, 'b')).to.deep.equal([]);
    const by = { id: 'host', name: '<b>Ada</b>' };
    expect(left).to.deep.equal([{ room: 'room', user: 'me', reason: 'removed', by }]);
  });

  it('is told in the words of whoever removed us through the server, as text', async () => {
    const call = await stage.joined({ lang: 'en' });
    await button(call, 'Leave');
    stage.room.kick('me', 'Be <i>kind</i> to others');
    await until(call, 'ended');
    await reads(call, 'Reason given: Be <i>kind</i> to others');
    expect(words(call)).to.include('You were removed from the call.');
    expect(all(call, 'i')).to.deep.equal([]);
  });
});
