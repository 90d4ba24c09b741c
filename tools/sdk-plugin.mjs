// Three ways to the ZEGO SDK. A page without a bundler gets the file that bundle-sdk.mjs makes: served by the
// dev server, or lying beside the other chunks in dist/. The npm build leaves SDK_SPECIFIER alone, so that the
// app that embeds the widget has one copy of the SDK and of its protobufjs, which doesn't bear two.
import { readFile } from 'node:fs/promises';
import { SDK_SPECIFIER, bundleSdk } from './bundle-sdk.mjs';

export { SDK_SPECIFIER };

const FILE_NAME = 'zego-sdk.js';

/** For web-dev-server and web-test-runner. */
export function sdkServerPlugin() {
  return {
    name: 'zego-sdk',
    serverStart: () => bundleSdk(),
    resolveImport: ({ source }) => (source === SDK_SPECIFIER ? `/${FILE_NAME}` : undefined),
    async serve({ path }) {
      if (path !== `/${FILE_NAME}`) return undefined;
      return { body: await readFile(await bundleSdk(), 'utf8'), type: 'js' };
    },
  };
}

/** For the dist/ build: chunks import the SDK as `./zego-sdk.js`, and that file is written beside them. */
export function sdkRollupPlugin() {
  return {
    name: 'zego-sdk',
    resolveId: (source) => (source === SDK_SPECIFIER ? { id: SDK_SPECIFIER, external: true } : null),
    outputOptions: (options) => ({ ...options, paths: { [SDK_SPECIFIER]: `./${FILE_NAME}` } }),
    async generateBundle() {
      const source = await readFile(await bundleSdk(), 'utf8');
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source });
    },
  };
}
