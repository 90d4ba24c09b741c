import { CallError } from '../engine/call-error.js';
import type {
  CallEngine,
  EffectKind,
  EndReason,
  EngineEvent,
  EngineModule,
  EngineOptions,
  MessageKind,
  StreamStats,
  User,
} from '../engine/call-engine.js';
import { ENGINES, type EngineName } from '../engine/load-engine.js';
import { loaded } from '../engine/loaded.js';
import type { CallConfig } from './call-config.js';
import { aborted, untilAborted, within } from './deadline.js';
import type { HostCommand } from './host-command.js';
import type { CallLimits } from './limits.js';
import type { OwnMedia } from './own-media.js';
import { NetworkRecovery } from './network-recovery.js';
import { RemotePlayback } from './remote-playback.js';
import type { CallEvent } from './call-event.js';
import type { Sightings } from './sightings.js';
import { StayToken } from './stay-token.js';

export interface RoomLoginOptions {
  readonly config: CallConfig;
  /** The configuration as it is now: the same room, but maybe another token. */
  readonly current: () => CallConfig;
  readonly limits: CallLimits;
  readonly media: OwnMedia;
  /** How loud each played stream is, by stream ID. */
  readonly onLevels: (levels: ReadonlyMap<string, number>) => void;
  readonly onSignal: (from: User, text: string) => void;
  readonly onStats: (stats: StreamStats) => void;
  readonly onHostCommand: (command: HostCommand) => void;
  readonly sightings: Sightings;
  readonly report: (event: CallEvent) => void;
  /** The room ended it, not we. */
  readonly onEnded: (reason: EndReason, error: CallError) => void;
}

/** One login to one room, from the first byte loaded to the last track stopped. Used once. */
export class RoomLogin {
  readonly #options: RoomLoginOptions;
  readonly #abort = new AbortController();
  #engine: CallEngine | null = null;
  #playback: RemotePlayback | null = null;
  #recovery: NetworkRecovery | null = null;
  #unsubscribe: () => void = () => undefined;
  readonly #token: StayToken;

  constructor(options: RoomLoginOptions) {
    const { current, limits, report } = options;
    this.#options = options;
    this.#token = new StayToken({
      current,
      limits,
      signal: this.#abort.signal,
      give: (token) => this.#engine?.renewToken(token),
      onFailed: (error) => report({ type: 'notice', error }),
    });
  }

  get config(): CallConfig {
    return this.#options.config;
  }

  /**
   * Resolves when we are in the room. Rejects with `CallError`, at once with `aborted` when closed meanwhile.
   * @param before what has to end first: we are never in two rooms at once.
   */
  async open(before: Promise<void>): Promise<void> {
    const { limits, media } = this.#options;
    const { signal } = this.#abort;
    await untilAborted(before, signal);
    if (signal.aborted) throw aborted();
    const loading = within(limits.load, 'Loading the engine', this.#load());
    // A device that never answers keeps nobody out: it follows once it is there.
    const captured = within(limits.capture, 'Capturing', media.captureArmed()).catch(() => undefined);
    const ready = Promise.all([loading, this.#token.first(), captured]);
    const [engine, token] = await untilAborted(ready, signal);
    if (signal.aborted) throw aborted();
    this.#attach(engine);
    const join = (value: string): Promise<void> => this.#join(engine, value);
    await join(token).catch(async (refusal: unknown) => join(await this.#token.another(refusal)));
    this.#token.open();
  }

  /** Publishes what is on. A refused stream is told as a notice: one can still watch. */
  async publish(): Promise<void> {
    if (this.#engine) await this.#tellRefusal(this.#options.media.connect(this.#engine));
  }

  /** Says goodbye before its first await; then gives everything back. Always settles, whatever the engine does. */
  close(): Promise<void> {
    const engine = this.#engine;
    this.#abort.abort();
    this.#unsubscribe();
    this.#playback?.close();
    this.#recovery?.close();
    this.#options.media.disconnect();
    this.#engine = null;
    return engine ? giveBack(engine, this.#options.limits.close) : Promise.resolve();
  }

  async sendMessage(text: string, kind: MessageKind): Promise<void> {
    await this.#sent((engine) => engine.sendMessage(text, kind));
  }

  async sendSignal(text: string, to?: readonly string[]): Promise<void> {
    await this.#sent((engine) => engine.sendSignal(text, to));
  }

  /** Plays a stream again that has failed; harmless for any other. */
  retryPlaying(streamId: string): void {
    this.#playback?.tryAgain(streamId);
  }

  renewToken(token: string): void {
    this.#token.set(token);
  }

  async #sent(send: (engine: CallEngine) => Promise<void>): Promise<void> {
    if (!this.#engine) throw aborted();
    await untilAborted(
      within(this.#options.limits.message, 'Sending', send(this.#engine)),
      this.#abort.signal,
    );
  }

  async #tellRefusal(publishing: Promise<void>): Promise<void> {
    try {
      await publishing;
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (!this.#abort.signal.aborted) this.#options.report({ type: 'notice', error });
    }
  }

  async #join(engine: CallEngine, token: string): Promise<void> {
    const { room, user: id, userName } = this.config;
    const { signal } = this.#abort;
    const { limits, report } = this.#options;
    const joining = engine.join({ room, user: { id, name: userName || id }, token }, signal);
    try {
      await untilAborted(within(limits.join, 'Joining', joining), signal);
    } finally {
      if (engine.version) report({ type: 'engine', version: engine.version });
    }
  }

  /** Ours from the moment it is there, so that it is given back even if we never get to join with it. */
  async #load(): Promise<CallEngine> {
    const engine = await createEngine(this.config);
    if (this.#abort.signal.aborted) void giveBack(engine, this.#options.limits.close);
    else this.#engine = engine;
    return engine;
  }

  #attach(engine: CallEngine): void {
    const { config, limits, report, sightings } = this.#options;
    const pictures = config.mode !== 'audio';
    this.#playback = new RemotePlayback({ engine, limits, pictures, report, sightings });
    this.#recovery = new NetworkRecovery({
      userId: config.user,
      onRecovery: () => this.#recover(),
      interval: limits.recovery,
    });
    this.#unsubscribe = engine.subscribe((event) => this.#handle(event));
  }

  #handle(event: EngineEvent): void {
    const { media, onEnded, onHostCommand, onLevels, onSignal, onStats, report } = this.#options;
    if (event.type === 'levels') return onLevels(event.levels);
    if (event.type === 'stats') return onStats(event.stats);
    if (event.type === 'host-command') return onHostCommand(event);
    if (event.type === 'signal') return onSignal(event.from, event.text);
    if (event.type === 'ended') return onEnded(event.reason, event.error);
    if (event.type === 'effects-off') return media.effectsOff(event.streamId, event.error);
    // Playing may go on where an engine gives up: what of it becomes the state, the playback says.
    if (event.type !== 'play-state') report(event);
    this.#playback?.handle(event);
    if (event.type === 'publication-ended') media.publicationEnded(event.streamId, event.error);
    if (event.type === 'token-expiring') this.#token.expiring();
    this.#recovery?.handle(event);
  }

  #recover(): void {
    this.#playback?.recover();
    void this.#tellRefusal(this.#options.media.recover());
  }
}

async function createEngine(config: CallConfig): Promise<CallEngine> {
  const { engine } = config;
  if (typeof engine === 'function') return engine();
  const module = await loadEngine(engine);
  await module.load?.();
  return module.createEngine(optionsOf(config));
}

/** What the engine's code says of it, before there is one; of an engine of the page's own nothing is known. */
export async function effectKindsOf(config: CallConfig): Promise<readonly EffectKind[] | undefined> {
  const { engine } = config;
  if (typeof engine === 'function') return undefined;
  const module = await loadEngine(engine);
  return module.effectKinds?.(optionsOf(config));
}

function optionsOf({ appId, backgroundAssets, scenario, server, zegoOptions }: CallConfig): EngineOptions {
  return {
    scenario,
    zegoOptions,
    ...(appId === undefined ? {} : { appId }),
    ...(server ? { server } : {}),
    ...(backgroundAssets ? { backgroundAssets } : {}),
  };
}

/** Rejects with `network` when the engine's code can't be had. */
export function loadEngine(name: EngineName): Promise<EngineModule> {
  const load = async (): Promise<EngineModule> => ENGINES[name](); // Also rejects for an unknown name.
  return loaded(load(), `The ${name} engine`);
}

/** Leaves before its first await. What fails or never answers is told to end nevertheless. */
async function giveBack(engine: CallEngine, limit: number): Promise<void> {
  const leave = async (): Promise<void> => engine.leave();
  const destroy = async (): Promise<void> => engine.destroy();
  const gone = leave()
    .catch(() => undefined)
    .then(destroy);
  await within(limit, 'Leaving', gone).catch(() => void destroy().catch(() => undefined));
}
