import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CallState, ParticipantVolume } from '../call/call-state.js';
import { volumeOf } from '../call/volumes.js';
import type { User } from '../engine/call-engine.js';
import type { MoreStrings } from '../i18n/strings.js';
import { CallElement } from '../ui/call-element.js';
import { Menu } from '../ui/menu.js';
import { menuStyles } from '../ui/menu.styles.js';
import { moreIcon, type MoreIconName } from '../ui/more-icons.js';
import { moreOf } from '../ui/more-texts.js';
import { quietly } from '../ui/own-devices.js';
import { slider } from '../ui/slider.js';
import { sliderStyles } from '../ui/slider.styles.js';
import { baseStyles, buttonStyles, fieldStyles } from '../ui/styles.js';
import type { Texts } from '../ui/texts.js';

const TAG = 'zego-participant-volume';
/** How far an arrow key moves the slider, in percent. */
const STEP = 5;

/** A button that shows how loud the person hears somebody, and opens what changes it. */
class ParticipantVolumeControl extends CallElement<ParticipantVolume> {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    sliderStyles,
    menuStyles,
    css`
      :host {
        flex: none;
      }
      button.round {
        inline-size: 36px;
        min-block-size: 36px;
        border-color: transparent;
        opacity: var(--_tool-opacity, 1);
      }
      button.round:is(:focus-visible, [aria-expanded='true']) {
        opacity: 1;
      }
      button.round:not([aria-expanded='true'], :hover) {
        background: var(--_tool-background, none);
        color: var(--_tool-text, inherit);
      }
      button.round svg {
        inline-size: var(--_tool-icon, 1.375em);
        block-size: var(--_tool-icon, 1.375em);
      }
      .menu:popover-open {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 4px;
        inline-size: 17em;
      }
      .field {
        gap: 2px 12px;
        padding: 6px 14px;
        font-size: 0.935em;
      }
      .field label {
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Whose volume it is. */
  @property({ attribute: 'user-id' }) userId = '';
  /** What they are called. */
  @property() name = '';

  readonly #menu = new Menu(this, 'volume');
  #canSlide = false;

  protected override select(state: CallState): ParticipantVolume {
    return volumeOf(state, this.userId);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('exportparts', 'button, volume-button, menu, mute-button, field, slider, icon');
  }

  protected override firstUpdated(): void {
    void this.#probe();
  }

  protected override render(): TemplateResult {
    const more = moreOf(this.texts);
    const label = more.volumeOf(this.name);
    const sign = signOf(this.slice.volume, more);
    return html`
      ${this.#menu.opener(label, { icon: sign?.icon, describedBy: sign && 'sign' })}
      ${sign ? html`<span id="sign" hidden>${sign.label}</span>` : nothing}
      ${this.#menu.popover(label, this.#menu.shown ? this.#controls(more) : nothing)}
    `;
  }

  #controls(more: MoreStrings): TemplateResult {
    const { audible, volume } = this.slice;
    const muted = volume === 0;
    return html`<button
        part="button mute-button"
        type="button"
        aria-pressed=${muted}
        @click=${() => this.#set(muted ? audible : 0)}
      >
        ${moreIcon('volume-off')} ${more.muteForMe}
      </button>
      ${this.#canSlide ? this.#slider(more) : nothing}`;
  }

  #slider(more: MoreStrings): TemplateResult {
    const { volume } = this.slice;
    return slider({
      name: 'volume',
      label: more.volumeOf(this.name),
      value: Math.round(volume * 100),
      step: STEP,
      text: volume.toLocaleString(this.texts.speech.lang, { style: 'percent' }),
      onInput: (value) => this.#set(value / 100),
    });
  }

  #set(volume: number): void {
    quietly(this.session?.setParticipantVolume(this.userId, volume));
  }

  async #probe(): Promise<void> {
    this.#canSlide = await canSetVolume();
    this.requestUpdate();
  }
}

/** Returns whether pages can set a volume. On iPhones and iPads it is 1 again a moment after it was set. */
async function canSetVolume(): Promise<boolean> {
  const probe = document.createElement('audio');
  probe.volume = 0.5;
  await new Promise((resolve) => setTimeout(resolve));
  return probe.volume === 0.5;
}

/** What shows that somebody is quieter than usual for the person; nothing, while they are not. */
function signOf(volume: number, more: MoreStrings): { icon: MoreIconName; label: string } | undefined {
  if (volume === 1) return undefined;
  return volume === 0
    ? { icon: 'volume-off', label: more.mutedForYou }
    : { icon: 'volume-low', label: more.quieterForYou };
}

/** Says that the person has muted somebody, or turned them down. */
export function volumeMark(volume: number, texts: Texts): TemplateResult | typeof nothing {
  const sign = signOf(volume, moreOf(texts));
  if (!sign) return nothing;
  return html`<span part="volume" role="img" aria-label=${sign.label} title=${sign.label}
    >${moreIcon(sign.icon)}</span
  >`;
}

if (!customElements.get(TAG)) customElements.define(TAG, ParticipantVolumeControl);

export function participantVolume(forId: string, { id, name }: User): TemplateResult {
  return html`<zego-participant-volume for=${forId} user-id=${id} .name=${name}></zego-participant-volume>`;
}
