/** A yes or no that counts once it has lasted, so that what it shows does not flicker. */
export class Steady {
  readonly #onChange: () => void;
  readonly #patience: { readonly yes: number; readonly no: number };
  #value = false;
  #next = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param patience how long each answer must last, in ms. */
  constructor(patience: { readonly yes: number; readonly no: number }, onChange: () => void) {
    this.#patience = patience;
    this.#onChange = onChange;
  }

  get value(): boolean {
    return this.#value;
  }

  set(value: boolean): void {
    if (value === this.#next) return;
    this.#next = value;
    clearTimeout(this.#timer);
    if (value === this.#value) return;
    this.#timer = setTimeout(() => this.#settle(), value ? this.#patience.yes : this.#patience.no);
  }

  /** Back to no, at once and without telling. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#value = this.#next = false;
  }

  #settle(): void {
    this.#value = this.#next;
    this.#onChange();
  }
}
