import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { CallSession } from '../../src/call/call-session.js';
import type { CallConfig } from '../../src/call/call-config.js';
import { ZegoCall } from '../../src/elements/zego-call.js';
import { createSimulatedWorld, syntheticDevices } from '../../src/engine/simulated/testing.js';
import { eventually, pause } from '../support/wait.js';
import { Answering } from './answering.js';
import { ELEMENT_OTHERS, ELEMENT_PROMISES, methodsOf, SESSION_OTHERS, SESSION_PROMISES } from './promises.js';

/** How long a promise may stay pending, in ms. */
const LONGEST = 30_000;

interface Call {
  readonly state: CallSession['state'];
  join(): Promise<void>;
  leave(): Promise<void>;
}

/** Whatever happens before nothing answers any more. */
const SCENES: Readonly<Record<string, (call: Call, answering: Answering) => Promise<void>>> = {
  'outside a room': async (_, answering) => answering.end(),
  async 'while joining'(call, answering) {
    answering.end();
    call.join().catch(() => undefined);
  },
  async 'in a room'(call, answering) {
    await call.join();
    await eventually(
      () => call.state.self.microphone.status === 'on' && call.state.self.camera.status === 'on',
      'the devices are on',
    );
    answering.end();
  },
};

/** A call in a room of its own. */
interface Setting<T extends Call> {
  readonly call: T;
  readonly answering: Answering;
  remove(): void;
}

const media = syntheticDevices();

function setSession(): Setting<CallSession> {
  const { answering, config, devices } = surroundings();
  const call = new CallSession(() => devices);
  call.configure(config);
  return { call, answering, remove: () => undefined };
}

function setElement(): Setting<ZegoCall> {
  const { answering, config, devices } = surroundings();
  const call = Object.assign(document.createElement('zego-call'), config, { devices });
  document.body.append(call);
  return { call, answering, remove: () => call.remove() };
}

function surroundings() {
  const answering = new Answering();
  const config: Partial<CallConfig> = {
    room: 'room',
    user: 'me',
    engine: () => answering.engine(createSimulatedWorld().createEngine()),
  };
  return { answering, config, devices: answering.devices(media) };
}

/** The promises that were still pending after the longest time, of one class in one scene. */
async function pendingOf<T extends Call>(
  promises: Readonly<Record<string, readonly ((call: T) => Promise<unknown>)[]>>,
  set: () => Setting<T>,
  prepare: (call: Call, answering: Answering) => Promise<void>,
): Promise<string[]> {
  const ways = Object.entries(promises).flatMap(([method, all]) =>
    all.map((way, at) => ({ name: `${method} (${at + 1})`, way, ...set() })),
  );
  const pending = ways.map(async ({ answering, call, name, remove, way }) => {
    await prepare(call, answering);
    const settled = way(call).then(
      () => null,
      () => null,
    );
    const first = await Promise.race([settled, pause(LONGEST).then(() => name)]);
    call.leave().catch(() => undefined);
    remove();
    return first;
  });
  return (await Promise.all(pending)).filter((name) => name !== null);
}

describe('When devices and engine never answer', () => {
  /** By title; all of a scene are looked at at once, since each takes long. */
  const pending = new Map<string, string[]>();
  const titles = Object.keys(SCENES).flatMap((scene) => [`CallSession ${scene}`, `<zego-call> ${scene}`]);

  before(async function () {
    this.timeout(4 * LONGEST);
    await setSession().call.getReport(); // Loads the code, which is neither a device nor an engine.
    for (const [scene, prepare] of Object.entries(SCENES)) {
      const [session, element] = await Promise.all([
        pendingOf(SESSION_PROMISES, setSession, prepare),
        pendingOf(ELEMENT_PROMISES, setElement, prepare),
      ]);
      pending.set(`CallSession ${scene}`, session);
      pending.set(`<zego-call> ${scene}`, element);
    }
  });

  for (const title of titles)
    it(`every promise of ${title} settles`, () => {
      expect(pending.get(title)).to.deep.equal([]);
    });

  it('knows every method of CallSession', () => {
    expect(methodsOf(CallSession)).to.have.members([...Object.keys(SESSION_PROMISES), ...SESSION_OTHERS]);
  });

  it('knows every method of <zego-call>', () => {
    expect(methodsOf(ZegoCall)).to.have.members([...Object.keys(ELEMENT_PROMISES), ...ELEMENT_OTHERS]);
  });
});
