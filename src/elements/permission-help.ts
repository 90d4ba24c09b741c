import { css, html, nothing, type TemplateResult } from 'lit';
import type { CallState } from '../call/call-state.js';
import type { CallError } from '../engine/call-error.js';
import type { MoreStrings } from '../i18n/strings.js';
import { browserKind, type BrowserSigns, systemKind } from '../ui/browser-kind.js';
import { CallElement } from '../ui/call-element.js';
import { moreOf } from '../ui/more-texts.js';
import { baseStyles } from '../ui/styles.js';

interface Slice {
  readonly notice: CallError | null;
}

interface Help {
  readonly title: string;
  readonly steps: readonly string[];
  /** Whether the first step is about the icon beside the address. */
  readonly isAtAddress: boolean;
}

/** Step by step, how to get the device that could not be had, in the browser at hand. */
class PermissionHelp extends CallElement<Slice> {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      details {
        border: 1px solid var(--_line);
        border-radius: 10px;
        background: var(--_raised);
      }
      summary {
        padding: 10px 14px;
        border-radius: 10px;
        font-weight: 600;
        cursor: pointer;
      }
      .steps {
        display: grid;
        gap: 12px;
        padding: 2px 14px 14px;
      }
      svg {
        inline-size: min(100%, 260px);
        block-size: auto;
        stroke-width: 1.5;
      }
      .frame {
        stroke: var(--_line);
      }
      .address {
        stroke: var(--_muted);
        opacity: 0.5;
      }
      .ring {
        stroke: var(--_accent);
        stroke-width: 2;
      }
      ol {
        display: grid;
        gap: 6px;
        margin: 0;
        padding-inline-start: 1.4em;
      }
    `,
  ];

  protected override select({ notice }: CallState): Slice {
    return { notice };
  }

  protected override render(): TemplateResult | typeof nothing {
    const { notice } = this.slice;
    const help = notice && helpFor(notice, moreOf(this.texts), navigator);
    this.hidden = !help;
    if (!help) return nothing;
    return html`<details part="help">
      <summary>${help.title}</summary>
      <div class="steps">
        ${help.isAtAddress ? addressBar : nothing}
        <ol>
          ${help.steps.map((step) => html`<li>${step}</li>`)}
        </ol>
      </div>
    </details>`;
  }
}

function helpFor({ code, device, reason }: CallError, more: MoreStrings, signs: BrowserSigns): Help | null {
  const { permissionHelp: help } = more;
  if (device === 'screen' || device === 'speaker') return null;
  const doing = (...steps: string[]): Help => ({ title: help.whatToDo, steps, isAtAddress: false });
  const allowing = (...steps: string[]): Help => ({ title: help.howToAllow, steps, isAtAddress: false });
  if (code === 'device-in-use') return doing(help.inUse, help.turnOnAgain);
  if (code === 'device-not-found') return doing(...help.notFound, help.turnOnAgain);
  if (code !== 'permission-denied') return null;
  if (reason === 'dismissed') return allowing(help.turnOnAgain, help.chooseAllow);
  if (reason === 'page') return allowing(...help.page);
  if (reason === 'system') return allowing(...help.system[systemKind(signs)], help.turnOnAgain);
  const browser = browserKind(signs);
  return { ...allowing(...help.denied[browser], help.turnOnAgain), isAtAddress: browser !== 'safari' };
}

/** An address bar with a ring around the icon of the site's settings. */
const addressBar = html`<svg viewBox="0 0 260 48" aria-hidden="true">
  <rect class="frame" x="1" y="6" width="258" height="36" rx="18" />
  <circle class="ring" cx="25" cy="24" r="15" />
  <path d="M18 20h7m5 0h2M18 28h2m5 0h7" />
  <circle cx="27.5" cy="20" r="2.5" />
  <circle cx="22.5" cy="28" r="2.5" />
  <path class="address" d="M52 24h84m10 0h38" stroke-width="5" />
</svg>`;

if (!customElements.get('zego-permission-help'))
  customElements.define('zego-permission-help', PermissionHelp);
