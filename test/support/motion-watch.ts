const REDUCED = '(prefers-reduced-motion: reduce)';

/** Lets scripts find that a person wants little motion, or any, and remembers which elements they animate. */
export class MotionWatch {
  readonly #animated: Element[] = [];
  readonly #matchMedia = window.matchMedia;
  readonly #animate = Element.prototype.animate;

  constructor(isReduced: boolean) {
    const [matchMedia, animate, animated] = [this.#matchMedia, this.#animate, this.#animated];
    const answer = isReduced ? 'all' : 'not all';
    window.matchMedia = (query) => matchMedia.call(window, query === REDUCED ? answer : query);
    Element.prototype.animate = function (...args) {
      animated.push(this);
      return animate.apply(this, args);
    };
  }

  animated(selector: string): readonly Element[] {
    return this.#animated.filter((element) => element.matches(selector));
  }

  end(): void {
    window.matchMedia = this.#matchMedia;
    Element.prototype.animate = this.#animate;
  }
}
