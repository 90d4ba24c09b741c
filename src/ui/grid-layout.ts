export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  /** Of one tile, in whole CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * The arrangement of `count` equal tiles that makes each as large as the box allows.
 * @param ratio width to height of a tile; by default 16:9
 * @param gap between tiles, in CSS pixels
 */
export function gridLayout(
  box: { readonly width: number; readonly height: number },
  count: number,
  gap = 0,
  ratio = 16 / 9,
): GridLayout {
  let best: GridLayout = { columns: 0, rows: 0, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const width = (box.width - gap * (columns - 1)) / columns;
    const height = (box.height - gap * (rows - 1)) / rows;
    const fitted = Math.floor(Math.min(width, height * ratio));
    if (fitted > best.width) best = { columns, rows, width: fitted, height: Math.floor(fitted / ratio) };
  }
  return best;
}
