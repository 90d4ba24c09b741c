import { html, type TemplateResult } from 'lit';
import type { DeviceState } from '../call/call-state.js';
import type { CallError } from '../engine/call-error.js';
import { icon, type IconName } from './icons.js';
import type { Texts } from './texts.js';

interface DeviceButton {
  readonly device: 'microphone' | 'camera' | 'screen';
  readonly state: DeviceState;
  /** Whether others get nothing of the device for now although it is on. */
  readonly retrying: boolean;
  /** Why others get nothing of the device although it is on; null otherwise. */
  readonly publishError?: CallError | null;
  /** Says the action, and stays the same; `pressed` says whether it is in effect. */
  readonly label: string;
  readonly pressed: boolean;
  readonly icon: IconName;
  readonly onClick: () => void;
  readonly texts: Texts;
}

/** A toggle for one of our devices. It shows that a change is pending, that others get nothing for now, and what has failed. */
export function deviceButton({
  device,
  state,
  retrying,
  publishError = null,
  label,
  pressed,
  icon: name,
  onClick,
  texts,
}: DeviceButton): TemplateResult {
  const isOn = state.status === 'on';
  const error = state.status === 'failed' ? state.error : null;
  const isUnsent = isOn && publishError !== null;
  const isRetrying = isOn && retrying;
  const title = (): string | null => {
    if (error) return texts.explain((words) => words.error(error));
    if (isUnsent) return texts.explain((words) => words.publishError(publishError));
    if (!isRetrying) return label;
    return texts.explain((words) => words.sendingAgain(device === 'screen' ? 'screen' : 'camera'));
  };
  return html`<button
    class="round"
    part="button ${device}-button"
    type="button"
    aria-label=${label}
    title=${title()}
    aria-pressed=${pressed}
    aria-busy=${state.status === 'pending'}
    ?data-failed=${error ?? isUnsent}
    ?data-retrying=${isRetrying}
    @click=${onClick}
  >
    ${icon(name)}
  </button>`;
}
