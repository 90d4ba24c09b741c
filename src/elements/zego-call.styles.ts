import { css } from 'lit';

export const callStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-inline-size: 0;
    min-block-size: min(var(--zego-min-height, 360px), 100vb);
    block-size: 100%;
    overflow: clip;
    border-radius: var(--_radius);
    background: var(--_surface);
    color-scheme: light dark;
    direction: ltr;
    container-type: inline-size;
  }
  :host(:state(rtl)) {
    direction: rtl;
  }
  :host([density='compact']) {
    --zego-density: 0.8;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  .room {
    position: relative;
    display: flex;
    flex-direction: column;
  }
  /* However a page displays their host. */
  .room,
  zego-lobby {
    block-size: 100%;
    min-block-size: inherit;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
  }
  .middle {
    position: relative;
    display: flex;
    flex: 1;
    min-block-size: 0;
  }
  .people {
    position: relative;
    display: grid;
    flex: 1;
    min-inline-size: 0;
    padding: var(--_gap) var(--_gap) 0;
    overflow: clip;
  }
  zego-remote-grid {
    min-block-size: 0;
  }
  zego-controls {
    flex: none;
  }
  zego-preview {
    position: absolute;
    inset-block-end: calc(var(--_strip-below, 0px) + 8px);
    inset-inline-end: calc(var(--_strip-end, 0px) + 8px);
    inline-size: clamp(96px, 22cqi, 240px);
    border-radius: min(var(--_radius), 12px);
    box-shadow:
      0 0 0 1px rgb(255 255 255 / 0.16),
      0 2px 12px rgb(0 0 0 / 0.28);
  }
  /* On a wall-sized screen, 15 px would be lost. */
  zego-controls,
  zego-lobby {
    font-size: clamp(15px, 0.7cqi, 26px);
  }
  slot.composed {
    display: contents;
  }
`;
