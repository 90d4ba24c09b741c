import { pause } from './wait.js';

const FRAME_PATIENCE = 1_000;

/** Of a track's picture now: the mean of each colour, from 0 to 255. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

/** NaN when no picture comes, as of a track that was just replaced. */
export async function colour(track: MediaStreamTrack): Promise<Colour> {
  const video = Object.assign(document.createElement('video'), { muted: true });
  video.srcObject = new MediaStream([track]);
  void video.play().catch(() => undefined);
  const frame = new Promise((resolve) => video.requestVideoFrameCallback(() => resolve(true)));
  const came = await Promise.race([frame, pause(FRAME_PATIENCE)]);
  const canvas = new OffscreenCanvas(32, 18).getContext('2d')!;
  canvas.drawImage(video, 0, 0, 32, 18);
  video.srcObject = null;
  const { data } = canvas.getImageData(0, 0, 32, 18);
  const mean = (offset: number) =>
    came ? data.filter((_, index) => index % 4 === offset).reduce((sum, value) => sum + value, 0) / 576 : NaN;
  return { red: mean(0), green: mean(1), blue: mean(2) };
}

export async function brightness(track: MediaStreamTrack): Promise<number> {
  const { blue, green, red } = await colour(track);
  return (red + green + blue) / 3;
}
