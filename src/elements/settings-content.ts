import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallState, ChoiceKind, DeviceChoices, Self } from '../call/call-state.js';
import { canChooseSpeaker } from '../call/environment.js';
import { QUALITY_NAMES, type QualityName } from '../call/video-quality.js';
import type { CallError } from '../engine/call-error.js';
import { CallElement } from '../ui/call-element.js';
import { deviceLabel } from '../ui/device-label.js';
import { Explanations } from '../ui/explanations.js';
import { moreOf } from '../ui/more-texts.js';
import { baseStyles, fieldStyles } from '../ui/styles.js';
import { EffectsSettings } from './effects-settings.js';
import { ShortcutsSettings } from './shortcuts-settings.js';

const EFFECTS_PARTS = 'effects, preview, field, slider, switch, message, button';

interface Slice {
  readonly self: Self;
  readonly devices: DeviceChoices;
}

/** What `<zego-settings>` is filled with. */
class SettingsContent extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      p {
        margin: 0;
        color: var(--_muted);
      }
      p[role='alert'] {
        padding: 10px 14px;
        border-inline-start: 3px solid var(--_danger);
        border-radius: 6px;
        background: var(--_raised);
        color: inherit;
      }
    `,
  ];

  #problem: CallError | null = null;

  protected override select({ devices, self }: CallState): Slice {
    return { devices, self };
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
      ${this.#problem ? html`<p part="message" role="alert">${new Explanations(this.texts).error(this.#problem)}</p>` : nothing}
      ${inputs.map((kind) => this.#picker(kind))} ${canChooseSpeaker() ? this.#picker('speaker') : nothing}
      ${unknown ? html`<p part="message">${more.turnOnToChoose}</p>` : nothing}
      ${self.devices.includes('camera') ? this.#quality() : nothing}
      <zego-settings-effects for=${this.for} exportparts=${EFFECTS_PARTS}></zego-settings-effects>
      <zego-settings-shortcuts
        for=${this.for}
        exportparts="shortcuts, field, switch"
      ></zego-settings-shortcuts>
    `;
  }

  #picker(kind: ChoiceKind): TemplateResult | typeof nothing {
    const more = moreOf(this.texts);
    const { chosen, options } = this.slice.devices[kind];
    if (options.length === 0) return nothing;
    const system = html`<option value="" ?disabled=${kind !== 'speaker'}>${more.chosenByBrowser}</option>`;
    return html`<label part="field">
      ${more.deviceKinds[kind]}
      <select
        part="picker"
        name=${kind}
        .value=${live(chosen)}
        @change=${(event: Event) => void this.#choose(kind, event.target as HTMLSelectElement)}
      >
        ${kind === 'speaker' || !chosen ? system : nothing}
        ${options.map(
          (option) =>
            html`<option value=${option.id} ?selected=${option.id === chosen}>
              ${deviceLabel(kind, option, options, more)}
            </option>`,
        )}
      </select>
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

  /** What can't be had is told here, and the picker says again what is in use. */
  async #choose(kind: ChoiceKind, { value }: HTMLSelectElement): Promise<void> {
    this.#problem = null;
    try {
      await this.session?.selectDevice(kind, value);
    } catch (thrown) {
      const error = thrown as CallError;
      this.#problem = error.code === 'aborted' ? null : error;
    }
    this.requestUpdate();
  }

  readonly #chooseQuality = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (value) this.session?.configure({ quality: value as QualityName });
  };
}

if (!customElements.get('zego-settings-effects'))
  customElements.define('zego-settings-effects', EffectsSettings);
if (!customElements.get('zego-settings-shortcuts'))
  customElements.define('zego-settings-shortcuts', ShortcutsSettings);

export { SettingsContent as Content };

export const parts = 'field, picker, effects, preview, slider, switch, message, button';
