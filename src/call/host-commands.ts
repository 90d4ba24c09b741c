import type { User } from '../engine/call-engine.js';
import { CLOCK } from '../engine/clock.js';
import { type CallState, isWanted } from './call-state.js';
import { Cooldown } from './cooldown.js';
import { deviceOf, type HostCommand, type HostCommandPolicy } from './host-command.js';

/** How soon one person can ask the same thing again, in ms: a flood of commands neither asks the page nor tells the user. */
const APART = 1_000;

export interface HostCommandParts {
  readonly state: () => CallState;
  readonly policy: () => HostCommandPolicy;
  readonly turnOff: (device: 'camera' | 'microphone', command: HostCommand) => void;
  readonly leave: (by: User) => void;
}

/** Carries out what hosts ask, if the page lets them. It only ever turns things off. */
export class HostCommands {
  readonly #parts: HostCommandParts;
  readonly #cooldown = new Cooldown(APART, CLOCK);

  constructor(parts: HostCommandParts) {
    this.#parts = parts;
  }

  take({ action, from: { id } }: HostCommand): void {
    const { leave, policy, state, turnOff } = this.#parts;
    const { participants, self } = state();
    // The name that the call shows, not the one that came with the command.
    const sender = participants.find(({ user }) => user.id === id)?.user;
    if (!sender || !policy()) return;
    const command: HostCommand = Object.freeze({ action, from: sender });
    const device = deviceOf(command);
    if (device && !isWanted(self[device])) return;
    if (!this.#cooldown.take(`${action} ${id}`) || !this.#isHonored(command)) return;
    if (device) turnOff(device, command);
    else leave(sender);
  }

  /** The room was left. */
  reset(): void {
    this.#cooldown.reset();
  }

  #isHonored(command: HostCommand): boolean {
    const policy = this.#parts.policy();
    if (typeof policy !== 'function') return policy === true;
    try {
      return policy(command) === true;
    } catch (thrown) {
      reportError(thrown);
      return false;
    }
  }
}
