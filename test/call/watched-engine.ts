import type {
  CallEngine,
  EngineEvent,
  JoinRequest,
  Layer,
  MessageKind,
  Publication,
  PublishOptions,
} from '../../src/engine/call-engine.js';

/** What a test lets an engine do otherwise. What is not given here, the engine does as always. */
export interface EngineFaults {
  join?: CallEngine['join'];
  leave?: CallEngine['leave'];
  destroy?: CallEngine['destroy'];
  play?: CallEngine['play'];
  sendMessage?: CallEngine['sendMessage'];
  sendSignal?: CallEngine['sendSignal'];
  publish?: (usual: () => Promise<Publication>) => Promise<Publication>;
  setEffects?: NonNullable<Publication['setEffects']>;
  publication?: (usual: Publication) => Partial<Publication>;
}

/** An engine that remembers what was asked of it, and fails where a test wants it to. */
export class WatchedEngine implements CallEngine {
  readonly requests: JoinRequest[] = [];
  readonly renewals: string[] = [];
  readonly published: PublishOptions[] = [];
  readonly stopped: string[] = [];
  /** Whether it is in a room, or on the way in or out. */
  open = false;
  destroyed = false;
  subscriptions = 0;
  /** Where it fails from now on. */
  faults: EngineFaults;
  readonly #engine: CallEngine;
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #unsubscribed = new Set<(event: EngineEvent) => void>();

  constructor(engine: CallEngine, faults: EngineFaults) {
    this.#engine = engine;
    this.faults = faults;
  }

  /** Reports an event that no script of the room causes. */
  emit(event: EngineEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Reports an event to who no longer wants to hear of any. */
  emitLate(event: EngineEvent): void {
    for (const listener of this.#unsubscribed) listener(event);
  }

  async join(request: JoinRequest, signal: AbortSignal): Promise<void> {
    this.requests.push(request);
    this.open = true;
    try {
      await (this.faults.join?.(request, signal) ?? this.#engine.join(request, signal));
    } catch (thrown) {
      this.open = false;
      throw thrown;
    }
  }

  leave(): Promise<void> {
    const leaving = this.faults.leave?.() ?? this.#engine.leave();
    return leaving.finally(() => (this.open = false));
  }

  async destroy(): Promise<void> {
    this.destroyed = true;
    await this.#engine.destroy();
    await this.faults.destroy?.();
    this.open = false;
  }

  renewToken(token: string): void {
    this.renewals.push(token);
    this.#engine.renewToken(token);
  }

  async publish(media: MediaStream, options: PublishOptions): Promise<Publication> {
    this.published.push(options);
    const usual = (): Promise<Publication> => this.#engine.publish(media, options);
    const publication = await (this.faults.publish?.(usual) ?? usual());
    const { streamId } = publication;
    return {
      streamId,
      effectKinds: publication.effectKinds ?? [],
      get picture() {
        return publication.picture ?? null;
      },
      replaceTrack: (track) => publication.replaceTrack(track),
      setMuted: (kind, muted) => publication.setMuted(kind, muted),
      setEffects: (effects) => this.faults.setEffects?.(effects) ?? publication.setEffects!(effects),
      stop: () => publication.stop(),
      ...this.faults.publication?.(publication),
    };
  }

  play(streamId: string, signal: AbortSignal): Promise<MediaStream> {
    return this.faults.play?.(streamId, signal) ?? this.#engine.play(streamId, signal);
  }

  receive(streamId: string, layer: Layer): void {
    this.#engine.receive(streamId, layer);
  }

  stop(streamId: string): void {
    this.stopped.push(streamId);
    this.#engine.stop(streamId);
  }

  sendMessage(text: string, kind: MessageKind): Promise<void> {
    return this.faults.sendMessage?.(text, kind) ?? this.#engine.sendMessage(text, kind);
  }

  sendSignal(text: string, to?: readonly string[]): Promise<void> {
    return this.faults.sendSignal?.(text, to) ?? this.#engine.sendSignal(text, to);
  }

  subscribe(listener: (event: EngineEvent) => void): () => void {
    this.#listeners.add(listener);
    this.subscriptions += 1;
    const unsubscribe = this.#engine.subscribe(listener);
    return () => {
      if (this.#listeners.delete(listener)) this.subscriptions -= 1;
      this.#unsubscribed.add(listener);
      unsubscribe();
    };
  }
}
