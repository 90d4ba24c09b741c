import '../../src/define.js';
import type { ZegoCall } from '../../src/elements/zego-call.js';
import type { ConnectionStatus } from '../../src/call/call-state.js';
import {
  createSimulatedWorld,
  type SimulatedParticipant,
  type SimulatedRoom,
  type SyntheticDevices,
  syntheticDevices,
} from '../../src/engine/simulated/testing.js';
import { eventually } from './wait.js';

/** What a test sets of a `<zego-call>`. */
export type CallProperties = Partial<Omit<ZegoCall, 'style'>> & { style?: string };

/** A page with calls in it, and the simulated rooms that they join; one for each test. */
export class CallStage {
  readonly world = createSimulatedWorld();
  readonly devices: SyntheticDevices = syntheticDevices();
  /** Where calls stand unless they are told otherwise. */
  readonly box = document.createElement('div');
  readonly #calls = new Set<ZegoCall>();

  constructor() {
    document.body.append(this.box);
  }

  /** The room that calls join unless they are told otherwise. */
  get room(): SimulatedRoom {
    return this.world.room('room');
  }

  /** A call that is not in the page yet. */
  make({ style, ...properties }: CallProperties = {}): ZegoCall {
    const call = document.createElement('zego-call');
    const { createEngine: engine } = this.world;
    Object.assign(call, { room: 'room', user: 'me', engine, devices: this.devices }, properties);
    if (style) call.setAttribute('style', style);
    this.#calls.add(call);
    return call;
  }

  /** A call in the page, before joining. */
  async call(properties?: CallProperties): Promise<ZegoCall> {
    const call = this.make(properties);
    this.box.append(call);
    await call.updateComplete;
    return call;
  }

  /** A call in the page that has joined. */
  async joined(properties?: CallProperties): Promise<ZegoCall> {
    const call = await this.call(properties);
    await call.join();
    await call.updateComplete;
    return call;
  }

  /** Calls made by the page's own HTML. */
  async write(html: string): Promise<ZegoCall> {
    this.box.innerHTML = html;
    const calls = [...this.box.querySelectorAll('zego-call')];
    for (const call of calls) {
      this.#calls.add(call);
      call.engine = this.world.createEngine;
      call.devices = this.devices;
    }
    const [call] = calls;
    if (!call) throw new Error('There is no <zego-call> in this HTML');
    await call.updateComplete;
    return call;
  }

  /** Somebody in the room who sends sound and pictures. */
  enter(id: string, name = id): SimulatedParticipant {
    const person = this.room.enter({ id, name });
    person.publish();
    return person;
  }

  async end(): Promise<void> {
    await Promise.all([...this.#calls].map((call) => call.leave()));
    this.box.remove();
    for (const call of this.#calls) call.remove();
  }
}

/** Resolves once the call is there. */
export async function until(call: ZegoCall, status: ConnectionStatus): Promise<void> {
  await eventually(() => call.state.connection.status === status, `the call is ${status}`);
  await call.updateComplete;
}
