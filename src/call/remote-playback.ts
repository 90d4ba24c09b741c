import { CallError } from '../engine/call-error.js';
import type { CallEngine, EngineEvent } from '../engine/call-engine.js';
import { within } from './deadline.js';
import type { CallEvent } from './reducer.js';

/** Plays every stream that comes into the room and stops every one that goes. */
export class RemotePlayback {
  readonly #engine: CallEngine;
  readonly #report: (event: CallEvent) => void;
  readonly #limit: number;
  readonly #playing = new Map<string, AbortController>();

  /** @param limit how long, in ms, a stream may take to play. */
  constructor(engine: CallEngine, report: (event: CallEvent) => void, limit: number) {
    this.#engine = engine;
    this.#report = report;
    this.#limit = limit;
  }

  handle(event: EngineEvent): void {
    if (event.type === 'streams-added') for (const { streamId } of event.streams) void this.#play(streamId);
    else if (event.type === 'streams-removed') for (const streamId of event.streamIds) this.#stop(streamId);
  }

  stopAll(): void {
    for (const streamId of [...this.#playing.keys()]) this.#stop(streamId);
  }

  async #play(streamId: string): Promise<void> {
    if (this.#playing.has(streamId)) return;
    const abort = new AbortController();
    this.#playing.set(streamId, abort);
    try {
      const media = await within(this.#limit, 'Playing', this.#engine.play(streamId, abort.signal));
      if (!abort.signal.aborted) this.#report({ type: 'stream-media', streamId, media });
    } catch (thrown) {
      if (abort.signal.aborted) return;
      abort.abort();
      this.#engine.stop(streamId);
      this.#report({ type: 'play-state', streamId, state: 'failed', error: CallError.from(thrown) });
    }
  }

  #stop(streamId: string): void {
    this.#playing.get(streamId)?.abort();
    this.#playing.delete(streamId);
    this.#engine.stop(streamId);
  }
}
