export interface GridLayout {
  readonly columns: number;
  readonly rows: number;
  /** Of one tile, in whole CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a camera gives, as width to height. */
export const CAMERA_RATIO = 16 / 9;
/** Tiles are at most this tall, as width to height, unless they are to be taller: the middle square of a camera's picture. */
const TALLEST = 1;

/**
 * The arrangement of `count` equal tiles that shows the most of each within the box.
 * @param gap between tiles, in CSS pixels
 * @param widest width to height of a tile, at the widest
 */
export function gridLayout(
  box: { readonly width: number; readonly height: number },
  count: number,
  gap: number,
  widest = CAMERA_RATIO,
): GridLayout {
  let best: GridLayout = { columns: 0, rows: 0, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const layout = {
      columns,
      rows,
      ...fit((box.width - gap * (columns - 1)) / columns, (box.height - gap * (rows - 1)) / rows, widest),
    };
    if (layout.width * layout.height > best.width * best.height) best = layout;
  }
  return best;
}

function fit(width: number, height: number, widest: number): Pick<GridLayout, 'width' | 'height'> {
  return {
    width: Math.max(0, Math.floor(Math.min(width, height * widest))),
    height: Math.max(0, Math.floor(Math.min(height, width / Math.min(TALLEST, widest)))),
  };
}
