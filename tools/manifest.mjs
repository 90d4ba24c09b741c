// Makes custom-elements.json of the elements' sources; with --check, fails when the one here is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';

const FILE = 'custom-elements.json';

const manifest = await cli({ argv: ['analyze', '--quiet'], noWrite: true });
const text = `${JSON.stringify(manifest, null, 2)}\n`;

if (!process.argv.includes('--check')) {
  writeFileSync(FILE, text);
} else if (text === readFileSync(FILE, 'utf8')) {
  console.log(`${FILE} is up to date.`);
} else {
  console.error(`${FILE} is out of date: run \`npm run manifest\` and commit it.`);
  process.exitCode = 1;
}
