import { isInRoom } from '../call/call-state.js';
import { announceChanges } from './announcer.js';
import type { Room } from './room.js';

const COMFORTS: readonly ((room: Room) => void)[] = [announceChanges];

/** Begins every comfort when a room is entered, and ends them all with it. */
export class RoomComfort {
  readonly #parts: Omit<Room, 'left'>;
  #stay: AbortController | null = null;

  constructor(parts: Omit<Room, 'left'>) {
    this.#parts = parts;
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
