// Three ways to the ZEGO SDK. A page without a bundler gets the files that bundle-sdk.mjs makes: served by the
// dev server, or lying beside the other chunks in dist/. The npm build leaves SDK_SPECIFIER alone, so that the
// app that embeds the widget has one copy of the SDK and of its protobufjs, which doesn't bear two.
import { readFile } from 'node:fs/promises';
import {
  BACKGROUND_SPECIFIER,
  BEAUTY_SPECIFIER,
  SDK_SPECIFIER,
  bundleSdk,
  pluginModule,
} from './bundle-sdk.mjs';

/** What is imported → the file that it comes from, and what makes it. */
const FILES = {
  [SDK_SPECIFIER]: { name: 'zego-sdk.js', make: async () => readFile(await bundleSdk(), 'utf8') },
  [BEAUTY_SPECIFIER]: {
    name: 'zego-beauty.js',
    make: async () => pluginModule(BEAUTY_SPECIFIER, 'BeautyEffect'),
  },
  [BACKGROUND_SPECIFIER]: {
    name: 'zego-background.js',
    make: async () => pluginModule(BACKGROUND_SPECIFIER, 'BackgroundProcess'),
  },
};

/** What other bundles must leave to it. */
export const SDK_SPECIFIERS = Object.keys(FILES);

/** For web-dev-server and web-test-runner. The SDK is bundled when a page asks for it, since most pages never do. */
export function sdkServerPlugin() {
  return {
    name: 'zego-sdk',
    resolveImport: ({ source }) => (Object.hasOwn(FILES, source) ? `/${FILES[source].name}` : undefined),
    async serve({ path }) {
      const file = Object.values(FILES).find(({ name }) => path === `/${name}`);
      return file && { body: await file.make(), type: 'js' };
    },
  };
}

/** For the dist/ build: chunks import the SDK as `./zego-sdk.js`, and that file is written beside them. */
export function sdkRollupPlugin() {
  const paths = Object.fromEntries(Object.entries(FILES).map(([id, { name }]) => [id, `./${name}`]));
  return {
    name: 'zego-sdk',
    resolveId: (source) => (Object.hasOwn(FILES, source) ? { id: source, external: true } : null),
    outputOptions: (options) => ({ ...options, paths }),
    async generateBundle() {
      for (const { name, make } of Object.values(FILES))
        this.emitFile({ type: 'asset', fileName: name, source: await make() });
    },
  };
}
