// docs/flows.md names tests. They have to be there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const REFERENCE = /`(\S+)` “(.+?)”(?=,|\s+\|)/g;
const flows = readFileSync('docs/flows.md', 'utf8');
const rows = flows.split('\n').filter((line) => line.startsWith('| ') && !/^\| (-|Step|Feature)/.test(line));

describe('docs/flows.md', () => {
  for (const row of rows) {
    const name = row.split('|')[1].trim();

    it(`shows “${name}” by tests that are there, or says why not`, () => {
      const references = [...row.matchAll(REFERENCE)];
      if (references.length === 0) assert.match(row, /missing|not there, on purpose/);
      const titles = row.split('|')[4].match(/“/g) ?? [];
      assert.equal(references.length, titles.length, 'each title has the path of its file before it');
      for (const [, path, title] of references) {
        assert.ok(existsSync(`test/${path}`), path);
        assert.ok(readFileSync(`test/${path}`, 'utf8').includes(title), `${path}: ${title}`);
      }
    });

    it(`finds the code of “${name}”`, () => {
      for (const [, path] of row.split('|')[3].matchAll(/`((?:call|engine|elements|server|ui)\/[^`]+)`/g))
        assert.ok(existsSync(`src/${path}`), path);
    });
  }
});
