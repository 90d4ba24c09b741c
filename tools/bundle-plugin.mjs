// What tests start from, bundled: a page that asks for each module by itself makes a hundred requests before its first test.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { SDK_SPECIFIERS } from './sdk-plugin.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** As pages address modules of the checkout. */
const fromRoot = {
  name: 'from-root',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\/(demo|src)\// }, ({ path }) => ({ path: ROOT + path.slice(1) })),
};

const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  chunkNames: 'bundle/[name]-[hash]',
  external: SDK_SPECIFIERS,
  format: 'esm',
  ignoreAnnotations: true, // Of the package: what has side effects is said there of dist/.
  logLevel: 'error', // Types are checked elsewhere.
  outbase: '.',
  outdir: '.',
  plugins: [fromRoot],
  sourcemap: 'linked',
  splitting: true,
  target: 'esnext',
  write: false,
};

/**
 * For web-dev-server and web-test-runner: serves `entryPoints`, paths in the checkout, under their own address. What several
 * import, and what `import()` loads, comes in files of its own, as in dist/. Nothing is built anew while it runs.
 */
export function bundleServerPlugin(entryPoints) {
  const served = new Map();
  return {
    name: 'bundle',
    async serverStart() {
      const { outputFiles } = await build({ ...OPTIONS, entryPoints });
      for (const { path, text } of outputFiles) served.set(path.slice(ROOT.length - 1), text);
    },
    serve({ path }) {
      const body = served.get(path.replace(/\.ts$/, '.js'));
      return body && { body, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
}
