import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type CallState, type DeviceChoices, isInRoom, type Self } from '../call/call-state.js';
import { QUALITY_NAMES, type QualityName } from '../call/video-quality.js';
import { CallElement } from '../ui/call-element.js';
import type { ViewChoices } from '../ui/call-view.js';
import { moreOf } from '../ui/more-texts.js';
import { pickerStyles } from '../ui/picker.styles.js';
import { baseStyles, fieldStyles } from '../ui/styles.js';
import './device-pickers.js';
import { sectionStyles } from './settings-section.styles.js';
import { EffectsSettings } from './effects-settings.js';
import { LanguageSettings } from './language-settings.js';
import { ShortcutsSettings } from './shortcuts-settings.js';

const EFFECTS_PARTS = 'effects, preview, field, slider, switch, message, button';

interface Slice {
  readonly self: Self;
  readonly devices: DeviceChoices;
  readonly inRoom: boolean;
  readonly statistics: boolean;
}

/** What `<zego-settings>` is filled with. */
class SettingsContent extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    fieldStyles,
    pickerStyles,
    sectionStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      p {
        margin: 0;
        color: var(--_muted);
      }
    `,
  ];

  protected override select({ connection, devices, self }: CallState, { statistics }: ViewChoices): Slice {
    return { devices, self, inRoom: isInRoom(connection), statistics: statistics === true };
  }

  protected override firstUpdated(): void {
    void this.session?.listDevices();
  }

  protected override render(): TemplateResult {
    const more = moreOf(this.texts);
    const { devices, self } = this.slice;
    const inputs = (['camera', 'microphone'] as const).filter((kind) => self.devices.includes(kind));
    const unknown = inputs.length > 0 && inputs.every((kind) => devices[kind].options.length === 0);
    return html`
      <zego-device-pickers for=${this.for} exportparts="field, picker, message"></zego-device-pickers>
      ${unknown ? html`<p part="message">${more.turnOnToChoose}</p>` : nothing}
      ${self.devices.includes('camera') ? this.#quality() : nothing}
      <zego-settings-language for=${this.for} exportparts="field, picker"></zego-settings-language>
      ${self.devices.includes('camera') ? this.#effects() : nothing}
      <zego-settings-shortcuts
        for=${this.for}
        exportparts="shortcuts, field, switch"
      ></zego-settings-shortcuts>
      ${this.slice.inRoom ? this.#statistics() : nothing}
    `;
  }

  #statistics(): TemplateResult {
    return html`<label class="switch" part="field">
      ${moreOf(this.texts).showStatistics}
      <input
        part="switch"
        type="checkbox"
        name="statistics"
        .checked=${live(this.slice.statistics)}
        @change=${(event: Event) => {
          this.view.choose({ statistics: (event.target as HTMLInputElement).checked });
        }}
      />
    </label>`;
  }

  #quality(): TemplateResult {
    const more = moreOf(this.texts);
    const quality = this.session?.config.quality;
    const own = typeof quality === 'object';
    return html`<label part="field">
      ${more.quality}
      <select part="picker" name="quality" @change=${this.#chooseQuality}>
        ${own ? html`<option value="" selected>${more.qualityOfPage}</option>` : nothing}
        ${QUALITY_NAMES.map(
          (name) =>
            html`<option value=${name} ?selected=${name === quality}>${more.qualities[name]}</option>`,
        )}
      </select>
    </label>`;
  }

  #effects(): TemplateResult {
    return html`<zego-settings-effects for=${this.for} exportparts=${EFFECTS_PARTS}></zego-settings-effects>`;
  }

  readonly #chooseQuality = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (value) this.session?.configure({ quality: value as QualityName });
  };
}

if (!customElements.get('zego-settings-effects'))
  customElements.define('zego-settings-effects', EffectsSettings);
if (!customElements.get('zego-settings-language'))
  customElements.define('zego-settings-language', LanguageSettings);
if (!customElements.get('zego-settings-shortcuts'))
  customElements.define('zego-settings-shortcuts', ShortcutsSettings);

export { SettingsContent as Content };

export const parts = 'field, picker, effects, preview, slider, switch, message, button';
