import { css } from 'lit';

/** A part of the settings with a heading, and the switches in it. */
export const sectionStyles = css`
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
  @media (forced-colors: active) {
    input[type='checkbox']::before {
      background: ButtonText;
    }
  }
`;
