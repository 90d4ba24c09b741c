import { html, type TemplateResult } from 'lit';
import type { DeviceState } from '../call/call-state.js';
import { icon, type IconName } from './icons.js';
import type { Texts } from './texts.js';

interface DeviceButton {
  readonly device: 'microphone' | 'camera' | 'screen';
  readonly state: DeviceState;
  /** Says the action, and stays the same; `pressed` says whether it is in effect. */
  readonly label: string;
  readonly pressed: boolean;
  readonly icon: IconName;
  readonly onClick: () => void;
  readonly texts: Texts;
}

/** A toggle for one of the own devices. While a change is pending it says so, and what failed tells why. */
export function deviceButton({
  device,
  state,
  label,
  pressed,
  icon: name,
  onClick,
  texts,
}: DeviceButton): TemplateResult {
  const error = state.status === 'failed' ? state.error : null;
  return html`<button
    class="round"
    part="button ${device}-button"
    type="button"
    aria-label=${label}
    title=${error ? texts.explain((words) => words.error(error)) : label}
    aria-pressed=${pressed}
    aria-busy=${state.status === 'pending'}
    ?data-failed=${error}
    @click=${onClick}
  >
    ${icon(name)}
  </button>`;
}
