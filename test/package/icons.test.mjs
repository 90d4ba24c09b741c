// The icons that a page may replace, as docs/theming.md lists them: those that there are.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

test('docs/theming.md names every icon, and no other', () => {
  const docs = readFileSync('docs/theming.md', 'utf8');
  const list = /^The names: (.+?)\./m.exec(docs)?.[1] ?? '';
  const named = [...list.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
  assert.deepEqual(named, iconNames());
});

/** The keys of each table of icons, and what is drawn where it is shown. */
function iconNames() {
  const code = readdirSync('src', { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .join('\n');
  const tables = [...code.matchAll(/^const ICONS = \{(.+?)\}/gms)].map(([, table]) => table).join('\n');
  const names = [...tables.matchAll(/([\w-]+)'?:/g), ...code.matchAll(/\bdrawn\('([\w-]+)'/g)];
  return names.map(([, name]) => name).sort();
}
