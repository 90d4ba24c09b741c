import Hide from 'lucide/dist/esm/icons/eye-off.mjs';
import Fullscreen from 'lucide/dist/esm/icons/maximize.mjs';
import SmallWindow from 'lucide/dist/esm/icons/picture-in-picture-2.mjs';
import type { TemplateResult } from 'lit';
import { drawn } from './icons.js';

const ICONS = { fullscreen: Fullscreen, hide: Hide, pip: SmallWindow } as const;

/** Icons that only a call needs. */
export function comfortIcon(name: keyof typeof ICONS): TemplateResult {
  return drawn(name, ICONS[name]);
}
