import { type CallState, isWanted } from '../call/call-state.js';
import type { MoreStrings, Strings } from '../i18n/strings.js';
import { quietly } from './own-devices.js';
import { type Room, whenLeft } from './room.js';
import { recallShortcuts } from './shortcut-memory.js';

/**
 * One letter each, with Alt and Shift: no browser and no screen reader takes these, and a single key would be pressed by
 * those who speak to their computer.
 */
export const SHORTCUTS: readonly Shortcut[] = [
  {
    letter: 'M',
    name: ({ muteMicrophone }) => muteMicrophone,
    run: ({ session }, { self }) => quietly(session.setMicrophone(!isWanted(self.microphone))),
  },
  {
    letter: 'V',
    name: ({ turnOffCamera }) => turnOffCamera,
    run: ({ session }, { self }) => quietly(session.setCamera(!isWanted(self.camera))),
  },
  {
    letter: 'S',
    name: ({ shareScreen }) => shareScreen,
    run: ({ session }, { self }) =>
      quietly(isWanted(self.screen) ? session.stopScreenShare() : session.startScreenShare()),
  },
  {
    letter: 'C',
    name: ({ chat }) => chat,
    run: ({ view }) => view.choose({ panel: view.choices.panel === 'chat' ? null : 'chat' }),
  },
  {
    letter: 'F',
    name: ({ fullscreen }) => fullscreen,
    run: ({ view }) => view.choose({ fullscreen: !view.choices.fullscreen }),
  },
];

interface Shortcut {
  readonly letter: string;
  /** The action's text: the one of its button. */
  readonly name: (texts: Strings & MoreStrings) => string;
  readonly run: (room: Room, state: CallState) => void;
}

/** Listens to shortcuts while the focus is in the call, or nowhere, and nobody types; not at all with `shortcuts="off"`. */
export function hearShortcuts(room: Room): void {
  const { call, left: signal, session, view } = room;
  if (call.getAttribute('shortcuts') === 'off') return;
  view.choose({ shortcuts: recallShortcuts() });
  whenLeft(room, () => view.choose({ shortcuts: undefined }));

  const onKey = (event: KeyboardEvent): void => {
    if (view.choices.shortcuts !== 'on' || !isForCall(event, call)) return;
    const shortcut = SHORTCUTS.find(({ letter }) => letter === letterOf(event));
    if (!shortcut) return;
    event.preventDefault();
    shortcut.run(room, session.state);
  };
  document.addEventListener('keydown', onKey, { signal });
}

function isForCall(event: KeyboardEvent, call: HTMLElement): boolean {
  const chord = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
  if (!chord || event.repeat || event.defaultPrevented) return false;
  const path = event.composedPath();
  const isNowhere = path[0] === document.body || path[0] === document.documentElement;
  return isNowhere || (path.includes(call) && !isTyped(path[0]));
}

function isTyped(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

/** What is printed on the key; where Alt makes another character of it, what stands there on most keyboards. */
function letterOf({ code, key }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key) ? key.toUpperCase() : code.replace('Key', '');
}
