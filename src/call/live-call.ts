import { CallError, type DeviceKind } from '../engine/call-error.js';
import type { Effects, EndReason, MessageKind, User } from '../engine/call-engine.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { type CallConfig, checkConfig, devicesOf, isSameRoom } from './call-config.js';
import { CallRecord } from './call-record.js';
import { type CallReport, callReport } from './call-report.js';
import type { ChoiceKind } from './call-state.js';
import type { CallStore } from './call-store.js';
import { aborted, within } from './deadline.js';
import { checkedEffects } from './effects.js';
import { canChooseSpeaker, checkEnvironment, insecure } from './environment.js';
import { HostCommands } from './host-commands.js';
import type { CallLimits } from './limits.js';
import { OwnMedia } from './own-media.js';
import { OwnMessages } from './own-messages.js';
import type { CallEvent } from './call-event.js';
import { reduce } from './reducer.js';
import { effectKindsOf, loadEngine, RoomLogin } from './room-login.js';
import { type Reactions, RoomSignals } from './room-signals.js';
import type { ReactionName } from './signal.js';
import type { Sightings } from './sightings.js';
import type { SoundLevels } from './sound-levels.js';
import { SpeakerWatch } from './speaker-watch.js';
import { Statistics } from './statistics.js';
import { videoQuality } from './video-quality.js';
import { VoiceMeter } from './voice-meter.js';

/** What a call is made of, and what it shares with the session that it acts for. */
export interface LiveCallParts {
  readonly config: CallConfig;
  readonly store: CallStore;
  readonly levels: SoundLevels;
  readonly sightings: Sightings;
  readonly limits: CallLimits;
  /** Where to capture from; null: what the engine brings, else this machine's devices. */
  readonly devices: () => CaptureDevices | null;
}

/** A call from the first command on: all that touches a device or an engine. Loaded when it is first needed. */
export class LiveCall {
  readonly statistics = new Statistics();
  readonly #record = new CallRecord();
  readonly #store: CallStore;
  readonly #levels: SoundLevels;
  readonly #sightings: Sightings;
  readonly #media: OwnMedia;
  readonly #messages: OwnMessages;
  readonly #signals: RoomSignals;
  readonly #hostCommands: HostCommands;
  readonly #speakers: SpeakerWatch;
  readonly #limits: CallLimits;
  #config: CallConfig;
  #login: RoomLogin | null = null;
  /** The login, once we are in the room. */
  #room: RoomLogin | null = null;
  #joining: Promise<void> = Promise.resolve();
  #closing: Promise<void> = Promise.resolve();
  #effectsAsked = false;

  constructor({ config, devices, levels, limits, sightings, store }: LiveCallParts) {
    this.#config = config;
    this.#store = store;
    // Each event comes by here once, whoever reports it.
    store.reduceWith((state, event) => {
      const next = reduce(state, event);
      this.#record.hear(event, next !== state);
      return next;
    });
    this.#levels = levels;
    this.#sightings = sightings;
    this.#limits = limits;
    this.#messages = new OwnMessages(store, () => this.#room);
    this.#signals = new RoomSignals(store, () => this.#room);
    this.#hostCommands = new HostCommands({
      state: () => store.state,
      policy: () => this.#config.hostCommands,
      turnOff: (device, command) => {
        this.#turn(device, false).catch(() => undefined);
        this.#report({ type: 'host-command-done', command });
      },
      leave: (by) => this.#login && this.#end(this.#login, 'removed', { by }),
    });
    this.#speakers = new SpeakerWatch(
      () => store.state,
      (userId) => this.#report({ type: 'active-speaker', userId }),
    );
    this.#media = new OwnMedia(
      async () => devices() ?? (await captureDevicesOf(this.#config)),
      (event) => this.#report(event),
      limits,
      new VoiceMeter((level) => levels.reportOwn(level)),
    );
    this.#media.setQuality(videoQuality(config.quality));
    this.#arm(null);
    this.#showConfig();
  }

  get reactions(): Reactions {
    return this.#signals.reactions;
  }

  configure(config: CallConfig): void {
    const previous = this.#config;
    this.#config = config;
    this.#media.setQuality(videoQuality(config.quality));
    if (this.#effectsAsked) void this.listEffects();
    if (!this.#login) {
      this.#store.undivided(() => {
        this.#arm(previous);
        this.#showConfig();
      });
    } else if (!isSameRoom(config, previous)) this.#joinAnew();
    else if (config.token && config.token !== previous.token) this.#login.renewToken(config.token);
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
      onLevels: (levels) => this.#login === login && this.#hear(levels),
      onSignal: (from, text) => this.#login === login && this.#signals.hear(from, text),
      onStats: (stats) => this.#login === login && this.statistics.report(stats),
      onHostCommand: (command) => this.#login === login && this.#hostCommands.take(command),
      sightings: this.#sightings,
      report: (event) => this.#login === login && this.#hearOf(event),
      onEnded: (reason, error) => this.#login === login && this.#end(login, reason, { error }),
    });
    this.#login = login;
    this.#speakers.reset();
    this.statistics.reset();
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
    return this.#settled('The preview', this.#media.captureArmed()).catch(() => undefined);
  }

  setMicrophone(on: boolean): Promise<void> {
    return this.#turn('microphone', on);
  }

  setCamera(on: boolean): Promise<void> {
    return this.#turn('camera', on);
  }

  /** Brings the lists of devices up to date. Asks for nothing; never rejects. */
  listDevices(): Promise<void> {
    return this.#media.listDevices();
  }

  async selectDevice(kind: ChoiceKind, deviceId: string): Promise<void> {
    if (kind !== 'speaker') return this.#using(kind, () => this.#media.select(kind, deviceId));
    if (!canChooseSpeaker()) throw new CallError('unsupported', 'This browser has no choice of speakers');
    await this.#media.selectSpeaker(deviceId);
  }

  audioOutputFailed(deviceId: string, cause: unknown): void {
    this.#media.speakerFailed(deviceId, cause);
  }

  switchCamera(): Promise<void> {
    return this.#using('camera', () => this.#media.switchCamera());
  }

  /** Captures anew what the system has interrupted. */
  async resume(): Promise<void> {
    const { interrupted } = this.#store.state.self;
    const resuming = Promise.all(interrupted.map((kind) => this.#media.recapture(kind)));
    await this.#settled('Resuming', resuming);
  }

  async setEffects(effects: Effects): Promise<void> {
    const checked = checkedEffects(effects, this.#config.backgroundAssets);
    await this.#using('camera', () => this.#media.setEffects(checked));
  }

  /** Loads the engine's code, which says what it can do to a picture; what can't be loaded can nothing. Never rejects. */
  async listEffects(): Promise<void> {
    this.#effectsAsked = true;
    const config = this.#config;
    const loading = within(this.#limits.load, 'Loading the engine', effectKindsOf(config));
    const kinds = await loading.catch(() => undefined);
    if (config === this.#config) this.#media.expectEffects(kinds);
  }

  startScreenShare(): Promise<void> {
    return this.#using('screen', () => this.#media.screen.start(this.#config.screenQuality));
  }

  stopScreenShare(): Promise<void> {
    return this.#settled('The screen', this.#media.screen.stop());
  }

  async retryPublishing(): Promise<void> {
    if (!this.#room) throw aborted();
    await this.#settled('Publishing', this.#media.publishAgain());
  }

  retryPlaying(streamId: string): void {
    this.#login?.retryPlaying(streamId);
  }

  sendMessage(text: string, kind: MessageKind): Promise<void> {
    return this.#messages.send(text, kind);
  }

  retryMessage(id: string): Promise<void> {
    return this.#messages.retry(id);
  }

  raiseHand(raised: boolean): Promise<void> {
    return this.#signals.raiseHand(raised);
  }

  react(name: ReactionName): Promise<void> {
    return this.#signals.react(name);
  }

  getReport(): CallReport {
    const { statistics } = this;
    return callReport({ config: this.#config, state: this.#store.state, record: this.#record, statistics });
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
    this.#room = login;
    this.#report({ type: 'joined' });
    void login.publish();
  }

  #refuse(error: CallError): Promise<never> {
    this.#report({ type: 'join-failed', error });
    return Promise.reject(error);
  }

  #end(login: RoomLogin, reason: EndReason, details: { error?: CallError; by?: User } = {}): void {
    this.#close(login, { type: 'left', reason, ...details });
  }

  #close(login: RoomLogin, event: CallEvent): void {
    this.#store.undivided(() => {
      this.#login = null;
      this.#silence();
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
      this.#silence();
      this.#closing = Promise.all([this.#closing, login.close()]).then(() => undefined);
      this.#report({ type: 'left', reason: 'left' });
      this.#arm(login.config);
      this.#join().catch(() => this.#login ?? this.#media.release());
    });
  }

  #turn(device: 'microphone' | 'camera', on: boolean): Promise<void> {
    return on
      ? this.#using(device, () => this.#media.set(device, true))
      : this.#settled(`The ${device}`, this.#media.set(device, false));
  }

  #using(device: DeviceKind, command: () => Promise<void>): Promise<void> {
    if (this.#store.state.self.devices.includes(device)) return this.#settled(`The ${device}`, command());
    return Promise.reject(new CallError('forbidden', `This call uses no ${device}`, { device }));
  }

  /** Rejects with `timeout` when a device or the room does not answer; what was asked for is still awaited then. */
  #settled<T>(what: string, command: Promise<T>): Promise<T> {
    return within(this.#limits.command, what, command);
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

  /** What happens in the room. Signals are no messages, and whoever comes or was away has missed some. */
  #hearOf(event: CallEvent): void {
    if (event.type === 'message' && this.#signals.take(event.message)) return;
    this.#report(event);
    if (event.type === 'users-added') this.#signals.arrived(event.users);
    if (event.type === 'connection' && event.status === 'reconnected') this.#signals.reconnected();
  }

  #silence(): void {
    this.#room = null;
    this.#signals.reset();
    this.#hostCommands.reset();
  }

  #hear(levels: ReadonlyMap<string, number>): void {
    this.#levels.report(levels);
    this.#speakers.hear(levels);
  }

  #report(event: CallEvent): void {
    this.#store.report(event);
  }
}

async function captureDevicesOf({ engine }: CallConfig): Promise<CaptureDevices> {
  const module = engine === 'simulated' ? await loadEngine(engine) : null;
  const devices = module?.captureDevices?.() ?? globalThis.navigator.mediaDevices;
  if (!devices) throw insecure();
  return devices;
}
