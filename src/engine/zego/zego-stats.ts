import type { StreamStats } from '../call-engine.js';
import { isId, isRecord, type Reported } from './sdk-values.js';

/**
 * What `publishQualityUpdate` and `playQualityUpdate` of the SDK tell of a stream. Its bitrates are in kbit/s, its losses
 * fractions of 1, its round trip and jitter in seconds, its delay and standstill in ms, though its typings give no units.
 */
export function statsOf(direction: StreamStats['direction'], streamId: unknown, told: unknown): Reported {
  if (!isId(streamId) || !isRecord(told)) return [];
  const [video, audio] = [part(told['video']), part(told['audio'])];
  const isPlayed = direction === 'play';
  const stats: StreamStats = {
    streamId,
    direction,
    videoBitrate: amount(video['videoBitrate']),
    audioBitrate: amount(audio['audioBitrate']),
    packetLoss: worse(amount(video['videoPacketsLostRate']), amount(audio['audioPacketsLostRate'])),
    rtt: milliseconds(something(told['currentRoundTripTime'])),
    frameRate: amount(video['videoFPS']),
    width: something(video['frameWidth']),
    height: something(video['frameHeight']),
    codec: text(video['googCodecName']),
    jitter: isPlayed ? milliseconds(amount(audio['audioJitter'])) : null,
    delay: isPlayed ? something(told['peerToPeerDelay']) : null,
    frozen: isPlayed ? amount(video['videoCumulativeBreakTime']) : null,
  };
  return [{ type: 'stats', stats }];
}

function part(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** The SDK divides by zero now and then. */
function amount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

/** Where the SDK says 0 for what it does not know. */
function something(value: unknown): number | null {
  return amount(value) || null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

/** What was sent before and is lost only now makes the SDK count more than all. */
function worse(one: number | null, other: number | null): number | null {
  return one === null && other === null ? null : Math.min(Math.max(one ?? 0, other ?? 0), 1);
}
