import { css } from 'lit';

/** A `<select>` in the product's looks: WebKit paints its own over background and padding where it may. */
export const pickerStyles = css`
  select {
    appearance: none;
    padding-inline-end: 36px;
    background:
      linear-gradient(45deg, #0000 42%, currentcolor 42% 58%, #0000 58%) calc(100% - 20px) 50% / 7px 7px
        no-repeat,
      linear-gradient(-45deg, #0000 42%, currentcolor 42% 58%, #0000 58%) calc(100% - 14px) 50% / 7px 7px
        no-repeat,
      var(--_raised);
    text-overflow: ellipsis;
  }
  select:dir(rtl) {
    background-position:
      14px 50%,
      20px 50%,
      0 0;
  }
  /* No gradient is left then to be its arrow. */
  @media (forced-colors: active) {
    select {
      appearance: auto;
    }
  }
`;
