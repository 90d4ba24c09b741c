import { expect } from '@open-wc/testing';
import { all, buttons, nameOf } from './page.js';
import { eventually } from './wait.js';

/** What of `root` sticks out of it to a side, however little. */
export function sticksOut(root: Element): string[] {
  const { left, right } = root.getBoundingClientRect();
  return all(root, '*')
    .filter((element) => element.checkVisibility() && !(element instanceof SVGElement))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5);
    })
    .map((element) => `${element.localName}.${element.className}`);
}

/** The buttons that a click, after scrolling them into view, would not meet. */
export function outOfReach(root: Element): string[] {
  return buttons(root)
    .filter((control) => {
      control.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = control.getBoundingClientRect();
      let met = document.elementFromPoint(left + width / 2, top + height / 2);
      while (met?.shadowRoot) {
        const deeper = met.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
        if (!deeper || deeper === met) break;
        met = deeper;
      }
      return !(met && control.contains(met));
    })
    .map(nameOf);
}

/** Resolves once nothing of `root` sticks out of it and a click meets each of its buttons; else says what is wrong. */
export async function canBeUsed(root: Element, what = 'it'): Promise<void> {
  const wrong = (): string[] => [...sticksOut(root), ...outOfReach(root)];
  await eventually(() => wrong().length === 0, `${what} can be used`).catch(() => undefined);
  expect(wrong(), what).to.deep.equal([]);
}
