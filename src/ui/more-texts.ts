import { enMore } from '../i18n/en-more.js';
import type { MoreStrings } from '../i18n/strings.js';
import type { Texts } from './texts.js';

/** What is read once a call is loaded; for code that is loaded with it. */
export function moreOf(texts: Texts): MoreStrings {
  return texts.speech.more ?? enMore;
}

/** Of more people than this, no names are told: they would fill the room. */
const MOST_NAMED = 9;

/** What is said where others are, but nobody sends anything. */
export function whoIsHere(names: readonly string[], texts: Texts): string {
  const { hereWithoutMedia, peopleHere } = moreOf(texts);
  return names.length > MOST_NAMED ? peopleHere(names.length + 1) : hereWithoutMedia(names);
}
