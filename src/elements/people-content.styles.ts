import { css } from 'lit';

export const peopleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-block-size: 0;
  }
  input {
    flex: none;
  }
  p {
    margin: 0;
    color: var(--_muted);
    font-size: 0.935em;
  }
  .scroller {
    flex: 1;
    min-block-size: 104px;
    margin: 0 -8px;
    overflow: hidden auto;
    contain: inline-size;
    overflow-anchor: none;
    overscroll-behavior: contain;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: 10px;
    block-size: 52px;
    padding: 4px 8px;
    border-radius: 10px;
  }
  li:hover {
    background: color-mix(in srgb, var(--_raised), var(--_text) 5%);
  }
  .avatar {
    flex: none;
  }
  .avatar span {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 50%;
    background: oklch(0.5 0.11 var(--_hue));
    color: #fff;
    font-size: 14px;
    font-weight: 600;
  }
  .name {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .you {
    color: var(--_muted);
  }
  .mark {
    display: flex;
    flex: none;
    color: var(--_muted);
  }
  .mark.hand {
    color: light-dark(#8a5a00, #ffb84d);
  }
  .mark.screen {
    color: var(--_accent);
  }
  .poor {
    display: flex;
    flex: none;
    color: light-dark(#8a5a00, #ffb84d);
  }
  zego-participant-volume {
    --_tool-icon: 18px;
    margin-inline-end: -8px; /* Both buttons have room around their icons. */
  }
  svg {
    inline-size: 18px;
    block-size: 18px;
  }
  button.pin {
    flex: none;
    inline-size: 36px;
    min-block-size: 36px;
    padding: 0;
    border-color: transparent;
  }
  button.pin:not([aria-pressed='true'], :hover) {
    background: none;
  }
  .pin[aria-pressed='true'] svg {
    fill: currentcolor;
  }
`;
