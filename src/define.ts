import { ZegoCall } from './elements/zego-call.js';
import { ZegoChat } from './elements/zego-chat.js';
import { ZegoControls } from './elements/zego-controls.js';
import { ZegoLobby } from './elements/zego-lobby.js';
import { ZegoPeople } from './elements/zego-people.js';
import { ZegoPreview } from './elements/zego-preview.js';
import { ZegoRemoteGrid } from './elements/zego-remote-grid.js';
import { ZegoSettings } from './elements/zego-settings.js';
import { ZegoTile } from './elements/zego-tile.js';

/** The call comes first, so that its children find it when they wake up. */
const TAGS: Readonly<Record<string, CustomElementConstructor>> = {
  'zego-call': ZegoCall,
  'zego-preview': ZegoPreview,
  'zego-remote-grid': ZegoRemoteGrid,
  'zego-controls': ZegoControls,
  'zego-tile': ZegoTile,
  'zego-lobby': ZegoLobby,
  'zego-chat': ZegoChat,
  'zego-people': ZegoPeople,
  'zego-settings': ZegoSettings,
};

if (typeof customElements !== 'undefined')
  for (const [tag, element] of Object.entries(TAGS))
    if (!customElements.get(tag)) customElements.define(tag, element);
