/** What people can show for a moment; the order in which they are offered. */
export const REACTIONS = {
  like: '👍',
  love: '❤️',
  applause: '👏',
  laugh: '😂',
  wow: '😮',
  party: '🎉',
} as const;

export type ReactionName = keyof typeof REACTIONS;

/** What calls tell each other through messages that nobody is to read. */
export type Signal =
  | { readonly type: 'hand'; readonly raised: boolean }
  | { readonly type: 'reaction'; readonly name: ReactionName };

/** An emoji, and text in tag characters behind it, ended as Unicode wants it (UTS #51, emoji tag sequences). */
const TAGGED = /^.{1,4}?([\u{E0020}-\u{E007E}]{1,40})\u{E007F}$/u;
/** What the text of ours begins with, and of versions to come. */
const OURS = /^zc\d+ /;
const TAGS = 0xe0000;

/**
 * A signal as a message: one emoji with a tail that no font draws, and nobody types. A client that knows nothing of it
 * shows the emoji.
 */
export function signalText(signal: Signal): string {
  if (signal.type === 'reaction') return tagged(REACTIONS[signal.name], `zc1 react ${signal.name}`);
  return signal.raised ? tagged('✋', 'zc1 hand up') : tagged('👇', 'zc1 hand down');
}

/** Whether a text is a signal, of another version maybe: it is no message for people. */
export function isSignal(text: string): boolean {
  return OURS.test(tagsOf(text));
}

/** What a text signals; null when it is none, or one that this version does not know. */
export function readSignal(text: string): Signal | null {
  const [version, verb, what = '', ...rest] = tagsOf(text).split(' ');
  if (version !== 'zc1' || rest.length > 0) return null;
  if (verb === 'hand' && (what === 'up' || what === 'down')) return { type: 'hand', raised: what === 'up' };
  return verb === 'react' && isReaction(what) ? { type: 'reaction', name: what } : null;
}

export function isReaction(name: string): name is ReactionName {
  return Object.hasOwn(REACTIONS, name);
}

function tagged(emoji: string, text: string): string {
  const tags = [...text].map((character) => String.fromCodePoint(TAGS + character.charCodeAt(0)));
  return `${emoji}${tags.join('')}\u{E007F}`;
}

function tagsOf(text: string): string {
  const tags = TAGGED.exec(text)?.[1] ?? '';
  return [...tags].map((tag) => String.fromCodePoint((tag.codePointAt(0) ?? TAGS) - TAGS)).join('');
}
