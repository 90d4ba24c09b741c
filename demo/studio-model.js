/**
 * What a designer has chosen in the studio, and what can be made of it. `set` holds the values by the name of their token,
 * and those of one theme by name and theme: `--zego-surface:dark`.
 */
import { contrast, defaultOf, givenOf, hexOf, valueOf } from './colors.js';

export const THEMES = ['light', 'dark'];
export const SHOWN = { state: '', theme: '', width: '', density: '', lang: 'en', people: '4' };

/** A property that takes what a token takes. */
const LIKE = { color: 'color', length: 'padding', number: 'flex-grow', text: '--text' };

/** Whether a token has one value for each theme; the colours of the palette are of one theme anyway. */
export function isThemed({ tier, type }) {
  return type === 'color' && tier !== 'palette';
}

export function isValid({ type }, value) {
  return CSS.supports(LIKE[type], value);
}

/** From the part of the address behind `#`; what is no value of a token is left out. */
export function readHash(tokens, hash) {
  const entries = [...new URLSearchParams(hash.replace(/^#/, ''))];
  const isSet = ([key, value]) => {
    const token = tokens.find(({ name }) => name === key.split(':')[0]);
    return token && isValid(token, value);
  };
  return {
    set: Object.fromEntries(entries.filter(isSet)),
    shown: { ...SHOWN, ...Object.fromEntries(entries.filter(([name]) => name in SHOWN)) },
  };
}

export function hashOf({ set, shown }) {
  const changed = Object.entries(shown).filter(([name, value]) => value !== SHOWN[name]);
  return `#${new URLSearchParams([...changed, ...Object.entries(set)])}`;
}

/** The declarations that make the chosen looks, as pairs of a name and a value. */
export function declarations(tokens, set) {
  return tokens
    .filter(({ name }) => THEMES.some((theme) => givenOf(set, name, theme)))
    .map(({ name }) => {
      const [light, dark] = THEMES.map(
        (theme) => givenOf(set, name, theme) ?? reference(tokens, name, theme),
      );
      return [name, light === dark ? light : `light-dark(${light}, ${dark})`];
    });
}

/** A token's default as the product's own styles have it. */
function reference(tokens, name, theme) {
  const value = defaultOf(tokens, name, theme);
  return value.startsWith('--') ? `var(${value}, ${reference(tokens, value, theme)})` : value;
}

/** The style sheet for the page that the call is to stand in. */
export function cssOf(tokens, set) {
  const lines = declarations(tokens, set).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length > 0 ? ['zego-call {', ...lines, '}'].join('\n') : '/* Nothing is changed yet. */';
}

export function htmlOf({ density, lang, theme }) {
  const attributes = [
    ['engine', 'local'],
    ['room', 'demo'],
    ['user', 'ana'],
    ['theme', theme],
    ['density', density],
    ['lang', lang === SHOWN.lang ? '' : lang],
  ];
  const written = attributes.filter(([, value]) => value).map(([name, value]) => ` ${name}="${value}"`);
  return `<script type="module" src="zego-call.js"></script>\n<zego-call${written.join('')}></zego-call>`;
}

/** Each pair of colours in each theme, with its ratio; null where one of them can't be told. */
export function contrasts(tokens, pairs, set) {
  return pairs.flatMap(([text, surface, least]) =>
    THEMES.map((theme) => {
      const [one, other] = [text, surface].map((name) => hexOf(valueOf(tokens, name, theme, set)));
      const ratio = one && other && contrast(one, other);
      return { text, surface, least, theme, ratio, fails: ratio !== null && ratio < least };
    }),
  );
}
