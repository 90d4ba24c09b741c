import { Listeners } from '../engine/listeners.js';
import type { Size } from './receive-plan.js';

/** What is seen of each stream, as those say who show it. What a call receives follows it. */
export class Sightings {
  readonly #sizes = new Map<string, Map<object, Size>>();
  readonly #listeners = new Listeners<[]>();

  /**
   * Says how large `viewer` shows a stream now.
   * @param size in device pixels; null: it does not, or nobody can see it.
   */
  see(viewer: object, streamId: string, size: Size | null): void {
    const sizes = this.#sizes.get(streamId) ?? new Map<object, Size>();
    const known = sizes.get(viewer);
    if (known?.width === size?.width && known?.height === size?.height) return;
    if (size) this.#sizes.set(streamId, sizes.set(viewer, size));
    else if (sizes.delete(viewer) && sizes.size === 0) this.#sizes.delete(streamId);
    this.#listeners.tell();
  }

  /** The largest picture of a stream that can be seen now; null when there is none. */
  largest(streamId: string): Size | null {
    const sizes = [...(this.#sizes.get(streamId)?.values() ?? [])];
    if (sizes.length === 0) return null;
    return sizes.reduce((one, other) => (area(other) > area(one) ? other : one));
  }

  /** Calls back whenever something is seen otherwise. Returns what ends it. */
  watch(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}

function area({ height, width }: Size): number {
  return width * height;
}
