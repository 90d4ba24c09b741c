// Gathers the licences of all that dist/ contains of others in one file. In the code itself the same notice would
// stand a dozen times, and every page would load it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export function noticesPlugin(fileName) {
  return {
    name: 'notices',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
      const bundled = modules.map((id) => id.match(/node_modules\/(@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean);
      const packages = [...new Set([...bundled, ...dependencies()])].sort();
      this.emitFile({ type: 'asset', fileName, source: packages.map(notice).join('\n\n') });
    },
  };
}

/** What the SDK brings along is in its own bundle, out of Rollup's sight: the lock file knows it. */
function dependencies() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.keys(packages).filter((path) => path && !packages[path].dev && !path.includes('/@types/'));
}

function notice(path) {
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? `\n\n${readFileSync(join(path, file), 'utf8').trim()}` : '';
  return `${name} ${version}: ${license}${text}\n`;
}
