import Copy from 'lucide/dist/esm/icons/link.mjs';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallState, Participant } from '../call/call-state.js';
import { CallElement } from '../ui/call-element.js';
import { drawn } from '../ui/icons.js';
import { moreOf, whoIsHere } from '../ui/more-texts.js';
import { baseStyles, buttonStyles, fieldStyles } from '../ui/styles.js';

/** What the room shows while nobody sends anything: whoever is alone gets a link to invite others with. */
class CallInvitation extends CallElement<{ participants: readonly Participant[] }> {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 14px;
        color: var(--_muted);
        text-align: center;
        overflow-wrap: anywhere;
      }
      :is(p, button) {
        margin: 0;
        text-wrap: balance;
      }
      .alone,
      button {
        color: var(--_text);
      }
      .alone {
        font-size: 1.3em;
        font-weight: 650;
      }
      label {
        inline-size: min(100%, 30em);
      }
    `,
  ];

  /** The link; the page's own address when empty. */
  @property({ attribute: false }) url = '';

  #outcome: 'none' | 'copied' | 'refused' = 'none';

  protected override select({ participants }: CallState): { participants: readonly Participant[] } {
    return { participants };
  }

  protected override render(): TemplateResult {
    const { participants } = this.slice;
    const { copyLink, inviteOthers, linkIsCopied, linkToCopy } = moreOf(this.texts);
    const names = participants.map(({ user }) => user.name);
    if (names.length > 0) return html`<p>${whoIsHere(names, this.texts)}</p>`;
    return html`<p class="alone">${this.text.aloneHere}</p>
      <p>${inviteOthers}</p>
      <button part="button copy-button" type="button" @click=${this.#copy}>
        ${drawn('copy', Copy)} ${copyLink}
      </button>
      <p role="status">${this.#outcome === 'copied' ? linkIsCopied : nothing}</p>
      ${
        this.#outcome === 'refused'
          ? html`<label>
              ${linkToCopy}
              <input
                part="link"
                readonly
                dir="ltr"
                .value=${this.#link}
                @focus=${({ target }: Event) => (target as HTMLInputElement).select()}
              />
            </label>`
          : nothing
      }`;
  }

  get #link(): string {
    return this.url ? new URL(this.url, document.baseURI).href : location.href;
  }

  readonly #copy = async (): Promise<void> => {
    this.#outcome =
      (await navigator.clipboard?.writeText(this.#link).then(
        () => 'copied' as const,
        () => 'refused' as const,
      )) ?? 'refused';
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  };
}

if (!customElements.get('zego-call-invitation'))
  customElements.define('zego-call-invitation', CallInvitation);
