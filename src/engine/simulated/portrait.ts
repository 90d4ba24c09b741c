import { seededNumbers } from './seed.js';
import type { Painter, PictureSize } from './synthetic-media.js';

export const PORTRAIT_SIZE: PictureSize = { width: 320, height: 180 };

/** Skin and hair that are seen together. */
const COMPLEXIONS = [
  { skin: '#f3d3bd', hair: '#7a5236' },
  { skin: '#f0cfae', hair: '#2b2320' },
  { skin: '#eec6a6', hair: '#b98a55' },
  { skin: '#e3b08a', hair: '#4a342a' },
  { skin: '#c68a5e', hair: '#2b2320' },
  { skin: '#9c643f', hair: '#33251f' },
  { skin: '#6b4430', hair: '#241c1a' },
] as const;
const HAIRCUTS = ['short', 'long', 'bun'] as const;

interface Look {
  readonly hue: number;
  readonly skin: string;
  readonly hair: string;
  readonly haircut: (typeof HAIRCUTS)[number];
  /** Seconds by which this person's movements are shifted, so that nobody sways in step. */
  readonly phase: number;
}

/** Somebody at a camera, without a face or a name: who it is, and how they look, follows from `seed`. */
export function portrait(seed: string): Painter {
  const look = lookOf(seed);
  let room: HTMLCanvasElement | undefined;
  return (picture, seconds) => {
    const time = seconds + look.phase;
    room ??= paintRoom(look.hue);
    picture.drawImage(room, 0, 0);
    paintLights(picture, time);
    picture.save();
    picture.translate(160 + Math.sin(time * 0.55) * 5, 182 + Math.sin(time * 1.1) * 1.2);
    picture.scale(1.15, 1.15);
    paintBody(picture, look);
    paintHead(picture, look, time);
    picture.restore();
  };
}

function lookOf(seed: string): Look {
  const next = seededNumbers(seed);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  return { hue: next() * 360, ...pick(COMPLEXIONS), haircut: pick(HAIRCUTS), phase: next() * 60 };
}

/** The wall behind, painted once: gradients are what costs. */
function paintRoom(hue: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = PORTRAIT_SIZE.width;
  canvas.height = PORTRAIT_SIZE.height;
  const picture = canvas.getContext('2d');
  if (!picture) return canvas;
  const wall = picture.createLinearGradient(0, 0, 320, 180);
  wall.addColorStop(0, `hsl(${hue} 34% 66%)`);
  wall.addColorStop(0.55, `hsl(${hue + 18} 32% 50%)`);
  wall.addColorStop(1, `hsl(${hue + 40} 36% 32%)`);
  picture.fillStyle = wall;
  picture.fillRect(0, 0, 320, 180);
  const window = picture.createRadialGradient(60, 30, 0, 60, 30, 190);
  window.addColorStop(0, 'rgb(255 250 235 / 0.45)');
  window.addColorStop(1, 'rgb(255 250 235 / 0)');
  picture.fillStyle = window;
  picture.fillRect(0, 0, 320, 180);
  return canvas;
}

/** Lights out of focus, drifting slowly. */
function paintLights(picture: CanvasRenderingContext2D, time: number): void {
  for (let light = 0; light < 4; light += 1) {
    const x = 40 + light * 82 + Math.sin(time * 0.25 + light * 2) * 14;
    const y = 40 + Math.sin(time * 0.18 + light * 1.3) * 16 + (light % 2) * 34;
    picture.fillStyle = `rgb(255 255 255 / ${0.05 + 0.02 * Math.sin(time * 0.5 + light)})`;
    picture.beginPath();
    picture.arc(x, y, 16 + light * 5, 0, Math.PI * 2);
    picture.fill();
  }
}

/** Shoulders and neck; the origin is where the lower edge of the picture meets the middle of the body. */
function paintBody(picture: CanvasRenderingContext2D, { hue, skin }: Look): void {
  const cloth = picture.createLinearGradient(-70, -60, 70, 10);
  cloth.addColorStop(0, `hsl(${hue + 190} 30% 48%)`);
  cloth.addColorStop(1, `hsl(${hue + 200} 34% 28%)`);
  picture.fillStyle = cloth;
  picture.beginPath();
  picture.moveTo(-82, 6);
  picture.bezierCurveTo(-80, -36, -58, -48, -22, -56);
  picture.quadraticCurveTo(0, -44, 22, -56);
  picture.bezierCurveTo(58, -48, 80, -36, 82, 6);
  picture.fill();
  picture.fillStyle = skin;
  picture.beginPath();
  picture.roundRect(-13, -82, 26, 40, 13);
  picture.fill();
  picture.fillStyle = 'rgb(0 0 0 / 0.14)';
  picture.beginPath();
  picture.ellipse(0, -72, 13, 9, 0, 0, Math.PI);
  picture.fill();
}

function paintHead(picture: CanvasRenderingContext2D, look: Look, time: number): void {
  picture.save();
  picture.translate(0, -74);
  picture.rotate(Math.sin(time * 0.42) * 0.06);
  picture.fillStyle = look.hair;
  paintHairBehind(picture, look.haircut);
  picture.fillStyle = look.skin;
  picture.beginPath();
  picture.ellipse(0, -24, 25, 32, 0, 0, Math.PI * 2);
  picture.fill();
  const light = picture.createRadialGradient(-10, -30, 2, -4, -24, 34);
  light.addColorStop(0, 'rgb(255 255 255 / 0.2)');
  light.addColorStop(1, 'rgb(90 40 20 / 0.14)');
  picture.fillStyle = light;
  picture.fill();
  picture.fillStyle = look.hair;
  picture.beginPath();
  picture.moveTo(-27, -22);
  picture.bezierCurveTo(-32, -68, 32, -68, 27, -22);
  picture.bezierCurveTo(24, -40, 12, -44, -4, -43);
  picture.bezierCurveTo(-16, -42, -24, -36, -27, -22);
  picture.fill();
  picture.restore();
}

function paintHairBehind(picture: CanvasRenderingContext2D, haircut: Look['haircut']): void {
  picture.beginPath();
  if (haircut === 'long') picture.roundRect(-32, -56, 64, 76, [32, 32, 18, 18]);
  if (haircut === 'bun') picture.arc(4, -62, 13, 0, Math.PI * 2);
  if (haircut === 'short') picture.ellipse(0, -32, 28, 28, 0, 0, Math.PI * 2);
  picture.fill();
}
