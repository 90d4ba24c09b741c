import { type Room, whenLeft } from './room.js';
import { SmallCall } from './small-call.js';

/** A window that stays above all others; the types of TypeScript don't know it yet. */
interface DocumentPictureInPicture {
  readonly window: Window | null;
  requestWindow(options: { width: number; height: number }): Promise<Window>;
}

declare global {
  interface Window {
    readonly documentPictureInPicture?: DocumentPictureInPicture;
  }
}

/** In CSS pixels, to begin with: the person may resize it. */
const SIZE = { width: 360, height: 260 };

/** Opens and closes the small window as the call's view says; the browser may ask for it when the tab is switched. */
export function offerSmallWindow(room: Room): void {
  const windows = window.documentPictureInPicture;
  if (!windows) return;
  const { view } = room;
  let opening = false;
  let shown: Window | null = null;

  const closed = (): void => {
    shown = null;
    view.choose({ pip: false });
  };
  const open = async (): Promise<void> => {
    opening = true;
    try {
      show(await windows.requestWindow(SIZE));
    } catch {
      view.choose({ pip: false }); // The browser wants a click for it.
    } finally {
      opening = false;
    }
  };
  const show = (opened: Window): void => {
    shown = opened;
    const small = new SmallCall(room, opened);
    opened.addEventListener('pagehide', () => {
      small.end();
      closed();
    });
    if (room.left.aborted || !view.choices.pip) opened.close();
  };
  const apply = (): void => {
    if (view.choices.pip && !shown && !opening) void open();
    if (!view.choices.pip) shown?.close();
  };

  whenLeft(room, view.subscribe(apply));
  whenLeft(room, () => {
    shown?.close();
    view.choose({ pip: false });
  });
  onTabSwitch(() => view.choose({ pip: true }));
  whenLeft(room, () => onTabSwitch(null));
}

function onTabSwitch(handler: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler('enterpictureinpicture' as MediaSessionAction, handler);
  } catch {
    // A browser that does not know the action offers nothing on a tab switch.
  }
}
