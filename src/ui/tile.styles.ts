import { css } from 'lit';

/** A picture with its owner's name: what remote tiles and the own preview have in common. */
export const tileStyles = css`
  :host {
    position: relative;
    display: block;
    overflow: clip;
    border-radius: var(--_radius);
    background: var(--zego-tile-background, light-dark(#dfe3ea, #23262f));
    container-type: size;
    isolation: isolate;
  }
  :host::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
    pointer-events: none;
    box-shadow:
      inset 0 0 0 3px var(--_accent),
      inset 0 0 0 5px var(--_on-accent);
    opacity: 0;
    transition: opacity 0.15s;
  }
  :host([data-speaking])::after {
    opacity: 1;
  }
  video {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--zego-tile-fit, cover);
  }
  video.contain {
    object-fit: contain;
  }
  video.mirrored {
    scale: -1 1;
  }
  video[data-empty] {
    position: absolute;
    opacity: 0;
  }
  .avatar {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
  }
  .avatar span {
    display: grid;
    place-items: center;
    inline-size: clamp(28px, 38cqmin, 160px);
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.5 0.11 var(--_hue));
    color: #fff;
    font-size: clamp(14px, 15cqmin, 60px);
    font-weight: 600;
    letter-spacing: 0.02em;
    box-shadow: 0 0 0 calc(var(--_level, 0) * 12cqmin) color-mix(in srgb, var(--_accent) 40%, transparent);
    transition: box-shadow 0.12s;
  }
  .label {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: calc(100% - 16px);
    padding: 3px 10px;
    border-radius: 999px;
    background: rgb(12 14 18 / 0.68);
    color: #fff;
    font-size: clamp(12px, 2.4cqmin, 22px);
    line-height: 1.5;
  }
  .label span {
    display: flex;
  }
  .label .poor {
    color: #ffb84d;
  }
  .label bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .label svg {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  /* Above the name, and not under what is said of a problem. */
  @container (max-height: 160px) {
    .avatar {
      inset-block-end: 24px;
    }
    .avatar:has(~ .problem) {
      display: none;
    }
  }
  @container (max-width: 140px) or (max-height: 80px) {
    .label {
      inset-block-end: 4px;
      inset-inline-start: 4px;
      padding: 0 6px;
    }
  }
`;
