import { html, nothing, type TemplateResult } from 'lit';
import { isPoor, type Quality } from '../call/call-state.js';
import type { Strings } from '../i18n/strings.js';
import { icon } from './icons.js';

/** Says that a connection is poor; nothing, while it is good enough not to be noticed. */
export function qualityMark(quality: Quality, text: Strings): TemplateResult | typeof nothing {
  if (!isPoor(quality)) return nothing;
  return html`<span
    class="poor"
    part="quality"
    role="img"
    aria-label=${text.poorConnection}
    title=${text.poorConnection}
    >${icon('poor-connection')}</span
  >`;
}
