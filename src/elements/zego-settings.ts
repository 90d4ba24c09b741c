import { LazyPanel, type PanelModule } from './lazy-panel.js';

/**
 * Camera, microphone, speaker and quality to choose. Opened by the toolbar's Settings button; usable alone too. Loaded
 * when it is first there.
 *
 * @summary The settings of a call.
 * @tagname zego-settings
 * @csspart field - each label with its picker
 * @csspart picker - each `<select>`
 * @csspart message - why there is nothing to choose
 * @csspart button - every button
 */
export class ZegoSettings extends LazyPanel {
  protected override readonly contentTag = 'zego-settings-content';
  protected override readonly contentParts = 'field, picker, message, button';

  protected override load(): Promise<PanelModule> {
    return import('./settings-content.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-settings': ZegoSettings;
  }
}
