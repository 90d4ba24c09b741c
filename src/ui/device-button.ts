import { html, type TemplateResult } from 'lit';
import type { DeviceState } from '../call/call-state.js';
import { errorText } from './call-text.js';
import { icon, type IconName } from './icons.js';

interface DeviceButton {
  readonly device: 'microphone' | 'camera' | 'screen';
  readonly state: DeviceState;
  /** Says the action, and stays the same; `pressed` says whether it is in effect. */
  readonly label: string;
  readonly pressed: boolean;
  readonly icon: IconName;
  readonly onClick: () => void;
}

/** A toggle for one of the own devices. While a change is pending it says so, and what failed tells why. */
export function deviceButton({
  device,
  state,
  label,
  pressed,
  icon: name,
  onClick,
}: DeviceButton): TemplateResult {
  const failed = state.status === 'failed';
  return html`<button
    class="round"
    part="button ${device}-button"
    type="button"
    aria-label=${label}
    title=${failed ? errorText(state.error) : label}
    aria-pressed=${pressed}
    aria-busy=${state.status === 'pending'}
    ?data-failed=${failed}
    @click=${onClick}
  >
    ${icon(name)}
  </button>`;
}
