import { LazyPanel, type PanelModule } from './lazy-panel.js';

/**
 * The messages of a call, and a field to write one. Opened by the toolbar's Chat button; usable alone too: give it a
 * height, and it scrolls. While it shows the newest message, nothing counts as unread. Loaded when it is first there.
 *
 * @summary The chat of a call.
 * @tagname zego-chat
 * @csspart messages - the box that scrolls
 * @csspart message - each message
 * @csspart own-message - each of our own
 * @csspart message-text - what was said
 * @csspart author - who said it
 * @csspart time - when
 * @csspart field - where a message is written
 * @csspart button - every button
 * @csspart send-button - sends what is written
 * @csspart retry-button - sends a message again that failed
 * @csspart jump-button - goes to the newest message
 * @csspart limit - how much room is left in a message, when it is little
 */
export class ZegoChat extends LazyPanel {
  protected override readonly contentTag = 'zego-chat-content';

  protected override load(): Promise<PanelModule> {
    return import('./chat-content.js');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'zego-chat': ZegoChat;
  }
}
