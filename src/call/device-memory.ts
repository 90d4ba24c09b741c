import type { ChoiceKind } from './call-state.js';
import { CHOICE_KINDS } from './device-lists.js';

/** Where this browser keeps, for the page's origin, the IDs of the devices that the person chose. */
const KEY = 'zego-call:devices';

export type ChosenDevices = Partial<Record<ChoiceKind, string>>;

/** What the person chose on an earlier visit. Storage that is denied, or holds something else, tells nothing. */
export function recallDevices(): ChosenDevices {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const entries = Object.entries(stored).filter(
      ([kind, id]) => typeof id === 'string' && CHOICE_KINDS.some((known) => known === kind),
    );
    return Object.fromEntries(entries);
  } catch {
    return {};
  }
}

/** Where storage is denied or full, the choice lasts as long as the call. */
export function rememberDevices(chosen: ChosenDevices): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Nothing else to do.
  }
}
