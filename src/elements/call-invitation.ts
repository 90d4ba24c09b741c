import Copy from 'lucide/dist/esm/icons/link.mjs';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallState, Participant } from '../call/call-state.js';
import type { User } from '../engine/call-engine.js';
import { CallElement } from '../ui/call-element.js';
import { drawn } from '../ui/icons.js';
import { inviteLink } from '../ui/invite-link.js';
import { moreOf, whoIsHere } from '../ui/more-texts.js';
import { baseStyles, buttonStyles, fieldStyles } from '../ui/styles.js';

interface Slice {
  readonly participants: readonly Participant[];
  readonly room: string;
  readonly user: User;
}

/** What the room shows while nobody sends anything: whoever is alone gets a link to invite others with. */
class CallInvitation extends CallElement<Slice> {
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

  /** The address that the link is made of; the page's own when it is empty or no address. */
  @property({ attribute: false }) url = '';
  /** The inviter's token, which the link must not contain. */
  @property({ attribute: false }) token = '';

  #outcome: 'none' | 'copied' | 'refused' = 'none';

  protected override select({ participants, room, self }: CallState): Slice {
    return { participants, room, user: self.user };
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
    const { room, user } = this.slice;
    const isGiven = this.url && URL.canParse(this.url, document.baseURI);
    const address = isGiven ? new URL(this.url, document.baseURI).href : location.href;
    return inviteLink(address, room, { userId: user.id, userName: user.name, token: this.token });
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
