import { html, nothing, type TemplateResult } from 'lit';
import type { CallSession } from '../call/call-session.js';
import { type CallState, isWanted, type Self } from '../call/call-state.js';
import { deviceButton } from './device-button.js';
import type { Texts } from './texts.js';

/** Failures are told by the state; the promise has nothing to add. */
export function quietly(command: Promise<void> | undefined): void {
  command?.catch(() => undefined);
}

export function microphoneButton(
  session: CallSession | null,
  { microphone, publishError, retrying }: Self,
  texts: Texts,
): TemplateResult {
  const on = isWanted(microphone);
  return deviceButton({
    device: 'microphone',
    state: microphone,
    publishError,
    retrying: retrying.includes('camera'),
    label: texts.strings.muteMicrophone,
    pressed: !on,
    icon: on ? 'microphone' : 'microphone-off',
    onClick: () => quietly(session?.setMicrophone(!on)),
    texts,
  });
}

export function cameraButton(
  session: CallSession | null,
  { camera, publishError, retrying }: Self,
  texts: Texts,
): TemplateResult {
  const on = isWanted(camera);
  return deviceButton({
    device: 'camera',
    state: camera,
    publishError,
    retrying: retrying.includes('camera'),
    label: texts.strings.turnOffCamera,
    pressed: !on,
    icon: on ? 'camera' : 'camera-off',
    onClick: () => quietly(session?.setCamera(!on)),
    texts,
  });
}

export function screenButton(
  session: CallSession | null,
  { retrying, screen }: Self,
  texts: Texts,
): TemplateResult {
  const on = isWanted(screen);
  return deviceButton({
    device: 'screen',
    state: screen,
    retrying: retrying.includes('screen'),
    label: texts.strings.shareScreen,
    pressed: on,
    icon: on ? 'screen-off' : 'screen',
    onClick: () => quietly(on ? session?.stopScreenShare() : session?.startScreenShare()),
    texts,
  });
}

/** Takes the device that is offered; nothing, while none is. */
export function offerButton(
  session: CallSession | null,
  { devices, offer }: Pick<CallState, 'devices' | 'offer'>,
  texts: Texts,
): TemplateResult | typeof nothing {
  if (!offer) return nothing;
  const { device, kind } = offer;
  const label = texts.explain((words) => words.use(offer, devices));
  if (label === null) return nothing; // The words are being loaded: a button needs a name.
  return html`<button
    part="button offer-button"
    type="button"
    @click=${() => quietly(session?.selectDevice(kind, device.id))}
  >
    ${label}
  </button>`;
}
