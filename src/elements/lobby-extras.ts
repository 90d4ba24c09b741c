import { html, nothing, type TemplateResult } from 'lit';
import { type CallState, hasDeviceOn, type Self } from '../call/call-state.js';
import './device-check.js';
import './permission-help.js';
import './slow-devices.js';

const CHECK_PARTS = 'button, field, icon, level, message, picker, speaker-button';

/** What to try before a call, once a device is on. */
export function deviceCheck(self: Self, forId: string): TemplateResult | typeof nothing {
  if (!hasDeviceOn(self)) return nothing;
  return html`<zego-device-check for=${forId} exportparts=${CHECK_PARTS}></zego-device-check>`;
}

/** How to get a device that could not be had. */
export function permissionHelp(notice: CallState['notice'], forId: string): TemplateResult | typeof nothing {
  if (!notice) return nothing;
  return html`<zego-permission-help for=${forId} exportparts="help"></zego-permission-help>`;
}

/** Offers to join without a device that does not turn on. */
export function slowDevices(forId: string): TemplateResult {
  return html`<zego-slow-devices for=${forId} exportparts="button, message"></zego-slow-devices>`;
}
