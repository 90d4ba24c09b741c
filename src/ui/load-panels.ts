import type { PanelDialog, PanelHost } from './panels.js';
import type { Texts } from './texts.js';

/** The panels of an element, loaded when they are first needed. */
export async function loadPanels(host: PanelHost, texts: () => Texts): Promise<PanelDialog> {
  const { PanelDialog } = await import('./panels.js');
  return new PanelDialog(host, texts);
}
