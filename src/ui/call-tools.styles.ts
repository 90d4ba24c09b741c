import { css } from 'lit';

export const toolStyles = css`
  /* What stands in the menu would stand here if there were room: a box that shrinks to what it holds must not stay small. */
  :host {
    min-inline-size: min(100%, var(--_need, 0px));
  }
  /* So that Leave has room in one line with the others in any language. */
  @container (240px < width <= 360px) {
    :host {
      gap: 6px;
      padding-inline: 6px;
    }
    .danger {
      padding-inline: 14px;
    }
  }
  /* News of a button that is in the menu. */
  [part~='more-button']:has(+ .menu .badge:not(.calm))::after {
    content: '';
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: 0;
    border: 6px solid var(--_danger);
    border-radius: 50%;
  }
  .more-menu:popover-open {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    min-inline-size: 14em;
  }
  /* Beside its icon there is room for the name. */
  .more-menu > button.round::before {
    content: attr(aria-label);
    order: 1;
  }
  .more-menu .badge {
    position: static;
    order: 2;
    margin-inline-start: auto;
  }
  .reactions {
    display: flex;
    gap: 2px;
  }
  .reactions button {
    inline-size: 44px;
    min-block-size: 44px;
    padding: 0;
    border-color: transparent;
    background: none;
    font-size: 24px;
    line-height: 1;
    transition: scale 0.15s;
  }
  .reactions button:hover {
    background: color-mix(in srgb, var(--_surface), var(--_text) 10%);
    scale: 1.1;
  }
  @media (prefers-reduced-motion: reduce) {
    .reactions button {
      transition: none;
      scale: none;
    }
  }
`;
