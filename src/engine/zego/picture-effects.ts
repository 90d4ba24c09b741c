import type { EffectKind, Effects } from '../call-engine.js';
import { CallError } from '../call-error.js';
import { type Backdrop, BackgroundPlugin } from './background-plugin.js';
import type { Sdk, SdkClass } from './load-sdk.js';
import { quietly, settle } from './settle.js';
import { errorOf, throwIfFailed, toCallError } from './zego-errors.js';

/** How long, in milliseconds, files and then the browser may take; the first time it compiles shaders. */
const PATIENCE = 8_000;
/** How long, in milliseconds, the first picture with a background may take. */
const DRAWING = 4_000;
/** How long, in milliseconds, an end waits for a change. */
const END_PATIENCE = 1_000;
/** How long, in milliseconds, the SDK goes on unmuting after it says that it is done. */
const UNMUTING = 300;
/** How often to look, in milliseconds, whether the SDK draws; it does not tell. */
const LOOK = 30;
const FAILURES = ['beautyEffectError', 'backgroundEffectError'] as const;

export interface PictureEffectsOptions {
  readonly sdk: Sdk;
  readonly stream: MediaStream;
  /** The folder of what backgrounds need, which the page hosts; empty: it has none. */
  readonly backgroundAssets: string;
  /** Whether a picture is sent now. The SDK puts no background behind nothing. */
  readonly hasPicture: () => boolean;
  /** An effect that was on, or was to be on with the next picture, can't be. */
  readonly onFailed: (error: CallError) => void;
}

/** Effects on one stream of the SDK. ZEGO's code for each is loaded with the first one that is wanted. */
export class PictureEffects {
  readonly #sdk: Sdk;
  readonly #stream: MediaStream;
  readonly #backgrounds: BackgroundPlugin;
  readonly #backgroundAssets: string;
  readonly #hasPicture: () => boolean;
  readonly #onFailed: (error: CallError) => void;
  readonly #closed = new AbortController();
  readonly #on = new Set<EffectKind>();
  /** What the SDK was told last. */
  #change: Promise<unknown> | undefined;
  #picture: MediaStream | null = null;
  /** While true, whoever waits for it hears of a failure. */
  #setting = false;
  #failure: CallError | undefined;
  /** What is to be on with the next picture. */
  #later: Effects | undefined;

  constructor({ backgroundAssets, hasPicture, onFailed, sdk, stream }: PictureEffectsOptions) {
    this.#sdk = sdk;
    this.#stream = stream;
    this.#backgrounds = BackgroundPlugin.of(sdk);
    this.#backgroundAssets = backgroundAssets;
    this.#hasPicture = hasPicture;
    this.#onFailed = onFailed;
    const listener = (failed: unknown, code: unknown, detail: unknown): void => {
      if (failed !== stream || this.#on.size === 0) return;
      this.#drop();
      this.#failure = unavailable(errorOf(code, detail));
      if (!this.#setting) onFailed(this.#failure);
    };
    for (const name of FAILURES) sdk.on(name, listener);
    this.#closed.signal.addEventListener('abort', () => {
      for (const name of FAILURES) quietly(() => sdk.off(name, listener));
    });
  }

  /** What the SDK has drawn, in a stream of its own; null while nothing is on. */
  get picture(): MediaStream | null {
    const [track] = this.#stream.getVideoTracks();
    if (this.#on.size === 0 || !track) this.#picture = null;
    else if (this.#picture?.getVideoTracks()[0] !== track) this.#picture = new MediaStream([track]);
    return this.#picture;
  }

  has(kind: EffectKind): boolean {
    return this.#on.has(kind);
  }

  /** Whether the SDK ever drew the stream's pictures. */
  get used(): boolean {
    return this.#change !== undefined;
  }

  /**
   * Rejects with `unsupported`, with no effect on, when the SDK or the browser can't; as `BackgroundPlugin.prepare` does,
   * with all as it was, when a background can't be had. While no picture is sent, they wait for the next one.
   */
  async set(effects: Effects): Promise<void> {
    this.#later = this.#hasPicture() ? undefined : effects;
    if (this.#later) return;
    try {
      await this.#set(effects);
    } catch (thrown) {
      if (this.#hasPicture() || this.#closed.signal.aborted) throw thrown;
      this.#later = effects; // The camera was turned off meanwhile, so nothing was drawn.
    }
  }

  /** A picture is sent again, or no more. Never rejects. */
  async resume(): Promise<void> {
    if (!this.#later || !this.#hasPicture()) return;
    await new Promise((resolve) => setTimeout(resolve, UNMUTING));
    if (!this.#later || !this.#hasPicture()) return;
    await this.set(this.#later).catch(async (thrown: unknown) => {
      if (this.#closed.signal.aborted) return;
      this.#drop();
      this.#onFailed(await toCallError(thrown));
    });
  }

  /**
   * The stream is destroyed by whoever made it, and its effects with it: when this has settled, because the SDK leaves
   * rejections unhandled when that happens in the middle of a change.
   */
  async close(): Promise<void> {
    this.#closed.abort();
    await settle(Promise.resolve(this.#change), { what: 'The effect', milliseconds: END_PATIENCE }).catch(
      toCallError,
    );
  }

  async #set(effects: Effects): Promise<void> {
    const idle = Object.keys(effects).length === 0 && this.#on.size === 0;
    if (idle || this.#closed.signal.aborted) return;
    const backdrop = await this.#backdrop(effects);
    this.#failure = undefined;
    this.#setting = true;
    try {
      await this.#install(effects);
      await this.#setBackground(backdrop);
      await this.#setBeauty(effects);
      await this.#setLowLight(effects);
      this.#throwIfFailed();
    } catch (thrown) {
      this.#drop();
      throw unavailable(await toCallError(thrown));
    } finally {
      this.#setting = false;
    }
  }

  async #backdrop({ background }: Effects): Promise<Backdrop | undefined> {
    if (!background) return undefined;
    const waiting = { milliseconds: PATIENCE, signal: this.#closed.signal };
    return this.#backgrounds.prepare(background, this.#backgroundAssets, waiting);
  }

  async #install({ beauty, lowLight }: Effects): Promise<void> {
    if (!hasWebGl()) throw new CallError('unsupported', 'There is no WebGL');
    if (!beauty && !lowLight) return;
    const module = await settle(import('zego-express-engine-webrtc/esm/beauty-effect/index.js'), {
      what: 'Loading effects',
      milliseconds: PATIENCE,
      signal: this.#closed.signal,
    });
    // It is UMD, as the SDK is: bundlers that don't look into it put everything under `default`.
    (this.#sdk.constructor as SdkClass).use(module.BeautyEffect ?? module.default?.BeautyEffect);
  }

  async #setBackground(backdrop: Backdrop | undefined): Promise<void> {
    if (!backdrop && !this.has('background')) return;
    const [raw] = this.#on.size === 0 ? this.#stream.getVideoTracks() : [];
    const show = (shown: Backdrop | undefined): Promise<void> =>
      this.#apply('background', shown !== undefined, () => this.#backgrounds.show(this.#stream, shown));
    await show(backdrop);
    if (!raw || (await this.#isDrawn(raw))) return;
    // On a busy machine the SDK may still be unmuting, and then never draws; told anew, it does.
    await show(undefined);
    await show(backdrop);
    if (await this.#isDrawn(raw)) return;
    throw new CallError('timeout', 'No picture with a background was drawn');
  }

  /** The SDK says that a background is on some pictures too early, and until then others would see what is behind. */
  async #isDrawn(raw: MediaStreamTrack): Promise<boolean> {
    const latest = performance.now() + DRAWING;
    while (this.#stream.getVideoTracks()[0] === raw && !this.#closed.signal.aborted) {
      this.#throwIfFailed();
      if (performance.now() > latest || !this.#hasPicture()) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
    return true;
  }

  async #setBeauty({ beauty }: Effects): Promise<void> {
    if (!beauty && !this.has('beauty')) return;
    const { smooth = 0, whiten = 0, rosy = 0, sharpen = 0 } = beauty ?? {};
    const strengths = {
      smoothIntensity: smooth,
      whitenIntensity: whiten,
      rosyIntensity: rosy,
      sharpenIntensity: sharpen,
    };
    const on = beauty !== undefined;
    await this.#apply('beauty', on, () =>
      this.#sdk.setEffectsBeauty(this.#stream, on, on ? strengths : undefined),
    );
  }

  async #setLowLight({ lowLight = false }: Effects): Promise<void> {
    if (lowLight === this.has('lowLight')) return;
    await this.#apply('lowLight', lowLight, () =>
      this.#sdk.setLowlightEnhancement(this.#stream, lowLight ? 1 : 0),
    );
  }

  async #apply(kind: EffectKind, on: boolean, effect: () => Promise<unknown>): Promise<void> {
    const { signal } = this.#closed;
    this.#change = effect();
    await throwIfFailed(await settle(this.#change, { what: 'The effect', milliseconds: PATIENCE, signal }));
    if (on) this.#on.add(kind);
    else this.#on.delete(kind);
  }

  #throwIfFailed(): void {
    if (this.#failure) throw this.#failure;
  }

  #drop(): void {
    const dropped = new Set(this.#on);
    this.#on.clear();
    if (this.#closed.signal.aborted) return;
    const quit = (kind: EffectKind, off: () => Promise<unknown>): void => {
      if (dropped.has(kind)) quietly(() => void off().catch(toCallError));
    };
    quit('background', () => this.#backgrounds.show(this.#stream, undefined));
    quit('beauty', () => this.#sdk.setEffectsBeauty(this.#stream, false));
    quit('lowLight', () => this.#sdk.setLowlightEnhancement(this.#stream, 0));
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
