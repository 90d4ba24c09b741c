import { LazyPanel, type PanelModule } from './lazy-panel.js';

/**
 * Camera, microphone, speaker and quality to choose; effects, where the engine has them. Opened by the toolbar's Settings button; usable alone too. Loaded
 * when it is first there.
 *
 * @summary The settings of a call.
 * @tagname zego-settings
 * @csspart field - each label with its picker
 * @csspart picker - each `<select>`
 * @csspart effects - the effects on the picture
 * @csspart preview - the `<zego-preview>` among them
 * @csspart slider - each strength
 * @csspart switch - turns low light on, or shortcuts
 * @csspart shortcuts - the keyboard shortcuts, in a call
 * @csspart message - why there is nothing to choose
 * @csspart button - every button
 */
export class ZegoSettings extends LazyPanel {
  protected override readonly contentTag = 'zego-settings-content';

  protected override load(): Promise<PanelModule> {
    return import('./settings-content.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-settings': ZegoSettings;
  }
}
