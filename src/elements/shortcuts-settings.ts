import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallState } from '../call/call-state.js';
import { CallElement } from '../ui/call-element.js';
import type { ViewChoices } from '../ui/call-view.js';
import { moreOf } from '../ui/more-texts.js';
import { rememberShortcuts } from '../ui/shortcut-memory.js';
import { SHORTCUTS } from '../ui/shortcuts.js';
import { baseStyles, fieldStyles } from '../ui/styles.js';
import { sectionStyles } from './settings-section.styles.js';

/** The part of `<zego-settings>` that lists the shortcuts, and turns them off; empty where the call has none. */
export class ShortcutsSettings extends CallElement<Pick<ViewChoices, 'shortcuts'>> {
  static override styles = [
    baseStyles,
    fieldStyles,
    sectionStyles,
    css`
      dl {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 8px 16px;
        margin: 0;
      }
      dl[data-off] {
        color: var(--_muted);
      }
      dd {
        margin: 0;
        text-align: end;
      }
      kbd {
        padding: 2px 8px;
        border: 1px solid var(--_line);
        border-radius: 6px;
        background: var(--_raised);
        font: inherit;
        font-size: 0.9em;
        white-space: nowrap;
      }
    `,
  ];

  protected override select(_: CallState, { shortcuts }: ViewChoices): Pick<ViewChoices, 'shortcuts'> {
    return { shortcuts };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { shortcuts } = this.slice;
    if (!shortcuts) return nothing;
    const texts = { ...this.text, ...moreOf(this.texts) };
    return html`<fieldset part="shortcuts">
      <legend>${texts.shortcuts}</legend>
      <label class="switch" part="field">
        ${texts.useShortcuts}
        <input part="switch" type="checkbox" .checked=${live(shortcuts === 'on')} @change=${this.#choose} />
      </label>
      <dl ?data-off=${shortcuts === 'off'}>
        ${SHORTCUTS.map(
          ({ letter, name }) =>
            html`<dt>${name(texts)}</dt>
              <dd><kbd>${chord(letter)}</kbd></dd>`,
        )}
      </dl>
    </fieldset>`;
  }

  readonly #choose = (event: Event): void => {
    const shortcuts = (event.target as HTMLInputElement).checked ? 'on' : 'off';
    rememberShortcuts(shortcuts);
    this.view.choose({ shortcuts });
  };
}

/** As it is printed on the keys. */
function chord(letter: string): string {
  return /^(Mac|iP)/.test(navigator.platform) ? `⌥⇧${letter}` : `Alt+Shift+${letter}`;
}
