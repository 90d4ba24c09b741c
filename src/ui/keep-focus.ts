import type { ReactiveElement } from 'lit';

/** Where an update takes away what has the focus, the element itself says by its `focus()` what gets it. */
export function keepFocus(host: ReactiveElement, update: () => void): void {
  const focused = host.shadowRoot?.activeElement;
  update();
  if (focused && !focused.isConnected && !host.shadowRoot?.activeElement) host.focus();
}
