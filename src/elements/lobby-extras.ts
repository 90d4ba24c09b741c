import { html, nothing, type TemplateResult } from 'lit';
import { type CallState, hasDeviceOn, type Self } from '../call/call-state.js';
import './device-check.js';
import './permission-help.js';

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
