import { css } from 'lit';

/** A slider below its label and its value. */
export const sliderStyles = css`
  .field {
    display: grid;
    grid-template-columns: 1fr auto;
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
`;
