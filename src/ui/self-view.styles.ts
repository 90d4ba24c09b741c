import { css } from 'lit';

/** The own picture over the others: in which corner it stands, and what is left of it while it is hidden. */
export const selfViewStyles = css`
  zego-preview {
    cursor: grab;
    touch-action: none;
  }
  zego-preview[data-dragged] {
    z-index: 1;
    cursor: grabbing;
  }
  /* Among the others, as one of them. */
  zego-preview[data-seated] {
    inline-size: var(--_seat-width);
    block-size: var(--_seat-height);
    aspect-ratio: auto;
    border-radius: var(--_radius);
    box-shadow: none;
  }
  zego-preview[data-block='start'] {
    inset-block: 8px auto;
  }
  zego-preview[data-inline='start'] {
    inset-inline: 8px auto;
  }
  zego-preview > button.round {
    position: absolute;
    inset: 0 0 auto auto;
    inline-size: 32px;
    block-size: 32px;
    min-block-size: 32px;
    padding: 3px;
    border-color: transparent;
    background: rgb(12 14 18 / 0.68) content-box;
    color: #fff;
    font-size: 12px;
    opacity: 0;
  }
  zego-preview:is(:hover, :focus-within, [data-hidden]) > button.round {
    opacity: 1;
  }
  @media (hover: none) {
    zego-preview > button.round {
      opacity: 1;
    }
  }
  zego-preview[data-hidden] {
    inline-size: 44px;
    aspect-ratio: 1;
    border-radius: 50%;
  }
  zego-preview[data-hidden]::part(video),
  zego-preview[data-hidden]::part(avatar),
  zego-preview[data-hidden]::part(label) {
    display: none;
  }
  zego-preview[data-hidden] > button.round {
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    padding: 0;
    font-size: 15px;
  }
  @media (forced-colors: active) {
    zego-preview {
      border: 1px solid;
    }
    zego-preview[data-speaking] {
      border: 3px solid Highlight;
    }
  }
`;
