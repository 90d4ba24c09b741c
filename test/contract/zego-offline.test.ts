import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import type { JoinRequest } from '../../src/engine/call-engine.js';
import { loadSdk } from '../../src/engine/zego/load-sdk.js';
import { createZegoEngine } from '../../src/engine/zego/zego-engine.js';
import { syntheticDevices } from '../../src/engine/simulated/testing.js';
import { expectCallError } from '../support/call-errors.js';
import { eventually, pause } from '../support/wait.js';
import { WatchedDevices } from '../support/watched-devices.js';
import { goOffline } from './zego-offline.js';

const APP_ID = 7;
const REQUEST: JoinRequest = { room: 'r', user: { id: 'me', name: 'Me' }, token: '04AAAA' };
const SETTLING_TIME = 300;
/** Far sooner than a login times out, in ms: a busy machine takes some time for everything. */
const AT_ONCE = 1_000;
const never = new AbortController().signal;

/** The whole of the real SDK, and nobody who answers. */
describe('the ZEGO SDK without a network', () => {
  let goOnline: () => void;
  const complaints = watchComplaints();

  beforeEach(() => {
    goOnline = goOffline();
  });
  afterEach(async () => {
    await pause(SETTLING_TIME);
    goOnline();
    expect(complaints().map(String).join('; ')).to.equal('');
  });

  it('gives up joining in time, and can try again', async () => {
    const engine = createZegoEngine({ appId: APP_ID }, { patience: { login: 500 } });
    await expectCallError(engine.join(REQUEST, never), 'timeout');
    await expectCallError(engine.join(REQUEST, never), 'timeout');
    await engine.destroy();
  });

  it('blames the network when the browser knows that there is none', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      const engine = createZegoEngine({ appId: APP_ID }, { patience: { login: 200 } });
      await expectCallError(engine.join(REQUEST, never), 'network');
      await engine.destroy();
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  it('leaves at once while joining', async () => {
    const engine = createZegoEngine({ appId: APP_ID });
    await loadSdk();
    const joining = engine.join(REQUEST, never);
    await pause(100);
    const start = performance.now();
    await engine.leave();
    await expectCallError(joining, 'aborted');
    expect(performance.now() - start).to.be.below(AT_ONCE);
    await engine.destroy();
  });

  it('says at once what the SDK refuses', async () => {
    const engine = createZegoEngine({ appId: APP_ID });
    const error = await expectCallError(engine.join({ ...REQUEST, room: 'a room' }, never), 'invalid-config');
    expect(error.attribute).to.equal('room');
    await engine.destroy();
  });

  describe('in a call', () => {
    let devices: WatchedDevices;
    let session: CallSession;
    beforeEach(() => {
      devices = new WatchedDevices(syntheticDevices());
      session = new CallSession(() => devices);
      session.configure({
        room: 'r',
        user: 'me',
        appId: APP_ID,
        token: '04AAAA',
        engine: () => createZegoEngine({ appId: APP_ID }, { patience: { login: 1_000 } }),
      });
    });

    it('fails, and turns camera and microphone off', async () => {
      await expectCallError(session.join(), 'timeout');
      expect(session.state.connection.status).to.equal('failed');
      expect(devices.tracks).to.have.length(2);
      expect(devices.live).to.deep.equal([]);
    });

    it('is left at once, which turns camera and microphone off', async () => {
      await loadSdk();
      const joining = session.join();
      joining.catch(() => undefined);
      await eventually(() => devices.live.length === 2, 'the devices are on');
      const start = performance.now();
      await session.leave();
      await expectCallError(joining, 'aborted');
      expect(performance.now() - start).to.be.below(AT_ONCE);
      expect(devices.live).to.deep.equal([]);
      expect(session.state.connection).to.deep.equal({ status: 'ended', reason: 'left' });
    });
  });
});

/** Whatever is written to the console, and every rejection that nobody handles, during a test. */
function watchComplaints(): () => readonly unknown[] {
  const LEVELS = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;
  const real = { ...console };
  let complaints: unknown[] = [];
  const note = (event: PromiseRejectionEvent): unknown => complaints.push(event.reason);
  beforeEach(() => {
    complaints = [];
    for (const level of LEVELS) console[level] = (...said: unknown[]) => complaints.push([level, ...said]);
    addEventListener('unhandledrejection', note);
  });
  afterEach(() => {
    removeEventListener('unhandledrejection', note);
    for (const level of LEVELS) console[level] = real[level];
  });
  return () => complaints;
}
