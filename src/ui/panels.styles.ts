import { css } from 'lit';

/** A panel over the page: a card in the middle, a sheet from below on a phone. */
export const panelStyles = css`
  dialog.panel {
    inline-size: min(30em, 100vi - 24px);
    max-block-size: min(100vb - 24px, 44em);
    padding: 20px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 16px 64px rgb(0 0 0 / 0.4);
  }
  dialog.panel::backdrop {
    background: rgb(8 10 14 / 0.55);
  }
  .panel header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 12px;
  }
  .panel h2 {
    margin: 0;
    font-size: 1.3em;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  /* Beside the call, as high as the page, so that one sees who is spoken to. */
  dialog:is(.chat-panel, .people-panel)[open] {
    display: flex;
    flex-direction: column;
    inline-size: min(24em, 100vi - 24px);
    block-size: calc(100vb - 24px);
    max-block-size: none;
    margin-inline-end: 12px;
  }
  dialog:is(.chat-panel, .people-panel)::backdrop {
    background: none;
  }
  .panel > :not(header) {
    flex: 1;
  }
  [part~='chat-button']:dir(rtl) svg {
    scale: -1 1;
  }
  .badge {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    min-inline-size: 20px;
    padding-inline: 5px;
    border-radius: 10px;
    background: var(--_danger);
    color: var(--_on-danger);
    font: 700 12px/20px var(--_font);
  }
  .badge.calm {
    border: 1px solid var(--_line);
    background: var(--_surface);
    color: var(--_text);
    line-height: 18px;
  }
  .badge::after {
    content: attr(data-count) / '';
  }
  @media (max-width: 480px) {
    dialog:is(.chat-panel, .people-panel)[open] {
      inline-size: 100%;
      block-size: 80vb;
      margin-inline: 0;
    }
    dialog.panel {
      inline-size: 100%;
      max-inline-size: none;
      margin-block-end: 0;
      padding-block-end: max(20px, env(safe-area-inset-bottom));
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }
`;
