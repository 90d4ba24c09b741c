import type { CallState } from '../call/call-state.js';
import type { CallError, CallErrorCode } from '../engine/call-error.js';
import type { EndReason } from '../engine/call-engine.js';
import { en } from '../i18n/en.js';
import type { Strings } from '../i18n/strings.js';

/** What the interface says. Read while rendering, so that another language takes effect at once. */
export const text: Strings = en;

const errors: Readonly<Record<CallErrorCode, string>> = en.errors;
const ends: Readonly<Record<EndReason, string>> = en.ends;

/** An error in words that say what to do next. */
export function errorText({ attribute, code, device, message, reason }: CallError): string {
  if (attribute) return text.invalidConfig(attribute, message.slice(attribute.length + 1));
  if (reason && reason !== 'denied') return text.denials[reason];
  return (device && text.deviceErrors[code]?.[device]) ?? errors[code];
}

/** The newest problem in words; where neither microphone nor camera can be had, it names both. */
export function noticeText({ notice, self }: Pick<CallState, 'notice' | 'self'>): string | null {
  if (!notice) return null;
  const errors = [self.microphone, self.camera].flatMap((device) =>
    device.status === 'failed' ? [device.error] : [],
  );
  const [microphone, camera] = errors;
  if (!microphone || !camera || !errors.includes(notice)) return errorText(notice);
  if (errorText(microphone) === errorText(camera)) return errorText(camera);
  const both = microphone.code === camera.code && text.deviceErrors[camera.code]?.['both'];
  return both || `${errorText(microphone)} ${errorText(camera)}`;
}

/** What a banner tells: the newest problem, or that a device was plugged in. */
export function bannerText(state: CallState): string | null {
  return noticeText(state) ?? (state.offer && text.devicePluggedIn[state.offer.kind]);
}

/** Why a call is over, in words. */
export function endText(reason: EndReason): string {
  return ends[reason];
}
