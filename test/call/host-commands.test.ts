import { expect } from '@open-wc/testing';
import type { HostCommand, HostCommandPolicy } from '../../src/call/host-command.js';
import type { HostAction } from '../../src/engine/call-engine.js';
import type { SimulatedParticipant } from '../../src/engine/simulated/testing.js';
import { eventually, pause } from '../support/wait.js';
import { useStage } from './call-stage.js';

const ACTIONS: readonly HostAction[] = ['turn-camera-off', 'turn-microphone-off', 'leave'];
const FLOOD = 1_000;
/** Longer than all that a command brings about, in ms. */
const SETTLING_TIME = 100;

describe('commands of hosts', () => {
  const stage = useStage();
  let host: SimulatedParticipant;

  async function enter(hostCommands?: HostCommandPolicy): Promise<void> {
    host = stage().room.enter({ id: 'host', name: 'Ada Löwe' });
    if (hostCommands !== undefined) stage().session.configure({ hostCommands });
    await stage().enter();
    await stage().until(({ participants }) => participants[0], 'the host is there');
  }
  /** Resolves when what was asked for before is through, if it was ignored. */
  async function nothingHappens(): Promise<void> {
    const before = stage().state;
    await pause(SETTLING_TIME);
    expect(stage().status).to.equal('joined');
    expect(stage().state.self).to.include({ camera: before.self.camera, microphone: before.self.microphone });
    expect(stage().state).to.include({ hostCommand: null, notice: null });
  }

  for (const policy of [undefined, false, () => false] as const)
    it(`are not honored when the page says ${policy ? 'no to each' : String(policy)}`, async () => {
      await enter(policy);
      for (const action of ACTIONS) host.command(action, 'me');
      await nothingHappens();
      expect(stage().state.self.camera.status).to.equal('on');
    });

  for (const [action, device, kind] of [
    ['turn-camera-off', 'camera', 'video'],
    ['turn-microphone-off', 'microphone', 'audio'],
  ] as const) {
    it(`turn the ${device} off, and nothing else, and say who asked`, async () => {
      await enter(true);
      host.command(action, 'me');
      await stage().device(device, 'off');
      const other = device === 'camera' ? 'microphone' : 'camera';
      expect(stage().state.self[other].status).to.equal('on');
      expect(stage().state.hostCommand).to.deep.equal({ action, from: { id: 'host', name: 'Ada Löwe' } });
      expect(stage().state.notice).to.equal(null);
      await stage().published((stream) => !stream[kind]);
    });

    it(`leave a ${device} off that is off, and say nothing`, async () => {
      await enter(true);
      await stage().session[device === 'camera' ? 'setCamera' : 'setMicrophone'](false);
      host.command(action, 'me');
      await nothingHappens();
      expect(stage().state.self[device].status).to.equal('off');
    });

    it(`are told of until the person turns the ${device} on again`, async () => {
      await enter(true);
      host.command(action, 'me');
      await stage().device(device, 'off');
      await stage().session[device === 'camera' ? 'setCamera' : 'setMicrophone'](true);
      expect(stage().state.hostCommand).to.equal(null);
    });
  }

  it('end the call as removed, and say by whom', async () => {
    await enter(true);
    host.command('leave', 'me');
    await stage().reach('ended');
    const by = { id: 'host', name: 'Ada Löwe' };
    expect(stage().state.connection).to.deep.equal({ status: 'ended', reason: 'removed', by });
    expect(stage().devices.live).to.deep.equal([]);
    expect(stage().room.users.map(({ id }) => id)).to.deep.equal(['host']);
  });

  it('are dismissed by the person', async () => {
    await enter(true);
    host.command('turn-camera-off', 'me');
    await stage().device('camera', 'off');
    stage().session.dismissHostCommand();
    expect(stage().state.hostCommand).to.equal(null);
  });

  it('are asked of the page, which decides about each', async () => {
    const asked: HostCommand[] = [];
    await enter((command) => {
      asked.push(command);
      return command.action === 'turn-microphone-off';
    });
    for (const action of ACTIONS) host.command(action, 'me');
    await stage().device('microphone', 'off');
    const from = { id: 'host', name: 'Ada Löwe' };
    expect(asked).to.deep.equal(ACTIONS.map((action) => ({ action, from })));
    expect(stage().state.self.camera.status).to.equal('on');
    expect(stage().status).to.equal('joined');
  });

  for (const [name, answer] of Object.entries<unknown>({
    'a promise': Promise.resolve(true),
    nothing: undefined,
    'a text': 'yes',
    'a number': 1,
  }))
    it(`are not honored when the page answers with ${name}`, async () => {
      await enter((() => answer) as () => boolean);
      for (const action of ACTIONS) host.command(action, 'me');
      await nothingHappens();
    });

  it('are not honored when the page’s function throws, of which the page hears', async () => {
    const thrown = new Error('Of the test');
    const heard: unknown[] = [];
    const hear = (event: ErrorEvent) => {
      heard.push(event.error);
      event.preventDefault();
    };
    const { onerror } = window;
    window.onerror = null;
    addEventListener('error', hear);
    try {
      await enter(() => {
        throw thrown;
      });
      host.command('turn-camera-off', 'me');
      await nothingHappens();
      expect(heard).to.deep.equal([thrown]);
    } finally {
      removeEventListener('error', hear);
      window.onerror = onerror;
    }
  });

  it('are not honored for any value but true', async () => {
    await enter('yes' as unknown as boolean);
    for (const action of ACTIONS) host.command(action, 'me');
    await nothingHappens();
  });

  it('follow the page’s mind during the call', async () => {
    await enter(true);
    stage().session.configure({ hostCommands: false });
    host.command('turn-camera-off', 'me');
    await nothingHappens();
    stage().session.configure({ hostCommands: true });
    host.command('turn-camera-off', 'me');
    await stage().device('camera', 'off');
  });

  it('are ignored when they come from people who are not in the room, or from oneself', async () => {
    await enter(true);
    for (const action of ACTIONS) {
      stage().engine.emit({ type: 'host-command', from: { id: 'eve', name: 'Ada Löwe' }, action });
      stage().engine.emit({ type: 'host-command', from: { id: 'me', name: 'Me' }, action });
    }
    await nothingHappens();
  });

  it('name a person as the call does, not as the command does', async () => {
    await enter(true);
    const from = { id: 'host', name: 'Your bank' };
    stage().engine.emit({ type: 'host-command', from, action: 'turn-camera-off' });
    await stage().device('camera', 'off');
    expect(stage().state.hostCommand?.from.name).to.equal('Ada Löwe');
  });

  it('to others do nothing here', async () => {
    await enter(true);
    stage().room.enter({ id: 'ben' });
    for (const action of ACTIONS) host.command(action, 'ben');
    await nothingHappens();
  });

  it('never turn anything on', async () => {
    stage().session.configure({ cameraOff: true, microphoneOff: true });
    host = stage().room.enter({ id: 'host' });
    stage().session.configure({ hostCommands: true });
    await stage().join();
    host.command('turn-camera-off', 'me');
    host.command('turn-microphone-off', 'me');
    await nothingHappens();
    expect(stage().devices.requests).to.deep.equal([]);
  });

  it(`of which ${FLOOD} come at once, say one thing, ask the page once, and stop nothing`, async () => {
    let asked = 0;
    await enter(({ action }) => {
      asked += 1;
      return action === 'turn-camera-off';
    });
    const told: unknown[] = [];
    const stop = stage().session.subscribe(({ hostCommand }, previous) => {
      if (hostCommand !== previous.hostCommand) told.push(hostCommand?.action);
    });
    const start = performance.now();
    for (let count = 0; count < FLOOD; count++) for (const action of ACTIONS) host.command(action, 'me');
    await stage().device('camera', 'off');
    host.say('hello');
    await stage().until(({ messages }) => messages[0], 'what is said later arrives');
    stop();
    expect(performance.now() - start).to.be.below(1_000);
    expect(told).to.deep.equal(['turn-camera-off']);
    expect(asked).to.equal(ACTIONS.length);
  });

  it('are honored again a second later, also in the next call', async () => {
    await enter(true);
    host.command('turn-camera-off', 'me');
    await stage().device('camera', 'off');
    await stage().session.setCamera(true);
    host.command('turn-camera-off', 'me');
    await nothingHappens();
    await eventually(async () => {
      host.command('turn-camera-off', 'me');
      return stage().state.self.camera.status !== 'on';
    }, 'the camera is turned off again');
    await stage().leave();
    await stage().enter();
    await stage().session.setCamera(true);
    await stage().until(({ participants }) => participants[0], 'the host is there');
    host.command('turn-camera-off', 'me');
    await stage().device('camera', 'off');
  });

  it('are in the report, by user ID', async () => {
    await enter(true);
    host.command('turn-camera-off', 'me');
    await stage().device('camera', 'off');
    host.command('leave', 'me');
    await stage().reach('ended');
    const { timeline } = await stage().session.getReport();
    const kept = timeline.filter(({ type }) => ['host-command', 'left'].includes(type));
    expect(kept[0]).to.include({ type: 'host-command', action: 'turn-camera-off', by: 'host' });
    expect(kept[1]).to.include({ type: 'left', reason: 'removed', by: 'host' });
    expect(JSON.stringify(kept)).not.to.include('Ada');
  });
});
