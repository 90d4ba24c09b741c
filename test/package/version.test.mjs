// The version that reports name, because a page can't read package.json.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';

it('reports name the version of package.json', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const [, named] = readFileSync('src/call/version.ts', 'utf8').match(/VERSION = '(.+)'/);
  assert.equal(named, version);
});
