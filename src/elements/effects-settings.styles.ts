import { css } from 'lit';

export const effectsStyles = css`
  zego-preview {
    inline-size: min(100%, 15em);
    justify-self: center;
  }
  [role='group'] {
    display: grid;
    gap: 8px;
  }
  #background {
    font-size: 0.935em;
    font-weight: 600;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .reset {
    justify-self: start;
  }
  button:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .note {
    margin: 0;
    color: var(--_muted);
  }
  [role='alert'] {
    margin: 0;
    padding: 10px 14px;
    border-inline-start: 3px solid var(--_danger);
    border-radius: 6px;
    background: var(--_raised);
  }
`;
