import { CallError, type DeviceKind } from '../engine/call-error.js';
import type { EndReason } from '../engine/call-engine.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { type CallConfig, checkConfig, DEFAULT_CONFIG, withChange } from './call-config.js';
import { type CallState, isInRoom } from './call-state.js';
import { CallStore, type StateListener } from './call-store.js';
import { aborted } from './deadline.js';
import { type CallLimits, LIMITS } from './limits.js';
import { OwnMedia } from './own-media.js';
import type { CallEvent } from './reducer.js';
import { loadEngine, RoomLogin } from './room-login.js';
import { SoundLevels } from './sound-levels.js';

export type { StateListener };

/** A change of one of these means another room, so the call leaves and joins anew. */
const IDENTITY = [
  'room',
  'user',
  'appId',
  'server',
  'engine',
] as const satisfies readonly (keyof CallConfig)[];

/**
 * A call without a face: state to read, commands to give. Commands ask; the state follows when the engine or
 * the device confirms. Every promise settles, and rejects with `CallError` only.
 */
export class CallSession {
  readonly levels = new SoundLevels();
  readonly #store = new CallStore();
  readonly #media: OwnMedia;
  readonly #limits: CallLimits;
  #config = DEFAULT_CONFIG;
  #login: RoomLogin | null = null;
  #joining: Promise<void> = Promise.resolve();
  #closing: Promise<void> = Promise.resolve();

  /**
   * @param devices where to capture from; by default what the engine brings, else this machine's devices.
   * @param limits how long to wait for what others do; what is not given here is as long as always.
   */
  constructor(devices: () => CaptureDevices | null = () => null, limits: Partial<CallLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
    this.#media = new OwnMedia(
      async () => devices() ?? (await captureDevicesOf(this.#config)),
      (event) => this.#report(event),
      this.#limits.publish,
    );
    this.#arm(null);
    this.#showConfig();
  }

  get state(): CallState {
    return this.#store.state;
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
   * the new one; another token is given to the engine; everything else counts from the next join on.
   */
  configure(change: Partial<CallConfig>): void {
    const previous = this.#config;
    this.#config = withChange(previous, change);
    if (!this.#login) {
      this.#store.undivided(() => {
        this.#arm(previous);
        this.#showConfig();
      });
    } else if (IDENTITY.some((key) => !Object.is(this.#config[key], previous[key]))) this.#joinAnew();
    else if (this.#config.token && this.#config.token !== previous.token)
      this.#login.renewToken(this.#config.token);
  }

  /** Enters the room. While joining or joined, the same promise comes back. */
  join(): Promise<void> {
    return this.#login ? this.#joining : this.#store.undivided(() => this.#join());
  }

  #join(): Promise<void> {
    const config = this.#config;
    this.#showConfig();
    try {
      checkConfig(config);
      checkEnvironment(config);
    } catch (thrown) {
      return this.#refuse(CallError.from(thrown));
    }
    const login: RoomLogin = new RoomLogin({
      config,
      current: () => this.#config,
      limits: this.#limits,
      media: this.#media,
      levels: this.levels,
      report: (event) => this.#login === login && this.#report(event),
      onEnded: (reason, error) => this.#login === login && this.#end(login, reason, error),
    });
    this.#login = login;
    this.#report({ type: 'joining', room: config.room });
    return (this.#joining = this.#open(login));
  }

  /** Leaves at once, also while joining; turns camera and microphone off. Resolves when all is given back. */
  leave(): Promise<void> {
    if (this.#login) this.#end(this.#login, 'left');
    else this.#media.release();
    return this.#closing;
  }

  /** Turns on, with one prompt, what joining would turn on. Failures are told by the state; never rejects. */
  startPreview(): Promise<void> {
    return this.#media.captureArmed();
  }

  setMicrophone(on: boolean): Promise<void> {
    return on
      ? this.#using('microphone', () => this.#media.set('microphone', true))
      : this.#media.set('microphone', false);
  }

  setCamera(on: boolean): Promise<void> {
    return on
      ? this.#using('camera', () => this.#media.set('camera', true))
      : this.#media.set('camera', false);
  }

  startScreenShare(): Promise<void> {
    return this.#using('screen', () => this.#media.screen.start());
  }

  stopScreenShare(): Promise<void> {
    return this.#media.screen.stop();
  }

  /** Sends text to everyone in the room; it stands in the messages at once, as `sending`. */
  async sendMessage(text: string): Promise<void> {
    if (!this.#login || !isInRoom(this.state.connection)) throw aborted();
    const id = crypto.randomUUID();
    const from = this.state.self.user;
    const message = {
      id,
      from,
      text,
      kind: 'reliable',
      sentAt: Date.now(),
      own: true,
      delivery: 'sending',
    } as const;
    this.#report({ type: 'message-sending', message });
    try {
      await this.#login.sendMessage(text, 'reliable');
      this.#report({ type: 'message-delivery', id, delivery: 'sent' });
    } catch (thrown) {
      this.#report({ type: 'message-delivery', id, delivery: 'failed' });
      throw CallError.from(thrown, 'message-rejected');
    }
  }

  /** The person has read the notice. */
  dismissNotice(): void {
    this.#report({ type: 'notice', error: null });
  }

  async #open(login: RoomLogin): Promise<void> {
    try {
      await login.open(this.#closing);
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (this.#login === login) this.#close(login, { type: 'join-failed', error });
      throw error;
    }
    if (this.#login !== login) throw aborted();
    this.#report({ type: 'joined' });
    void login.publish();
  }

  #refuse(error: CallError): Promise<never> {
    this.#report({ type: 'join-failed', error });
    return Promise.reject(error);
  }

  #end(login: RoomLogin, reason: EndReason, error?: CallError): void {
    this.#close(login, { type: 'left', reason, ...(error ? { error } : {}) });
  }

  #close(login: RoomLogin, event: CallEvent): void {
    this.#store.undivided(() => {
      this.#login = null;
      this.#closing = Promise.all([this.#closing, login.close()]).then(() => undefined);
      this.#media.release();
      this.#report(event);
      this.#arm(login.config);
      this.#showConfig();
    });
  }

  /** The camera goes along, so that the person is not asked again and the picture does not flicker. */
  #joinAnew(): void {
    const login = this.#login;
    if (!login) return;
    this.#store.undivided(() => {
      this.#login = null;
      this.#closing = Promise.all([this.#closing, login.close()]).then(() => undefined);
      this.#report({ type: 'left', reason: 'left' });
      this.#arm(login.config);
      this.#join().catch(() => this.#login ?? this.#media.release());
    });
  }

  #using(device: DeviceKind, command: () => Promise<void>): Promise<void> {
    if (this.state.self.devices.includes(device)) return command();
    return Promise.reject(new CallError('forbidden', `This call uses no ${device}`, { device }));
  }

  /** Arms what the configuration says otherwise than before; the rest stays as the person left it. */
  #arm(previous: CallConfig | null): void {
    const { cameraOff, microphoneOff } = this.#config;
    const devices = devicesOf(this.#config);
    const all = !previous || devicesOf(previous) !== devices;
    if (all || microphoneOff !== previous.microphoneOff)
      this.#media.arm('microphone', devices.includes('microphone') && !microphoneOff);
    if (all || cameraOff !== previous.cameraOff)
      this.#media.arm('camera', devices.includes('camera') && !cameraOff);
  }

  #showConfig(): void {
    const { user, userName } = this.#config;
    const devices = devicesOf(this.#config);
    this.#media.allow(devices);
    this.#report({ type: 'configured', user: { id: user, name: userName || user }, devices });
  }

  #report(event: CallEvent): void {
    this.#store.report(event);
  }
}

const NO_DEVICES: readonly DeviceKind[] = Object.freeze([]);
const AUDIO_DEVICES: readonly DeviceKind[] = Object.freeze(['microphone']);
const ALL_DEVICES: readonly DeviceKind[] = Object.freeze(['microphone', 'camera', 'screen']);

function devicesOf({ mode, viewOnly }: CallConfig): readonly DeviceKind[] {
  if (viewOnly) return NO_DEVICES;
  return mode === 'audio' ? AUDIO_DEVICES : ALL_DEVICES;
}

async function captureDevicesOf({ engine }: CallConfig): Promise<CaptureDevices> {
  const module = engine === 'simulated' ? await loadEngine(engine) : null;
  const devices = module?.captureDevices?.() ?? globalThis.navigator.mediaDevices;
  if (!devices) throw insecure();
  return devices;
}

/** Browsers hide camera and microphone from pages without https; the ZEGO SDK never answers there. */
function checkEnvironment({ engine }: CallConfig): void {
  if (typeof engine === 'string' && engine !== 'simulated' && !globalThis.isSecureContext) throw insecure();
}

function insecure(): CallError {
  return new CallError('insecure-context', 'Calls need https, or localhost');
}
