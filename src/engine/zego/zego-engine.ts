import { Listeners } from '../listeners.js';
import type {
  CallEngine,
  EffectKind,
  EngineEvent,
  EngineOptions,
  JoinRequest,
  Layer,
  MessageKind,
  Publication,
  PublishOptions,
  StreamSource,
  TrackKind,
} from '../call-engine.js';
import { CallError, invalidConfig } from '../call-error.js';
import { checkMessage, checkSignal } from '../message-text.js';
import { loadSdk, type LoadSdk } from './load-sdk.js';
import { kindsWith } from './effect-kinds.js';
import { scenarioNumber, setUpSdk } from './sdk-setup.js';
import { aborted, settle } from './settle.js';
import { toCallError } from './zego-errors.js';
import { borrow } from './zego-pool.js';
import { ZegoRoom, type Patience } from './zego-room.js';

const LOAD_PATIENCE = 60_000;
export const PATIENCE: Patience = {
  login: 15_000,
  answer: 5_000,
  publish: 310_000,
  play: 310_000,
  message: 10_000,
};

/** What tests put in place of the real thing. */
export interface ZegoEngineParts {
  readonly loadSdk?: LoadSdk;
  readonly patience?: Partial<Patience>;
}

/** Fetches the SDK, so that joining waits for the cloud alone. */
export async function load(): Promise<void> {
  await loadSdk();
}

/** A call over ZEGO's cloud. */
export function createEngine(options: EngineOptions): CallEngine {
  return createZegoEngine(options);
}

export function effectKinds({ backgroundAssets = '' }: EngineOptions): readonly EffectKind[] {
  return kindsWith(backgroundAssets);
}

export function createZegoEngine(options: EngineOptions, parts: ZegoEngineParts = {}): CallEngine {
  return new ZegoEngine(options, parts.loadSdk ?? loadSdk, { ...PATIENCE, ...parts.patience });
}

class ZegoEngine implements CallEngine {
  readonly #options: EngineOptions;
  readonly #loadSdk: LoadSdk;
  readonly #patience: Patience;
  readonly #listeners = new Listeners<[EngineEvent]>();
  /** There while joining, and while joined. */
  #stay: AbortController | undefined;
  /** There from login on. */
  #room: ZegoRoom | undefined;
  #version: string | undefined;
  #destroyed = false;

  constructor(options: EngineOptions, load: LoadSdk, patience: Patience) {
    this.#options = options;
    this.#loadSdk = load;
    this.#patience = patience;
  }

  get version(): string | undefined {
    return this.#version;
  }

  async join(request: JoinRequest, signal: AbortSignal): Promise<void> {
    if (this.#destroyed) throw new CallError('engine', 'The engine was destroyed');
    if (this.#stay) throw new CallError('engine', 'The engine is in a room already');
    const stay = new AbortController();
    this.#stay = stay;
    try {
      await this.#enter(request, AbortSignal.any([signal, stay.signal]), stay);
    } catch (thrown) {
      if (this.#stay === stay) this.#exit();
      throw await toCallError(thrown);
    }
  }

  leave(): Promise<void> {
    this.#exit();
    return Promise.resolve();
  }

  renewToken(token: string): void {
    this.#room?.renewToken(token);
  }

  async publish(media: MediaStream, options: PublishOptions): Promise<Publication> {
    return this.#joined().publish(media, options);
  }

  silence(source: StreamSource, kind: TrackKind): void {
    this.#room?.silence(source, kind);
  }

  async play(streamId: string, signal: AbortSignal): Promise<MediaStream> {
    return this.#joined().play(streamId, signal);
  }

  receive(streamId: string, layer: Layer): void {
    this.#room?.receive(streamId, layer);
  }

  stop(streamId: string): void {
    this.#room?.stop(streamId);
  }

  async sendMessage(text: string, kind: MessageKind): Promise<void> {
    checkMessage(text);
    return this.#joined().sendMessage(text, kind);
  }

  async sendSignal(text: string, to?: readonly string[]): Promise<void> {
    checkSignal(text);
    return this.#joined().sendSignal(text, to);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    return this.#listeners.add(listener);
  }

  destroy(): Promise<void> {
    this.#destroyed = true;
    this.#exit();
    this.#listeners.clear();
    return Promise.resolve();
  }

  async #enter(request: JoinRequest, signal: AbortSignal, stay: AbortController): Promise<void> {
    if (signal.aborted) throw aborted();
    const { server = '', zegoOptions = {} } = this.#options;
    const appId = checkedAppId(this.#options.appId);
    const scenario = scenarioNumber(this.#options.scenario ?? 'standard-video-call');
    if (request.token === '') throw invalidConfig('token', 'is missing');
    checkPage();
    const Class = await settle(this.#loadSdk(), { what: 'Loading', milliseconds: LOAD_PATIENCE, signal });
    this.#version = String(Class.version);
    await setUpSdk(Class, zegoOptions);
    if (signal.aborted) throw aborted();
    const lease = borrow(Class, { appId, server, scenario });
    const assets = this.#options.backgroundAssets ?? '';
    const room = new ZegoRoom(lease, request, assets, this.#patience, (event) => this.#report(event, stay));
    this.#room = room;
    await room.login(signal);
    // What happened so far is told in a task of its own: after whoever awaits the join has heard of it.
    const opening = setTimeout(() => room.open());
    stay.signal.addEventListener('abort', () => clearTimeout(opening), { once: true });
  }

  #exit(): void {
    this.#room?.leave();
    this.#room = undefined;
    this.#stay?.abort();
    this.#stay = undefined;
  }

  #joined(): ZegoRoom {
    if (!this.#room) throw new CallError('engine', 'The engine is in no room');
    return this.#room;
  }

  #report(event: EngineEvent, stay: AbortController): void {
    if (this.#stay !== stay) return;
    if (event.type === 'ended') this.#exit();
    this.#listeners.tell(event);
  }
}

function checkedAppId(appId: number | undefined): number {
  // The SDK only logs a wrong one.
  if (appId !== undefined && Number.isSafeInteger(appId) && appId > 0) return appId;
  throw invalidConfig('app-id', 'must be a positive whole number');
}

/** The SDK's own check of the browser never settles in an insecure page. */
function checkPage(): void {
  if (!isSecureContext) throw new CallError('insecure-context', 'Calls need https, or localhost');
  if (typeof RTCPeerConnection === 'undefined') throw new CallError('unsupported', 'There is no WebRTC');
}
