// People who send what `quality="low"` sends, over the local engine as it is built, and receive nothing of each other.
import { createEngine } from '../dist/npm/engine/local/local-engine.js';

const SIZE = { width: 640, height: 360 };
const FRAME_RATE = 15;
const MAX_BITRATE = 400;

const canvas = Object.assign(document.createElement('canvas'), SIZE);
const picture = canvas.getContext('2d', { willReadFrequently: true });
const media = canvas.captureStream();
setInterval(draw, 1000 / FRAME_RATE);

window.enter = async (room, id) => {
  const engine = createEngine({});
  engine.subscribe((event) => {
    if (event.type === 'streams-added') for (const { streamId } of event.streams) engine.stop(streamId);
  });
  await engine.join({ room, user: { id, name: id }, token: '' }, new AbortController().signal);
  await engine.publish(media, { source: 'camera', maxBitrate: MAX_BITRATE });
};

/** Head and shoulders that sway before a striped wall. */
function draw() {
  const { height, width } = SIZE;
  const time = performance.now() / 1000;
  picture.fillStyle = '#7d8a99';
  picture.fillRect(0, 0, width, height);
  picture.fillStyle = '#8c98a6';
  for (let stripe = 0; stripe < width; stripe += 40) picture.fillRect(stripe, 0, 20, height);
  picture.fillStyle = '#5b4636';
  picture.beginPath();
  picture.ellipse(
    width / 2 + Math.sin(time * 2) * 60,
    height / 2,
    80,
    110,
    Math.sin(time) / 3,
    0,
    2 * Math.PI,
  );
  picture.ellipse(width / 2 + Math.sin(time) * 30, height, 180, 110, 0, 0, 2 * Math.PI);
  picture.fill();
}
