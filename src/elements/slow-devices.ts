import { css, html, nothing, type TemplateResult } from 'lit';
import type { CallState, DeviceState } from '../call/call-state.js';
import { CallElement } from '../ui/call-element.js';
import { moreOf } from '../ui/more-texts.js';
import { quietly } from '../ui/own-devices.js';
import { Steady } from '../ui/steady.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';

interface Slice {
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
}

/** How long, in ms, a device may take to turn on before joining without it is offered. */
const SLOW = { yes: 5_000, no: 0 };

/** In the lobby: offers to join without a microphone or camera that does not turn on. */
class SlowDevices extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: contents;
      }
      p:empty {
        position: absolute; /* Takes no gap of the form. */
      }
      p {
        margin: 0;
        color: var(--_muted);
        text-wrap: pretty;
      }
    `,
  ];

  readonly #microphone = new Steady(SLOW, () => this.requestUpdate());
  readonly #camera = new Steady(SLOW, () => this.requestUpdate());

  protected override select({ self: { camera, microphone } }: CallState): Slice {
    return { camera, microphone };
  }

  override disconnectedCallback(): void {
    this.#microphone.reset();
    this.#camera.reset();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.#microphone.set(isTurningOn(this.slice.microphone));
    this.#camera.set(isTurningOn(this.slice.camera));
  }

  protected override render(): TemplateResult {
    const slow = this.#slow;
    const { joinWithout, waitingFor } = moreOf(this.texts);
    // The status is there before its words: only then do screen readers read them out.
    return html`<p part="message" role="status">${slow ? waitingFor[slow] : nothing}</p>
      ${
        slow
          ? html`<button part="button" type="button" @click=${this.#joinWithout}>
              ${joinWithout[slow]}
            </button>`
          : nothing
      }`;
  }

  get #slow(): 'microphone' | 'camera' | 'both' | null {
    const [microphone, camera] = [this.#microphone.value, this.#camera.value];
    if (microphone && camera) return 'both';
    if (microphone) return 'microphone';
    return camera ? 'camera' : null;
  }

  readonly #joinWithout = (): void => {
    const slow = this.#slow;
    if (slow !== 'camera') quietly(this.session?.setMicrophone(false));
    if (slow !== 'microphone') quietly(this.session?.setCamera(false));
    quietly(this.session?.join());
  };
}

function isTurningOn(device: DeviceState): boolean {
  return device.status === 'pending' && device.turning === 'on';
}

if (!customElements.get('zego-slow-devices')) customElements.define('zego-slow-devices', SlowDevices);
