import { css, html, nothing, type TemplateResult } from 'lit';
import type { CallState, Self } from '../call/call-state.js';
import { QUALITY_NAMES, type QualityName } from '../call/video-quality.js';
import { CallElement } from '../ui/call-element.js';
import { text } from '../ui/call-text.js';
import { baseStyles, fieldStyles } from '../ui/styles.js';

/** What `<zego-settings>` is filled with. */
class SettingsContent extends CallElement<{ self: Self }> {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
    `,
  ];

  protected override select({ self }: CallState): { self: Self } {
    return { self };
  }

  protected override render(): TemplateResult {
    return html`${this.slice.self.devices.includes('camera') ? this.#quality() : nothing}`;
  }

  #quality(): TemplateResult {
    const quality = this.session?.config.quality;
    const own = typeof quality === 'object';
    return html`<label part="field">
      ${text.quality}
      <select part="picker" name="quality" @change=${this.#chooseQuality}>
        ${own ? html`<option value="" selected>${text.qualityOfPage}</option>` : nothing}
        ${QUALITY_NAMES.map(
          (name) =>
            html`<option value=${name} ?selected=${name === quality}>${text.qualities[name]}</option>`,
        )}
      </select>
    </label>`;
  }

  readonly #chooseQuality = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (value) this.session?.configure({ quality: value as QualityName });
  };
}

export { SettingsContent as Content };
