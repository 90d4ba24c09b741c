import { type Room, whenLeft } from './room.js';

/** Lets keys scroll what is said while there is more of it than one sees: not every browser does by itself. */
export function scrollCaptions(room: Room): void {
  const box = room.call.renderRoot.querySelector<HTMLElement>('[part="captions"]');
  const text = box?.querySelector('slot');
  if (!box || !text) return;
  const resized = new ResizeObserver(() => {
    if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
    else box.removeAttribute('tabindex');
  });
  resized.observe(text);
  whenLeft(room, () => resized.disconnect());
}
