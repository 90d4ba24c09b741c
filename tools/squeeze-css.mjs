/**
 * What a CSS template can lose without a parser: comments, the white space around punctuation and a block's last `;`. The usual
 * minifier (clean-css) doesn't know nesting and container queries: it warns and leaves such sheets as they are.
 * Strings stay untouched, and so do the minifier's stand-ins for `${…}`, with the space between two of them.
 */
export function squeezeCss(css) {
  return css
    .replace(COMMENT, (piece) => (KEPT.test(piece) ? piece : ' '))
    .replace(SPACE, (piece) => (KEPT.test(piece) ? piece : piece.trim() || ' '))
    .replace(LAST, (piece) => (KEPT.test(piece) ? piece : '}'))
    .trim();
}

const STRING = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/.source;
const COMMENT = new RegExp(`${STRING}|\\/\\*[^]*?\\*\\/`, 'g');
const WHOLE = `@TEMPLATE_EXPRESSION_*\\(\\);|${STRING}`;
const SPACE = new RegExp(`${WHOLE}|\\s*[{};,]\\s*|:\\s+|\\s+`, 'g');
const LAST = new RegExp(`${WHOLE}|;}`, 'g');
const KEPT = /^[@"']/;
