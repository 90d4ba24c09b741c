import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from '../ui/repeat.js';
import { type CallState, type ChatMessage, isInRoom } from '../call/call-state.js';
import { bytesLeft, canBeSent } from '../call/draft.js';
import { CallElement } from '../ui/call-element.js';
import type { MoreStrings } from '../i18n/strings.js';
import { moreOf } from '../ui/more-texts.js';
import { moreIcon } from '../ui/more-icons.js';
import { linkText } from '../ui/link-text.js';
import { quietly } from '../ui/own-devices.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';
import { chatStyles } from './chat-content.styles.js';

/** With no more bytes left than this, a person is told how many. */
const LITTLE_ROOM = 120;
/** Nearer to the end than this, in px, counts as being there. */
const NEAR = 24;

interface Slice {
  readonly messages: readonly ChatMessage[];
  /** How many came while the newest was out of sight; whoever is there reads them as they come. */
  readonly unread: number;
  readonly inRoom: boolean;
}

/** What `<zego-chat>` is filled with. */
class ChatContent extends CallElement<Slice> {
  static override styles = [baseStyles, buttonStyles, chatStyles];

  readonly #resized = new ResizeObserver(() => this.requestUpdate());
  readonly #appeared = new IntersectionObserver(
    (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.requestUpdate(),
  );
  #draft = '';
  /** Whether the newest message is in sight, and stays so when another one comes. */
  #atNewest = true;

  get #more(): MoreStrings {
    return moreOf(this.texts);
  }

  protected override select({ connection, messages, unread }: CallState): Slice {
    return { messages, unread: this.#atNewest ? 0 : unread, inRoom: isInRoom(connection) };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    this.#resized.disconnect();
    this.#appeared.disconnect();
    super.disconnectedCallback();
  }

  /** Focuses where one writes. */
  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  protected override render(): TemplateResult {
    return html`${this.#log()} ${this.#atNewest ? nothing : this.#jump()} ${this.#form()}`;
  }

  protected override firstUpdated(): void {
    if (this.autofocus) this.focus();
  }

  protected override updated(): void {
    const log = this.#scroller;
    if (!log || !this.#atNewest) return;
    log.scrollTop = log.scrollHeight;
    if (!this.session?.state.unread) return;
    if (log.checkVisibility()) this.session.markRead();
    else this.#awaitSight();
  }

  /** Asks anew each time, which is always answered: what is hidden for less than a frame changes nothing that is told. */
  #awaitSight(): void {
    this.#appeared.disconnect();
    this.#appeared.observe(this);
  }

  get #scroller(): HTMLElement | null {
    return this.renderRoot.querySelector('.log');
  }

  get #field(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  #log(): TemplateResult {
    const { inRoom, messages } = this.slice;
    return html`<div
      class="log"
      part="messages"
      role="log"
      tabindex="0"
      aria-label=${this.#more.messages}
      @scroll=${this.#onScroll}
    >
      ${messages.length === 0 ? html`<p class="empty">${this.#more.noMessages}</p>` : nothing}
      <ol>
        ${repeat(
          messages,
          ({ id }) => id,
          (message, index) => {
            const next = messages[index + 1];
            const first = !isSameVoice(messages[index - 1], message);
            const timed = !isSameVoice(message, next) || !isSameMinute(message, next);
            return guard([message, first, timed, inRoom, this.texts.speech], () =>
              this.#message(message, first, timed),
            );
          },
        )}
      </ol>
    </div>`;
  }

  /**
   * @param first whether it is the first one in a row of the same person
   * @param timed whether it says when; of several in one minute, the last does
   */
  #message(message: ChatMessage, first: boolean, timed: boolean): TemplateResult {
    const { delivery, from, own } = message;
    const author = own ? this.text.you : from.name;
    return html`<li
      class="${own ? 'own' : 'other'} ${first ? 'first' : ''}"
      part="message ${own ? 'own-message' : ''}"
      data-delivery=${delivery}
    >
      <bdi class=${first && !own ? 'author' : 'unseen'} part="author">${author}</bdi>
      <div class="bubble">
        <p dir="auto" part="message-text">${linkText(message.text).map(piece)}</p>
      </div>
      <div class="about">${timed || message.delivery !== 'sent' ? this.#about(message) : nothing}</div>
    </li>`;
  }

  #about({ delivery, id, sentAt }: ChatMessage): TemplateResult {
    if (delivery === 'sending') return html`<span>${this.#more.sending}</span>`;
    if (delivery === 'sent') return this.#time(sentAt);
    return html`<span class="failed">${this.#more.notSent}</span>
      <button
        class="retry"
        part="button retry-button"
        type="button"
        ?disabled=${!this.slice.inRoom}
        @click=${() => quietly(this.session?.retryMessage(id))}
      >
        ${this.#more.retry}
      </button>`;
  }

  /** Of a time that no clock can show, nothing is shown. */
  #time(sentAt: number): TemplateResult {
    const time = new Date(sentAt);
    if (Number.isNaN(time.valueOf())) return html``;
    const words = time.toLocaleTimeString(this.texts.speech.lang, { timeStyle: 'short' });
    return html`<time part="time" datetime=${time.toISOString()}>${words}</time>`;
  }

  #jump(): TemplateResult {
    const { unread } = this.slice;
    return html`<button class="jump" part="button jump-button" type="button" @click=${this.#goToNewest}>
      ${moreIcon('down')} ${unread > 0 ? this.#more.newMessages(unread) : this.#more.newestMessage}
    </button>`;
  }

  #form(): TemplateResult {
    const left = bytesLeft(this.#draft);
    return html`<form @submit=${this.#onSubmit}>
        <textarea
          part="field"
          rows="1"
          dir="auto"
          enterkeyhint="send"
          aria-label=${this.#more.message}
          aria-describedby="limit"
          aria-invalid=${left < 0}
          placeholder=${this.#more.message}
          .value=${live(this.#draft)}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
        ></textarea>
        <button
          class="round primary"
          part="button send-button"
          type="submit"
          aria-label=${this.#more.send}
          title=${this.#more.send}
          ?disabled=${!this.#canSend}
        >
          ${moreIcon('send')}
        </button>
      </form>
      <p id="limit" class="limit ${left < 0 ? 'over' : ''}" part="limit" ?hidden=${left > LITTLE_ROOM}>
        ${left > LITTLE_ROOM ? nothing : this.#more.bytesLeft(left)}
      </p>`;
  }

  get #canSend(): boolean {
    return this.slice.inRoom && canBeSent(this.#draft);
  }

  readonly #onInput = (event: Event): void => {
    this.#draft = (event.target as HTMLTextAreaElement).value;
    this.requestUpdate();
  };

  /** Enter also ends the composition of a character; that one is not for us. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#send();
    this.focus();
  };

  readonly #onScroll = (): void => {
    const log = this.#scroller;
    if (!log) return;
    const atNewest = log.scrollHeight - log.clientHeight - log.scrollTop <= NEAR;
    if (atNewest === this.#atNewest) return;
    this.#atNewest = atNewest;
    this.requestUpdate();
  };

  /** The button goes with it, so the focus goes on to where it is needed next. */
  readonly #goToNewest = (): void => {
    this.#atNewest = true;
    this.requestUpdate();
    this.focus();
  };

  #send(): void {
    if (!this.#canSend) return;
    quietly(this.session?.sendMessage(this.#draft));
    this.#draft = '';
    this.#atNewest = true;
    this.requestUpdate();
  }
}

function isSameVoice(one: ChatMessage | undefined, other: ChatMessage | undefined): boolean {
  return one?.from.id === other?.from.id && one?.own === other?.own;
}

function isSameMinute(one: ChatMessage | undefined, other: ChatMessage | undefined): boolean {
  const minuteOf = (message: ChatMessage | undefined): number =>
    Math.floor((message?.sentAt ?? NaN) / 60_000);
  return minuteOf(one) === minuteOf(other);
}

function piece({ href, text: words }: { text: string; href?: string }): TemplateResult | string {
  if (!href) return words;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow ugc">${words}</a>`;
}

export { ChatContent as Content };

export const parts =
  'messages, message, own-message, message-text, author, time, field, button, send-button, retry-button, jump-button, limit';
