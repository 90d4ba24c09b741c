import { LazyPanel, type PanelModule } from './lazy-panel.js';

/**
 * Everybody in a call: who is there, who is muted, who shares the screen, who has a hand raised. Opened by the toolbar's People
 * button; usable alone too: give it a height, and it scrolls. Loaded when it is first there.
 *
 * @summary The people of a call.
 * @tagname zego-people
 * @csspart field - searches a name; in a person's menu, the slider with its label and value
 * @csspart count - how many people are there
 * @csspart people - the list, which scrolls
 * @csspart person - each person in it; oneself first, then raised hands
 * @csspart avatar - the initials of a person
 * @csspart name - the name of a person
 * @csspart mark - each icon that tells of a person
 * @csspart message - when nobody was found, or not everybody is known
 * @csspart button - every button
 * @csspart pin-button - makes a person's picture large, and keeps it so
 * @csspart volume-button - opens a person's volume, and shows whether I have changed it
 * @csspart menu - what that button opens
 * @csspart mute-button - mutes a person for me alone
 * @csspart slider - changes how loud I hear a person
 */
export class ZegoPeople extends LazyPanel {
  protected override readonly contentTag = 'zego-people-content';

  protected override load(): Promise<PanelModule> {
    return import('./people-content.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-people': ZegoPeople;
  }
}
