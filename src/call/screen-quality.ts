import type { VideoCodec } from '../engine/call-engine.js';
import { invalidConfig } from '../engine/call-error.js';

/** How a shared screen is captured and sent. Browsers and networks may give less. */
export interface ScreenQuality {
  /** What stays when not everything can be sent: `text` keeps pictures sharp, `motion` keeps them smooth. */
  readonly content: 'text' | 'motion';
  /** The most, in pictures per second: 1 to 60. */
  readonly frameRate: number;
  /** The most that is sent of the pictures, in kbit/s: 50 to 10,000. */
  readonly bitrate: number;
  /** Whether the sound of what is shared may be shared, where the browser can. Default: `true`. */
  readonly audio?: boolean;
  /** The video codec. Only the ZEGO engine uses it. Default: what the SDK chooses. */
  readonly codec?: VideoCodec;
}

export type ScreenQualityName = ScreenQuality['content'];

const QUALITIES: Readonly<Record<ScreenQualityName, ScreenQuality>> = Object.freeze({
  text: { content: 'text', frameRate: 15, bitrate: 1_500 },
  motion: { content: 'motion', frameRate: 30, bitrate: 3_000 },
});
const NAMES = Object.keys(QUALITIES);
const CODECS: readonly VideoCodec[] = ['VP8', 'H264', 'H265'];
const KEYS: readonly string[] = ['content', 'frameRate', 'bitrate', 'audio', 'codec'];

/** Returns the numbers of a quality. Throws `invalid-config` for what is neither a name nor a complete `ScreenQuality`. */
export function screenQuality(quality: ScreenQualityName | ScreenQuality): ScreenQuality {
  if (typeof quality === 'string') {
    if (!Object.hasOwn(QUALITIES, quality)) refuse(`must be ${NAMES.join(' or ')}`);
    return QUALITIES[quality];
  }
  const given: Partial<Record<keyof ScreenQuality, unknown>> = quality ?? {};
  const unknown = Object.keys(given).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) refuse(`has no ${unknown}, only ${KEYS.join(', ')}`);
  if (!NAMES.includes(String(given.content))) refuse(`needs content: ${NAMES.join(' or ')}`);
  checkNumber('frameRate', given.frameRate, 1, 60);
  checkNumber('bitrate', given.bitrate, 50, 10_000);
  if (given.audio !== undefined && typeof given.audio !== 'boolean') refuse('needs audio: true or false');
  if (given.codec !== undefined && !CODECS.some((codec) => codec === given.codec))
    refuse(`needs a codec of ${CODECS.join(', ')}`);
  return quality;
}

function checkNumber(name: string, value: unknown, least: number, most: number): void {
  if (!Number.isInteger(value) || Number(value) < least || Number(value) > most)
    refuse(`needs a whole ${name} from ${least} to ${most}`);
}

function refuse(problem: string): never {
  throw invalidConfig('screen-quality', problem);
}
