import { CallError } from '../engine/call-error.js';
import type { EffectKind, Effects, EngineEvent } from '../engine/call-engine.js';
import type { SessionEvent } from './call-event.js';
import { INITIAL_STATE } from './call-state.js';
import { untilAborted } from './deadline.js';
import type { PublishedStream } from './published-stream.js';

export type EffectsOff = Extract<EngineEvent, { type: 'effects-off' }>;

const { effectKinds: NO_KINDS, effects: NO_EFFECTS } = INITIAL_STATE.self;

/** What is to be done to our picture, from one call to the next, and what can be in this one. */
export class OwnEffects {
  readonly #report: (event: SessionEvent | EffectsOff) => void;
  #wanted = NO_EFFECTS;
  #expected: readonly EffectKind[] = NO_KINDS;

  constructor(report: (event: SessionEvent | EffectsOff) => void) {
    this.#report = report;
  }

  get wanted(): Effects {
    return this.#wanted;
  }

  /**
   * Changes how our picture looks to others, now and in every room. Where it can't be all is off again, and told; what
   * fails otherwise leaves all as it was.
   * @param left aborts when the room is left, and the next one gets them.
   */
  async set(effects: Effects, stream: PublishedStream | null, left: AbortSignal): Promise<void> {
    const before = this.#wanted;
    this.#want(effects);
    try {
      if (stream) await untilAborted(stream.setEffects(effects), left);
    } catch (thrown) {
      const error = CallError.from(thrown);
      if (error.code === 'aborted') return;
      if (this.#wanted === effects && error.code === 'unsupported') this.off('', error);
      else if (this.#wanted === effects) this.#want(before);
      throw error;
    }
  }

  /** The picture is sent as it is again. */
  off(streamId: string, error: CallError): void {
    this.#wanted = NO_EFFECTS;
    this.#report({ type: 'effects-off', streamId, error });
  }

  /** Says what can be done, as far as is known, to what is not published yet. */
  expect(stream: PublishedStream | null, kinds: readonly EffectKind[] = NO_KINDS): void {
    this.#expected = kinds;
    this.tell(stream);
  }

  /** Tells what can be done to our picture now. */
  tell(stream: PublishedStream | null): void {
    this.#report({ type: 'effect-kinds', kinds: stream?.effectKinds ?? this.#expected });
  }

  #want(effects: Effects): void {
    this.#wanted = effects;
    this.#report({ type: 'effects', effects });
  }
}
