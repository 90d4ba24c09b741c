import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface Slider {
  /** Its ID, too: it is the only one of that name in its shadow root. */
  readonly name: string;
  readonly label: string;
  /** From 0 to 100. */
  readonly value: number;
  readonly step?: number;
  /** The value as people read it. */
  readonly text: string;
  readonly onInput: (value: number) => void;
}

export function slider({ label, name, onInput, step = 1, text, value }: Slider): TemplateResult {
  // A label around them would name the `<output>`.
  return html`<div class="field" part="field">
    <label for=${name}>${label}</label>
    <output for=${name} aria-hidden="true">${text}</output>
    <input
      id=${name}
      part="slider"
      type="range"
      name=${name}
      step=${step}
      aria-valuetext=${text}
      .value=${live(String(value))}
      @input=${(event: Event) => onInput((event.target as HTMLInputElement).valueAsNumber)}
    />
  </div>`;
}
