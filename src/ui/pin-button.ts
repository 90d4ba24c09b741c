import { html, type TemplateResult } from 'lit';
import type { User } from '../engine/call-engine.js';
import type { Strings } from '../i18n/strings.js';
import type { CallView } from './call-view.js';
import { moreIcon } from './more-icons.js';

/** Makes somebody's picture large for as long as it is pressed. */
export function pinButton(view: CallView, user: User, pinned: boolean, text: Strings): TemplateResult {
  const label = text.pin(user.name);
  return html`<button
    class="pin"
    part="button pin-button"
    type="button"
    aria-label=${label}
    title=${label}
    aria-pressed=${pinned}
    @click=${() => view.choose({ pinned: pinned ? null : user.id })}
  >
    ${moreIcon('pin')}
  </button>`;
}
