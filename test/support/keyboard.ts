import { sendKeys } from '@web/test-runner-commands';
import { all, focused, nameOf } from './page.js';

const CONTROLS = 'button, a[href], input, select, textarea, [tabindex]:not([tabindex="-1"])';
/** More stops than any page of the tests has. */
const MANY = 60;

/** What a person calls a control: its label, or else its name. */
export function called(element: Element): string {
  const [label] = ('labels' in element && (element.labels as NodeListOf<HTMLElement> | null)) || [];
  if (!label) return nameOf(element);
  return [...label.childNodes]
    .map((node) => (node instanceof Text ? node.data.trim() : ''))
    .join('')
    .trim();
}

/** What a person who sees it would try to use: of an open dialog that keeps the rest away, only what is in it. */
export function controlsIn(root: Element): Element[] {
  const [modal] = all(root, 'dialog:modal');
  return all(modal ?? root, CONTROLS).filter(
    (control) => control.checkVisibility() && !control.matches(':disabled'),
  );
}

/**
 * Each place of the focus that keys lead to: Tab from `before` to `after`, or round in a modal dialog; in a toolbar and
 * in a menu, arrows.
 */
export async function* stops(before: HTMLElement, after: HTMLElement): AsyncGenerator<Element> {
  if (focused()?.closest('[popover]')) {
    yield* row('ArrowDown');
    return;
  }
  before.focus();
  const passed = focused() === before ? [] : [focused()!]; // It is in a modal dialog.
  yield* passed;
  for (let step = 0; step < MANY; step++) {
    await sendKeys({ press: 'Tab' });
    const stop = focused();
    // Between the last control of a dialog and its first there is the browser itself.
    if (!stop || stop === document.body || stop === passed.at(-1)) continue;
    if (stop === after || stop === passed[0]) return;
    passed.push(stop);
    if (isInToolbar(stop)) yield* row('ArrowRight');
    else yield stop;
  }
  throw new Error(`Tab never gets out of ${passed.map(called).join(', ')}`);
}

async function* row(arrow: string): AsyncGenerator<Element> {
  const first = focused();
  do {
    yield focused()!;
    await sendKeys({ press: arrow });
  } while (focused() !== first);
}

function isInToolbar(element: Element): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.role === 'toolbar';
}
