/** The shadow root that something stands in, the one around that, and so on up to the document. */
export function rootsAround(node: Node): (Document | ShadowRoot)[] {
  const root = node.getRootNode();
  if (root instanceof ShadowRoot) return [root, ...rootsAround(root.host)];
  return root instanceof Document ? [root] : [];
}

/** The element itself or the nearest one around it, through shadow roots, that matches. */
export function nearest(element: Element, selector: string): HTMLElement | null {
  const root = element.getRootNode();
  const around = root instanceof ShadowRoot ? root.host : null;
  return element.closest<HTMLElement>(selector) ?? (around && nearest(around, selector));
}
