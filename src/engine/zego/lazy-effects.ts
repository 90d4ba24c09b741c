import type { EffectKind, Effects } from '../call-engine.js';
import { loaded } from '../loaded.js';
import { kindsWith } from './effect-kinds.js';
import type { PictureEffects, PictureEffectsOptions } from './picture-effects.js';
import { aborted, settle } from './settle.js';

/** How long, in ms, the code of the effects may take to arrive. */
const LOADING = 8_000;

/** The effects on one stream of the SDK. All of their code is loaded with the first one that is wanted. */
export class LazyEffects {
  readonly #options: PictureEffectsOptions;
  readonly #closed = new AbortController();
  #effects: PictureEffects | undefined;

  constructor(options: PictureEffectsOptions) {
    this.#options = options;
  }

  get kinds(): readonly EffectKind[] {
    return kindsWith(this.#options.backgroundAssets);
  }

  /** What others see while an effect is on; null while none is. */
  get picture(): MediaStream | null {
    return this.#effects?.picture ?? null;
  }

  /** Whether the SDK ever drew the stream's pictures. */
  get used(): boolean {
    return this.#effects?.used ?? false;
  }

  has(kind: EffectKind): boolean {
    return this.#effects?.has(kind) ?? false;
  }

  /** Rejects as `PictureEffects.set` does, and with `network` or `timeout` when the code does not arrive. */
  async set(effects: Effects): Promise<void> {
    if (!this.#effects && Object.keys(effects).length === 0) return;
    this.#effects ??= await this.#load();
    await this.#effects.set(effects);
  }

  /** A picture is sent again, or no more. Never rejects. */
  async resume(): Promise<void> {
    await this.#effects?.resume();
  }

  async close(): Promise<void> {
    this.#closed.abort();
    await this.#effects?.close();
  }

  async #load(): Promise<PictureEffects> {
    const loading = loaded(import('./picture-effects.js'), 'The effects');
    const { signal } = this.#closed;
    const module = await settle(loading, { what: 'Loading effects', milliseconds: LOADING, signal });
    if (signal.aborted) throw aborted();
    return new module.PictureEffects(this.#options);
  }
}
