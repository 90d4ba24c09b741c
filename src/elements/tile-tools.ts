import { css, html, nothing, type TemplateResult } from 'lit';
import type { User } from '../engine/call-engine.js';
import type { Strings } from '../i18n/strings.js';
import type { CallView } from '../ui/call-view.js';
import { pinButton } from '../ui/pin-button.js';
import { participantVolume } from './participant-volume.js';

/** What the buttons of a tile are about. */
interface TileToolNeeds {
  /** The ID of the call, where that is elsewhere in the page. */
  readonly forId: string;
  readonly user: User;
  /** Null where there is nothing to pin. */
  readonly pinned: boolean | null;
  readonly view: CallView;
  readonly text: Strings;
}

/** The buttons in the corner of a tile. */
export function tileTools({ forId, pinned, text, user, view }: TileToolNeeds): TemplateResult {
  return html`<div class="tools">
    ${participantVolume(forId, user)} ${pinned === null ? nothing : pinButton(view, user, pinned, text)}
  </div>`;
}

export const tileToolStyles = css`
  .tools {
    --_tool-background: rgb(12 14 18 / 0.68);
    --_tool-text: #fff;
    --_tool-opacity: 0;
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: flex;
    gap: 4px;
  }
  @media (hover: none) {
    .tools {
      --_tool-opacity: 0.8;
    }
  }
  :host(:hover) .tools {
    --_tool-opacity: 1;
  }
  button.pin {
    inline-size: 36px;
    min-block-size: 36px;
    padding: 0;
    border-color: transparent;
    background: var(--_tool-background);
    color: var(--_tool-text);
    opacity: var(--_tool-opacity);
  }
  .pin:is(:focus-visible, [aria-pressed='true']) {
    opacity: 1;
  }
  .pin[aria-pressed='true'] svg {
    fill: currentcolor;
  }
  @container (max-width: 140px) or (max-height: 150px) {
    .tools {
      display: none;
    }
  }
`;
