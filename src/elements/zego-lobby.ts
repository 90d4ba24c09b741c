import { html, nothing, type TemplateResult } from 'lit';
import { type CallState, type Connection, hasDeviceOn, isOver, type Self } from '../call/call-state.js';
import type { DeviceKind } from '../engine/call-error.js';
import { CallElement } from '../ui/call-element.js';
import { cameraButton, microphoneButton, offerButton, quietly } from '../ui/own-devices.js';
import { Lazy } from '../ui/lazy.js';
import { loadPanels } from '../ui/load-panels.js';
import { baseStyles, buttonStyles, fieldStyles } from '../ui/styles.js';
import { lobbyStyles } from './zego-lobby.styles.js';

interface Slice {
  readonly connection: Connection;
  readonly self: Self;
  readonly notice: CallState['notice'];
  readonly devices: CallState['devices'];
  readonly offer: CallState['offer'];
}

/**
 * Where a call begins, and where one is after it: your picture, your name, microphone and camera, and Join. Nothing
 * is captured before the person asks for it.
 *
 * @summary The room before the call.
 * @tagname zego-lobby
 * @slot - below the form, for example a notice or a link
 * @slot logo - above all
 * @csspart heading - the words above all
 * @csspart message - why the last call ended or could not be joined
 * @csspart name - the name field
 * @csspart button - every button
 * @csspart join-button - joins, or what else can be done after an end
 * @csspart field - each label with its picker of devices; there once camera or microphone is on, as is all of that
 * @csspart picker - each `<select>` of devices
 * @csspart level - how loud the microphone is
 * @csspart speaker-button - plays a tone of one second
 * @csspart help - how to get a device that could not be had
 * @csspart settings-button - there once camera or microphone is on
 * @csspart dialog - the `<dialog>` that the settings open in
 * @csspart panel - the `<zego-settings>` in it
 * @csspart icon - the icons
 */
export class ZegoLobby extends CallElement<Slice> {
  static override styles = [baseStyles, buttonStyles, fieldStyles, lobbyStyles];

  readonly #panels = new Lazy(this, () => loadPanels(this, () => ({ texts: this.texts, view: this.view })));

  readonly #extras = new Lazy(this, () => import('./lobby-extras.js'));

  protected override select({ connection, devices, notice, offer, self }: CallState): Slice {
    return { connection, devices, self, notice, offer };
  }

  /** Focuses the button that goes on from here, or where there is none the words that say why. */
  override focus(options?: FocusOptions): void {
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('form > :is(.message, button)');
    [...buttons].at(-1)?.focus(options);
  }

  protected override render(): TemplateResult {
    const joining = this.slice.connection.status === 'joining';
    const { notice, self } = this.slice;
    const { devices } = self;
    const isAsked = [self.camera, self.microphone].some(({ status }) => status === 'pending');
    const extras = !joining && (notice ?? (isAsked || hasDeviceOn(self))) ? this.#extras.need() : null;
    const next = joining ? '' : this.#next();
    return html`<slot name="logo"></slot>
      <div class="lobby">
        <div class="stage">
          <zego-preview part="preview" for=${this.for}></zego-preview>
          ${devices.length > 0 ? this.#devices(devices, joining) : nothing}
        </div>
        <form @submit=${this.#submit}>
          <h2 part="heading">${this.#heading()}</h2>
          ${this.#message()} ${extras?.permissionHelp(notice, this.for)}
          ${offerButton(this.session, this.slice, this.texts)}
          ${joining || next ? this.#name(joining) : nothing} ${joining ? this.#joiningRow() : nothing}
          ${next ? html`<button class="primary" part="button join-button" type="submit">${next}</button>` : nothing}
          ${next && extras?.slowDevices(this.for)}
          <slot></slot>
        </form>
        ${extras?.deviceCheck(self, this.for)} ${this.#panels.value?.render()}
      </div>`;
  }

  #name(joining: boolean): TemplateResult {
    return html`<label>
      ${this.text.yourName}
      <input
        part="name"
        name="name"
        autocomplete="name"
        maxlength="256"
        dir="auto"
        .value=${this.session?.config.userName ?? ''}
        placeholder=${this.slice.self.user.id}
        ?disabled=${joining}
        @input=${this.#rename}
      />
    </label>`;
  }

  #devices(devices: readonly DeviceKind[], joining: boolean): TemplateResult {
    const { self } = this.slice;
    const { session, texts } = this;
    const canPreview = (devices.includes('camera') ? self.camera : self.microphone).status === 'armed';
    return html`<div class="devices">
      ${microphoneButton(session, self, texts)}
      ${devices.includes('camera') ? cameraButton(session, self, texts) : nothing}
      ${hasDeviceOn(self) ? (joining ? this.#panels.value : this.#panels.need())?.button('settings') : nothing}
      ${
        canPreview
          ? html`<button part="button" type="button" @click=${() => quietly(session?.startPreview())}>
              ${this.text.showPreview}
            </button>`
          : nothing
      }
    </div>`;
  }

  #message(): TemplateResult {
    const { connection } = this.slice;
    const message = this.#problem();
    const calm = connection.status === 'ended' && connection.reason === 'left';
    return html`<p
      class="message"
      part="message"
      role="status"
      tabindex="-1"
      ?hidden=${!message}
      ?data-calm=${calm}
    >
      ${message}
    </p>`;
  }

  #problem(): string | null {
    const { connection, notice } = this.slice;
    if (isOver(connection)) return this.texts.explain((words) => words.over(connection));
    return notice && this.texts.explain((words) => words.notice(this.slice));
  }

  #heading(): string {
    const { connection } = this.slice;
    const { readyToJoin } = this.text;
    return (
      (isOver(connection) && this.texts.explain((words) => words.heading(connection), readyToJoin)) ||
      readyToJoin
    );
  }

  /** What the button says that joins; empty where joining is no use. */
  #next(): string {
    const { connection } = this.slice;
    const { join, joinAgain, tryAgain } = this.text;
    if (!isOver(connection)) return join;
    const usual = connection.status === 'ended' ? joinAgain : tryAgain;
    return this.texts.explain((words) => words.next(connection, this.session!.config), usual) ?? usual;
  }

  #joiningRow(): TemplateResult {
    return html`<p class="joining" role="status">${this.text.joining}</p>
      <button part="button" type="button" @click=${() => quietly(this.session?.leave())}>
        ${this.text.cancel}
      </button>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    quietly(this.session?.join());
  };

  readonly #rename = (event: Event): void => {
    this.session?.configure({ userName: (event.target as HTMLInputElement).value });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-lobby': ZegoLobby;
  }
}
