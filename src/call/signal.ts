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

/** What calls tell each other, and no chat shows. */
export type Signal =
  | { readonly type: 'hand'; readonly raised: boolean }
  /** Asks everybody who has raised a hand in this call how it is now. */
  | { readonly type: 'hands-wanted' }
  | { readonly type: 'reaction'; readonly name: ReactionName };

/** The text that carries a signal. */
export function signalText(signal: Signal): string {
  switch (signal.type) {
    case 'hand':
      return signal.raised ? 'hand up' : 'hand down';
    case 'hands-wanted':
      return 'hand ?';
    case 'reaction':
      return `react ${signal.name}`;
  }
}

/** Returns the signal that a text carries; null when there is none, or one that this version does not know. */
export function readSignal(text: string): Signal | null {
  const [verb, what = '', ...rest] = text.split(' ');
  if (rest.length > 0) return null;
  if (verb === 'hand' && (what === 'up' || what === 'down')) return { type: 'hand', raised: what === 'up' };
  if (verb === 'hand' && what === '?') return { type: 'hands-wanted' };
  return verb === 'react' && isReaction(what) ? { type: 'reaction', name: what } : null;
}

export function isReaction(name: string): name is ReactionName {
  return Object.hasOwn(REACTIONS, name);
}

/** An emoji, and text in tag characters behind it, ended as Unicode wants it (UTS #51, emoji tag sequences). */
const TAGGED = /^.{1,4}?([\u{E0020}-\u{E007E}]{1,40})\u{E007F}$/u;
const TAGS = 0xe0000;

/**
 * Returns the signal text in a chat message of an earlier version, which sent signals as an emoji with an invisible tail;
 * null when the message is one for people.
 */
export function taggedSignal(message: string): string | null {
  const tags = TAGGED.exec(message)?.[1] ?? '';
  const text = [...tags].map((tag) => String.fromCodePoint((tag.codePointAt(0) ?? TAGS) - TAGS)).join('');
  const [, version, signal = ''] = /^zc(\d+) (.*)$/.exec(text) ?? [];
  if (version === undefined) return null;
  return version === '1' ? signal : '';
}
