// Writes what editors need to complete our tags and attributes into dist/, from custom-elements.json.
import { readFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
generateVsCodeCustomElementData(manifest, { outdir: 'dist' });
generateJetBrainsWebTypes(manifest, { outdir: 'dist', packageJson: false });
