import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type CallState, isInRoom } from '../call/call-state.js';
import type { Background, EffectKind, Effects } from '../engine/call-engine.js';
import type { CallError } from '../engine/call-error.js';
import type { MoreStrings } from '../i18n/strings.js';
import { CallElement } from '../ui/call-element.js';
import { Explanations } from '../ui/explanations.js';
import { moreOf } from '../ui/more-texts.js';
import { slider } from '../ui/slider.js';
import { sliderStyles } from '../ui/slider.styles.js';
import { baseStyles, buttonStyles, fieldStyles } from '../ui/styles.js';
import { effectsStyles } from './effects-settings.styles.js';
import { sectionStyles } from './settings-section.styles.js';

const PLAIN = { smooth: 0, whiten: 0, rosy: 0, sharpen: 0 };
const STRENGTHS = Object.keys(PLAIN) as readonly (keyof typeof PLAIN)[];

interface Slice {
  readonly effects: Effects;
  readonly kinds: readonly EffectKind[];
  readonly inRoom: boolean;
  readonly hasPicture: boolean;
}

/** The part of `<zego-settings>` that changes how our picture looks; empty where that can't be. */
export class EffectsSettings extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    sliderStyles,
    sectionStyles,
    effectsStyles,
  ];

  /** What was chosen while an earlier change is still on its way. */
  #next: Effects | null = null;
  #changing = false;
  #problem: CallError | 'not-a-picture' | null = null;

  protected override select({ connection, self }: CallState): Slice {
    const { effectKinds: kinds, effects, picture } = self;
    return { effects, kinds, inRoom: isInRoom(connection), hasPicture: picture !== null };
  }

  protected override firstUpdated(): void {
    void this.session?.listEffects();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { kinds } = this.slice;
    if (kinds.length === 0) return nothing;
    return html`<fieldset part="effects">
      <legend>${this.#more.effects}</legend>
      ${this.#preview()} ${kinds.includes('beauty') ? STRENGTHS.map((name) => this.#slider(name)) : nothing}
      ${kinds.includes('lowLight') ? this.#lowLight() : nothing}
      ${kinds.includes('background') ? this.#backgrounds() : nothing}
      ${this.#problem ? html`<p part="message" role="alert">${this.#explain(this.#problem)}</p>` : nothing}
      <button
        class="reset"
        part="button"
        type="button"
        ?disabled=${Object.keys(this.#wanted).length === 0}
        @click=${() => void this.#set({})}
      >
        ${this.#more.resetEffects}
      </button>
    </fieldset>`;
  }

  /** Before a call there is nothing to see yet: only what is sent is drawn. */
  #preview(): TemplateResult | typeof nothing {
    const { hasPicture, inRoom } = this.slice;
    if (!inRoom) return html`<p class="note">${this.#more.effectsLater}</p>`;
    return hasPicture ? html`<zego-preview part="preview" for=${this.for}></zego-preview>` : nothing;
  }

  get #more(): MoreStrings {
    return moreOf(this.texts);
  }

  get #wanted(): Effects {
    return this.#next ?? this.slice.effects;
  }

  #slider(name: keyof typeof PLAIN): TemplateResult {
    const beauty = this.#wanted.beauty ?? PLAIN;
    return slider({
      name,
      label: this.#more.beauty[name],
      value: beauty[name],
      text: String(beauty[name]),
      onInput: (value) => void this.#change({ beauty: { ...beauty, [name]: value } }),
    });
  }

  #lowLight(): TemplateResult {
    const onChange = (event: Event): void => {
      void this.#change({ lowLight: (event.target as HTMLInputElement).checked });
    };
    return html`<label class="switch" part="field">
      ${this.#more.lowLight}
      <input
        part="switch"
        type="checkbox"
        name="lowLight"
        .checked=${live(this.#wanted.lowLight === true)}
        @change=${onChange}
      />
    </label>`;
  }

  #backgrounds(): TemplateResult {
    const { background } = this.#wanted;
    const { none, picture, slightBlur, strongBlur } = this.#more.backgrounds;
    const blur = background && 'blur' in background ? background.blur : null;
    return html`<div role="group" aria-labelledby="background">
      <span id="background">${this.#more.background}</span>
      <div class="choices">
        ${this.#choice(none, background === undefined, () => this.#setBackground(undefined))}
        ${this.#choice(slightBlur, blur === 'low', () => this.#setBackground({ blur: 'low' }))}
        ${this.#choice(strongBlur, blur === 'high', () => this.#setBackground({ blur: 'high' }))}
        ${this.#choice(picture, background !== undefined && 'image' in background, () => this.#file?.click())}
      </div>
      <input type="file" accept="image/*" aria-label=${picture} hidden @change=${this.#onFile} />
    </div>`;
  }

  #choice(name: string, pressed: boolean, onClick: () => void): TemplateResult {
    return html`<button part="button" type="button" aria-pressed=${pressed} @click=${onClick}>
      ${name}
    </button>`;
  }

  get #file(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input[type=file]');
  }

  /** The same file can be chosen again. */
  readonly #onFile = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [image] = input.files ?? [];
    if (image) void this.#usePicture(image);
    input.value = '';
  };

  /** Before a call no engine would say that it is none. */
  async #usePicture(image: File): Promise<void> {
    if (await isPicture(image)) return this.#setBackground({ image });
    this.#problem = 'not-a-picture';
    this.requestUpdate();
  }

  #setBackground(background: Background | undefined): void {
    const { background: _, ...others } = this.#wanted;
    void this.#set(background ? { ...others, background } : others);
  }

  #change(change: Effects): Promise<void> {
    return this.#set({ ...this.#wanted, ...change });
  }

  /** One change at a time, and the newest wins: a slider gives more of them than can be drawn. */
  async #set(effects: Effects): Promise<void> {
    this.#next = effects;
    this.requestUpdate();
    if (this.#changing) return;
    this.#changing = true;
    for (let next = this.#take(); next; next = this.#take()) await this.#apply(next);
    this.#changing = false;
    this.requestUpdate();
  }

  #take(): Effects | null {
    const next = this.#next;
    this.#next = null;
    return next;
  }

  async #apply(effects: Effects): Promise<void> {
    this.#problem = null;
    try {
      await this.session?.setEffects(effects);
    } catch (thrown) {
      const error = thrown as CallError;
      this.#problem = error.code === 'aborted' ? null : error;
    }
  }

  /** What a person chose here is a picture, or else it can't be used. */
  #explain(problem: CallError | 'not-a-picture'): string {
    if (problem === 'not-a-picture' || problem.attribute === 'effects') return this.#more.notAPicture;
    return new Explanations(this.texts).error(problem);
  }
}

async function isPicture(file: Blob): Promise<boolean> {
  const address = URL.createObjectURL(file);
  const decoding = Object.assign(new Image(), { src: address }).decode();
  const decoded = await decoding.then(
    () => true,
    () => false,
  );
  URL.revokeObjectURL(address);
  return decoded;
}
