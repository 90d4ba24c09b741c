import { SPEAKING } from './sound-levels.js';

/**
 * How fast a person's loudness follows what is heard of them, as time constants in ms. It rises within a syllable or
 * two, so that a cough or a dropped cup does not make a speaker; it falls over a few words, so that breathing between
 * them does not unmake one.
 */
const ATTACK = 300;
const DECAY = 900;
/** Who has become the speaker stays it for so many ms at least, whatever others do: no picture jumps to and fro. */
const HOLD = 2_000;
/** While the speaker is speaking, who talks over them must be this many times louder to take their place. */
const LOUDER = 1.5;
/** So many ms after the speaker's last word nobody is the speaker. Pauses for thought are shorter. */
const RELEASE = 3_000;
/** A gap in the reports, in ms, counts as no more than this: nobody was heard to be silent in it. */
const LONGEST_STEP = 1_000;

/** Who speaks, and what it takes to tell who will. */
export interface Speaking {
  /** The user ID of the speaker; null when nobody speaks. */
  readonly speaker: string | null;
  /** When they became it, in ms. */
  readonly since: number;
  /** When they were last loud enough, in ms. */
  readonly heardAt: number;
  /** When levels were last heard, in ms. */
  readonly at: number;
  /** Smoothed loudness by user ID. */
  readonly loudness: ReadonlyMap<string, number>;
}

export const SILENCE: Speaking = { speaker: null, since: 0, heardAt: 0, at: 0, loudness: new Map() };

/**
 * Who speaks once these levels were heard. Pure.
 * @param levels how loud each person is now, 0 to 1, by user ID; who is not among them is gone.
 * @param now in ms, of a clock that never goes back.
 */
export function hearLevels(before: Speaking, levels: ReadonlyMap<string, number>, now: number): Speaking {
  const elapsed = Math.min(Math.max(0, now - before.at), LONGEST_STEP);
  const loudness = new Map(
    [...levels].map(([id, level]) => [id, smooth(before.loudness.get(id) ?? 0, level, elapsed)]),
  );
  const heard = { ...before, at: now, loudness };
  const { heardAt, since, speaker } = before;
  const own = speaker === null ? undefined : loudness.get(speaker);
  const [loudest, most] = loudestOf(loudness);
  const isHeld = own !== undefined && now - since < HOLD;
  if (!isHeld && loudest !== speaker && most > Math.max(SPEAKING, (own ?? 0) * LOUDER))
    return { ...heard, speaker: loudest, since: now, heardAt: now };
  if (own !== undefined && own > SPEAKING) return { ...heard, heardAt: now };
  return own === undefined || now - heardAt >= RELEASE ? { ...heard, speaker: null } : heard;
}

function smooth(before: number, level: number, elapsed: number): number {
  const constant = level > before ? ATTACK : DECAY;
  return before + (level - before) * (1 - Math.exp(-elapsed / constant));
}

function loudestOf(loudness: ReadonlyMap<string, number>): readonly [string | null, number] {
  let [loudest, most]: [string | null, number] = [null, 0];
  for (const [id, level] of loudness) if (level > most) [loudest, most] = [id, level];
  return [loudest, most];
}
