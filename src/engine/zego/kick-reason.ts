import { objectIn } from './sdk-values.js';

/** The most that is shown of a reason, in characters. */
const LONGEST = 200;
/** Line breaks and other control characters, and those that reorder the text around them. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu;

/**
 * Returns the reason that a server gave when it removed somebody, as one line of plain text. ZEGO hands it on as
 * `{"custom_kickout_message": …}`. Undefined where there is none.
 */
export function kickReason(extendedData: unknown): string | undefined {
  const reason = objectIn(extendedData)?.['custom_kickout_message'];
  if (typeof reason !== 'string') return undefined;
  const characters = [...reason.replace(CONTROLS, ' ').trim()];
  if (characters.length <= LONGEST) return characters.join('') || undefined;
  return `${characters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`;
}
