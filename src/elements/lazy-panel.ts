import { css, html, nothing, type TemplateResult } from 'lit';
import { CallElement } from '../ui/call-element.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';

/** What a panel's own chunk exports: the class that fills it. */
export interface PanelModule {
  readonly Content: new () => HTMLElement & { for: string };
  /** The parts of it that a page may style, separated by commas. */
  readonly parts: string;
}

/**
 * A panel's tag: small, and there from the start. What fills it is an element of its own, loaded when the panel
 * first comes into a page.
 */
export abstract class LazyPanel extends CallElement<object> {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }
      * {
        flex: auto;
      }
      .missing {
        display: grid;
        justify-items: start;
        gap: 12px;
        padding: 16px;
      }
      p {
        margin: 0;
      }
    `,
  ];

  #content: InstanceType<PanelModule['Content']> | null = null;
  #status: 'empty' | 'loading' | 'failed' | 'filled' = 'empty';

  /** The tag of what fills the panel. */
  protected abstract readonly contentTag: string;

  protected abstract load(): Promise<PanelModule>;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#fill();
  }

  protected override select(): object {
    return {};
  }

  protected override willUpdate(): void {
    super.willUpdate();
    if (this.#content) Object.assign(this.#content, { for: this.for, autofocus: this.autofocus });
  }

  protected override render(): TemplateResult | HTMLElement | typeof nothing {
    if (this.#content) return this.#content;
    if (this.#status !== 'failed') return nothing;
    return html`<div class="missing">
      <p part="message" role="alert">${this.text.unreachable}</p>
      <button part="button" type="button" @click=${() => void this.#fill()}>${this.text.tryAgain}</button>
    </div>`;
  }

  async #fill(): Promise<void> {
    if (this.#status === 'loading' || this.#status === 'filled') return;
    this.#become('loading');
    try {
      const { Content, parts } = await this.load();
      if (!customElements.get(this.contentTag)) customElements.define(this.contentTag, Content);
      this.#content = new Content();
      this.#content.setAttribute('exportparts', parts);
      this.#become('filled');
    } catch {
      this.#become('failed');
    }
  }

  #become(status: 'loading' | 'failed' | 'filled'): void {
    this.#status = status;
    this.requestUpdate();
  }
}
