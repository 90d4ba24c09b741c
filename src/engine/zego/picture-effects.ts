import type { Effects } from '../call-engine.js';
import { CallError } from '../call-error.js';
import type { Sdk, SdkClass } from './load-sdk.js';
import { quietly, settle } from './settle.js';
import { errorOf, throwIfFailed, toCallError } from './zego-errors.js';

/** How long, in milliseconds, the code and then the browser may take; the first time it compiles shaders. */
const PATIENCE = 8_000;
/** How long, in milliseconds, an end waits for a change. */
const END_PATIENCE = 1_000;
const FAILED = 'beautyEffectError';

/** Beauty and low light on one stream of the SDK. Their code is loaded with the first effect that is wanted. */
export class PictureEffects {
  readonly #sdk: Sdk;
  readonly #stream: MediaStream;
  readonly #closed = new AbortController();
  #beauty = false;
  #lowLight = false;
  /** What the SDK was told last. */
  #change: Promise<unknown> | undefined;

  /** @param onFailed the SDK has found, while an effect was on, that the machine can't do it. */
  constructor(sdk: Sdk, stream: MediaStream, onFailed: (error: CallError) => void) {
    this.#sdk = sdk;
    this.#stream = stream;
    const listener = (failed: unknown, code: unknown, detail: unknown): void => {
      if (failed !== stream || !(this.#beauty || this.#lowLight)) return;
      this.#drop();
      onFailed(unavailable(errorOf(code, detail)));
    };
    sdk.on(FAILED, listener);
    this.#closed.signal.addEventListener('abort', () => quietly(() => sdk.off(FAILED, listener)));
  }

  /** Rejects with `unsupported`, with no effect on, when the SDK or the browser can't. */
  async set({ beauty, lowLight = false }: Effects): Promise<void> {
    const idle = !beauty && !lowLight && !this.#beauty && !this.#lowLight;
    if (idle || this.#closed.signal.aborted) return;
    try {
      await this.#install();
      if (beauty || this.#beauty) await this.#apply(() => this.#setBeauty(beauty));
      this.#beauty = beauty !== undefined;
      if (lowLight !== this.#lowLight)
        await this.#apply(() => this.#sdk.setLowlightEnhancement(this.#stream, lowLight ? 1 : 0));
      this.#lowLight = lowLight;
    } catch (thrown) {
      this.#drop();
      throw unavailable(await toCallError(thrown));
    }
  }

  /** Whether the SDK ever drew the stream's pictures. */
  get used(): boolean {
    return this.#change !== undefined;
  }

  /**
   * The stream is destroyed by whoever made it, and its effects with it: when this has settled, because the SDK leaves
   * rejections unhandled when that happens in the middle of a change.
   */
  async close(): Promise<void> {
    this.#closed.abort();
    const never = new AbortController().signal;
    const limits = { what: 'The effect', milliseconds: END_PATIENCE, signal: never };
    await settle(Promise.resolve(this.#change), limits).catch(toCallError);
  }

  async #install(): Promise<void> {
    const { signal } = this.#closed;
    if (!hasWebGl()) throw new CallError('unsupported', 'There is no WebGL');
    const loading = import('zego-express-engine-webrtc/esm/beauty-effect/index.js');
    const module = await settle(loading, {
      what: 'Loading effects',
      milliseconds: PATIENCE,
      signal,
    });
    // It is UMD, as the SDK is: bundlers that don't look into it put everything under `default`.
    (this.#sdk.constructor as SdkClass).use(module.BeautyEffect ?? module.default?.BeautyEffect);
  }

  async #apply(effect: () => Promise<unknown>): Promise<void> {
    const { signal } = this.#closed;
    this.#change = effect();
    await throwIfFailed(await settle(this.#change, { what: 'The effect', milliseconds: PATIENCE, signal }));
  }

  #setBeauty(beauty: Effects['beauty']): Promise<unknown> {
    if (!beauty) return this.#sdk.setEffectsBeauty(this.#stream, false);
    const { smooth, whiten, rosy, sharpen } = beauty;
    return this.#sdk.setEffectsBeauty(this.#stream, true, {
      smoothIntensity: smooth,
      whitenIntensity: whiten,
      rosyIntensity: rosy,
      sharpenIntensity: sharpen,
    });
  }

  #drop(): void {
    const [beauty, lowLight] = [this.#beauty, this.#lowLight];
    this.#beauty = this.#lowLight = false;
    if (this.#closed.signal.aborted) return;
    if (beauty) quietly(() => void this.#sdk.setEffectsBeauty(this.#stream, false).catch(toCallError));
    if (lowLight) quietly(() => void this.#sdk.setLowlightEnhancement(this.#stream, 0).catch(toCallError));
  }
}

/** Without it the SDK's effects never answer. */
function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl');
  context?.getExtension('WEBGL_lose_context')?.loseContext(); // A page may have a few of them only.
  return context !== null;
}

/** Whatever the reason, to a person it is that the camera's picture can't be changed here. */
function unavailable(error: CallError): CallError {
  if (error.code === 'aborted') return error;
  const { engineCode } = error;
  return new CallError('unsupported', error.message, {
    ...(engineCode === undefined ? {} : { engineCode }),
    device: 'camera',
    cause: error,
  });
}
