import { seededNumbers } from '../../src/engine/simulated/seed.js';

/** Everything that happens in a sequence, and how often compared with the others. */
const WEIGHTS = {
  mute: 4,
  unmute: 4,
  'camera off': 4,
  'camera on': 4,
  unplug: 5,
  plug: 5,
  select: 3,
  'accept offer': 2,
  'dismiss offer': 1,
  join: 3,
  leave: 2,
  'switch room': 2,
  reconnect: 1,
  effect: 1,
  'slow capture': 1,
  'slow publish': 1,
  'late publish': 1,
  'slow replaceTrack': 1,
};

export type Action = keyof typeof WEIGHTS;

export const DEVICE_IDS = ['microphone-1', 'microphone-2', 'camera-1', 'camera-2'] as const;
export type DeviceId = (typeof DEVICE_IDS)[number];

export interface Step {
  readonly action: Action | 'pause';
  /** For actions that concern one. */
  readonly device: DeviceId;
  /** Milliseconds until the next step. */
  readonly wait: number;
}

export const PAUSE: Step = { action: 'pause', device: DEVICE_IDS[0], wait: 0 };

/** After so many steps, the sequence pauses. */
const STEPS_PER_PAUSE = 20;
const LONGEST_WAIT = 150;

/** The same steps for the same seed; a pause comes after every 20 of them. */
export function makeSequence(seed: number, length: number): Step[] {
  const random = seededNumbers(`sequence ${seed}`);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const actions = (Object.keys(WEIGHTS) as Action[]).flatMap((action) =>
    Array<Action>(WEIGHTS[action]).fill(action),
  );
  const steps: Step[] = [];
  for (let at = 1; at <= length; at++) {
    // Half of them follow each other at once or nearly so.
    const wait = Math.floor(random() * (random() < 0.5 ? 20 : LONGEST_WAIT));
    steps.push({ action: at === 1 ? 'join' : pick(actions), device: pick(DEVICE_IDS), wait });
    if (at % STEPS_PER_PAUSE === 0) steps.push(PAUSE);
  }
  return steps;
}

const WITH_DEVICE: readonly Step['action'][] = ['plug', 'unplug', 'select'];

/** One line of text, for people: "join +20, mute +5, unplug microphone-1". */
export function describeSequence(steps: readonly Step[]): string {
  return steps
    .map(({ action, device, wait }) => {
      const what = WITH_DEVICE.includes(action) ? `${action} ${device}` : action;
      return `${what} +${wait}`;
    })
    .join(', ');
}
