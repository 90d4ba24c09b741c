import type { CallError } from '../engine/call-error.js';
import type { SessionEvent } from './call-event.js';
import { ARMED, type DeviceState, OFF, ON, TURNING_OFF, TURNING_ON } from './call-state.js';
import type { InputKind } from './capture.js';

/** `resting`: nothing is under way; `changing`: a command is; `confirmed`: the room has what is wanted. */
type Stage = 'resting' | 'changing' | 'confirmed';

/**
 * What the person wants of a device, and how far that is: two facts. Only commands set the first; the hardware changes the
 * second alone. The state that views show is derived from both.
 */
export class InputState {
  readonly #kind: InputKind;
  readonly #report: (event: SessionEvent) => void;
  #wanted = false;
  #stage: Stage = 'resting';
  #fault: CallError | null = null;
  #shown: DeviceState = OFF;

  constructor(kind: InputKind, report: (event: SessionEvent) => void) {
    this.#kind = kind;
    this.#report = report;
  }

  get wanted(): boolean {
    return this.#wanted;
  }

  /** Why a device that is wanted can't be had; null when it can, or nothing is known against it. */
  get fault(): CallError | null {
    return this.#wanted ? this.#fault : null;
  }

  get isConfirmed(): boolean {
    return this.#stage === 'confirmed' && this.#wanted;
  }

  get shown(): DeviceState {
    return this.#shown;
  }

  /** Sets what the person wants, and what follows from that. */
  want(wanted: boolean, stage: Stage): void {
    this.#wanted = wanted;
    this.become(stage);
  }

  become(stage: Stage, fault: CallError | null = null): void {
    this.#stage = stage;
    this.#fault = fault;
    const state = this.#derived();
    const isSame =
      state === this.#shown || (this.#shown.status === 'failed' && this.#shown.error === this.fault);
    if (isSame) return;
    this.#shown = state;
    this.#report({ type: 'device', device: this.#kind, state });
  }

  #derived(): DeviceState {
    const { fault } = this;
    if (fault) return { status: 'failed', error: fault };
    if (this.#stage === 'changing') return this.#wanted ? TURNING_ON : TURNING_OFF;
    if (!this.#wanted) return OFF;
    return this.#stage === 'confirmed' ? ON : ARMED;
  }
}
