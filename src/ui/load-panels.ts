import type { Face, PanelDialog, PanelHost } from './panels.js';

/** The panels of an element, loaded when they are first needed. */
export async function loadPanels(host: PanelHost, face: () => Face): Promise<PanelDialog> {
  const { PanelDialog } = await import('./panels.js');
  return new PanelDialog(host, face);
}
