/** Colours as WCAG compares them: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

/**
 * The value that a token has by default, or by what `set` says by its name, or by its name and theme
 * (`--zego-surface:dark`), in a theme.
 */
export function valueOf(tokens, name, theme, set = {}) {
  const value = givenOf(set, name, theme) ?? defaultOf(tokens, name, theme);
  return value.startsWith('--') ? valueOf(tokens, value, theme, set) : value;
}

export function givenOf(set, name, theme) {
  return set[`${name}:${theme}`] ?? set[name];
}

/** What a token is by default: a value, or the name of another token. */
export function defaultOf(tokens, name, theme) {
  const { default: single, ...themes } = tokens.find((token) => token.name === name);
  return single ?? themes[theme];
}

/** From 1 to 21; of two colours in hexadecimal. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color) {
  const [red, green, blue] = channels(color).map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color) {
  const digits = color.slice(1);
  const width = digits.length < 6 ? 1 : 2;
  return [0, 1, 2].map((nth) => {
    const pair = digits.slice(nth * width, (nth + 1) * width);
    return parseInt(width === 1 ? pair + pair : pair, 16) / 255;
  });
}

/** Any opaque colour as `<input type="color">` wants it, in six hexadecimal digits; null for others, and for `var()`. */
export function hexOf(color) {
  if (!CSS.supports('color', color) || color.includes('var(')) return null;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  if (alpha < 255) return null;
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
