// Builds dist/ where it is missing or older than what it is made of.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OUTPUTS = ['dist/zego-call.js', 'dist/npm/index.js'];
const SOURCES = [
  'src',
  'custom-elements.json',
  'package-lock.json',
  'rollup.config.mjs',
  'tsconfig.build.json',
];

/** Throws when the build fails. */
export function ensureDist() {
  if (!OUTPUTS.every((file) => existsSync(file))) build('missing');
  else if (newest(SOURCES) > Math.min(...OUTPUTS.map(changed))) build('older than its sources');
}

function build(reason) {
  console.log(`dist/ is ${reason}: building it.`);
  const { status } = spawnSync('npm run --silent build:dist', {
    shell: true,
    stdio: 'inherit',
    timeout: 120_000,
  });
  if (status !== 0) throw new Error('The build failed.');
}

function newest(paths) {
  const within = (path) => readdirSync(path, { recursive: true }).map((name) => join(path, name));
  const all = paths
    .filter((path) => existsSync(path))
    .flatMap((path) => (statSync(path).isDirectory() ? [path, ...within(path)] : [path]));
  return Math.max(...all.map(changed));
}

function changed(path) {
  return statSync(path).mtimeMs;
}
