import { CallError } from '../engine/call-error.js';
import type { Background, Effects } from '../engine/call-engine.js';

const STRENGTHS = ['smooth', 'whiten', 'rosy', 'sharpen'] as const;
const BLURS = ['low', 'medium', 'high'] as const;

/**
 * A copy with what is on, and nothing else. Throws `invalid-config` for what can't be: it may come from JavaScript.
 * @param backgroundAssets the folder without which there are no backgrounds.
 */
export function checkedEffects(effects: Effects, backgroundAssets: string): Effects {
  if (typeof effects !== 'object' || effects === null) throw invalid('must be an object');
  const { background, lowLight = false } = effects;
  if (typeof lowLight !== 'boolean') throw invalid('need true or false for lowLight');
  const beauty = checkedBeauty(effects);
  if (background !== undefined && !backgroundAssets)
    throw invalid('is missing: backgrounds need the folder of their files', 'background-assets');
  return {
    ...(beauty ? { beauty } : {}),
    ...(lowLight ? { lowLight } : {}),
    ...(background === undefined ? {} : { background: checkedBackground(background) }),
  };
}

function checkedBeauty({ beauty }: Effects): Effects['beauty'] {
  if (beauty === undefined) return undefined;
  if (typeof beauty !== 'object' || beauty === null) throw invalid('need an object for beauty');
  for (const name of STRENGTHS) {
    const strength: unknown = beauty[name];
    if (typeof strength !== 'number' || !(strength >= 0 && strength <= 100))
      throw invalid(`need a number from 0 to 100 for beauty.${name}`);
  }
  const { smooth, whiten, rosy, sharpen } = beauty;
  const none = STRENGTHS.every((name) => beauty[name] === 0);
  return none ? undefined : { smooth, whiten, rosy, sharpen };
}

function checkedBackground(background: Background): Background {
  const { blur, image } = { ...background } as { blur?: unknown; image?: unknown };
  const known = BLURS.find((name) => name === blur);
  if (known && image === undefined) return { blur: known };
  if (blur === undefined && image && (typeof image === 'string' || image instanceof Blob)) return { image };
  throw invalid(`need either blur (${BLURS.join(', ')}) or image (an address or a Blob) for background`);
}

function invalid(problem: string, attribute = 'effects'): CallError {
  return new CallError('invalid-config', `${attribute} ${problem}`, { attribute });
}
