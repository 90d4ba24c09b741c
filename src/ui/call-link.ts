import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { CallSession } from '../call/call-session.js';
import { callContext } from './call-context.js';

/**
 * Connects an element to its call: the nearest one around it, or the one that `for` names. A call that comes
 * into the page later, or takes another's place, is found too.
 */
export class CallLink implements ReactiveController {
  session: CallSession | null = null;
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

  /** Looks anew when `for` has changed. */
  hostUpdate(): void {
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
    if (!this.#host.for) return this.#host;
    return (this.#host.getRootNode() as Document | ShadowRoot).getElementById(this.#host.for);
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
    const { localName } = provider;
    if (localName.includes('-') && !customElements.get(localName))
      void customElements
        .whenDefined(localName)
        .then(() => this.#provider === provider && this.#ask(provider));
    const onSession = (session: CallSession, unsubscribe?: () => void): void =>
      this.#use(session, unsubscribe);
    provider.dispatchEvent(new ContextEvent(callContext, this.#host, onSession, true));
  }

  #watch(): void {
    this.#observer ??= new MutationObserver(() => {
      if (this.#target() !== this.#provider) this.#find();
    });
    const options = { childList: true, subtree: true, attributes: true, attributeFilter: ['id'] };
    this.#observer.observe(this.#host.getRootNode(), options);
  }

  #use(session: CallSession | null, release?: () => void): void {
    if (this.#release !== release) this.#release?.();
    this.#release = release;
    if (this.session === session) return;
    this.session = session;
    this.#onChange();
  }
}
