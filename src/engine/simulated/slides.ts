import { seededNumbers } from './seed.js';
import type { Painter, PictureSize } from './synthetic-media.js';

export const SLIDES_SIZE: PictureSize = { width: 640, height: 360 };

const BARS = 7;

/** A shared window with a chart in it, without a word: its colours and figures follow from `seed`. */
export function slides(seed: string): Painter {
  const next = seededNumbers(seed);
  const hue = next() * 360;
  const heights = Array.from({ length: BARS }, () => 50 + next() * 110);
  return (picture, seconds) => {
    paintWindow(picture, hue);
    paintChart(picture, hue, heights, seconds);
    paintPointer(picture, seconds);
  };
}

function paintWindow(picture: CanvasRenderingContext2D, hue: number): void {
  picture.fillStyle = `hsl(${hue} 28% 88%)`;
  picture.fillRect(0, 0, 640, 360);
  fillBox(picture, '#fff', 24, 22, 592, 316, 10);
  fillBox(picture, `hsl(${hue} 20% 95%)`, 24, 22, 592, 28, [10, 10, 0, 0]);
  for (let button = 0; button < 3; button += 1) {
    fillBox(picture, `hsl(${hue} 18% ${82 - button * 6}%)`, 38 + button * 16, 32, 8, 8, 4);
  }
  fillBox(picture, `hsl(${hue} 30% 34%)`, 52, 74, 190, 14, 7);
  for (let line = 0; line < 6; line += 1) {
    fillBox(picture, `hsl(${hue} 12% 88%)`, 52, 112 + line * 26, 150 - (line % 3) * 28, 9, 4.5);
  }
}

function paintChart(
  picture: CanvasRenderingContext2D,
  hue: number,
  heights: readonly number[],
  seconds: number,
): void {
  for (const [bar, height] of heights.entries()) {
    const now = height * (0.9 + 0.1 * Math.sin(seconds * 0.8 + bar));
    fillBox(picture, `hsl(${hue + bar * 9} 48% 58%)`, 262 + bar * 46, 304 - now, 32, now, [6, 6, 0, 0]);
  }
  fillBox(picture, `hsl(${hue} 12% 80%)`, 254, 304, 334, 2, 1);
}

function paintPointer(picture: CanvasRenderingContext2D, seconds: number): void {
  picture.save();
  picture.translate(400 + Math.sin(seconds * 0.5) * 130, 200 + Math.sin(seconds * 0.83) * 70);
  picture.beginPath();
  for (const [x, y] of [
    [0, 0],
    [0, 19],
    [5, 14],
    [14, 14],
  ] as const) {
    picture.lineTo(x, y);
  }
  picture.closePath();
  picture.fillStyle = '#222';
  picture.strokeStyle = '#fff';
  picture.lineWidth = 2;
  picture.stroke();
  picture.fill();
  picture.restore();
}

function fillBox(
  picture: CanvasRenderingContext2D,
  colour: string,
  ...box: [x: number, y: number, width: number, height: number, radii: number | number[]]
): void {
  picture.fillStyle = colour;
  picture.beginPath();
  picture.roundRect(...box);
  picture.fill();
}
