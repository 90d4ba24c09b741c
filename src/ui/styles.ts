import { css } from 'lit';

/**
 * The tokens that a page may set, with their defaults for light and dark, and the pieces that every element
 * shares. Private names begin with `--_`.
 */
export const baseStyles = css`
  :host {
    --_surface: var(--zego-surface, light-dark(var(--zego-gray-1, #f6f7f9), var(--zego-gray-8, #14161b)));
    --_raised: var(--zego-surface-raised, light-dark(#fff, var(--zego-gray-7, #1f222a)));
    --_text: var(--zego-text, light-dark(var(--zego-gray-9, #14171f), var(--zego-gray-2, #f2f4f8)));
    --_muted: var(--zego-text-muted, light-dark(var(--zego-gray-5, #596070), var(--zego-gray-4, #a6aebd)));
    --_line: var(--zego-line, light-dark(var(--zego-gray-3, #d5d9e1), var(--zego-gray-6, #383d49)));
    --_accent: var(--zego-accent, light-dark(var(--zego-brand, #1f5eff), var(--zego-brand-dark, #7fa4ff)));
    --_on-accent: var(--zego-on-accent, light-dark(#fff, #0b1630));
    --_danger: var(--zego-danger, #d92d3a);
    --_on-danger: var(--zego-on-danger, #fff);
    --_radius: var(--zego-radius, 14px);
    --_gap: var(--zego-gap, calc(8px * var(--zego-density, 1)));
    --_font: var(--zego-font, system-ui, sans-serif);
  }
  /*
   * What a page says of its text ends here, but for what is to go on inwards. The language is a property in some browsers;
   * the room stands for its host, on which a page's word wins.
   */
  :host,
  .room {
    all: initial;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    -webkit-locale: revert-layer;
    box-sizing: border-box;
    color: var(--_text);
    font: 15px/1.45 var(--_font);
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  svg {
    inline-size: 1.375em;
    block-size: 1.375em;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
    /* A page's own icon, in the colour of the text; where there is none, both are nothing at all. */
    background: var(--_icon) 0/0 currentcolor;
    mask: var(--_icon) 50%/100%;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_on-accent); /* One of both is seen on any picture. */
  }
`;

/** Real buttons in the product's looks: round ones for devices, `.primary` and `.danger` for what matters. */
export const buttonStyles = css`
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: calc(max(44px, 2.9em) * var(--zego-density, 1));
    margin: 0;
    padding: 0 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--zego-button-radius, 999px);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, var(--_raised), var(--_text) 8%);
  }
  button.round {
    inline-size: calc(max(48px, 3.2em) * var(--zego-density, 1));
    aspect-ratio: 1;
    position: relative;
    padding: 0;
  }
  button:is([aria-pressed='true'], [aria-expanded='true']) {
    background: var(--_text);
    border-color: var(--_text);
    color: var(--_surface);
  }
  button.primary {
    background: var(--_accent);
    border-color: #0000;
    color: var(--_on-accent);
  }
  button.danger {
    background: var(--_danger);
    border-color: #0000;
    color: var(--_on-danger);
  }
  button:is(.primary, .danger):hover {
    filter: brightness(1.1);
  }
  button[aria-busy='true'] {
    cursor: progress;
    opacity: 0.7;
  }
  button:is([data-failed], [data-retrying])::after {
    content: '!' / '';
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    inline-size: 18px;
    border-radius: 50%;
    background: var(--_danger);
    color: var(--_on-danger);
    font: 700 12px/18px var(--_font);
  }
  button[data-retrying]::after {
    content: '…' / '';
  }
  @media (forced-colors: active) {
    button:is([aria-pressed='true'], [aria-expanded='true']) {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  /* Only there: when the theme changes, text and background must change at once. */
  @media (prefers-reduced-motion: no-preference) {
    button:hover {
      transition: background-color 0.15s;
    }
  }
`;

/** A label above its field, in the product's looks. */
export const fieldStyles = css`
  label {
    display: grid;
    gap: 6px;
    font-size: 0.935em;
    font-weight: 600;
  }
  :is(input, select) {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 44px;
    margin: 0;
    padding: 0 14px;
    border: 1px solid var(--zego-field-line, light-dark(#858c9a, #6d7484));
    border-radius: var(--zego-field-radius, 10px);
    background: var(--_raised);
    color: inherit;
    font: inherit;
    font-weight: 400;
    font-size: max(16px, 1em);
  }
  input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
`;
