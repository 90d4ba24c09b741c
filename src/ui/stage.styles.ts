import { css } from 'lit';

export const stageStyles = css`
  zego-tile {
    position: absolute;
    min-block-size: 0;
    transform-origin: 0 0;
  }
  .pager {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
    block-size: 48px;
    font-variant-numeric: tabular-nums;
  }
  .pager button.round {
    inline-size: 44px;
    block-size: 44px;
    min-block-size: 44px;
  }
  .pager button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  .pager button:dir(rtl) svg {
    scale: -1 1;
  }
  /* Backgrounds and shadows are gone then. */
  @media (forced-colors: active) {
    zego-tile {
      border: 1px solid;
    }
    zego-tile[data-speaking] {
      border: 3px solid Highlight;
    }
  }
`;
