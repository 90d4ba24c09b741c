import { CallError } from '../engine/call-error.js';
import type { Effects } from '../engine/call-engine.js';

const STRENGTHS = ['smooth', 'whiten', 'rosy', 'sharpen'] as const;

/** A copy with what is on, and nothing else. Throws `invalid-config` for what can't be: it may come from JavaScript. */
export function checkedEffects(effects: Effects): Effects {
  if (typeof effects !== 'object' || effects === null) throw invalid('must be an object');
  const { beauty, lowLight = false } = effects;
  if (typeof lowLight !== 'boolean') throw invalid('need true or false for lowLight');
  if (beauty === undefined) return lowLight ? { lowLight } : {};
  if (typeof beauty !== 'object' || beauty === null) throw invalid('need an object for beauty');
  for (const name of STRENGTHS) {
    const strength: unknown = beauty[name];
    if (typeof strength !== 'number' || !(strength >= 0 && strength <= 100))
      throw invalid(`need a number from 0 to 100 for beauty.${name}`);
  }
  const { smooth, whiten, rosy, sharpen } = beauty;
  const none = STRENGTHS.every((name) => beauty[name] === 0);
  return {
    ...(none ? {} : { beauty: { smooth, whiten, rosy, sharpen } }),
    ...(lowLight ? { lowLight } : {}),
  };
}

function invalid(problem: string): CallError {
  return new CallError('invalid-config', `effects ${problem}`, { attribute: 'effects' });
}
