import { hearLevels, SILENCE } from './active-speaker.js';
import type { CallState } from './call-state.js';

/** Tells who of the others speaks, from how loud their streams are. A screen's sound is nobody's voice. */
export class SpeakerWatch {
  readonly #state: () => CallState;
  readonly #tell: (userId: string | null) => void;
  #speaking = SILENCE;

  constructor(state: () => CallState, tell: (userId: string | null) => void) {
    this.#state = state;
    this.#tell = tell;
  }

  hear(levels: ReadonlyMap<string, number>): void {
    this.#speaking = hearLevels(this.#speaking, voices(this.#state(), levels), performance.now());
    this.#tell(this.#speaking.speaker);
  }

  /** Another room, other people. */
  reset(): void {
    this.#speaking = SILENCE;
  }
}

function voices({ participants }: CallState, levels: ReadonlyMap<string, number>): Map<string, number> {
  const heard = new Map<string, number>();
  for (const { streams, user } of participants) {
    const own = streams.filter(({ source }) => source === 'camera');
    const loudness = own.map(({ streamId }) => levels.get(streamId) ?? 0);
    if (own.length > 0) heard.set(user.id, Math.max(...loudness));
  }
  return heard;
}
