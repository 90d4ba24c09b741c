import { isInRoom } from '../call/call-state.js';
import { adopt } from './adopt.js';
import { announceChanges, announcerStyles } from './announcer.js';
import { scrollCaptions } from './captions.js';
import { captionsStyles } from './captions.styles.js';
import { followFullscreen, fullscreenStyles } from './fullscreen.js';
import type { Room } from './room.js';
import { placeSelfView } from './self-view.js';
import { selfViewStyles } from './self-view.styles.js';
import { hearShortcuts } from './shortcuts.js';
import { offerSmallWindow } from './small-window.js';
import { keepAwake } from './wake-lock.js';

/** What makes a stay in a room comfortable. */
const COMFORTS = [
  announceChanges,
  placeSelfView,
  followFullscreen,
  keepAwake,
  offerSmallWindow,
  hearShortcuts,
  scrollCaptions,
] as const;
const STYLES = [announcerStyles, captionsStyles, selfViewStyles, fullscreenStyles] as const;

/** Begins every comfort when a room is entered, and ends them all with it. */
export class RoomComfort {
  readonly #parts: Omit<Room, 'left'>;
  #stay: AbortController | null = null;

  constructor(parts: Omit<Room, 'left'>) {
    this.#parts = parts;
    for (const styles of STYLES) adopt(parts.call, styles);
    parts.session.subscribe(() => this.#follow());
    this.#follow();
  }

  #follow(): void {
    const inRoom = isInRoom(this.#parts.session.state.connection);
    if (inRoom && !this.#stay) this.#begin();
    if (inRoom || !this.#stay) return;
    this.#stay.abort();
    this.#stay = null;
  }

  #begin(): void {
    this.#stay = new AbortController();
    const room = { ...this.#parts, left: this.#stay.signal };
    for (const comfort of COMFORTS) comfort(room);
  }
}
