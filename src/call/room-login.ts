import { CallError } from '../engine/call-error.js';
import type { CallEngine, EndReason, EngineEvent, MessageKind } from '../engine/call-engine.js';
import { ENGINES } from '../engine/load-engine.js';
import type { CallConfig } from './call-config.js';
import { aborted, untilAborted, within } from './deadline.js';
import type { OwnMedia } from './own-media.js';
import { RemotePlayback } from './remote-playback.js';
import type { CallEvent } from './reducer.js';
import type { SoundLevels } from './sound-levels.js';
import { fetchToken } from './token-source.js';

/** Beyond every limit that an engine keeps by itself (ZEGO's login: 15 s), so that nothing hangs whatever it does. */
const JOIN_TIMEOUT = 30_000;
const CLOSE_TIMEOUT = 5_000;

export interface RoomLoginOptions {
  readonly config: CallConfig;
  readonly media: OwnMedia;
  readonly levels: SoundLevels;
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
  #unsubscribe: () => void = () => undefined;

  constructor(options: RoomLoginOptions) {
    this.#options = options;
  }

  /** Resolves when we are in the room. Rejects with `CallError`, at once with `aborted` when closed meanwhile. */
  async open(): Promise<void> {
    const { config, media } = this.#options;
    const { signal } = this.#abort;
    const loading = createEngine(config);
    void discardLate(loading, signal);
    const token = fetchToken(config, 'join', signal);
    const ready = Promise.all([loading, token, media.captureArmed()]);
    const [engine, value] = await untilAborted(ready, signal);
    this.#attach(engine);
    const user = { id: config.user, name: config.userName || config.user };
    const joining = engine.join({ room: config.room, user, token: value }, signal);
    await untilAborted(within(JOIN_TIMEOUT, 'Joining', joining), signal);
  }

  /** Publishes what is on. A refused stream is told as a notice: one can still watch. */
  async publish(): Promise<void> {
    const { media, report } = this.#options;
    if (!this.#engine) return;
    try {
      await media.connect(this.#engine);
    } catch (thrown) {
      if (!this.#abort.signal.aborted) report({ type: 'notice', error: CallError.from(thrown) });
    }
  }

  /** Says goodbye before its first await; then gives everything back. Always settles, within 5 s. */
  close(): Promise<void> {
    const engine = this.#engine;
    this.#abort.abort();
    this.#unsubscribe();
    this.#playback?.stopAll();
    this.#options.media.disconnect();
    this.#engine = null;
    if (!engine) return Promise.resolve();
    const gone = engine.leave().then(() => engine.destroy());
    return within(CLOSE_TIMEOUT, 'Leaving', gone).catch(() => undefined);
  }

  sendMessage(text: string, kind: MessageKind): Promise<void> {
    return this.#engine?.sendMessage(text, kind) ?? Promise.reject(aborted());
  }

  renewToken(token: string): void {
    this.#engine?.renewToken(token);
  }

  #attach(engine: CallEngine): void {
    this.#engine = engine;
    this.#playback = new RemotePlayback(engine, this.#options.report);
    this.#unsubscribe = engine.subscribe((event) => this.#handle(event));
  }

  #handle(event: EngineEvent): void {
    const { levels, media, onEnded, report } = this.#options;
    if (event.type === 'levels') return levels.report(event.levels);
    if (event.type === 'ended') return onEnded(event.reason, event.error);
    report(event);
    this.#playback?.handle(event);
    if (event.type === 'publication-ended') media.publicationEnded(event.streamId);
    if (event.type === 'token-expiring') void this.#renew();
  }

  async #renew(): Promise<void> {
    const { config, report } = this.#options;
    try {
      this.renewToken(await fetchToken(config, 'renew', this.#abort.signal));
    } catch (thrown) {
      if (!this.#abort.signal.aborted) report({ type: 'notice', error: CallError.from(thrown) });
    }
  }
}

async function createEngine({ engine, appId, server }: CallConfig): Promise<CallEngine> {
  if (typeof engine === 'function') return engine();
  const module = await ENGINES[engine]().catch((cause: unknown) => {
    throw new CallError('network', `The ${engine} engine could not be loaded`, { cause });
  });
  return module.createEngine({ ...(appId === undefined ? {} : { appId }), ...(server ? { server } : {}) });
}

/** An engine that arrives after we left is given back unused. */
async function discardLate(loading: Promise<CallEngine>, signal: AbortSignal): Promise<void> {
  const engine = await loading.catch(() => null);
  if (signal.aborted) await engine?.destroy();
}
