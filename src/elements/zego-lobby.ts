import { html, nothing, type TemplateResult } from 'lit';
import { type CallState, type Connection, hasDeviceOn, type Self } from '../call/call-state.js';
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
 * @csspart heading
 * @csspart message - why the last call ended or could not be joined
 * @csspart name - the name field
 * @csspart button - every button
 * @csspart join-button
 * @csspart settings-button - there once camera or microphone is on
 * @csspart dialog - the `<dialog>` that the settings open in
 * @csspart panel - the `<zego-settings>` in it
 * @csspart icon - the icons
 */
export class ZegoLobby extends CallElement<Slice> {
  static override styles = [baseStyles, buttonStyles, fieldStyles, lobbyStyles];

  readonly #panels = new Lazy(this, () => loadPanels(this, () => ({ texts: this.texts, view: this.view })));

  protected override select({ connection, devices, notice, offer, self }: CallState): Slice {
    return { connection, devices, self, notice, offer };
  }

  protected override render(): TemplateResult {
    const joining = this.slice.connection.status === 'joining';
    if (joining) this.#panels.need(); // The toolbar of the call needs them at once.
    const { devices, user } = this.slice.self;
    return html`<div class="lobby">
      <div class="stage">
        <zego-preview part="preview" for=${this.for}></zego-preview>
        ${devices.length > 0 ? this.#devices(devices) : nothing}
      </div>
      <form @submit=${this.#submit}>
        <h2 part="heading">${this.text.readyToJoin}</h2>
        ${this.#message()} ${offerButton(this.session, this.slice, this.texts)}
        <label>
          ${this.text.yourName}
          <input
            part="name"
            name="name"
            autocomplete="name"
            maxlength="256"
            dir="auto"
            .value=${this.session?.config.userName ?? ''}
            placeholder=${user.id}
            ?disabled=${joining}
            @input=${this.#rename}
          />
        </label>
        ${joining ? this.#joiningRow() : this.#joinButton()}
      </form>
      ${this.#panels.value?.render()}
    </div>`;
  }

  #devices(devices: readonly DeviceKind[]): TemplateResult {
    const { self } = this.slice;
    const { session, texts } = this;
    const canPreview = (devices.includes('camera') ? self.camera : self.microphone).status === 'armed';
    return html`<div class="devices">
      ${microphoneButton(session, self, texts)}
      ${devices.includes('camera') ? cameraButton(session, self, texts) : nothing}
      ${hasDeviceOn(self) ? this.#panels.need()?.button('settings') : nothing}
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
    return html`<p class="message" part="message" role="status" ?hidden=${!message} ?data-calm=${calm}>
      ${message}
    </p>`;
  }

  #problem(): string | null {
    const { connection, notice } = this.slice;
    if (connection.status === 'failed') return this.texts.explain((words) => words.error(connection.error));
    if (connection.status === 'ended') return this.texts.explain((words) => words.end(connection.reason));
    return notice && this.texts.explain((words) => words.notice(this.slice));
  }

  #joinButton(): TemplateResult {
    const { text } = this;
    const { status } = this.slice.connection;
    const label = status === 'ended' ? text.joinAgain : status === 'failed' ? text.tryAgain : text.join;
    return html`<button class="primary" part="button join-button" type="submit">${label}</button>`;
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
