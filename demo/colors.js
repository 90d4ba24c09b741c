/** Colours as WCAG compares them: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

/** The value that a token has by default, or by what `set` says by name, in a theme. */
export function valueOf(tokens, name, theme, set = {}) {
  const { default: single, ...themes } = tokens.find((token) => token.name === name);
  const value = set[name] || single || themes[theme];
  return value.startsWith('--') ? valueOf(tokens, value, theme, set) : value;
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
