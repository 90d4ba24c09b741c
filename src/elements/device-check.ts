import Speaker from 'lucide/dist/esm/icons/volume-2.mjs';
import { css, html, nothing, type TemplateResult } from 'lit';
import { type CallState, isWanted, type Self } from '../call/call-state.js';
import { OWN_VOICE } from '../call/sound-levels.js';
import { CallElement } from '../ui/call-element.js';
import { drawn, icon } from '../ui/icons.js';
import { moreOf } from '../ui/more-texts.js';
import { baseStyles, buttonStyles } from '../ui/styles.js';
import { playTestTone } from '../ui/test-tone.js';
import './device-pickers.js';

interface Slice {
  readonly self: Self;
  readonly speaker: string;
}

/** Speech is far from the loudest sound there is: this much, of 1, fills the meter. */
const FULL = 0.5;

/** Before a call: devices to choose, whether the microphone hears anything, and a tone for the speaker. */
class DeviceCheck extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        display: grid;
        gap: 14px;
        inline-size: 100%;
        max-inline-size: 640px;
        margin-block-start: 16px;
      }
      @container (min-width: 720px) {
        :host {
          max-inline-size: none;
        }
      }
      zego-device-pickers {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
      }
      .sound {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px 16px;
      }
      .level {
        display: flex;
        flex: 1 1 140px;
        align-items: center;
        gap: 10px;
        color: var(--_muted);
      }
      [role='meter'] {
        flex: 1;
        block-size: 8px;
        border: 1px solid var(--_line);
        border-radius: 4px;
        background: var(--_raised);
        overflow: clip;
      }
      [role='meter']::before {
        content: '';
        display: block;
        block-size: 100%;
        inline-size: calc(var(--_level, 0) * 100%);
        background: var(--_accent);
        transition: inline-size 0.12s linear;
      }
      @media (prefers-reduced-motion: reduce) {
        [role='meter']::before {
          transition: none;
        }
      }
      @media (forced-colors: active) {
        [role='meter']::before {
          forced-color-adjust: none;
          background: Highlight;
        }
      }
    `,
  ];

  #sounding = false;
  #unsubscribe: () => void = () => undefined;

  protected override select({ devices, self }: CallState): Slice {
    return { self, speaker: devices.speaker.chosen };
  }

  override disconnectedCallback(): void {
    this.#unsubscribe();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const more = moreOf(this.texts);
    return html`<zego-device-pickers
        for=${this.for}
        exportparts="field, picker, message"
      ></zego-device-pickers>
      <div class="sound">
        ${
          isWanted(this.slice.self.microphone)
            ? html`<div class="level">
                ${icon('microphone')}
                <div
                  part="level"
                  role="meter"
                  aria-label=${more.microphoneLevel}
                  aria-valuemin="0"
                  aria-valuemax="100"
                  aria-valuenow="0"
                ></div>
              </div>`
            : nothing
        }
        <button
          part="button speaker-button"
          type="button"
          aria-disabled=${this.#sounding}
          @click=${this.#test}
        >
          ${drawn('speaker', Speaker)} ${more.testSpeaker}
        </button>
      </div>`;
  }

  protected override updated(): void {
    this.#unsubscribe();
    const levels = this.session?.levels;
    if (levels) this.#unsubscribe = levels.subscribe(OWN_VOICE, (level) => this.#showLevel(level));
  }

  /** Whoever reads the meter gets tens: what changes many times a second would never be read to its end. */
  #showLevel(level: number): void {
    const meter = this.renderRoot.querySelector<HTMLElement>('[role=meter]');
    const share = Math.min(level / FULL, 1);
    meter?.style.setProperty('--_level', share.toFixed(2));
    const told = String(Math.round(share * 10) * 10);
    if (meter && meter.ariaValueNow !== told) meter.ariaValueNow = told;
  }

  readonly #test = async (): Promise<void> => {
    if (this.#sounding) return;
    this.#sounding = true;
    this.requestUpdate();
    const { speaker } = this.slice;
    await playTestTone(speaker, (cause) => this.session?.audioOutputFailed(speaker, cause));
    this.#sounding = false;
    this.requestUpdate();
  };
}

if (!customElements.get('zego-device-check')) customElements.define('zego-device-check', DeviceCheck);
