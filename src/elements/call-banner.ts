import { css, html, nothing, type TemplateResult } from 'lit';
import { type CallState, hasDeviceOn, isPoor, isWanted, missedSource } from '../call/call-state.js';
import { isFinal } from '../call/final-errors.js';
import type { CallError } from '../engine/call-error.js';
import { CallElement } from '../ui/call-element.js';
import type { ViewChoices } from '../ui/call-view.js';
import { moreOf } from '../ui/more-texts.js';
import { offerButton, quietly } from '../ui/own-devices.js';
import { Steady } from '../ui/steady.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';

type Slice = Pick<CallState, 'connection' | 'devices' | 'hostCommand' | 'notice' | 'offer' | 'self'> &
  Pick<ViewChoices, 'silenced'>;

/** How long, in ms, a connection must be poor to be told of, and good again to be told of no more. */
const POOR = { yes: 5_000, no: 3_000 };
/** How long, in ms, a device must be gone; what comes back by itself needs nobody. */
const INTERRUPTED = { yes: 2_000, no: 0 };

/** One thing at a time that the person should know of the call, and what helps. */
class CallBanner extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 6px 12px;
        min-block-size: 40px;
        padding: 6px 16px;
        background: var(--_raised);
        font-size: 14px;
        text-align: center;
        text-wrap: balance;
      }
      button {
        min-block-size: 32px;
        padding-inline: 12px;
        font-size: 13px;
      }
    `,
  ];

  readonly #poor = new Steady(POOR, () => this.requestUpdate());
  readonly #interrupted = new Steady(INTERRUPTED, () => this.requestUpdate());
  readonly #look = (): void => this.requestUpdate();
  #poorDismissed = false;
  #publishErrorDismissed: CallError | null = null;
  #publishesAgain = false;

  protected override select(
    { connection, devices, hostCommand, notice, offer, self }: CallState,
    { silenced }: ViewChoices,
  ): Slice {
    return { connection, devices, hostCommand, notice, offer, self, silenced };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#look);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#look);
    this.#poor.reset();
    this.#interrupted.reset();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.#poor.set(isPoor(this.slice.self.quality));
    if (!this.#poor.value) this.#poorDismissed = false;
    // A page in the background is interrupted on phones, and nobody would read this there.
    this.#interrupted.set(document.visibilityState === 'visible' && this.#missed().length > 0);
  }

  protected override render(): TemplateResult | typeof nothing {
    const content = this.#content();
    this.hidden = content === nothing;
    return content;
  }

  #content(): TemplateResult | typeof nothing {
    const { connection, hostCommand, notice, offer, self, silenced } = this.slice;
    if (connection.status === 'reconnecting') return html`<span>${this.text.reconnecting}</span>`;
    if (silenced.length > 0) return this.#silence();
    if (this.#interrupted.value) return this.#interruption();
    if (this.#tellsPublishError()) return this.#publishError();
    if (notice || hostCommand || offer) return this.#notice();
    const missed = missedSource(self);
    if (missed) return html`<span>${this.texts.explain((words) => words.sendingAgain(missed))}</span>`;
    return this.#poor.value && !this.#poorDismissed ? this.#poorConnection() : nothing;
  }

  #silence(): TemplateResult {
    const { soundIsBlocked, turnOnSound } = moreOf(this.texts);
    return html`${saidHere(soundIsBlocked)}
    ${this.#button(turnOnSound, () => this.slice.silenced.forEach((media) => void media.play()), 'primary')}`;
  }

  #interruption(): TemplateResult {
    const { interrupted, resume } = moreOf(this.texts);
    const [missed, more] = this.#missed();
    return html`${saidHere(interrupted[more ? 'both' : (missed ?? 'both')])}
    ${this.#button(resume, () => quietly(this.session?.resume()), 'primary')}`;
  }

  /** What else went wrong since, the person reads first. */
  #tellsPublishError(): boolean {
    const { notice, self } = this.slice;
    const { publishError } = self;
    const isNewest = notice === null || notice === publishError;
    return (
      publishError !== null && publishError !== this.#publishErrorDismissed && isNewest && hasDeviceOn(self)
    );
  }

  #publishError(): TemplateResult {
    const error = this.slice.self.publishError!;
    return html`<span>${this.texts.explain((words) => words.publishError(error))}</span> ${
        isFinal(error)
          ? nothing
          : html`<button
              class="primary"
              part="button"
              type="button"
              aria-busy=${this.#publishesAgain}
              @click=${() => void this.#publishAgain()}
            >
              ${this.text.tryAgain}
            </button>`
      }
      ${this.#button(this.text.dismiss, () => {
        this.#publishErrorDismissed = error;
        this.session?.dismissNotice();
        this.requestUpdate();
      })}`;
  }

  async #publishAgain(): Promise<void> {
    if (this.#publishesAgain) return;
    this.#publishesAgain = true;
    this.requestUpdate();
    await this.session?.retryPublishing().catch(() => undefined); // The state tells of a failure.
    this.#publishesAgain = false;
    this.requestUpdate();
  }

  #notice(): TemplateResult {
    const { hostCommand, notice, offer } = this.slice;
    const words = this.texts.explain(
      (all) =>
        all.notice(this.slice) ??
        (hostCommand ? all.hostCommand(hostCommand) : null) ??
        (offer && all.offer(offer)),
    );
    return html`<span>${words}</span> ${offerButton(this.session, this.slice, this.texts)}
      ${this.#button(this.text.dismiss, () => {
        // Only what is read here: the rest comes next.
        if (notice) this.session?.dismissNotice();
        else if (hostCommand) this.session?.dismissHostCommand();
        else this.session?.dismissOffer();
      })}`;
  }

  #poorConnection(): TemplateResult {
    const { connectionIsPoor, turnOffMyCamera } = moreOf(this.texts);
    const isOn = isWanted(this.slice.self.camera);
    return html`${saidHere(connectionIsPoor[isOn ? 'withCamera' : 'withoutCamera'])}
    ${isOn ? this.#button(turnOffMyCamera, () => quietly(this.session?.setCamera(false))) : nothing}
    ${this.#button(this.text.dismiss, () => {
      this.#poorDismissed = true;
      this.requestUpdate();
    })}`;
  }

  #button(label: string, onClick: () => void, kind = ''): TemplateResult {
    return html`<button class=${kind} part="button" type="button" @click=${onClick}>${label}</button>`;
  }

  /** Devices that are on but silent or black. */
  #missed(): readonly ('microphone' | 'camera')[] {
    const { self } = this.slice;
    return self.interrupted.filter((kind) => self[kind].status === 'on');
  }
}

/** What the state does not tell is announced from here; the rest, `announceChanges` does. */
function saidHere(words: string): TemplateResult {
  return html`<span role="status">${words}</span>`;
}

if (!customElements.get('zego-call-banner')) customElements.define('zego-call-banner', CallBanner);
