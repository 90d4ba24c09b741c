// What a page loads, against what it may: fails past a budget. Bytes are those of `gzip -9`.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';

const DIST = 'dist/';

/** To show the element with its lobby: the module of the script tag and what it imports statically. */
const show = withImports('zego-call.js');
/** To join a call on ZEGO's cloud: the call's own code, the engine and the SDK on top. */
const join = new Set([
  ...show,
  ...withImports('live-call.js'),
  ...withImports('zego-engine.js'),
  'zego-sdk.js',
]);
/** What the interface loads beside that once the call is there: toolbar, stage, banner, comfort, words. */
const inCall = [...withImports('in-call.js')].filter((file) => !join.has(file));

const rows = [
  { what: 'bytes to show <zego-call>', value: bytes(show), budget: 26_000 },
  { what: 'files to show <zego-call>', value: show.size, budget: 3 },
  { what: 'bytes to join with ZEGO', value: bytes(join), budget: 620_000 },
  { what: 'bytes of the interface in a call', value: bytes(inCall), budget: 25_000 },
];
for (const { what, value, budget } of rows) {
  const over = value > budget ? `  over by ${format(value - budget).trim()}` : '';
  console.log(`${what.padEnd(34)}${format(value)} of ${format(budget)}${over}`);
}
if (rows.some(({ value, budget }) => value > budget)) process.exitCode = 1;

/** The file and everything that is loaded with it, as import() is not. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { source } of parseAst(readFileSync(DIST + file, 'utf8')).body) {
    if (source) withImports(source.value.replace('./', ''), seen);
  }
  return seen;
}

function bytes(files) {
  return [...files]
    .map((file) => gzipSync(readFileSync(DIST + file), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
}

function format(value) {
  return value.toLocaleString('en').padStart(9);
}
