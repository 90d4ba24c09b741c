/** Where this browser keeps, for the page's origin, that the person wants no shortcuts. */
const KEY = 'zego-call:shortcuts';

export type ShortcutChoice = 'on' | 'off';

export function recallShortcuts(): ShortcutChoice {
  try {
    return localStorage.getItem(KEY) === 'off' ? 'off' : 'on';
  } catch {
    return 'on';
  }
}

/** Where storage is denied or full, the choice lasts as long as the call. */
export function rememberShortcuts(choice: ShortcutChoice): void {
  try {
    if (choice === 'off') localStorage.setItem(KEY, choice);
    else localStorage.removeItem(KEY);
  } catch {
    // Nothing else to do.
  }
}
