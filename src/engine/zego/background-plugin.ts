import type { Background } from '../call-engine.js';
import { invalidConfig } from '../call-error.js';
import { loaded } from '../loaded.js';
import type { Sdk, SdkClass } from './load-sdk.js';
import { type Limits, settle } from './settle.js';
import { throwIfFailed, toCallError } from './zego-errors.js';

/** `Segmentation.PortraitSegmentation` of the SDK: the only one. */
const PERSON = 0;
const BLUR_DEGREES = { low: 1, medium: 2, high: 3 } as const;

type Waiting = Omit<Limits, 'what'>;

/** Kept as long as the instance: what it has fetched serves all of its calls. */
const plugins = new WeakMap<Sdk, BackgroundPlugin>();

/** A background whose files are there, to be put behind a person at once. */
export type Backdrop = { readonly blurDegree: number } | { readonly source: HTMLImageElement };

/**
 * What an instance of the SDK needs for backgrounds, fetched once: the plugin's code, and the files that the page hosts.
 * They cost nothing until a background is wanted.
 */
export class BackgroundPlugin {
  readonly #sdk: Sdk;
  #files: Promise<void> | undefined;

  /** Returns the one of that instance. */
  static of(sdk: Sdk): BackgroundPlugin {
    const known = plugins.get(sdk);
    if (known) return known;
    const plugin = new BackgroundPlugin(sdk);
    plugins.set(sdk, plugin);
    return plugin;
  }

  private constructor(sdk: Sdk) {
    this.#sdk = sdk;
  }

  /**
   * Fetches what a background needs. Rejects with `network` or `timeout`, or with `invalid-config` for what the page
   * gives: `background-assets` and `effects`. A later try goes on where one that took too long was.
   */
  async prepare(background: Background, assets: string, waiting: Waiting): Promise<Backdrop> {
    this.#files ??= this.#fetch(assets).catch((thrown: unknown) => {
      this.#files = undefined;
      throw thrown;
    });
    await settle(this.#files, { what: 'Loading backgrounds', ...waiting });
    if ('blur' in background) return { blurDegree: BLUR_DEGREES[background.blur] };
    const image = loadImage(background.image);
    return { source: await settle(image, { what: 'Loading the picture', ...waiting }) };
  }

  /** Puts it behind the person, or behind nobody any more. */
  async show(stream: MediaStream, backdrop: Backdrop | undefined): Promise<unknown> {
    if (!backdrop) return this.#sdk.enableBackgroundProcess(stream, false, PERSON);
    await throwIfFailed(
      'source' in backdrop
        ? await this.#sdk.setVirtualBackgroundOptions(stream, { ...backdrop, objectFit: 'cover' })
        : await this.#sdk.setBackgroundBlurOptions(stream, backdrop),
    );
    return this.#sdk.enableBackgroundProcess(stream, true, PERSON);
  }

  async #fetch(assets: string): Promise<void> {
    const loading = import('zego-express-engine-webrtc/background-process/index.js');
    const module = await loaded(loading, 'The background effects');
    (this.#sdk.constructor as SdkClass).use(module.BackgroundProcess ?? module.default?.BackgroundProcess);
    try {
      const folder = new URL(assets, document.baseURI).href.replace(/\/$/, '');
      await throwIfFailed(await this.#sdk.initBackgroundModule(PERSON, folder));
    } catch (thrown) {
      throw invalidConfig('background-assets', 'could not be loaded', await toCallError(thrown));
    }
  }
}

async function loadImage(image: string | Blob): Promise<HTMLImageElement> {
  const own = typeof image === 'string' ? '' : URL.createObjectURL(image);
  const element = new Image();
  element.crossOrigin = 'anonymous'; // Without it WebGL would not draw the picture of another site.
  element.src = typeof image === 'string' ? image : own;
  try {
    await element.decode();
    return element;
  } catch (cause) {
    throw invalidConfig('effects', 'name a background picture that could not be loaded', cause);
  } finally {
    URL.revokeObjectURL(own);
  }
}
