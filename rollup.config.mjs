import { readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { noticesPlugin } from './tools/notices-plugin.mjs';
import { reloadPlugin } from './tools/reload-plugin.mjs';
import { sdkRollupPlugin } from './tools/sdk-plugin.mjs';
import { squeezeCss } from './tools/squeeze-css.mjs';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const output = { format: 'es', sourcemap: true };

const compile = (compilerOptions) => typescript({ tsconfig: 'tsconfig.build.json', compilerOptions });

/** Who watches wants to see a change in a page at once: the bundle alone, as it is. The build does the rest. */
const watching = process.env.ROLLUP_WATCH === 'true';

/** Space is made less, never nothing: between inline elements it shows. An SVG fragment needs its `/>`. */
const minifyTemplates = minifyTemplateLiterals({
  include: 'src/**',
  failOnError: true,
  options: {
    minifyOptions: {
      conservativeCollapse: true,
      keepClosingSlash: true,
      removeEmptyAttributes: false,
      minifyCSS: squeezeCss,
    },
  },
});

const NOTICES = 'third-party.txt';
const minifyCode = terser({
  ecma: 2022,
  module: true,
  compress: { passes: 2 },
  format: { comments: false, preamble: `/* Licences: ${NOTICES} */` },
});

/** What bundlers import: our modules one by one, readable and typed, on the app's own lit and SDK. */
const modules = {
  input: ['src/index.ts', 'src/define.ts', 'src/engine/simulated/testing.ts', 'src/server/token04.ts'],
  external: Object.keys(dependencies).map((name) => new RegExp(`^${name}($|/)`)),
  output: {
    ...output,
    dir: 'dist/npm',
    preserveModules: true,
    preserveModulesRoot: 'src',
    entryFileNames: ({ name }) => `${name.replace(/^node_modules/, 'bundled')}.js`, // npm would leave it out.
  },
  plugins: [nodeResolve(), compile({ outDir: 'dist/npm', declaration: true, declarationDir: 'dist/npm' })],
};

/**
 * What is needed together comes in one file: each further one is a request that the first picture waits for, and what a
 * file imports is asked for only once the file is there. A module brings along what it imports, but for what is in a file
 * above. Nothing that can be asked for anew, as `live-call`, may be what another file imports: some browsers remember what
 * they could not get.
 */
const TOGETHER = {
  'zego-call': ['define'],
  words: ['i18n/grammar', 'ui/more-texts', 'ui/explanations'],
  'engine-base': ['engine/message-text', 'engine/stream-id'],
  'live-call': ['call/live-call'],
  'in-call': [
    'elements/room-extras',
    'elements/tile-layer',
    'ui/call-tools',
    'ui/panels',
    'ui/room-comfort',
    'ui/roving-focus',
    'ui/stage',
  ],
};
const chunkOf = (id) =>
  Object.keys(TOGETHER).find((name) => TOGETHER[name].some((module) => id.endsWith(`/src/${module}.ts`)));

/** What a script tag loads: one module with all that shows the lobby, and beside it what it loads when needed. */
const bundle = {
  input: { 'zego-call': 'src/define.ts' },
  // No hash in the names: the address in a script tag stays, and so do the addresses that follow from it.
  output: {
    ...output,
    dir: 'dist',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    manualChunks: chunkOf,
  },
  plugins: [
    sdkRollupPlugin(),
    nodeResolve({ browser: true }),
    compile({ outDir: 'dist', noCheck: true }), // Types are checked for the other output.
    ...(watching ? [] : [minifyTemplates, minifyCode]),
    reloadPlugin(),
    noticesPlugin(NOTICES),
  ],
};

export default watching ? bundle : [modules, bundle];
