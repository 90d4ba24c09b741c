import { html, nothing, type TemplateResult } from 'lit';
import { comfortIcon } from './comfort-icons.js';
import { moreOf } from './more-texts.js';
import type { Face } from './panels.js';

/** The toolbar's button of that name that changes how a call is shown; nothing for another, or where the browser can't. */
export function viewButton(name: string, { texts, view }: Face): TemplateResult | typeof nothing {
  const more = moreOf(texts);
  if (name === 'fullscreen' && document.fullscreenEnabled) {
    const on = Boolean(view.choices.fullscreen);
    return toggle(name, more.fullscreen, on, () => view.choose({ fullscreen: !on }));
  }
  if (name === 'pip' && window.documentPictureInPicture) {
    const on = Boolean(view.choices.pip);
    return toggle(name, more.smallWindow, on, () => view.choose({ pip: !on }));
  }
  return nothing;
}

function toggle(name: 'fullscreen' | 'pip', label: string, on: boolean, onClick: () => void): TemplateResult {
  return html`<button
    class="round"
    part="button ${name}-button"
    type="button"
    aria-label=${label}
    title=${label}
    aria-pressed=${on}
    @click=${onClick}
  >
    ${comfortIcon(name)}
  </button>`;
}
