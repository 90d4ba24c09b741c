import type { ReactiveElement } from 'lit';
import type { CallSession } from '../call/call-session.js';
import type { CallView } from './call-view.js';
import type { Texts } from './texts.js';

/** One stay in a room, for what makes it comfortable. */
export interface Room {
  /** The `<zego-call>`. */
  readonly call: ReactiveElement;
  readonly session: CallSession;
  readonly texts: Texts;
  readonly view: CallView;
  /** Aborts when the room is left. */
  readonly left: AbortSignal;
}

/** Calls back when a room is left. */
export function whenLeft({ left }: Room, end: () => void): void {
  left.addEventListener('abort', end, { once: true });
}

/** Calls back at each change of the call while in the room, and no more once a change has ended it, or one ends it oneself. */
export function follow(room: Room, listener: () => void): () => void {
  const { left, session } = room;
  const unsubscribe = session.subscribe(() => {
    if (!left.aborted) listener();
  });
  const end = (): void => {
    unsubscribe();
    left.removeEventListener('abort', end);
  };
  whenLeft(room, end);
  return end;
}
