import { css } from 'lit';

export const chatStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-block-size: 0;
  }
  .log {
    flex: 1;
    min-block-size: 48px;
    overflow-y: auto;
    overscroll-behavior: contain;
    border-radius: 8px;
  }
  ol {
    display: flex;
    flex-direction: column;
    gap: 4px;
    margin: 0;
    padding: 2px;
    list-style: none;
  }
  .empty {
    margin: 0;
    padding: 24px 8px;
    color: var(--_muted);
    text-align: center;
  }
  li {
    display: grid;
    justify-items: start;
    max-inline-size: 88%;
  }
  li.own {
    align-self: end;
    justify-items: end;
  }
  li.first:not(:first-child) {
    margin-block-start: 10px;
  }
  .author {
    max-inline-size: 100%;
    margin-inline: 12px;
    overflow: hidden;
    color: var(--_muted);
    font-size: 0.87em;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .bubble {
    max-inline-size: 100%;
    padding: 7px 12px;
    border: 1px solid var(--_line);
    border-radius: 14px;
    border-start-start-radius: 4px;
    background: var(--_raised);
  }
  .own .bubble {
    border-color: var(--_accent);
    border-radius: 14px;
    border-end-end-radius: 4px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  p {
    margin: 0;
  }
  .bubble p {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  a {
    color: inherit;
  }
  .about {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline: 12px;
    color: var(--_muted);
    font-size: 0.8em;
  }
  [data-delivery='sending'] .bubble {
    border-style: dashed;
    border-color: var(--_on-accent);
  }
  [data-delivery='failed'] .bubble {
    border-color: var(--_danger);
    background: var(--_surface);
    color: inherit;
  }
  .failed {
    color: var(--zego-danger-text, light-dark(#b3202c, #ff8d96));
  }
  .retry {
    min-block-size: 30px;
    padding-inline: 10px;
  }
  .jump {
    position: absolute;
    inset: auto 0 84px;
    inline-size: max-content;
    max-inline-size: 100%;
    min-block-size: 36px;
    margin-inline: auto;
    box-shadow: 0 4px 16px rgb(0 0 0 / 0.24);
    font-size: 0.87em;
  }
  form {
    display: flex;
    align-items: end;
    gap: 8px;
  }
  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 48px;
    max-block-size: 8em;
    margin: 0;
    padding: 11px 14px;
    border: 1px solid var(--zego-field-line, light-dark(#858c9a, #6d7484));
    border-radius: 14px;
    background: var(--_raised);
    color: inherit;
    font: inherit;
    font-size: max(16px, 1em);
    resize: none;
    field-sizing: content;
  }
  textarea::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .limit {
    margin-inline: 14px;
    color: var(--_muted);
    font-size: 0.87em;
  }
  .limit.over {
    color: var(--zego-danger-text, light-dark(#b3202c, #ff8d96));
  }
  [type='submit']:dir(rtl) svg {
    scale: -1 1;
  }
  button:disabled {
    cursor: default;
    opacity: 0.5;
  }
`;
