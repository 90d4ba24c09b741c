import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';

const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));

it('the lock file names no address and no path of a machine', () => {
  const addressed = Object.keys(packages).filter((path) => 'resolved' in packages[path]);
  assert.deepEqual(addressed, []);
});

it('the lock file has the binaries of every system, not only of the one that wrote it', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(path, name))
      .map((name) => `${name} for ${path}`),
  );
  assert.deepEqual(missing, []);
});

/** As Node looks for it: in the package's own node_modules, then in those further up. */
function isLocked(path, name) {
  if (`${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages) return true;
  const parent = path.lastIndexOf('/node_modules/');
  return parent > 0 && isLocked(path.slice(0, parent), name);
}
