import { css, html, type TemplateResult } from 'lit';
import type { SidePanel } from '../ui/call-view.js';
import { moreOf } from '../ui/more-texts.js';
import { panelHeader, PANELS } from '../ui/panels.js';
import type { Texts } from '../ui/texts.js';

/** A panel beside the pictures, over them where there is little room. */
export function sidePanel(name: SidePanel, texts: Texts, close: () => void): TemplateResult {
  const more = moreOf(texts);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return html`<aside class="side" part="side-panel" aria-label=${more[name]} @keydown=${onKey}>
    ${panelHeader(name, more, close)} ${PANELS[name].content('')}
  </aside>`;
}

export const sidePanelStyles = css`
  .side {
    display: flex;
    flex: 0 0 clamp(260px, 30cqi, 400px);
    flex-direction: column;
    min-block-size: 0;
    margin-block-start: var(--_gap);
    margin-inline-end: var(--_gap);
    padding: 12px 16px 16px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .side header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 8px;
  }
  .side h2 {
    margin: 0;
    font-size: 1.1em;
    font-weight: 650;
  }
  .side header button {
    inline-size: 44px;
    block-size: 44px;
    margin-inline-end: -10px;
    border-color: transparent;
    background: none;
  }
  .side > :not(header) {
    flex: 1;
    min-block-size: 0;
  }
  @container (max-width: 720px) {
    .side {
      position: absolute;
      inset: 0;
      z-index: 1;
      margin: 0;
      border: none;
      border-radius: 0;
    }
  }
`;
