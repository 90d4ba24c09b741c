import Camera from 'lucide/dist/esm/icons/video.mjs';
import CameraOff from 'lucide/dist/esm/icons/video-off.mjs';
import Leave from 'lucide/dist/esm/icons/phone-off.mjs';
import Microphone from 'lucide/dist/esm/icons/mic.mjs';
import MicrophoneOff from 'lucide/dist/esm/icons/mic-off.mjs';
import PoorConnection from 'lucide/dist/esm/icons/triangle-alert.mjs';
import Play from 'lucide/dist/esm/icons/play.mjs';
import Screen from 'lucide/dist/esm/icons/screen-share.mjs';
import ScreenOff from 'lucide/dist/esm/icons/screen-share-off.mjs';
import { html, svg, type TemplateResult } from 'lit';

export type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const ICONS = {
  camera: Camera,
  'camera-off': CameraOff,
  leave: Leave,
  microphone: Microphone,
  'microphone-off': MicrophoneOff,
  play: Play,
  'poor-connection': PoorConnection,
  screen: Screen,
  'screen-off': ScreenOff,
} as const satisfies Record<string, readonly Shape[]>;

export type IconName = keyof typeof ICONS;

/** An icon of the text's size and colour; the control around it carries the name. */
export function icon(name: IconName): TemplateResult {
  return drawn(name, ICONS[name]);
}

/** The same for a shape of lucide's that is loaded later. */
export function drawn(name: string, shapes: readonly Shape[]): TemplateResult {
  return html`<svg
    part="icon"
    .style=${`--_icon: var(--zego-icon-${name})`}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    ${shapes.map(shape)}
  </svg>`;
}

function shape([tag, a]: Shape): TemplateResult {
  return tag === 'rect'
    ? svg`<rect x=${a['x']} y=${a['y']} width=${a['width']} height=${a['height']} rx=${a['rx']} />`
    : svg`<path d=${a['d']} />`;
}
