import {
  type ChoiceKind,
  type DeviceChoices,
  type DeviceOption,
  type Facing,
  NO_CHOICES,
} from './call-state.js';

/** Whoever chose a device wants that one, whatever the system's default becomes; so these are no choice. */
const ALIASES: readonly string[] = ['default', 'communications'];

const KINDS = { camera: 'videoinput', microphone: 'audioinput', speaker: 'audiooutput' } as const;
export const CHOICE_KINDS = Object.keys(KINDS) as readonly ChoiceKind[];

/** The most of a label, in UTF-16 units: any driver or page can name a device. */
const LONGEST_LABEL = 100;

const FRONT = /\b(front|user|facetime|selfie)\b/i;
const BACK = /\b(back|rear|environment|world)\b/i;

/** What can be chosen. Before permission browsers tell neither IDs nor labels: then there is nothing to choose. */
export function optionsOf(infos: readonly MediaDeviceInfo[], kind: ChoiceKind): DeviceOption[] {
  const options = infos
    .filter(({ deviceId }) => deviceId !== '' && !ALIASES.includes(deviceId))
    .filter((info) => info.kind === KINDS[kind])
    .map(({ deviceId: id, label }) => ({
      id,
      label: label.slice(0, LONGEST_LABEL),
      facing: kind === 'camera' ? facingOf(label) : null,
    }));
  return options.filter(({ id }, index) => options.findIndex((other) => other.id === id) === index);
}

/** Which way a phone's camera looks, by its label: no browser tells it otherwise before the camera is on. */
function facingOf(label: string): Facing | null {
  if (BACK.test(label)) return 'back';
  return FRONT.test(label) ? 'front' : null;
}

/** The ID that stands in the lists, of a track's own, which may be an alias of the system's default. */
export function realId(infos: readonly MediaDeviceInfo[], kind: ChoiceKind, id: string): string {
  const alias =
    ALIASES.includes(id) && infos.find((info) => info.kind === KINDS[kind] && info.deviceId === id);
  if (!alias) return id;
  const same = infos.find(
    (info) => info.kind === KINDS[kind] && info.groupId === alias.groupId && !ALIASES.includes(info.deviceId),
  );
  return same?.deviceId ?? '';
}

/** @param inUse for each kind the ID of the device in use, else of the one that was chosen. */
export function choicesOf(
  infos: readonly MediaDeviceInfo[],
  inUse: Partial<Record<ChoiceKind, string>>,
): DeviceChoices {
  const choice = (kind: ChoiceKind) => {
    const options = optionsOf(infos, kind);
    const id = realId(infos, kind, inUse[kind] ?? '');
    return { options, chosen: options.some((option) => option.id === id) ? id : '' };
  };
  return { camera: choice('camera'), microphone: choice('microphone'), speaker: choice('speaker') };
}

/** The very one before, when nothing differs. */
export function sameChoices(before: DeviceChoices, after: DeviceChoices): DeviceChoices {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

/** The camera that "switch camera" means: one that looks the other way, else the next in the list. */
export function nextCamera({ camera }: DeviceChoices): DeviceOption | null {
  const { chosen, options } = camera;
  const at = options.findIndex(({ id }) => id === chosen);
  const ahead = [...options.slice(at + 1), ...options.slice(0, Math.max(at, 0))];
  const facing = options[at]?.facing;
  const opposite = facing && ahead.find((option) => option.facing !== null && option.facing !== facing);
  return opposite || (ahead[0] ?? null);
}

/** What is there now and was not before. The first list tells of nothing new. */
export function appeared(before: DeviceChoices, after: DeviceChoices, kind: ChoiceKind): DeviceOption[] {
  if (before === NO_CHOICES) return [];
  return after[kind].options.filter(({ id }) => !before[kind].options.some((known) => known.id === id));
}
