// Makes one ES module of the ZEGO SDK and its four CommonJS dependencies, for pages without a bundler: the
// dev server, the tests and dist/. The SDK comes minified, in UMD, and is taken over byte for byte: parsing
// 1.6 MB to change nothing would only cost time. Its dependencies are bundled, minified, and handed to it.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

/**
 * What `load-sdk.ts` imports. A file, not `…/esm`: the package has no `exports`, and bundlers refuse to look
 * into a folder for a module that a strict ES module asks for.
 */
export const SDK_SPECIFIER = 'zego-express-engine-webrtc/esm/ZegoExpressWebRTC.esm.js';
/** What `picture-effects.ts` imports: beauty and low light. */
export const BEAUTY_SPECIFIER = 'zego-express-engine-webrtc/esm/beauty-effect/index.js';
/** What `background-plugin.ts` imports: the background blurred or replaced. */
export const BACKGROUND_SPECIFIER = 'zego-express-engine-webrtc/background-process/index.js';

const SDK_FILE = fileURLToPath(new URL('../.cache/zego-sdk/zego-sdk.js', import.meta.url));
const RECIPE = 4; // Raise it when the way of bundling changes.
const PACKAGES = new URL('../node_modules/', import.meta.url);
const ENTRY = '\0sdk-dependencies';
/**
 * The SDK's log can be switched off, and `zego-pool.ts` does so; but of databases that it drops and tokens that it can't
 * read it writes to the console all the same.
 */
const SILENCE = 'const console = new Proxy({}, { get: () => () => {} });\n';
/** What the SDK asks `require` for → what it gets. */
const DEPENDENCIES = {
  long: 'long',
  'protobufjs/minimal': 'protobufjs/minimal',
  'zego-express-logger': 'zego-express-logger',
  // Its own build for browsers that have promises: 1 kB less.
  localforage: 'localforage/dist/localforage.nopromises.js',
};

let bundling;

/** Puts the bundle into the cache, unless the current one is there already. Resolves with its path. */
export function bundleSdk() {
  bundling ??= writeBundle().finally(() => (bundling = undefined));
  return bundling;
}

async function writeBundle() {
  const { version } = JSON.parse(read('zego-express-engine-webrtc/package.json'));
  const stamp = `// zego-express-engine-webrtc ${version}, bundle ${RECIPE}\n`;
  if (existsSync(SDK_FILE) && readFileSync(SDK_FILE, 'utf8').startsWith(stamp)) return SDK_FILE;

  const code = stamp + SILENCE + (await bundleDependencies()) + wrap(read(SDK_SPECIFIER));
  mkdirSync(dirname(SDK_FILE), { recursive: true });
  const unfinished = `${SDK_FILE}.${process.pid}`; // Someone else may be reading or bundling just now.
  writeFileSync(unfinished, code);
  renameSync(unfinished, SDK_FILE);
  return SDK_FILE;
}

/**
 * A module of a plugin of the SDK, exporting it by that name. It takes its dependency from the SDK's file: two copies of
 * it don't mix.
 */
export function pluginModule(specifier, name) {
  return `import { dependencies } from './zego-sdk.js';
${asModule(read(specifier))}
export const ${name} = module.exports.${name};
export default module.exports;
`;
}

/** Declares `dependencies`: name → what `require(name)` returns. */
async function bundleDependencies() {
  const files = Object.entries(DEPENDENCIES);
  const names = files.map(([, file], index) => `import d${index} from '${file}';`).join('\n');
  const table = files.map(([name], index) => `'${name}': d${index}`).join(', ');
  const entry = {
    name: 'sdk-dependencies',
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => (id === ENTRY ? `${names}\nexport default { ${table} };` : null),
  };
  const bundle = await rollup({
    input: ENTRY,
    plugins: [entry, nodeResolve({ browser: true }), commonjs(), terser()],
    onwarn: failOnUnresolved,
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'dependencies' });
  await bundle.close();
  return output[0].code;
}

function wrap(sdk) {
  return `${asModule(sdk)}
export { dependencies };
export const ZegoExpressEngine = module.exports.ZegoExpressEngine;
export default ZegoExpressEngine;
`;
}

function asModule(umd) {
  return `
const module = { exports: {} };
const exports = module.exports;
const require = (name) => dependencies[name];
${umd}`;
}

function read(path) {
  return readFileSync(new URL(path, PACKAGES), 'utf8');
}

/** protobufjs is known to be circular and to look for Node's `require` with `eval`; the SDK lives with both. */
function failOnUnresolved(warning) {
  if (['EVAL', 'CIRCULAR_DEPENDENCY'].includes(warning.code)) return;
  throw new Error(warning.message);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = await bundleSdk();
  const bytes = gzipSync(readFileSync(file), { level: 9 }).length;
  console.log(`${file}: ${bytes.toLocaleString('en')} bytes gzipped`);
}
