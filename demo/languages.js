/** The languages that the pages for designers offer: those that the product speaks. */
import { directionOf, languageNames } from '/src/i18n/languages.ts';
import { html } from 'lit';

const DIRECTIONS = { ltr: 'left to right', rtl: 'right to left' };
const languages = [...languageNames()];

/** What a `<select>` of languages holds. A call is written in the direction of its language. */
export function languageOptions(chosen) {
  return Object.entries(DIRECTIONS).map(
    ([direction, title]) =>
      html`<optgroup label=${title}>
        ${languages
          .filter(([tag]) => directionOf(tag) === direction)
          .map(
            ([tag, name]) => html`<option value=${tag} ?selected=${tag === chosen}>${name} (${tag})</option>`,
          )}
      </optgroup>`,
  );
}
