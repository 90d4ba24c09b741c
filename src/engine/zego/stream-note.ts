import type { StreamInfo, StreamSource } from '../call-engine.js';

/** What a stream of ours says about itself in its `extraInfo`: at most 127 bytes. */
export type StreamNote = Pick<StreamInfo, 'source' | 'audio' | 'video'>;

/** What is assumed of streams without a note of ours, as native apps publish them. */
export const PLAIN_NOTE: StreamNote = { source: 'camera', audio: true, video: true };

export function writeNote({ source, audio, video }: StreamNote): string {
  return JSON.stringify({ s: source, a: Number(audio), v: Number(video) });
}

/** Undefined for whatever isn't a note of ours. */
export function readNote(extraInfo: unknown): StreamNote | undefined {
  if (typeof extraInfo !== 'string' || !extraInfo.startsWith('{')) return undefined;
  try {
    const { s, a, v } = JSON.parse(extraInfo) as Record<string, unknown>;
    return isSource(s) && isFlag(a) && isFlag(v) ? { source: s, audio: a === 1, video: v === 1 } : undefined;
  } catch {
    return undefined;
  }
}

function isSource(value: unknown): value is StreamSource {
  return value === 'camera' || value === 'screen';
}

function isFlag(value: unknown): value is 0 | 1 {
  return value === 0 || value === 1;
}
