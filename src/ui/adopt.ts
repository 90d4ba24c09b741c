import type { CSSResult, ReactiveElement } from 'lit';

/** Gives an element the styles of a part that came later than itself. */
export function adopt({ shadowRoot }: ReactiveElement, { styleSheet }: CSSResult): void {
  if (styleSheet) shadowRoot?.adoptedStyleSheets.push(styleSheet);
}
