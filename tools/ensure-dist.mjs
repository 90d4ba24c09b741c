// Builds dist/ where it is missing or older than what it is made of.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

/** Rejects when the build fails. */
export async function ensureDist() {
  if (!OUTPUTS.every((file) => existsSync(file))) await build('missing');
  else if (newest(SOURCES) > Math.min(...OUTPUTS.map(changed))) await build('older than its sources');
}

async function build(reason) {
  console.log(`dist/ is ${reason}: building it.`);
  const building = spawn('npm run --silent build:dist', { shell: true, stdio: 'inherit', timeout: 300_000 });
  const [status] = await once(building, 'close');
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
