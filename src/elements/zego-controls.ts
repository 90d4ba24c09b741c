import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type CallState, hasDeviceOn, isActive, type Self } from '../call/call-state.js';
import type { DeviceKind } from '../engine/call-error.js';
import { CallElement } from '../ui/call-element.js';
import type { ToolNeeds } from '../ui/call-tools.js';
import { icon } from '../ui/icons.js';
import { cameraButton, microphoneButton, quietly, screenButton } from '../ui/own-devices.js';
import type { ViewChoices } from '../ui/call-view.js';
import { later, Lazy } from '../ui/lazy.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';

const ALL = 'microphone camera screen chat people hand reactions switch-camera settings pip fullscreen leave';

interface Slice extends Partial<ToolNeeds> {
  readonly self: Self;
  readonly active: boolean;
  readonly choices: ViewChoices;
}

/**
 * The toolbar of a call: microphone, camera, screen share, chat, people, a raised hand, reactions, the other camera of a phone,
 * settings, a small window, full screen and Leave. What this browser can't do is not offered. Of what it has no room for in one
 * line, the last go into a menu; microphone, camera and Leave never do.
 *
 * @summary The call's toolbar.
 * @tagname zego-controls
 * @slot - buttons of the page's own, before Leave
 * @csspart button - every button
 * @csspart microphone-button - mutes and unmutes
 * @csspart camera-button - turns the camera off and on
 * @csspart screen-button - shares a screen, and stops it
 * @csspart chat-button - opens the chat
 * @csspart people-button - opens the list of people
 * @csspart hand-button - raises my hand, and lowers it
 * @csspart reactions-button - opens the reactions
 * @csspart reaction-button - each reaction
 * @csspart switch-camera-button - there where one camera looks forward and another one back
 * @csspart more-button - opens the buttons that there is no room for
 * @csspart menu - what such a button opens
 * @csspart badge - how many messages are unread, how many people are there
 * @csspart pip-button - opens a small window over all others with whoever speaks; not every browser can
 * @csspart fullscreen-button - fills the screen with the call
 * @csspart settings-button - there in a call, and once camera or microphone is on
 * @csspart leave-button - leaves the call
 * @csspart close-button - closes what is open in the dialog
 * @csspart dialog - the `<dialog>` that a panel opens in
 * @csspart panel - the panel in it, for example `<zego-settings>`
 * @csspart icon - the icons
 */
export class ZegoControls extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        place-content: center;
        gap: 10px;
        padding: 10px;
      }
      @container (max-width: 240px) {
        :host {
          --zego-density: 0.8;
          gap: 4px;
          padding: 4px;
        }
      }
    `,
  ];

  /**
   * The buttons to show, in this order: any of `microphone camera screen chat people hand reactions switch-camera settings pip
   * fullscreen leave`; `pip` is a small window over all others with whoever speaks.
   */
  @property() controls = ALL;

  /**
   * Whether the call around shows panels beside its pictures.
   * @internal
   */
  @property({ attribute: false }) docks = false;

  #last: HTMLElement | null = null;
  readonly #arrows = new Lazy(
    this,
    later(async () => new (await import('../ui/roving-focus.js')).RovingFocus(this)),
  );
  readonly #tools = new Lazy(
    this,
    later(async () => {
      const { CallTools } = await import('../ui/call-tools.js');
      return new CallTools(this, () => ({
        texts: this.texts,
        view: this.view,
        session: this.session,
        docks: this.docks,
      }));
    }),
  );

  #label: string | null = null;

  readonly #onFocus = ({ target }: Event): void => {
    this.#last = target as HTMLElement;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.role) this.role = 'toolbar';
    this.renderRoot.addEventListener('focusin', this.#onFocus); // The same function counts once, however often we move.
  }

  /** Focuses the button that had the focus last, or the first. */
  override focus(options?: FocusOptions): void {
    const button = this.#last?.isConnected ? this.#last : this.renderRoot.querySelector('button');
    button?.focus(options);
  }

  protected override select(state: CallState, choices: ViewChoices): Slice {
    const { connection, self } = state;
    return { self, active: isActive(connection), choices, ...this.#tools.value?.select(state) };
  }

  protected override render(): TemplateResult {
    const names = (this.controls || ALL).split(/\s+/);
    const buttons = this.#tools.value?.bar(names, (name) => this.#button(name)) ?? names;
    const leave = buttons.indexOf('leave');
    const ownButtons = leave < 0 ? buttons.length : leave;
    return html`${buttons.slice(0, ownButtons).map((name) => this.#button(name))}<slot></slot>${buttons
        .slice(ownButtons)
        .map((name) => this.#button(name))}${this.#tools.value?.render()}`;
  }

  protected override updated(): void {
    if (this.slice.active) this.#arrows.need();
    if (this.ariaLabel && this.ariaLabel !== this.#label) return; // The page's own.
    this.ariaLabel = this.#label = this.text.callControls;
  }

  #button(name: string): TemplateResult | typeof nothing {
    const { self } = this.slice;
    if (name === 'leave') return this.#leaveButton();
    if (!isDevice(name)) return this.#tool(name);
    if (!self.devices.includes(name)) return nothing;
    if (name === 'microphone') return microphoneButton(this.session, self, this.texts);
    if (name === 'camera') return cameraButton(this.session, self, this.texts);
    return canShareScreen() ? screenButton(this.session, self, this.texts) : nothing;
  }

  /** These come with the call: before the person acts, nothing is loaded. */
  #tool(name: string): TemplateResult | typeof nothing {
    const { active, self } = this.slice;
    if (!active && !hasDeviceOn(self)) return nothing;
    return this.#tools.need()?.button(name) ?? nothing;
  }

  #leaveButton(): TemplateResult {
    return html`<button
      class="danger"
      part="button leave-button"
      type="button"
      ?disabled=${!this.slice.active}
      @click=${() => quietly(this.session?.leave())}
    >
      ${icon('leave')} ${this.text.leave}
    </button>`;
  }
}

function isDevice(name: string): name is DeviceKind {
  return name === 'microphone' || name === 'camera' || name === 'screen';
}

/** No browser on a phone can. */
function canShareScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-controls': ZegoControls;
  }
}
