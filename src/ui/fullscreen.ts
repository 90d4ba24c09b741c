import { css } from 'lit';
import { type Room, whenLeft } from './room.js';

/** Fills the screen with the call as its view says, and says in its view when the browser has ended it. */
export function followFullscreen(room: Room): void {
  const { call, left: signal, view } = room;
  const fills = (): boolean => call.matches(':fullscreen');
  /** The browser takes some frames: what is pressed meanwhile counts when it is through. */
  let isChanging = false;
  const agree = (): void => {
    if (isChanging) return;
    if (Boolean(view.choices.fullscreen) !== fills()) view.choose({ fullscreen: fills() });
  };
  const apply = (): void => {
    if (isChanging || Boolean(view.choices.fullscreen) === fills()) return;
    const change = fills() ? document.exitFullscreen() : call.requestFullscreen();
    isChanging = true;
    const settle = (then: () => void) => (): void => {
      isChanging = false;
      then();
    };
    change.then(settle(apply), settle(agree)); // The browser wants a click for it, or the page forbids it.
  };
  document.addEventListener('fullscreenchange', agree, { signal });
  whenLeft(room, view.subscribe(apply));
  whenLeft(room, () => {
    view.choose({ fullscreen: false });
    if (fills()) void document.exitFullscreen();
  });
}

export const fullscreenStyles = css`
  :host(:fullscreen) {
    border-radius: 0;
  }
`;
