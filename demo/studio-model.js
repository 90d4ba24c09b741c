/** What a designer has chosen in the studio, and what can be made of it. */
import { contrast, valueOf } from './colors.js';

export const SHOWN = { theme: 'light', lang: 'en', dir: '', width: '', people: '4', density: '' };

/** From the part of the address behind `#`. */
export function readHash(hash) {
  const given = Object.fromEntries(new URLSearchParams(hash.replace(/^#/, '')));
  const isToken = ([name]) => name.startsWith('--zego-');
  const entries = Object.entries(given);
  return {
    set: Object.fromEntries(entries.filter(isToken)),
    shown: { ...SHOWN, ...Object.fromEntries(entries.filter(([name]) => name in SHOWN)) },
  };
}

export function hashOf({ set, shown }) {
  const changed = Object.entries(shown).filter(([name, value]) => value !== SHOWN[name]);
  return `#${new URLSearchParams([...changed, ...Object.entries(set)])}`;
}

/** The style sheet for the page that the call is to stand in. */
export function cssOf(set) {
  const lines = Object.entries(set).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length > 0 ? ['zego-call {', ...lines, '}'].join('\n') : '/* Nothing is changed yet. */';
}

export function htmlOf({ density, lang, theme }) {
  const attributes = [
    ['engine', 'local'],
    ['room', 'demo'],
    ['user', 'ana'],
    ['theme', theme === 'auto' ? '' : theme],
    ['density', density],
    ['lang', lang === 'en' ? '' : lang],
  ];
  const written = attributes.filter(([, value]) => value).map(([name, value]) => ` ${name}="${value}"`);
  return `<script type="module" src="zego-call.js"></script>\n<zego-call${written.join('')}></zego-call>`;
}

/** Each pair of colours with its ratio; null where one of them is no hexadecimal colour. */
export function ratios(tokens, pairs, set, theme) {
  return pairs.map(([text, surface, least]) => {
    const [one, other] = [text, surface].map((name) => valueOf(tokens, name, theme, set));
    const known = isHex(one) && isHex(other);
    return { text, surface, least, ratio: known ? contrast(one, other) : null };
  });
}

export function isHex(color) {
  return /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color);
}

/** As `<input type="color">` wants it. */
export function longHex(color) {
  return color.length === 4 ? `#${[...color.slice(1)].map((digit) => digit + digit).join('')}` : color;
}
