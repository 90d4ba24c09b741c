import type { StreamInfo, StreamSource } from '../call-engine.js';
import { objectIn } from './sdk-values.js';

/** What the owner of a stream says about it in its `extraInfo`. What is absent was not said. */
export type StreamNote = Partial<Pick<StreamInfo, 'source' | 'audio' | 'video'>>;

/** ZEGO takes up to 1,024 characters; no client's note comes near it. */
const TOO_LONG = 1024;

/**
 * Writes our keys and those of ZEGO's prebuilt kits, which read no others and show an avatar unless `isCameraOn` is true.
 * About 120 characters. Our streams always have a track of both kinds. Of a screen, the kits always say that the microphone
 * is on: some of them show it as the microphone of the person.
 */
export function writeNote({ source, audio, video }: Required<StreamNote>): string {
  return JSON.stringify({
    s: source,
    a: Number(audio),
    v: Number(video),
    isCameraOn: video,
    isMicrophoneOn: audio || source === 'screen',
    hasVideo: true,
    hasAudio: true,
  });
}

/** Reads our keys, or those of ZEGO's kits where ours are absent. Returns undefined for whatever is not a note. */
export function readNote(extraInfo: unknown): StreamNote | undefined {
  const note = typeof extraInfo === 'string' && extraInfo.length < TOO_LONG ? objectIn(extraInfo) : undefined;
  if (!note) return undefined;
  const { s, a, v, isCameraOn, isMicrophoneOn } = note;
  if (s !== undefined || a !== undefined || v !== undefined)
    return isSource(s) && isFlag(a) && isFlag(v) ? { source: s, audio: a === 1, video: v === 1 } : undefined;
  if (!isOptionalBoolean(isCameraOn) || !isOptionalBoolean(isMicrophoneOn)) return undefined;
  if (isCameraOn === undefined && isMicrophoneOn === undefined) return undefined;
  return {
    ...(isMicrophoneOn === undefined ? {} : { audio: isMicrophoneOn }),
    ...(isCameraOn === undefined ? {} : { video: isCameraOn }),
  };
}

function isSource(value: unknown): value is StreamSource {
  return value === 'camera' || value === 'screen';
}

function isFlag(value: unknown): value is 0 | 1 {
  return value === 0 || value === 1;
}

function isOptionalBoolean(value: unknown): value is boolean | undefined {
  return value === undefined || typeof value === 'boolean';
}
