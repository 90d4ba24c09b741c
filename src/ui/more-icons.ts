import Chat from 'lucide/dist/esm/icons/message-square.mjs';
import Close from 'lucide/dist/esm/icons/x.mjs';
import Down from 'lucide/dist/esm/icons/arrow-down.mjs';
import Hand from 'lucide/dist/esm/icons/hand.mjs';
import Next from 'lucide/dist/esm/icons/chevron-right.mjs';
import Paused from 'lucide/dist/esm/icons/pause.mjs';
import People from 'lucide/dist/esm/icons/users.mjs';
import Pin from 'lucide/dist/esm/icons/pin.mjs';
import Previous from 'lucide/dist/esm/icons/chevron-left.mjs';
import Reactions from 'lucide/dist/esm/icons/party-popper.mjs';
import More from 'lucide/dist/esm/icons/ellipsis.mjs';
import Send from 'lucide/dist/esm/icons/send-horizontal.mjs';
import Settings from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import SwitchCamera from 'lucide/dist/esm/icons/switch-camera.mjs';
import Volume from 'lucide/dist/esm/icons/volume-2.mjs';
import VolumeLow from 'lucide/dist/esm/icons/volume-1.mjs';
import VolumeOff from 'lucide/dist/esm/icons/volume-off.mjs';
import type { TemplateResult } from 'lit';
import { drawn, type Shape } from './icons.js';

const ICONS = {
  chat: Chat,
  close: Close,
  down: Down,
  hand: Hand,
  more: More,
  next: Next,
  paused: Paused,
  people: People,
  pin: Pin,
  previous: Previous,
  reactions: Reactions,
  send: Send,
  settings: Settings,
  'switch-camera': SwitchCamera,
  volume: Volume,
  'volume-low': VolumeLow,
  'volume-off': VolumeOff,
} as const satisfies Record<string, readonly Shape[]>;

export type MoreIconName = keyof typeof ICONS;

/** Icons of what is loaded with the call. */
export function moreIcon(name: MoreIconName): TemplateResult {
  return drawn(name, ICONS[name].map(rounded));
}

/** A circle as a rectangle that is all corner: those are drawn. */
function rounded([tag, a]: Shape): Shape {
  if (tag !== 'circle') return [tag, a];
  const r = Number(a['r']);
  const side = `${2 * r}`;
  return [
    'rect',
    { x: `${Number(a['cx']) - r}`, y: `${Number(a['cy']) - r}`, width: side, height: side, rx: `${r}` },
  ];
}
