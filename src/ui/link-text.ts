/** A piece of a text; `href` when it is the address of a web page. */
export interface TextPiece {
  readonly text: string;
  readonly href?: string;
}

/** An address of the web, up to what can't be in one; controls of direction could make it read like another. */
const ADDRESS = /\bhttps?:\/\/[^\s\p{C}<>"]+/giu;
/** What ends a sentence rather than an address. */
const CLOSING = /[.,;:!?'…)\]}*_~]+$/u;
const BRACKETS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The text in pieces, with the addresses in it told apart. All pieces together are the text. */
export function linkText(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = withoutClosing(found);
    if (!isWebAddress(address)) continue;
    if (index > end) pieces.push({ text: text.slice(end, index) });
    pieces.push({ text: address, href: address });
    end = index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** A bracket that was opened in the address belongs to it. */
function withoutClosing(found: string): string {
  const [closing = ''] = CLOSING.exec(found) ?? [];
  let kept = found.slice(0, found.length - closing.length);
  for (const character of closing) {
    const opening = BRACKETS[character];
    if (!opening || count(kept, opening) <= count(kept, character)) break;
    kept += character;
  }
  return kept;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
