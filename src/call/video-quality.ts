import { invalidConfig } from '../engine/call-error.js';

/** What the camera is asked for, and how much of it is sent. Devices and networks may give less. */
export interface VideoQuality {
  /** In pixels. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  /** In pictures a second, at most 60. */
  readonly frameRate: number;
  /** The most that is sent, in kbit/s: 50 to 10,000. */
  readonly bitrate: number;
}

export type QualityName = 'low' | 'standard' | 'hd';

const QUALITIES: Readonly<Record<QualityName, VideoQuality>> = Object.freeze({
  low: { width: 640, height: 360, frameRate: 15, bitrate: 400 },
  standard: { width: 1280, height: 720, frameRate: 30, bitrate: 1_200 },
  hd: { width: 1920, height: 1080, frameRate: 30, bitrate: 3_000 },
});

export const QUALITY_NAMES = Object.keys(QUALITIES) as readonly QualityName[];

const LEAST: VideoQuality = { width: 16, height: 16, frameRate: 1, bitrate: 50 };
const MOST: VideoQuality = { width: 7_680, height: 4_320, frameRate: 60, bitrate: 10_000 };

/** The numbers of a quality that `checkQuality` lets pass. */
export function videoQuality(quality: QualityName | VideoQuality): VideoQuality {
  return typeof quality === 'string' ? QUALITIES[quality] : quality;
}

/** Throws `invalid-config` for what is neither a name nor four whole numbers within their limits. */
export function checkQuality(quality: unknown): void {
  if (typeof quality === 'string') {
    if (!Object.hasOwn(QUALITIES, quality))
      throw invalidConfig('quality', `must be one of ${QUALITY_NAMES.join(', ')}`);
    return;
  }
  const given = (quality ?? {}) as Partial<Record<keyof VideoQuality, unknown>>;
  for (const key of Object.keys(LEAST) as (keyof VideoQuality)[]) {
    const value = given[key];
    if (!Number.isInteger(value) || (value as number) < LEAST[key] || (value as number) > MOST[key])
      throw invalidConfig('quality', `needs a whole ${key} from ${LEAST[key]} to ${MOST[key]}`);
  }
}
