// Which files of dist/ a page loads, and how many bytes they are: those of `gzip -9`.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';

const DIST = 'dist/';

/** To show the element with its lobby: the module of the script tag and what it imports statically. */
export const show = withImports('zego-call.js');

/** What enters a room of ZEGO's cloud: the call's own code, the engine and the SDK. */
const enter = new Set([...withImports('live-call.js'), ...withImports('zego-engine.js'), 'zego-sdk.js']);

/** What the interface loads beside that once there is a call: toolbar, stage, banner, comfort, words. */
export const inCall = new Set(
  [...withImports('in-call.js')].filter((file) => !show.has(file) && !enter.has(file)),
);

/** Everything from opening the page to a call on ZEGO's cloud that can be used. */
export const join = new Set([...show, ...enter, ...inCall]);

/** The file and everything that is loaded with it, as what it loads by `import()` is not. */
export function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { source } of parseAst(readFileSync(DIST + file, 'utf8')).body) {
    if (source) withImports(source.value.replace('./', ''), seen);
  }
  return seen;
}

export function bytesOf(files) {
  return [...files]
    .map((file) => gzipSync(readFileSync(DIST + file), { level: 9 }).length)
    .reduce((sum, size) => sum + size, 0);
}
