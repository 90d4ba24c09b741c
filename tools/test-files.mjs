// Which test files there are, and what runs them: browsers the *.test.ts, Node the *.test.mjs.
import { readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All test files in the given files and folders, relative to the checkout and sorted. */
export function testFiles(paths = ['test']) {
  const files = paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true }).map((name) => join(path, name));
  });
  const all = [...new Set(files.map((file) => relative('.', file).replaceAll(sep, '/')))].sort();
  return {
    browser: all.filter((file) => file.endsWith('.test.ts')),
    node: all.filter((file) => file.endsWith('.test.mjs')),
  };
}

/** What no browser does otherwise: pure tables, what stands on them without a real peer or a real page, and mere words. */
const SAME_EVERYWHERE = [
  /^test\/(unit|call)\//,
  /^test\/contract\/(simulated|zego)/,
  /^test\/privacy\/(bad-devices|never-answers)\./,
  /^test\/elements\/(announcements|arranging|autojoin|call-banner|effects-settings|languages|receiving)\./,
];

/** What the gallery, the pages, the keyboard's walk and whole calls go through in Chromium besides. */
const FIREFOX_IS_ENOUGH =
  /^test\/elements\/(after-call|bad-input|captions|choosing-language|composition|device-check|keyboard|report|self-view|shortcuts|toolbar|zego-(chat|controls|people|remote-grid|settings|tile))\./;

/** What only Chromium can do, or only there can be looked into, and a thousand people: beside no other browser. */
const ALONE = /\.chromium\.test\.ts$|^test\/elements\/crowd\./;

/** Where a file of browser tests runs: `alone`, in `any` browser, in `firefox` where there is one, or in `both`. */
export function placeOf(file) {
  if (ALONE.test(file)) return 'alone';
  if (process.env.EVERY_BROWSER) return 'both';
  if (SAME_EVERYWHERE.some((those) => those.test(file))) return 'any';
  return FIREFOX_IS_ENOUGH.test(file) ? 'firefox' : 'both';
}
