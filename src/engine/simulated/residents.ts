import type { Message } from '../call-engine.js';
import type { SimulatedParticipant, SimulatedRoom } from './simulated-world.js';

/** IDs decide how people look; these suit the names. */
const PEOPLE = [
  { id: 'amara-2', name: 'Amara Okafor', video: true },
  { id: 'mateo-9', name: 'Mateo Álvarez', video: true },
  { id: 'yuki-6', name: 'Yuki Tanaka', video: true },
  { id: 'leila', name: 'Leïla Haddad', video: false },
] as const;

const REPLIES = [
  'Hello! Good to see you here.',
  'That sounds good to me.',
  'Let me think about it for a moment …',
  'Yes, exactly 👍',
];
const SENTENCE = [0.3, 0.6, 0.45, 0.7, 0.2, 0.55, 0.8, 0.5, 0.35, 0.6, 0.25, 0.1];
const PAUSE_BETWEEN_SENTENCES = 6_000;
const PAUSE_BEFORE_REPLY = 1_200;

/** People who make a room look lived in: some show themselves, one speaks now and then, one answers. */
export class Residents {
  readonly #people: readonly SimulatedParticipant[];
  readonly #speaking: ReturnType<typeof setInterval>;
  readonly #replying = new Set<ReturnType<typeof setTimeout>>();
  #replies = 0;

  constructor(room: SimulatedRoom) {
    this.#people = PEOPLE.map(({ id, name, video }) => {
      const person = room.enter({ id, name }, (message) => this.#hear(id, message));
      person.publish({ video });
      return person;
    });
    const [speaker] = this.#people;
    this.#speaking = setInterval(() => speaker?.speak(SENTENCE), PAUSE_BETWEEN_SENTENCES);
  }

  leave(): void {
    clearInterval(this.#speaking);
    for (const timer of this.#replying) clearTimeout(timer);
    for (const person of this.#people) person.leave();
  }

  /** The second of them answers guests; nobody answers another resident, or they would never stop. */
  #hear(listenerId: string, { from }: Message): void {
    const replier = this.#people[1];
    if (listenerId !== replier?.user.id || PEOPLE.some(({ id }) => id === from.id)) return;
    const timer = setTimeout(() => {
      this.#replying.delete(timer);
      replier.say(REPLIES[this.#replies % REPLIES.length] ?? '');
      this.#replies += 1;
    }, PAUSE_BEFORE_REPLY);
    this.#replying.add(timer);
  }
}
