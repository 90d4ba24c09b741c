import assert from 'node:assert/strict';
import { it } from 'node:test';
import { squeezeCss } from '../../tools/squeeze-css.mjs';

const cases = {
  'drops comments and the space around punctuation': [
    '/* a */ .a , .b { color: red; /* ; */ margin: 0 }',
    '.a,.b{color:red;margin:0}',
  ],
  'keeps space that means something': [
    '.a :hover > b { width: calc(1px + 2px); inset: 0 1px }',
    '.a :hover > b{width:calc(1px + 2px);inset:0 1px}',
  ],
  'knows nesting and container queries': [
    '@container (min-width: 280px) { .a { & > b { color: red } } }',
    '@container (min-width:280px){.a{& > b{color:red}}}',
  ],
  'drops the last semicolon of a block': ['a { color: red; } b { margin: 0; }', 'a{color:red}b{margin:0}'],
  'leaves strings alone': [`a { content: "x  ;} /* y */"; }`, `a{content:"x  ;} /* y */"}`],
  'leaves expressions alone, and the space between two': [
    'a { margin: @TEMPLATE_EXPRESSION(); @TEMPLATE_EXPRESSION(); }',
    'a{margin:@TEMPLATE_EXPRESSION(); @TEMPLATE_EXPRESSION();}',
  ],
};

for (const [what, [css, squeezed]] of Object.entries(cases)) {
  it(what, () => assert.equal(squeezeCss(css), squeezed));
}
