import type { StreamStats } from '../engine/call-engine.js';
import { StreamFeed } from './stream-feed.js';

/** Stands for all that we publish, where statistics go by stream: no stream has an empty ID. */
export const OWN_STREAMS = '';

/** In a room where people come and go all day, those that went first are forgotten. */
const KEPT = 100;

/** Figures of a stream, and when they came. */
export interface DatedStats {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly stats: StreamStats;
}

/** How each stream fares that is published or played, or `OWN_STREAMS`; every two or three seconds. */
export class Statistics extends StreamFeed<StreamStats> {
  readonly #newest = new Map<string, DatedStats>();

  /** The last of each stream of this call, those that have ended included; the longest unchanged first. */
  get newest(): readonly DatedStats[] {
    return [...this.#newest.values()];
  }

  report(stats: StreamStats): void {
    const { direction, streamId } = stats;
    this.#newest.delete(streamId);
    this.#newest.set(streamId, { at: Date.now(), stats });
    if (this.#newest.size > KEPT) this.#newest.delete(this.newest[0]!.stats.streamId);
    this.tell(streamId, stats);
    if (direction === 'publish') this.tell(OWN_STREAMS, stats);
  }

  /** Another room, other streams. */
  reset(): void {
    this.#newest.clear();
  }
}
