import { html, nothing, type TemplateResult } from 'lit';
import type { CallSession } from '../call/call-session.js';
import {
  type CallState,
  type ChoiceKind,
  type DeviceOption,
  isWanted,
  type Self,
} from '../call/call-state.js';
import { text } from './call-text.js';
import { deviceButton } from './device-button.js';

/** Failures are told by the state; the promise has nothing to add. */
export function quietly(command: Promise<void> | undefined): void {
  command?.catch(() => undefined);
}

export function microphoneButton(session: CallSession | null, { microphone }: Self): TemplateResult {
  const on = isWanted(microphone);
  return deviceButton({
    device: 'microphone',
    state: microphone,
    label: text.muteMicrophone,
    pressed: !on,
    icon: on ? 'microphone' : 'microphone-off',
    onClick: () => quietly(session?.setMicrophone(!on)),
  });
}

export function cameraButton(session: CallSession | null, { camera }: Self): TemplateResult {
  const on = isWanted(camera);
  return deviceButton({
    device: 'camera',
    state: camera,
    label: text.turnOffCamera,
    pressed: !on,
    icon: on ? 'camera' : 'camera-off',
    onClick: () => quietly(session?.setCamera(!on)),
  });
}

export function screenButton(session: CallSession | null, { screen }: Self): TemplateResult {
  const on = isWanted(screen);
  return deviceButton({
    device: 'screen',
    state: screen,
    label: text.shareScreen,
    pressed: on,
    icon: on ? 'screen-off' : 'screen',
    onClick: () => quietly(on ? session?.stopScreenShare() : session?.startScreenShare()),
  });
}

/** The system's name for a device, or else its number. */
export function deviceLabel(
  kind: ChoiceKind,
  { id, label }: DeviceOption,
  all: readonly DeviceOption[],
): string {
  return label || `${text.deviceKinds[kind]} ${all.findIndex((option) => option.id === id) + 1}`;
}

/** Takes the device that is offered; nothing, while none is. */
export function offerButton(
  session: CallSession | null,
  { devices, offer }: Pick<CallState, 'devices' | 'offer'>,
): TemplateResult | typeof nothing {
  if (!offer) return nothing;
  const { device, kind } = offer;
  return html`<button
    part="button offer-button"
    type="button"
    @click=${() => quietly(session?.selectDevice(kind, device.id))}
  >
    ${text.useDevice(deviceLabel(kind, device, devices[kind].options))}
  </button>`;
}
