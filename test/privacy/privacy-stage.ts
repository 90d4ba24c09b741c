import { CallSession } from '../../src/call/call-session.js';
import { type DeviceState, isActive, isWanted } from '../../src/call/call-state.js';
import type { Effects, TrackKind } from '../../src/engine/call-engine.js';
import { eventually, inTime, pause } from '../support/wait.js';
import { type Delays, noDelays } from './delays.js';
import type { EngineStage, SetEngineStage } from './engine-stage.js';
import { MarkedMedia } from './marked-media.js';
import { Probes } from './probes.js';
import { type DeviceId, DEVICE_IDS, type Step } from './sequence.js';
import { SlowDevices } from './slow-devices.js';

type Input = 'microphone' | 'camera';

const KINDS: readonly TrackKind[] = ['audio', 'video'];
const INPUTS: Readonly<Record<TrackKind, Input>> = { audio: 'microphone', video: 'camera' };
/** From this long after the press, in ms, nothing may leave. */
const GRACE = 50;
/** How long a cable stays pulled, and how long something stays slow, in ms. */
const OUTAGE = 300;
const SLOWNESS = 2_000;
/** In ms; `SETTLING` is longer than anything slow. */
const SLOW_CAPTURE = 250;
const SLOW_PUBLISH = 3_000;
const SLOW_REPLACE_TRACK = 500;
const SETTLING = 10_000;
/** Longer than a late correction would take, in ms. */
const STAYS = 150;

const SOME_EFFECTS: Effects = { beauty: { smooth: 50, whiten: 0, rosy: 0, sharpen: 0 } };

/** A user with a whole call: does the steps of a sequence, remembers what they pressed last, and watches what leaves. */
export class PrivacyStage {
  readonly #session: CallSession;
  readonly #rooms: readonly string[];
  readonly #delays: Delays;
  readonly #engine: EngineStage;
  readonly #media: MarkedMedia;
  readonly #devices: SlowDevices;
  readonly #probes: Probes;
  readonly #plugged = new Set<DeviceId>(DEVICE_IDS);
  readonly #intent: Record<TrackKind, boolean> = { audio: true, video: true };
  readonly #pressedAt: Record<TrackKind, number> = { audio: 0, video: 0 };
  readonly #forbidding: Partial<Record<TrackKind, ReturnType<typeof setTimeout>>> = {};
  /** Commands that have not settled, by what they are called. */
  readonly #pending = new Map<Promise<unknown>, string>();
  #outage: Promise<void> | undefined;
  #inRoom = false;
  #hasEffects = false;

  private constructor(
    rooms: readonly string[],
    delays: Delays,
    engine: EngineStage,
    media: MarkedMedia,
    context: AudioContext | null,
  ) {
    this.#rooms = rooms;
    this.#delays = delays;
    this.#engine = engine;
    this.#media = media;
    this.#devices = new SlowDevices(media, delays);
    this.#probes = new Probes(context, (place) => engine[place]());
    this.#session = new CallSession(() => this.#devices);
    this.#session.configure({
      room: rooms[0]!,
      user: 'me',
      token: '04AAAA',
      engine: () => engine.createEngine(),
    });
  }

  /** @param context null where Web Audio does not run. */
  static async set(setEngineStage: SetEngineStage, context: AudioContext | null): Promise<PrivacyStage> {
    const rooms = ['a', 'b'].map((name) => `${name}-${crypto.randomUUID()}`);
    const delays = noDelays();
    const [engine, media] = await Promise.all([setEngineStage(rooms, delays), MarkedMedia.open(context)]);
    return new PrivacyStage(rooms, delays, engine, media, context);
  }

  /** What left although the user did not want it; null while nothing did. */
  get leak(): string | null {
    const { leak } = this.#probes;
    if (!leak) return null;
    const { at, kind, place } = leak;
    const what = kind === 'audio' ? 'sound' : 'frames';
    return `${what} on the ${place} track ${Math.round(at - this.#pressedAt[kind])} ms after the press`;
  }

  async step({ action, device, wait }: Step): Promise<void> {
    await this.#act(action, device);
    await pause(wait);
  }

  /** Resolves with what is wrong now that nothing happens any more; null when nothing is. */
  async settle(): Promise<string | null> {
    await this.#outage;
    Object.assign(this.#delays, noDelays());
    const idle = eventually(() => this.#pending.size === 0, 'every command settles', SETTLING);
    if (!(await idle.catch(() => null))) return `${[...this.#pending.values()].join(', ')} did not settle`;
    await this.#pressAgain();
    const since = performance.now();
    const settled = eventually(() => this.#wrong(since).length === 0 || this.leak, 'all is right', SETTLING);
    await settled.then(() => pause(STAYS)).catch(() => undefined);
    return this.#wrong(since).join('; ') || null;
  }

  async close(): Promise<void> {
    for (const kind of KINDS) clearTimeout(this.#forbidding[kind]);
    await inTime(this.#session.leave(), 'leave settles');
    this.#probes.close();
    await this.#engine.close();
    this.#media.close();
  }

  async #act(action: Step['action'], device: DeviceId): Promise<void> {
    const session = this.#session;
    switch (action) {
      case 'mute':
        return this.#press('audio', false);
      case 'unmute':
        return this.#press('audio', true);
      case 'camera off':
        return this.#press('video', false);
      case 'camera on':
        return this.#press('video', true);
      case 'unplug':
      case 'plug':
        return this.#setPlugged(device, action === 'plug');
      case 'select':
        return this.#command('select', session.selectDevice(inputOf(device), device));
      case 'accept offer': {
        const { offer } = session.state;
        if (!offer) return;
        this.#command('accept offer', session.selectDevice(offer.kind, offer.device.id));
        return session.dismissOffer();
      }
      case 'dismiss offer':
        return session.dismissOffer();
      case 'join':
        this.#inRoom = true;
        return this.#command('join', session.join());
      case 'leave':
        this.#inRoom = false;
        return this.#command('leave', session.leave());
      case 'switch room':
        return session.configure({ room: this.#rooms.find((room) => room !== session.config.room)! });
      case 'reconnect':
        this.#outage ??= this.#cutConnection();
        return;
      case 'effect':
        this.#hasEffects = !this.#hasEffects;
        return this.#command('effect', session.setEffects(this.#hasEffects ? SOME_EFFECTS : {}));
      case 'slow capture':
        return this.#slow('capture', SLOW_CAPTURE);
      case 'slow publish':
        return this.#slow('publish', SLOW_PUBLISH);
      case 'late publish':
        return this.#slow('published', SLOW_PUBLISH);
      case 'slow replaceTrack':
        return this.#slow('replaceTrack', SLOW_REPLACE_TRACK);
      case 'pause':
        throw new Error('A pause is no action: settle instead');
    }
  }

  /** Presses the button. What is captured is marked from a moment after muting until just before unmuting. */
  async #press(kind: TrackKind, on: boolean): Promise<void> {
    clearTimeout(this.#forbidding[kind]);
    if (on) await this.#media.allow(kind);
    else this.#forbidding[kind] = setTimeout(() => this.#media.forbid(kind), GRACE);
    if (this.#intent[kind] && !on) this.#pressedAt[kind] = performance.now();
    this.#intent[kind] = on;
    const pressed = kind === 'audio' ? this.#session.setMicrophone(on) : this.#session.setCamera(on);
    this.#command(`${INPUTS[kind]} ${on ? 'on' : 'off'}`, pressed);
  }

  /** Acts on the other device of that kind when this one is plugged in, or out, already. */
  #setPlugged(device: DeviceId, plugged: boolean): void {
    const ofKind = DEVICE_IDS.filter((id) => inputOf(id) === inputOf(device));
    const id = [device, ...ofKind].find((each) => this.#plugged.has(each) !== plugged);
    if (!id) return;
    this.#plugged[plugged ? 'add' : 'delete'](id);
    this.#devices.setPlugged(id, plugged);
  }

  /** Commands may fail, but not hang. */
  #command(name: string, command: Promise<unknown>): void {
    this.#pending.set(command, name);
    const settle = () => this.#pending.delete(command);
    command.then(settle, settle);
  }

  async #cutConnection(): Promise<void> {
    this.#engine.dropConnection();
    await pause(OUTAGE);
    this.#engine.restoreConnection();
    this.#outage = undefined;
  }

  #slow(what: keyof Delays, milliseconds: number): void {
    this.#delays[what] = milliseconds;
    setTimeout(() => (this.#delays[what] = 0), SLOWNESS);
  }

  /** As a user does who sees that something failed which should be there. */
  async #pressAgain(): Promise<void> {
    if (this.#inRoom && !isActive(this.#session.state.connection)) await this.#act('join', DEVICE_IDS[0]);
    for (const kind of KINDS)
      if (this.#isExpected(kind) && this.#stateOf(kind).status === 'failed') await this.#press(kind, true);
  }

  #stateOf(kind: TrackKind): DeviceState {
    return this.#session.state.self[INPUTS[kind]];
  }

  #isExpected(kind: TrackKind): boolean {
    const hasDevice = [...this.#plugged].some((device) => inputOf(device) === INPUTS[kind]);
    return this.#inRoom && this.#intent[kind] && hasDevice;
  }

  /** What the user, the state and the room do not agree on. */
  #wrong(since: number): string[] {
    const { connection } = this.#session.state;
    const why = 'error' in connection && connection.error ? ` (${connection.error.message})` : '';
    if (this.#inRoom && connection.status !== 'joined') return [`the call is ${connection.status}${why}`];
    return KINDS.flatMap((kind) => {
      const expected = this.#isExpected(kind);
      const state = this.#stateOf(kind);
      const wrong: string[] = [];
      for (const room of this.#rooms) {
        const told = this.#engine.told(room).map((each) => each[kind]);
        const isHere = expected && room === this.#session.config.room;
        if ((isHere && told.length === 0) || told.some((is) => is !== isHere))
          wrong.push(`a room was told of ${kind}: ${told.join(' and ') || 'nothing'}`);
      }
      if (expected && state.status !== 'on') wrong.push(`the ${INPUTS[kind]} is ${state.status}`);
      if (!this.#intent[kind] && isWanted(state))
        wrong.push(`the ${INPUTS[kind]} is ${state.status} although it was turned off`);
      if (expected && !this.#probes.flows(this.#engine.received(), kind, since))
        wrong.push(`no ${kind} arrives`);
      // A muted microphone may stay captured in a room; a camera that is off never, since its light would stay on.
      const most = this.#intent[kind] || (kind === 'audio' && this.#inRoom) ? 1 : 0;
      const captured = this.#devices.captured(kind);
      if (captured > most) wrong.push(`${captured} tracks of the ${INPUTS[kind]} are captured`);
      return wrong;
    });
  }
}

function inputOf(device: DeviceId): Input {
  return device.startsWith('microphone') ? 'microphone' : 'camera';
}
