// The tokens that a page may set, as tokens.json lists them: the styles, the manifest and the docs say the same.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contrast, valueOf } from '../../demo/colors.js';

const read = (path) => readFileSync(path, 'utf8');
const tokens = JSON.parse(read('src/ui/tokens.json'));
const named = (name) => tokens.find((token) => token.name === name);

test('the styles use every token, with the default that it has, and nothing else', () => {
  const used = new Map();
  for (const [name, fallback] of usesIn(sources())) {
    if (name.startsWith('--zego-icon-')) continue;
    assert.ok(named(name), `tokens.json knows ${name}`);
    assert.equal(plain(fallback), plain(cssDefault(named(name))), `the default of ${name}`);
    used.set(name, fallback);
  }
  assert.deepEqual([...used.keys()].sort(), tokens.map(({ name }) => name).sort());
});

test('the manifest describes every token', () => {
  const { modules } = JSON.parse(read('custom-elements.json'));
  const call = modules
    .flatMap(({ declarations }) => declarations)
    .find((each) => each.tagName === 'zego-call');
  assert.deepEqual(
    call.cssProperties.map(({ name }) => name),
    tokens.map(({ name }) => name),
  );
});

test('docs/theming.md names every token', () => {
  const docs = read('docs/theming.md');
  for (const { name } of tokens) assert.ok(docs.includes(`\`${name}\``), name);
});

for (const theme of ['light', 'dark'])
  for (const [text, surface, least] of JSON.parse(read('src/ui/token-pairs.json')))
    test(`${text} on ${surface} is readable, ${theme}: at least ${least} to 1`, () => {
      const ratio = contrast(valueOf(tokens, text, theme), valueOf(tokens, surface, theme));
      assert.ok(ratio >= least, `it is ${ratio.toFixed(2)} to 1`);
    });

test('contrast is that of WCAG', () => {
  assert.equal(contrast('#000', '#fff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});

function sources() {
  return readdirSync('src', { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(join('src', file)))
    .join('\n');
}

/** Each `var(--zego-…, default)`, those in defaults too. */
function* usesIn(css) {
  for (const { 0: start, 1: name, index } of css.matchAll(/var\((--zego-[\w-]+),/g)) {
    let depth = 1;
    let end = index + start.length;
    for (; depth > 0; end++) depth += { '(': 1, ')': -1 }[css[end]] ?? 0;
    yield [name, css.slice(index + start.length, end - 1)];
  }
}

function cssDefault({ dark, default: single, light }) {
  if (single !== undefined) return single;
  const use = (value) => (value.startsWith('--') ? `var(${value}, ${cssDefault(named(value))})` : value);
  return `light-dark(${use(light)}, ${use(dark)})`;
}

function plain(css) {
  return css.replace(/\s+/g, ' ').trim();
}
