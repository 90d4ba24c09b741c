import { css } from 'lit';

/** A `Menu`, and the buttons that stand in it one below the other. */
export const menuStyles = css`
  .menu {
    position: fixed;
    inset: auto;
    max-inline-size: calc(100vi - 16px);
    max-block-size: calc(100vb - 16px);
    margin: 0;
    padding: 8px;
    overflow: auto;
    border: 1px solid var(--_line);
    border-radius: 18px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 8px 40px rgb(0 0 0 / 0.32);
  }
  .menu > button {
    justify-content: flex-start;
    gap: 14px;
    inline-size: 100%;
    block-size: auto;
    min-block-size: 48px;
    aspect-ratio: auto;
    padding-inline: 14px;
    border-color: transparent;
    border-radius: 12px;
    font-weight: 500;
    outline-offset: 0;
  }
  .menu > button:not([aria-pressed='true'], [aria-expanded='true'], :hover) {
    background: none;
  }
`;
