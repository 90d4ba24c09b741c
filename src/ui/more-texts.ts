import { enMore } from '../i18n/en-more.js';
import type { MoreStrings } from '../i18n/strings.js';
import type { Texts } from './texts.js';

/** What is read once a call is loaded; for code that is loaded with it. */
export function moreOf(texts: Texts): MoreStrings {
  return texts.speech.more ?? enMore;
}
