import { css } from 'lit';

export const effectsStyles = css`
  fieldset {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
    margin: 0;
    padding: 16px 0 0;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
  legend {
    float: inline-start;
    inline-size: 100%;
    padding: 0;
    font-weight: 650;
  }
  .field {
    display: grid;
    grid-template-columns: 1fr auto;
  }
  zego-preview {
    inline-size: min(100%, 15em);
    justify-self: center;
  }
  output {
    color: var(--_muted);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  input[type='range'] {
    grid-column: 1 / -1;
    min-block-size: 32px;
    padding: 0;
    accent-color: var(--_accent);
  }
  label.switch {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 44px;
  }
  input[type='checkbox'] {
    appearance: none;
    flex: none;
    inline-size: 44px;
    min-block-size: 0;
    block-size: 26px;
    padding: 3px;
    border-radius: 13px;
    border-color: var(--_muted);
  }
  input[type='checkbox']::before {
    content: '';
    display: block;
    block-size: 100%;
    aspect-ratio: 1;
    border-radius: 50%;
    background: var(--_muted);
  }
  input[type='checkbox']:checked {
    border-color: var(--_accent);
    background: var(--_accent);
  }
  input[type='checkbox']:checked::before {
    margin-inline-start: auto;
    background: var(--_on-accent);
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
  p {
    margin: 0;
    padding: 10px 14px;
    border-inline-start: 3px solid var(--_danger);
    border-radius: 6px;
    background: var(--_raised);
  }
  @media (forced-colors: active) {
    input[type='checkbox']::before {
      background: ButtonText;
    }
  }
`;
