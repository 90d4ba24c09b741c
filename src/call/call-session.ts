import type { MessageKind } from '../engine/call-engine.js';
import { CallError } from '../engine/call-error.js';
import { loaded } from '../engine/loaded.js';
import type { Effects } from '../engine/call-engine.js';
import { ENGINES } from '../engine/load-engine.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import type { CallReport } from './call-report.js';
import {
  type CallConfig,
  checkConfig,
  DEFAULT_CONFIG,
  devicesOf,
  isSameRoom,
  withChange,
} from './call-config.js';
import { ARMED, type CallState, type ChoiceKind, OFF } from './call-state.js';
import { CallStore, type StateListener } from './call-store.js';
import { aborted, untilAborted, within } from './deadline.js';
import { checkEnvironment } from './environment.js';
import { type CallLimits, LIMITS } from './limits.js';
import type { LiveCall } from './live-call.js';
import type { Size } from './receive-plan.js';
import type { Reactions } from './room-signals.js';
import type { ReactionName } from './signal.js';
import { Sightings } from './sightings.js';
import { volumeProblem } from './volumes.js';
import { SoundLevels } from './sound-levels.js';
import type { Statistics } from './statistics.js';

export type { StateListener };

export interface SendOptions {
  readonly kind?: MessageKind;
}

/**
 * A call without a face: state to read, commands to give. Commands ask; the state follows when the engine or
 * the device confirms. Every promise settles, and rejects with `CallError` only. What acts on devices and engines
 * is loaded with the first command that needs it.
 */
export class CallSession {
  readonly levels = new SoundLevels();
  readonly sightings = new Sightings();
  readonly #store = new CallStore();
  readonly #devices: () => CaptureDevices | null;
  readonly #limits: CallLimits;
  #config = DEFAULT_CONFIG;
  #live: LiveCall | null = null;
  #loading: Promise<LiveCall> | null = null;
  /** Aborted by `leave`: commands that wait for the code they need are dropped. */
  #waiting = new AbortController();
  /** A join that waits for the code it needs. */
  #start: AbortController | null = null;
  #joining: Promise<void> = Promise.resolve();

  /**
   * @param devices where to capture from; by default what the engine brings, else this machine's devices.
   * @param limits how long to wait for what others do; what is not given here is as long as always.
   */
  constructor(devices: () => CaptureDevices | null = () => null, limits: Partial<CallLimits> = {}) {
    this.#devices = devices;
    this.#limits = { ...LIMITS, ...limits };
    this.#showConfig();
  }

  get state(): CallState {
    return this.#store.state;
  }

  /** How each stream fares. Null before the first command, when there are none. */
  get statistics(): Statistics | null {
    return this.#live?.statistics ?? null;
  }

  /** What people show for a moment, by user ID. Null before the first command, when there is nothing. */
  get reactions(): Reactions | null {
    return this.#live?.reactions ?? null;
  }

  get config(): CallConfig {
    return this.#config;
  }

  /** Calls back after each change of the state. Returns what ends it. */
  subscribe(listener: StateListener): () => void {
    return this.#store.subscribe(listener);
  }

  /**
   * Says what the call is to be. Another room, user, project, server or engine during a call leaves and joins
   * the new one; another token is given to the engine; `quality`, `screenQuality` and
   * `hostCommands` count at once; everything else counts from the next join on.
   */
  configure(change: Partial<CallConfig>): void {
    const previous = this.#config;
    this.#config = withChange(previous, change);
    if (this.#live) return this.#live.configure(this.#config);
    const joinAnew = this.#start !== null && !isSameRoom(this.#config, previous);
    if (joinAnew) void this.leave();
    this.#showConfig();
    if (joinAnew) this.join().catch(() => undefined);
  }

  /** Enters the room. While joining or joined, it settles as the join before it does. */
  join(): Promise<void> {
    if (this.#live) return this.#live.join();
    if (this.#start) return this.#joining;
    try {
      checkConfig(this.#config);
      checkEnvironment(this.#config);
    } catch (thrown) {
      const error = CallError.from(thrown);
      this.#store.report({ type: 'join-failed', error });
      return Promise.reject(error);
    }
    this.#store.report({ type: 'joining', room: this.#config.room });
    preload(this.#config);
    this.#start = new AbortController();
    return (this.#joining = this.#joinWhenLoaded(this.#start.signal));
  }

  /** Leaves at once, also while joining; turns camera and microphone off. Resolves when all is given back. */
  leave(): Promise<void> {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    if (this.#start) {
      this.#start.abort();
      this.#start = null;
      this.#store.report({ type: 'left', reason: 'left' });
    }
    return this.#live?.leave() ?? Promise.resolve();
  }

  /** Turns on, with one prompt, what joining would turn on. Failures are told by the state; never rejects. */
  startPreview(): Promise<void> {
    return this.#command((live) => live.startPreview()).catch(() => undefined);
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#command((live) => live.setMicrophone(on));
  }

  setCamera(on: boolean): Promise<void> {
    return this.#command((live) => live.setCamera(on));
  }

  /**
   * Brings `state.devices` up to date and keeps it so until the call is left. Nobody is asked for anything: what the
   * browser does not tell before permission stays unknown.
   */
  listDevices(): Promise<void> {
    return this.#command((live) => live.listDevices()).catch(() => undefined);
  }

  /**
   * Uses that camera, microphone or speaker, without a gap when it is on, and remembers it for later visits. For the
   * speaker, an empty ID means the system's own choice. Rejects with `device-not-found` when there is no such device.
   */
  selectDevice(kind: ChoiceKind, deviceId: string): Promise<void> {
    return this.#command((live) => live.selectDevice(kind, deviceId));
  }

  /**
   * Reports that sound can't be played on this audio output. It counts as chosen no more until something is plugged in or out,
   * and one notice tells so. `<zego-tile>` calls this; a page that plays streams in its own elements can do so as well.
   */
  audioOutputFailed(deviceId: string, cause: unknown): void {
    this.#live?.audioOutputFailed(deviceId, cause);
  }

  /** From the front camera to the back one, or to the next there is. */
  switchCamera(): Promise<void> {
    return this.#command((live) => live.switchCamera());
  }

  /** Captures anew what the system has interrupted. */
  resume(): Promise<void> {
    return this.#command((live) => live.resume());
  }

  setEffects(effects: Effects): Promise<void> {
    return this.#command((live) => live.setEffects(effects));
  }

  /** Brings `state.self.effectKinds` up to date before anything is sent; loads the engine's code for that. Never rejects. */
  listEffects(): Promise<void> {
    return this.#command((live) => live.listEffects()).catch(() => undefined);
  }

  startScreenShare(): Promise<void> {
    return this.#command((live) => live.startScreenShare());
  }

  async stopScreenShare(): Promise<void> {
    await this.#live?.stopScreenShare();
  }

  /**
   * Publishes microphone and camera again after that has failed; see `state.self.publishError`. Rejects with whatever went
   * wrong; with `aborted` outside a room.
   */
  async retryPublishing(): Promise<void> {
    if (!this.#live) throw aborted();
    await this.#live.retryPublishing();
  }

  /** Plays a stream of somebody else again whose `play` is `failed`; harmless for any other. */
  retryPlaying(streamId: string): void {
    this.#live?.retryPlaying(streamId);
  }

  /**
   * Sends text to everyone in the room: 1 to 1,024 bytes of UTF-8, without the space around it. It stands in the
   * messages at once, as `sending`; resolves when it is `sent`. ZEGO takes one message a second: further ones wait for
   * their turn, and for a lost connection, up to 14 s. Rejects with `message-rejected` for text that can't be sent, and
   * does not keep it; with whatever else went wrong when it `failed`; with `aborted` outside a room.
   * @param kind `barrage` waits for nothing and reaches more than 500 people, but may be lost.
   */
  async sendMessage(text: string, { kind = 'reliable' }: SendOptions = {}): Promise<void> {
    if (!this.#live) throw aborted();
    await this.#live.sendMessage(text, kind);
  }

  /** Sends a `failed` message of ours again, which keeps its place. Rejects with `message-rejected` when there is none. */
  async retryMessage(id: string): Promise<void> {
    if (!this.#live) throw aborted();
    await this.#live.retryMessage(id);
  }

  /**
   * Raises or lowers our hand. `state.hands` contains it once the room has received it. People who join later receive it
   * within 5 s. No chat shows it. Rejects with whatever went wrong; with `aborted` outside a room.
   */
  async raiseHand(raised: boolean): Promise<void> {
    if (!this.#live) throw aborted();
    await this.#live.raiseHand(raised);
  }

  /**
   * Shows everybody a reaction for a moment; no chat shows it. ZEGO takes 10 signals a second in a room, all people
   * together. Rejects with `message-rejected` for a name that is none, and sooner than 500 ms after the last one; with
   * `aborted` outside a room.
   */
  async react(name: ReactionName): Promise<void> {
    if (!this.#live) throw aborted();
    await this.#live.react(name);
  }

  /**
   * Changes how loud the person hears a participant: from 0, which mutes them for the person alone, to 1, the default. It
   * counts for all their streams and for everybody with that user ID who comes later, in this call and in those to come.
   * Nobody else learns of it. Rejects with `invalid-config`, which names the argument, for other values.
   */
  setParticipantVolume(userId: string, volume: number): Promise<void> {
    const problem = volumeProblem(userId, volume);
    if (problem) return Promise.reject(problem);
    this.#store.report({ type: 'volume', userId, volume: volume + 0 }); // Never -0.
    return Promise.resolve();
  }

  /**
   * Says how large something else than a `<zego-tile>` shows a stream. Of a stream that nobody shows, only the sound is
   * received, so whoever plays `media` in a `<video>` of their own says so here, and again when its size changes.
   * @param size in device pixels; null when it shows the stream no more.
   */
  seen(streamId: string, size: Size | null): void {
    this.sightings.see(this, streamId, size);
  }

  /**
   * What happened so far, for whoever is to help: plain data without tokens, messages or names. Recorded from the first
   * command on; before it, the report says little. Rejects with `network` or `timeout` when the code for it can't be loaded.
   */
  async getReport(): Promise<CallReport> {
    return (await this.#load()).getReport();
  }

  /** The person has read all messages: nothing is unread any more. */
  markRead(): void {
    this.#store.report({ type: 'messages-read' });
  }

  /** The person has read the notice. */
  dismissNotice(): void {
    this.#store.report({ type: 'notice', error: null });
  }

  /** The person has read what somebody has turned off. */
  dismissHostCommand(): void {
    this.#store.report({ type: 'host-command-done', command: null });
  }

  /** The person does not want the device that was offered. */
  dismissOffer(): void {
    this.#store.report({ type: 'offer', offer: null });
  }

  async #command(command: (live: LiveCall) => Promise<void>): Promise<void> {
    if (this.#live) return command(this.#live);
    const { signal } = this.#waiting;
    let live: LiveCall;
    try {
      live = await untilAborted(this.#load(), signal);
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (!signal.aborted) this.#store.report({ type: 'notice', error });
      throw error;
    }
    if (signal.aborted) throw aborted();
    return command(live);
  }

  async #joinWhenLoaded(signal: AbortSignal): Promise<void> {
    let live: LiveCall;
    try {
      live = await untilAborted(this.#load(), signal);
      if (signal.aborted) throw aborted();
      this.#start = null;
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (!signal.aborted) this.#failStart(error);
      throw error;
    }
    return live.join();
  }

  #failStart(error: CallError): void {
    this.#start = null;
    this.#store.report({ type: 'join-failed', error });
  }

  #load(): Promise<LiveCall> {
    return (this.#loading ??= this.#import().finally(() => (this.#loading = null)));
  }

  async #import(): Promise<LiveCall> {
    const loading = loaded(import('./live-call.js'), 'The call');
    const { LiveCall } = await within(this.#limits.load, 'Loading the call', loading);
    return (this.#live ??= new LiveCall({
      config: this.#config,
      devices: this.#devices,
      levels: this.levels,
      sightings: this.sightings,
      limits: this.#limits,
      store: this.#store,
    }));
  }

  /** What the configuration says of us, before anything was asked for. */
  #showConfig(): void {
    const { cameraOff, microphoneOff, user, userName } = this.#config;
    const devices = devicesOf(this.#config);
    const state = (device: 'microphone' | 'camera', off: boolean) =>
      ({ type: 'device', device, state: devices.includes(device) && !off ? ARMED : OFF }) as const;
    this.#store.undivided(() => {
      this.#store.report({ type: 'configured', user: { id: user, name: userName || user }, devices });
      this.#store.report(state('microphone', microphoneOff));
      this.#store.report(state('camera', cameraOff));
    });
  }
}

/** The engine comes together with the code that asks for it, not after it; a failure is told by who needs it. */
function preload({ engine }: CallConfig): void {
  if (typeof engine === 'string') ENGINES[engine]().catch(() => undefined);
}
