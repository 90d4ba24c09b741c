import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallState, ChoiceKind, DeviceChoices, Self } from '../call/call-state.js';
import { canChooseSpeaker } from '../call/environment.js';
import type { CallError } from '../engine/call-error.js';
import { CallElement } from '../ui/call-element.js';
import { deviceLabel } from '../ui/device-label.js';
import { Explanations } from '../ui/explanations.js';
import { moreOf } from '../ui/more-texts.js';
import { pickerStyles } from '../ui/picker.styles.js';
import { baseStyles, fieldStyles } from '../ui/styles.js';

interface Slice {
  readonly self: Self;
  readonly devices: DeviceChoices;
}

/** Camera, microphone and speaker to choose, as far as they are known. */
class DevicePickers extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    fieldStyles,
    pickerStyles,
    css`
      :host {
        display: grid;
        gap: 16px;
      }
      p {
        margin: 0;
        padding: 10px 14px;
        border-inline-start: 3px solid var(--_danger);
        border-radius: 6px;
        background: var(--_raised);
      }
    `,
  ];

  #problem: CallError | null = null;

  protected override select({ devices, self }: CallState): Slice {
    return { devices, self };
  }

  protected override render(): TemplateResult {
    const inputs = (['camera', 'microphone'] as const).filter((kind) =>
      this.slice.self.devices.includes(kind),
    );
    return html`
      ${this.#problem ? html`<p part="message" role="alert">${new Explanations(this.texts).error(this.#problem)}</p>` : nothing}
      ${inputs.map((kind) => this.#picker(kind))} ${canChooseSpeaker() ? this.#picker('speaker') : nothing}
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
}

if (!customElements.get('zego-device-pickers')) customElements.define('zego-device-pickers', DevicePickers);
