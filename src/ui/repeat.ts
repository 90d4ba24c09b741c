import type { ChildPart, noChange } from 'lit';
import { directive } from 'lit/directive.js';
import { getCommittedValue, getDirectiveClass } from 'lit/directive-helpers.js';
import {
  type ItemTemplate,
  type KeyFn,
  repeat as litRepeat,
  type RepeatDirective,
} from 'lit/directives/repeat.js';

type Parameters<T> = [items: Iterable<T>, key: KeyFn<T> | ItemTemplate<T>, template: ItemTemplate<T>];

const LitRepeat = getDirectiveClass(litRepeat([], () => null)) as typeof RepeatDirective;

/** lit-html 3.3.1 to 3.3.3 leave a comment in the page for each item that goes: a long call would fill up with them. */
class TidyRepeat extends LitRepeat {
  override update<T>(container: ChildPart, parameters: Parameters<T>): unknown[] | typeof noChange {
    const rendered = super.update(container, parameters);
    removeStrays(container);
    return rendered;
  }
}

/** Renders each item with a template, and keeps its nodes as long as there is an item with its key. */
export const repeat = directive(TidyRepeat) as typeof litRepeat;

/** Removes the nodes that stand between the items and belong to none. */
function removeStrays(container: ChildPart): void {
  const items = getCommittedValue(container);
  if (!Array.isArray(items)) return;
  let last = container.startNode;
  for (const { endNode, startNode } of items as ChildPart[]) {
    removeBetween(last, startNode);
    last = endNode;
  }
  removeBetween(last, container.endNode);
}

function removeBetween(start: Node | null, end: Node | null): void {
  while (start?.nextSibling && start.nextSibling !== end) start.nextSibling.remove();
}
