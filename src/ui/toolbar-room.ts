import type { ReactiveElement } from 'lit';

/** What always stands in the toolbar, whatever else there is room for. */
const ALWAYS = ':is([part~=microphone-button], [part~=camera-button], [part~=leave-button])';

/**
 * How many of the round buttons that could stand in a toolbar fit into its one line, besides what always stands there and what
 * the page gives; and how wide, in px, it is with all of them. When not all fit, one place is for the menu's button.
 */
export function roomFor(toolbar: ReactiveElement, offered: number): { fitting: number; need: number } {
  const { columnGap, paddingLeft, paddingRight } = getComputedStyle(toolbar);
  const gap = parseFloat(columnGap) || 0;
  const padding = parseFloat(paddingLeft) + parseFloat(paddingRight);
  const own = [...toolbar.renderRoot.children] as HTMLElement[];
  const given = own.flatMap((child) =>
    child instanceof HTMLSlotElement ? (child.assignedElements({ flatten: true }) as HTMLElement[]) : [],
  );
  const always = [...own.filter((child) => child.matches(ALWAYS)), ...given];
  const taken = always.reduce((sum, { offsetWidth }) => sum + offsetWidth + gap, 0);
  const place = (own.find((child) => child.matches('button.round'))?.offsetWidth ?? 0) + gap;
  const room = toolbar.clientWidth - padding + gap - taken;
  const fits = toolbar.clientWidth === 0 || offered * place <= room;
  return {
    fitting: fits ? Infinity : Math.max(0, Math.floor(room / place) - 1),
    need: padding + taken + offered * place - gap,
  };
}
