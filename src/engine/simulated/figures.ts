import type { Layer, StreamFigures } from '../call-engine.js';
import { PORTRAIT_SIZE } from './portrait.js';
import type { RoomStream } from './room-stream.js';
import { SLIDES_SIZE } from './slides.js';

const VOICE_BITRATE = 32;
const PICTURE_BITRATE: Readonly<Record<Layer, number>> = { high: 900, low: 120, off: 0 };
const FRAME_RATE = 15;
const LOW_SCALE = 4;
const RTT = 40;

/** How a stream fares of which that layer is on its way: as over a good network, unless a script says otherwise. */
export function figuresOf(stream: RoomStream, layer: Layer): StreamFigures {
  const isSeen = stream.isOn('video') && layer !== 'off';
  const { width, height } = stream.source === 'screen' ? SLIDES_SIZE : PORTRAIT_SIZE;
  const scale = layer === 'low' ? LOW_SCALE : 1;
  return {
    videoBitrate: isSeen ? PICTURE_BITRATE[layer] : 0,
    audioBitrate: stream.isOn('audio') ? VOICE_BITRATE : 0,
    packetLoss: 0,
    rtt: RTT,
    frameRate: isSeen ? FRAME_RATE : 0,
    width: isSeen ? width / scale : null,
    height: isSeen ? height / scale : null,
    codec: null,
    jitter: null,
    delay: null,
    frozen: null,
    ...stream.figures,
  };
}
