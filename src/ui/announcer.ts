import { css } from 'lit';
import { INITIAL_STATE } from '../call/call-state.js';
import { announcementsBetween } from './announcements.js';
import { follow, type Room, whenLeft } from './room.js';

/** How long, in ms, changes are gathered before they are told: what comes and goes within it is not worth a word. */
const PAUSE = 1_000;

/** Tells screen readers what changes in a room, politely and from one place, so that nothing is said twice. */
export function announceChanges(room: Room): void {
  const { call, session, texts } = room;
  const region = document.createElement('div');
  region.className = 'announcer';
  region.role = 'status';
  // Before what Lit renders: that it takes away when it renders something else.
  call.renderRoot.prepend(region);

  let told = INITIAL_STATE;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const { state } = session;
    const words = announcementsBetween(told, state, texts);
    told = state;
    if (words.length > 0) region.replaceChildren(...words.map(paragraph));
  };
  const gather = (): void => void (timer ??= setTimeout(tell, PAUSE));

  gather();
  follow(room, gather);
  whenLeft(room, () => {
    clearTimeout(timer);
    region.remove();
  });
}

function paragraph(words: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = words;
  return element;
}

export const announcerStyles = css`
  .announcer {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
