import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallSession } from '../call/call-session.js';
import { type CallState, INITIAL_STATE } from '../call/call-state.js';
import type { Strings } from '../i18n/strings.js';
import { CallLink } from './call-link.js';
import type { CallView, ViewChoices } from './call-view.js';
import { keepFocus } from './keep-focus.js';
import type { Texts } from './texts.js';

/** What every element of a call shares: it finds its call, and renders when its own slice of the state changes. */
export abstract class CallElement<Slice extends object> extends LitElement {
  /** The ID of the `<zego-call>` to serve, for elements that stand elsewhere in the page. */
  @property({ attribute: 'for' }) for = '';

  readonly #link = new CallLink(this, () => this.#follow());
  #slice: Slice | null = null;
  /** Ends each subscription to the call. */
  #following: readonly (() => void)[] = [];

  /** The part of the state, and of how it is to be shown, that this element shows. Compared key by key: only a difference renders. */
  protected abstract select(state: CallState, choices: ViewChoices): Slice;

  protected get session(): CallSession | null {
    return this.#link.session;
  }

  protected get view(): CallView {
    return this.#link.view;
  }

  protected get texts(): Texts {
    return this.#link.texts;
  }

  protected get text(): Strings {
    return this.texts.strings;
  }

  protected get slice(): Slice {
    return (this.#slice ??= this.#selected());
  }

  /** A box without a box: it says which language its texts are in, whatever that of the page around is. */
  protected override createRenderRoot(): HTMLElement {
    const box = document.createElement('div');
    box.style.display = 'contents';
    super.createRenderRoot().append(box);
    return box;
  }

  /** Focuses itself where it can have the focus; else its first button, or where there is none what it stands in. */
  override focus(options?: FocusOptions): void {
    if (this.tabIndex >= 0) return super.focus(options);
    const button = [...this.renderRoot.querySelectorAll('button')].find((each) => each.checkVisibility());
    const root = this.getRootNode();
    const next = button ?? (root instanceof ShadowRoot ? (root.host as HTMLElement) : null);
    next?.focus(options);
  }

  protected override performUpdate(): void {
    keepFocus(this, () => super.performUpdate());
  }

  protected override shouldUpdate(): boolean {
    return !this.texts.silent;
  }

  protected override willUpdate(): void {
    this.#slice = null;
    const { lang, dir } = this.texts.speech;
    const box = this.renderRoot as HTMLElement;
    // Even an equal direction has everything inside take its styles anew.
    if (box.lang !== lang || box.dir !== dir) Object.assign(box, { lang, dir });
  }

  #follow(): void {
    for (const end of this.#following) end();
    const { session, texts, view } = this;
    // Without a call there is nothing that changes, and an element out of the page must not be held by its last call.
    this.#following = session
      ? [
          session.subscribe(() => this.#compare()),
          view.subscribe(() => this.#compare()),
          texts.subscribe(() => this.requestUpdate()),
        ]
      : [];
    this.requestUpdate();
  }

  #selected(): Slice {
    return this.select(this.session?.state ?? INITIAL_STATE, this.view.choices);
  }

  #compare(): void {
    if (this.#slice && sameParts(this.#slice, this.#selected())) return;
    this.requestUpdate();
  }
}

function sameParts<T extends object>(one: T, other: T): boolean {
  return (Object.keys(one) as (keyof T)[]).every((key) => Object.is(one[key], other[key]));
}
