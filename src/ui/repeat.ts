import { type ChildPart, noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';

type Each<T> = (item: T, index: number) => unknown;
type Parameters<T> = [items: readonly T[], key: Each<T>, template: Each<T>];

class Repeat extends Directive {
  /** What is rendered for each key, in the order of the page. */
  #parts = new Map<unknown, ChildPart>();

  override render<T>(...[items, , template]: Parameters<T>): unknown {
    return items.map(template);
  }

  override update<T>(container: ChildPart, [items, key, template]: Parameters<T>): unknown {
    const keys = items.map(key);
    const kept = this.#keep(new Set(keys));
    this.#parts = new Map(
      keys.map((each, index) => {
        const [next] = kept.values();
        const known = kept.get(each);
        const part = known && known === next ? known : insertPart(container, next, known);
        kept.delete(each);
        return [each, setChildPartValue(part, template(items[index] as T, index))];
      }),
    );
    return noChange;
  }

  /** Removes what has none of these keys, and returns the rest. */
  #keep(keys: ReadonlySet<unknown>): Map<unknown, ChildPart> {
    const kept = new Map(this.#parts);
    for (const [key, part] of kept) {
      if (keys.has(key)) continue;
      const endNode = part.endNode as Comment | null;
      removePart(part);
      endNode?.remove(); // lit-html 3.3.1 to 3.3.3 leave it in the page.
      kept.delete(key);
    }
    return kept;
  }
}

/**
 * Renders each item with a template, and keeps its nodes as long as there is an item with its key. Replaces Lit's own, which
 * leaves a comment in the page for each item that goes: a long call would fill up with them.
 */
export const repeat = directive(Repeat) as <T>(...parameters: Parameters<T>) => unknown;
