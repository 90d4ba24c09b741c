import { html, type TemplateResult } from 'lit';
import type { User } from '../engine/call-engine.js';

/** What stands for a person without a picture: their initials on a colour that stays theirs. */
export function avatar({ id, name }: User): TemplateResult {
  return html`<div class="avatar" part="avatar" aria-hidden="true" .style=${`--_hue: ${hue(id)}`}>
    <span>${initials(name)}</span>
  </div>`;
}

/** Not a bracket, a quotation mark or the like: letters, digits, emoji and flags. */
const TELLING = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
/** Of the marks that a letter can carry without end, as many as a line has room for. */
const TOO_MANY_MARKS = /(\p{M}{3})\p{M}+/gu;

/** The first letters of the first and last word; whole characters, whatever the script. */
export function initials(name: string): string {
  const words = name.split(/[\s_-]+/u).filter((word) => TELLING.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => firstCharacter(word ?? '').toLocaleUpperCase()).join('');
}

/** Needs no segmenter: for the first one a browser loads tables, which takes as long as all else of a tile. */
const SIMPLE = /^[a-z\d](?!\p{M})/iu;

function firstCharacter(word: string): string {
  const [simple] = SIMPLE.exec(word) ?? [];
  if (simple) return simple;
  const characters = [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
  const first = characters.find((character) => TELLING.test(character)) ?? '';
  return first.replace(TOO_MANY_MARKS, '$1');
}

function hue(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return sum;
}
