// The storeys of docs/architecture.md, as lint sees them: what stands in a file of one storey and must not.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
const RULE = 'house/storeys';
let eslint;

before(() => {
  eslint = new ESLint({
    cwd: CHECKOUT,
    ruleFilter: ({ ruleId }) => ruleId === RULE,
    // It looks at the text alone: types would have to be made of the whole project first.
    overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  });
});

describe('lint refuses', () => {
  const offences = {
    'an element that imports an engine': ['elements/zego-call', `import '../engine/zego/zego-engine.js';`],
    'an element that loads an engine': [
      'elements/zego-call',
      `void import('../engine/local/local-engine.js');`,
    ],
    'an element that uses the port': [
      'elements/zego-call',
      `export { ENGINES } from '../engine/load-engine.js';`,
    ],
    'an element that imports the SDK': ['elements/zego-call', `import 'zego-express-engine-webrtc';`],
    'a view that imports an element': ['ui/icons', `import '../elements/zego-call.js';`],
    'a call that imports a view': ['call/reducer', `import '../ui/icons.js';`],
    'a call that names an engine': ['call/reducer', `import '../engine/local/local-engine.js';`],
    'a call that imports Lit': ['call/reducer', `export * from 'lit';`],
    'a call that takes a type from an element': [
      'call/reducer',
      `export type Call = import('../elements/zego-call.js').ZegoCall;`,
    ],
    'an engine that imports another': ['engine/local/local-engine', `import '../zego/zego-engine.js';`],
    'an engine that imports the call': ['engine/simulated/testing', `import '../../call/reducer.js';`],
    'a port that is not lazy': ['engine/load-engine', `import './zego/zego-engine.js';`],
    'strings that know a storey': ['i18n/en', `import '../call/reducer.js';`],
    'a token maker that knows a storey': ['server/token04', `import '../call/identifiers.js';`],
    'a source that imports a test': ['index', `import '../test/support/wait.js';`],
    'a source that imports the demo': ['ui/icons', `import '../../demo/demo.js';`],
  };
  for (const [what, [file, code]] of Object.entries(offences)) {
    it(what, async () => assert.equal((await complaints(file, code)).length, 1));
  }
});

describe('lint accepts', () => {
  const fine = {
    'an element that imports what is below': ['elements/zego-call', `import '../ui/icons.js'; import 'lit';`],
    'an element that names a type of the port': [
      'elements/zego-call',
      `export type * from '../engine/call-engine.js';`,
    ],
    'a call that imports the port': ['call/reducer', `import '../engine/load-engine.js';`],
    'a port that loads an engine': ['engine/load-engine', `void import('./zego/zego-engine.js');`],
    'an engine that imports the SDK': ['engine/zego/load-sdk', `import 'zego-express-engine-webrtc';`],
    'an index that imports everything': [
      'index',
      `import './elements/zego-call.js'; import './engine/call-error.js';`,
    ],
  };
  for (const [what, [file, code]] of Object.entries(fine)) {
    it(what, async () => assert.deepEqual(await complaints(file, code), []));
  }
});

async function complaints(file, code) {
  const [{ messages }] = await eslint.lintText(code, { filePath: `${CHECKOUT}src/${file}.ts` });
  const broken = messages.find(({ fatal }) => fatal);
  assert.equal(broken, undefined);
  return messages.filter(({ ruleId }) => ruleId === RULE).map(({ message }) => message);
}
