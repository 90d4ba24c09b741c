import { expect } from '@open-wc/testing';
import { CallSession } from '../../src/call/call-session.js';
import type { CallState, ConnectionStatus, DeviceState } from '../../src/call/call-state.js';
import type { CallLimits } from '../../src/call/limits.js';
import type { CallEngine, StreamInfo, StreamSource } from '../../src/engine/call-engine.js';
import { ENGINES } from '../../src/engine/load-engine.js';
import {
  createSimulatedWorld,
  type SimulatedRoom,
  syntheticDevices,
} from '../../src/engine/simulated/testing.js';
import { WatchedDevices } from '../support/watched-devices.js';
import { eventually, inTime } from '../support/wait.js';
import { type EngineFaults, WatchedEngine } from './watched-engine.js';

/** For what an engine leaves undone: long enough for what it does, short enough for a test. */
export const SHORT = 60;

export const forever = new Promise<never>(() => undefined);

/** One test's surroundings: a session that joins the room "tea" as "me", and whatever it can meet there. */
export class CallStage {
  readonly world = createSimulatedWorld();
  readonly faults = syntheticDevices();
  readonly devices = new WatchedDevices(this.faults);
  readonly engines: WatchedEngine[] = [];
  readonly session: CallSession;
  /** Where the engines fail that are made from now on. */
  engineFaults: EngineFaults = {};
  /** How many engines were in a room at once, at most. */
  mostOpen = 0;

  constructor(limits: Partial<CallLimits> = {}) {
    this.session = new CallSession(() => this.devices, limits);
    this.session.configure({ room: 'tea', user: 'me', userName: 'Me', engine: this.createEngine });
  }

  readonly createEngine = (): CallEngine => {
    const engine = new WatchedEngine(this.world.createEngine(), this.engineFaults);
    const join = engine.join.bind(engine);
    engine.join = (request, signal) => {
      const joining = join(request, signal);
      this.mostOpen = Math.max(this.mostOpen, this.engines.filter(({ open }) => open).length);
      return joining;
    };
    this.engines.push(engine);
    return engine;
  };

  get state(): CallState {
    return this.session.state;
  }

  get status(): ConnectionStatus {
    return this.state.connection.status;
  }

  get room(): SimulatedRoom {
    return this.world.room('tea');
  }

  /** The engine that was made last. */
  get engine(): WatchedEngine {
    const engine = this.engines.at(-1);
    if (!engine) throw new Error('No engine was made yet');
    return engine;
  }

  /** What was asked for with each prompt: "audio", "video" or "audio+video". */
  get prompts(): string[] {
    return this.devices.requests.map((request) => Object.keys(request).sort().join('+'));
  }

  join(): Promise<void> {
    return inTime(this.session.join(), 'join settles');
  }

  leave(): Promise<void> {
    return inTime(this.session.leave(), 'leave settles');
  }

  /** Joins, and waits until the room has our stream. */
  async enter(): Promise<StreamInfo> {
    await this.join();
    return this.published();
  }

  /** Our stream in a room, once it is as `matches` wants it. */
  published(
    matches: (stream: StreamInfo) => boolean = () => true,
    source: StreamSource = 'camera',
    room = this.room,
  ): Promise<StreamInfo> {
    return eventually(
      () =>
        room.streams.find((stream) => stream.user.id === 'me' && stream.source === source && matches(stream)),
      `the room ${room.name} has our ${source} as expected`,
    );
  }

  /** Our streams in the room. */
  ours(room = this.room): StreamInfo[] {
    return room.streams.filter(({ user }) => user.id === 'me');
  }

  /** The first state, present or to come, for which `probe` gives something. */
  until<T>(probe: (state: CallState) => T | false, what: string): Promise<NonNullable<T>> {
    let stop = (): void => undefined;
    const found = new Promise<NonNullable<T>>((resolve) => {
      const look = (): void => {
        const result = probe(this.state);
        if (result) resolve(result);
      };
      stop = this.session.subscribe(look);
      look();
    });
    return inTime(found, what).finally(stop);
  }

  reach(status: ConnectionStatus): Promise<unknown> {
    return this.until(({ connection }) => connection.status === status, `the call is ${status}`);
  }

  device(kind: 'microphone' | 'camera' | 'screen', status: DeviceState['status']): Promise<unknown> {
    return this.until(({ self }) => self[kind].status === status, `the ${kind} is ${status}`);
  }

  async close(): Promise<void> {
    await this.leave();
    for (const { id } of this.room.users) this.room.kick(id);
  }
}

/** Sets a fresh stage before each test, and proves after it that whatever was captured or made was given back. */
export function useStage(limits: Partial<CallLimits> = {}): () => CallStage {
  let stage: CallStage | undefined;
  beforeEach(() => {
    stage = new CallStage(limits);
  });
  afterEach(async () => {
    const used = stage;
    stage = undefined;
    if (!used) return;
    await used.close();
    expect(used.devices.live, 'no track is left on').to.deep.equal([]);
    await eventually(() => used.engines.every(({ destroyed }) => destroyed), 'every engine is given back');
    expect(
      used.engines.map(({ subscriptions }) => subscriptions).filter(Boolean),
      'nobody listens',
    ).to.deep.equal([]);
    expect(used.mostOpen, 'never two engines in a room at once').to.be.at.most(1);
  });
  return () => {
    if (!stage) throw new Error('A stage is there only while a test runs');
    return stage;
  };
}

/** Loads `engine="simulated"` differently while `body` runs. */
export async function whileLoading(load: typeof ENGINES.simulated, body: () => Promise<void>): Promise<void> {
  const engines = ENGINES as { simulated: typeof load };
  const usual = engines.simulated;
  engines.simulated = load;
  try {
    await body();
  } finally {
    engines.simulated = usual;
  }
}
