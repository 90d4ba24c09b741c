import { nextFrames } from './test-media.js';
import { eventually, inTime } from './wait.js';

/** The elements below `root` as they are laid out: through open shadow roots and slots, in order. */
export function* laidOut(root: Element): Generator<Element> {
  for (const child of childrenOf(root)) {
    if (!(child instanceof Element)) continue;
    yield child;
    yield* laidOut(child);
  }
}

/**
 * Every element below `root` that matches, through open shadow roots; also what is not visible.
 * @param path selectors, each looked for below what the one before has found.
 */
export function all<T extends Element = HTMLElement>(root: Element, ...path: string[]): T[] {
  const [selector, ...rest] = path;
  if (selector === undefined) return [root as T];
  const found = [...laidOut(root)].filter((element) => element.matches(selector));
  return [...new Set(found.flatMap((element) => all<T>(element, ...rest)))];
}

/** The first element below `root` that matches, once it is there. */
export function find<T extends Element = HTMLElement>(root: Element, ...path: string[]): Promise<T> {
  return eventually(() => all<T>(root, ...path)[0], `there is a ${path.join(' ')}`);
}

/** Resolves when nothing below `root` matches any more. */
export async function gone(root: Element, ...path: string[]): Promise<void> {
  await eventually(() => all(root, ...path).length === 0, `there is no ${path.join(' ')} any more`);
}

/** What a person reads in `root`, without what is hidden. */
export function words(root: Element): string {
  return textOf(root).replace(/\s+/g, ' ').trim();
}

/** Resolves once `root` reads `text` somewhere. */
export async function reads(root: Element, text: string | RegExp): Promise<void> {
  const has = (): boolean => (typeof text === 'string' ? words(root).includes(text) : text.test(words(root)));
  try {
    await eventually(has, `it reads "${text}"`);
  } catch (error) {
    throw new Error(`${(error as Error).message}, but: "${words(root)}"`, { cause: error });
  }
}

/** The buttons that a person can see, in order, disabled ones included. */
export function buttons(root: Element): HTMLButtonElement[] {
  return all<HTMLButtonElement>(root, 'button').filter((button) => button.checkVisibility());
}

/** What a screen reader calls it. */
export function nameOf(element: Element): string {
  return element.ariaLabel ?? words(element);
}

/** The button of that name, once a person can press it. */
export function button(root: Element, name: string): Promise<HTMLButtonElement> {
  const found = (): HTMLButtonElement | undefined =>
    buttons(root).find((candidate) => nameOf(candidate) === name && !candidate.disabled);
  return eventually(found, `there is a button "${name}"`);
}

export async function press(root: Element, name: string): Promise<void> {
  (await button(root, name)).click();
}

/** Types into a field as a person does, so far as scripts can. */
export function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** The element that has the focus, inside whatever shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Resolves once `video` shows one frame after the other. */
export async function playsOn(video: HTMLVideoElement): Promise<void> {
  await eventually(() => video.videoWidth > 0 && !video.paused, 'the video plays');
  await inTime(nextFrames(video, 2), 'the video shows further frames');
}

function childrenOf(element: Element): readonly Node[] {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes];
  if (!(element instanceof HTMLSlotElement)) return [...element.childNodes];
  const assigned = element.assignedNodes();
  return assigned.length > 0 ? assigned : [...element.childNodes];
}

function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node instanceof HTMLStyleElement) return '';
  if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return '';
  return childrenOf(node).map(textOf).join(' ');
}

/** The toolbar's buttons for other places of the call than its own, where this browser has them. */
export const ELSEWHERE: readonly string[] = [
  ...(window.documentPictureInPicture ? ['Small window'] : []),
  ...(document.fullscreenEnabled ? ['Full screen'] : []),
];
