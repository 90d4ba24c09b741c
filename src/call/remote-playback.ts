import type { EngineEvent, Layer, StreamSource } from '../engine/call-engine.js';
import { nextPlanning, planReceiving, type ReceivePlan } from './receive-plan.js';
import type { Sightings } from './sightings.js';
import { type PlaybackOptions, StreamPlayback } from './stream-playback.js';

export interface RemotePlaybackOptions extends PlaybackOptions {
  readonly sightings: Sightings;
  /** False in a call that plays sound only. */
  readonly pictures: boolean;
}

interface RemoteStream {
  readonly source: StreamSource;
  readonly playback: StreamPlayback;
}

/** Plays every stream that comes into the room, as much of it as is seen, and stops every one that goes. */
export class RemotePlayback {
  readonly #options: RemotePlaybackOptions;
  readonly #streams = new Map<string, RemoteStream>();
  readonly #unwatch: () => void;
  #plan: ReceivePlan = new Map();
  #planning: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RemotePlaybackOptions) {
    this.#options = options;
    this.#unwatch = options.sightings.watch(() => this.#planIn(0));
  }

  handle(event: EngineEvent): void {
    switch (event.type) {
      case 'streams-added':
        for (const { streamId, source } of event.streams) this.#add(streamId, source);
        return this.#planNow();
      case 'streams-removed':
        for (const streamId of event.streamIds) this.#remove(streamId);
        return this.#planNow();
      case 'play-state':
        return this.#streams.get(event.streamId)?.playback.heard(event);
    }
  }

  /** Plays the stream with this ID again if it has failed. */
  tryAgain(streamId: string): void {
    this.#streams.get(streamId)?.playback.tryAgain();
  }

  /** Plays again what has failed, unless that is pointless, because the network has recovered. */
  recover(): void {
    for (const { playback } of this.#streams.values()) playback.recover();
  }

  /** Stops every stream, for good. */
  close(): void {
    this.#unwatch();
    clearTimeout(this.#planning);
    for (const streamId of [...this.#streams.keys()]) this.#remove(streamId);
  }

  #add(streamId: string, source: StreamSource): void {
    if (this.#streams.has(streamId)) return;
    this.#streams.set(streamId, { source, playback: new StreamPlayback(streamId, this.#options) });
  }

  #remove(streamId: string): void {
    this.#streams.get(streamId)?.playback.stop();
    this.#streams.delete(streamId);
  }

  /** Many tiles tell one after the other what is seen of them, when the page is laid out anew: one plan is enough. */
  #planIn(milliseconds: number): void {
    clearTimeout(this.#planning);
    this.#planning = setTimeout(() => this.#planNow(), milliseconds);
  }

  #planNow(): void {
    clearTimeout(this.#planning);
    const { pictures, sightings } = this.#options;
    const streams = [...this.#streams].map(([streamId, { source }]) => {
      return { streamId, source, seen: sightings.largest(streamId) };
    });
    const now = performance.now();
    this.#apply(planReceiving(streams, this.#plan, now, pictures));
    const next = nextPlanning(this.#plan);
    if (next !== null) this.#planIn(next - now);
  }

  /** What is to rest makes room first. */
  #apply(plan: ReceivePlan): void {
    const previous = this.#plan;
    this.#plan = plan;
    const layers = new Map<string, Layer>();
    for (const [streamId, { layer }] of plan)
      if (!previous.has(streamId) || previous.get(streamId)?.layer !== layer)
        layers.set(streamId, layer ?? 'high');
    if (layers.size > 0) this.#options.report({ type: 'layers', layers });
    for (const [streamId, { played }] of plan) if (!played) this.#streams.get(streamId)?.playback.rest();
    for (const [streamId, { layer, played }] of plan)
      if (played) this.#streams.get(streamId)?.playback.play(layer ?? 'high');
  }
}
