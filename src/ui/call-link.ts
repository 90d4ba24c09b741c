import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { CallSession } from '../call/call-session.js';
import { nearest, rootsAround } from './around.js';
import { callContext } from './call-context.js';
import { type CallView, NO_VIEW, viewContext } from './call-view.js';
import { PAGE_TEXTS, type Texts, textsContext } from './texts.js';

/**
 * Connects an element to its call: the nearest one around it, or the one that `for` names, in the same shadow root
 * or one around it. A call that comes into the page later, or takes another's place, is found too.
 */
export class CallLink implements ReactiveController {
  session: CallSession | null = null;
  texts: Texts = PAGE_TEXTS;
  view: CallView = NO_VIEW;
  readonly #host: ReactiveElement & { for: string };
  readonly #onChange: () => void;
  #provider: Element | null = null;
  #release: (() => void) | undefined;
  #observer: MutationObserver | null = null;

  constructor(host: ReactiveElement & { for: string }, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#find();
  }

  /** Looks anew when `for` has changed. Out of the page there is no call, even where one is taken out together with us. */
  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    const provider = this.#target();
    if (provider !== this.#provider) this.#find();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#provider = null;
    this.#use(null);
  }

  #target(): Element | null {
    const { for: id } = this.#host;
    if (!id) return this.#host;
    for (const root of rootsAround(this.#host)) {
      const found = root.getElementById(id);
      if (found) return found;
    }
    return null;
  }

  #find(): void {
    this.#provider = this.#target();
    if (!this.#host.for) this.#observer?.disconnect();
    else this.#watch();
    if (this.#provider) this.#ask(this.#provider);
    else this.#use(null);
  }

  #ask(provider: Element): void {
    this.#use(null);
    const onSession = (session: CallSession, unsubscribe?: () => void): void =>
      this.#use(session, unsubscribe);
    provider.dispatchEvent(new ContextEvent(textsContext, this.#host, (texts) => (this.texts = texts)));
    provider.dispatchEvent(new ContextEvent(viewContext, this.#host, (view) => (this.view = view)));
    provider.dispatchEvent(new ContextEvent(callContext, this.#host, onSession, true));
    const later = this.session ? null : nearest(provider, ':not(:defined)');
    if (later)
      void customElements
        .whenDefined(later.localName)
        .then(() => this.#provider === provider && this.#ask(provider));
  }

  #watch(): void {
    this.#observer ??= new MutationObserver(() => {
      if (this.#target() !== this.#provider) this.#find();
    });
    const options = { childList: true, subtree: true, attributes: true, attributeFilter: ['id'] };
    for (const root of rootsAround(this.#host)) this.#observer.observe(root, options);
  }

  #use(session: CallSession | null, release?: () => void): void {
    if (this.#release !== release) this.#release?.();
    this.#release = release;
    if (this.session === session) return;
    this.session = session;
    if (!session) {
      this.texts = PAGE_TEXTS;
      this.view = NO_VIEW;
    }
    this.#onChange();
  }
}
