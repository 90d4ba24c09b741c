// The lint rule that keeps docs/architecture.md true: each storey of src/ imports only from the ones below it.
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/**
 * What each storey may import besides itself: modules (`knows`), their types alone (`types`), modules with
 * `import()` alone (`loads`), and packages that are not for everyone. What stands right under src/ knows all.
 */
const STOREYS = {
  elements: { knows: ['ui', 'call', 'i18n'], types: ['engine'], packages: ['lit', '@lit/context'] },
  ui: { knows: ['call', 'i18n'], types: ['engine'], packages: ['lit', '@lit/context'] },
  call: { knows: ['engine'] },
  engine: { loads: ['engine/zego', 'engine/local', 'engine/simulated'] },
  'engine/zego': { knows: ['engine'], packages: ['zego-express-engine-webrtc'] },
  'engine/local': { knows: ['engine'] },
  'engine/simulated': { knows: ['engine'] },
  i18n: {},
  server: {},
};
const RESERVED = new Set(Object.values(STOREYS).flatMap(({ packages = [] }) => packages));

export const storeyRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      above: '{{storey}} must not import {{target}}: see "Architecture" for what knows what.',
      outside: 'src/ must not import what lies outside it: {{target}}.',
      reserved: '{{storey}} must not import the package {{target}}.',
      homeless: '{{storey}} is no storey of the house.',
    },
  },
  create(context) {
    const storey = storeyOf(context.filename);
    if (storey && !STOREYS[storey]) {
      return { Program: (node) => context.report({ node, messageId: 'homeless', data: { storey } }) };
    }
    const check = (node, kind) => {
      const source = node?.type === 'Literal' ? node.value : undefined;
      const problem = typeof source === 'string' && problemOf(source, kind, storey, context.filename);
      if (problem) context.report({ node, ...problem, data: { storey: storey ?? 'src', ...problem.data } });
    };
    return {
      ImportDeclaration: ({ source, importKind }) => check(source, importKind),
      ExportAllDeclaration: ({ source, exportKind }) => check(source, exportKind),
      ExportNamedDeclaration: ({ source, exportKind }) => check(source, exportKind),
      ImportExpression: ({ source }) => check(source, 'lazy'),
      TSImportType: ({ source }) => check(source, 'type'),
    };
  },
};

function problemOf(source, kind, storey, filename) {
  const { knows = [], types = [], loads = [], packages = [] } = STOREYS[storey] ?? {};
  if (!source.startsWith('.')) {
    const name = source.split('/', source.startsWith('@') ? 2 : 1).join('/');
    return RESERVED.has(name) && !packages.includes(name)
      ? { messageId: 'reserved', data: { target: name } }
      : undefined;
  }
  const path = resolve(dirname(filename), source);
  if (!path.startsWith(SRC + sep)) return { messageId: 'outside', data: { target: source } };
  const target = storeyOf(path);
  if (!storey || target === storey) return undefined;
  const allowed = [...knows, ...(kind === 'type' ? types : []), ...(kind === 'lazy' ? loads : [])];
  return allowed.includes(target) ? undefined : { messageId: 'above', data: { target: target ?? source } };
}

/** The folder of src/ that a file is in; for an engine, its own. `undefined` right under src/. */
function storeyOf(path) {
  const folders = relative(SRC, path).split(sep).slice(0, -1);
  const depth = folders[0] === 'engine' ? 2 : 1;
  return folders.slice(0, depth).join('/') || undefined;
}
