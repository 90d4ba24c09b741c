import type { ChoiceKind, DeviceOption } from '../call/call-state.js';
import type { MoreStrings } from '../i18n/strings.js';

/** The system's name for a device, or else its number. */
export function deviceLabel(
  kind: ChoiceKind,
  { id, label }: DeviceOption,
  all: readonly DeviceOption[],
  { deviceKinds, number }: MoreStrings,
): string {
  return label || `${deviceKinds[kind]} ${number(all.findIndex((option) => option.id === id) + 1)}`;
}
