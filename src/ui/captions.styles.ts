import { css } from 'lit';

/** What is said, as text: at most three lines of it between pictures and toolbar, the newest ones. */
export const captionsStyles = css`
  [part='captions'] {
    display: flex;
    flex: none;
    flex-direction: column-reverse; /* Scrolls from the end, where the newest is. */
    max-block-size: calc(3lh + 12px + var(--_gap));
    overflow: hidden auto;
    font-size: clamp(16px, 1.5cqi, 26px);
    line-height: 1.4;
    text-align: center;
  }
  [part='captions'] > slot {
    display: flow-root;
    flex: none;
    inline-size: min(64ch, 100% - 2 * var(--_gap));
    margin-inline: auto;
    overflow-wrap: anywhere;
  }
  [part='captions'] ::slotted(*) {
    inline-size: fit-content;
    margin: 0 auto;
    padding-inline: 16px;
    border-radius: min(var(--_radius), 12px);
    background: var(--_raised);
    color: var(--_text);
  }
  [part='captions'] ::slotted(:not(:empty)) {
    margin-block-start: var(--_gap);
    padding-block: 6px;
  }
`;
