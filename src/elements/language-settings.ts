import { html, nothing, type TemplateResult } from 'lit';
import type { CallState } from '../call/call-state.js';
import { languageNames } from '../i18n/languages.js';
import { CallElement } from '../ui/call-element.js';
import type { ViewChoices } from '../ui/call-view.js';
import { moreOf } from '../ui/more-texts.js';
import { pickerStyles } from '../ui/picker.styles.js';
import { baseStyles, fieldStyles } from '../ui/styles.js';

const LANGUAGES = [...languageNames()];

/** The part of `<zego-settings>` that chooses the language of the call. */
export class LanguageSettings extends CallElement<Pick<ViewChoices, 'language'>> {
  static override styles = [baseStyles, fieldStyles, pickerStyles];

  protected override select(_: CallState, { language }: ViewChoices): Pick<ViewChoices, 'language'> {
    return { language };
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.session) return nothing;
    const { language, languageOfPage } = moreOf(this.texts);
    return html`<label part="field">
      ${language}
      <select part="picker" name="language" @change=${this.#choose}>
        <option value="" ?selected=${!this.slice.language}>${languageOfPage}</option>
        ${LANGUAGES.map(
          ([tag, name]) =>
            html`<option value=${tag} lang=${tag} ?selected=${tag === this.slice.language}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  readonly #choose = (event: Event): void => {
    this.view.choose({ language: (event.target as HTMLSelectElement).value });
  };
}
