// docs/flows.md and docs/interop.md name tests. They have to be there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const REFERENCE = /`(\S+)` “(.+?)”(?=,|\)|\s+\|)/g;
const flows = readFileSync('docs/flows.md', 'utf8');
const interop = readFileSync('docs/interop.md', 'utf8');

function rowsOf(text) {
  return text.split('\n').filter((line) => line.startsWith('| ') && !/^\| (-|Step|Feature|What)/.test(line));
}

/** Checks the tests that a text names; returns how many there are. */
function checkReferences(text) {
  const references = [...text.matchAll(REFERENCE)];
  const titles = text.match(/“/g) ?? [];
  assert.equal(references.length, titles.length, 'each title has the path of its file before it');
  for (const [, path, title] of references) {
    assert.ok(existsSync(`test/${path}`), path);
    assert.ok(readFileSync(`test/${path}`, 'utf8').includes(title), `${path}: ${title}`);
  }
  return references.length;
}

describe('docs/flows.md', () => {
  for (const row of rowsOf(flows)) {
    const name = row.split('|')[1].trim();

    it(`shows “${name}” by tests that are there, or says why not`, () => {
      if (checkReferences(`${row.split('|')[4]}|`) === 0) assert.match(row, /missing|not there, on purpose/);
    });

    it(`finds the code of “${name}”`, () => {
      for (const [, path] of row.split('|')[3].matchAll(/`((?:call|engine|elements|server|ui)\/[^`]+)`/g))
        assert.ok(existsSync(`src/${path}`), path);
    });
  }
});

describe('docs/interop.md', () => {
  for (const row of rowsOf(interop)) {
    const [, name, ...cells] = row.split('|').map((cell) => cell.trim());

    it(`shows “${name}” for each client by tests that are there, or says what is not`, () => {
      assert.equal(cells.pop(), '');
      assert.equal(cells.length, 3);
      for (const cell of cells) if (checkReferences(`${cell} |`) === 0) assert.match(cell, /^Not /);
    });
  }

  it('names tests that are there outside of its tables too', () => {
    assert.ok(checkReferences(interop) > 0);
  });
});
