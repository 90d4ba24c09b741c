import type { StreamFigures, StreamStats } from '../call-engine.js';
import { roundTripOf, type LinkStat } from './link-quality.js';

/** The members of the RTP statistics that tell how a stream fares. */
interface RtpStat extends LinkStat {
  /** Milliseconds. */
  readonly timestamp?: number;
  readonly kind?: string;
  /** Of the media line. */
  readonly mid?: string;
  /** What the other end says of what we send on it. */
  readonly remoteId?: string;
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  readonly framesEncoded?: number;
  readonly framesDecoded?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly codecId?: string;
  /** Of a codec, such as `video/VP8`. */
  readonly mimeType?: string;
  /** Seconds. */
  readonly jitter?: number;
  /** Seconds. */
  readonly totalFreezesDuration?: number;
}

/** The statistics of a connection at one moment, as `RTCPeerConnection.getStats()` gives them. */
export type Report = ReadonlyMap<string, RtpStat>;

const NOTHING: StreamFigures = {
  videoBitrate: null,
  audioBitrate: null,
  packetLoss: null,
  rtt: null,
  frameRate: null,
  width: null,
  height: null,
  codec: null,
  jitter: null,
  delay: null,
  frozen: null,
};

/** How a stream fares on one connection, by two looks at it. @param lines the media lines that carry the stream. */
export function figuresOf(
  direction: StreamStats['direction'],
  lines: readonly string[],
  now: Report,
  before: Report | undefined,
): StreamFigures {
  const type = direction === 'publish' ? 'outbound-rtp' : 'inbound-rtp';
  const carriers = [...now].filter(([, { mid, type: of }]) => of === type && lines.includes(mid ?? ''));
  const roundTrip = roundTripOf(now);
  const figures = carriers.map(([id, stat]): StreamFigures => {
    const known = before?.get(id);
    const bitrate = rate(bytesOf(stat), bytesOf(known), since(stat, known), 8);
    const packetLoss = direction === 'publish' ? lossToldOf(stat, now) : lossOf(stat, known);
    if (stat.kind === 'audio')
      return { ...NOTHING, audioBitrate: bitrate, packetLoss, jitter: milliseconds(stat.jitter) };
    return {
      ...NOTHING,
      videoBitrate: bitrate,
      packetLoss,
      frameRate: rate(framesOf(stat), framesOf(known), since(stat, known), 1000),
      width: stat.frameWidth || null,
      height: stat.frameHeight || null,
      codec: now.get(stat.codecId ?? '')?.mimeType?.replace('video/', '') ?? null,
      frozen: milliseconds(stat.totalFreezesDuration),
    };
  });
  return { ...together(figures), rtt: milliseconds(roundTrip ?? undefined) };
}

/** Several parts of a stream, or the same stream to several peers: all that flows, the worst way, the best picture. */
export function together(parts: readonly StreamFigures[]): StreamFigures {
  const known = (key: Exclude<keyof StreamFigures, 'codec'>): number[] =>
    parts.flatMap((part) => part[key] ?? []);
  const sum = (numbers: readonly number[]): number | null =>
    numbers.length > 0 ? numbers.reduce((one, other) => one + other) : null;
  const most = (numbers: readonly number[]): number | null =>
    numbers.length > 0 ? Math.max(...numbers) : null;
  return {
    videoBitrate: sum(known('videoBitrate')),
    audioBitrate: sum(known('audioBitrate')),
    packetLoss: most(known('packetLoss')),
    rtt: most(known('rtt')),
    frameRate: most(known('frameRate')),
    width: most(known('width')),
    height: most(known('height')),
    codec: parts.find(({ codec }) => codec !== null)?.codec ?? null,
    jitter: most(known('jitter')),
    delay: most(known('delay')),
    frozen: most(known('frozen')),
  };
}

function milliseconds(seconds: number | undefined): number | null {
  return seconds === undefined ? null : seconds * 1000;
}

function bytesOf(stat: RtpStat | undefined): number | undefined {
  return stat?.bytesSent ?? stat?.bytesReceived;
}

function framesOf(stat: RtpStat | undefined): number | undefined {
  return stat?.framesEncoded ?? stat?.framesDecoded;
}

function since(stat: RtpStat, before: RtpStat | undefined): number {
  return (stat.timestamp ?? 0) - (before?.timestamp ?? Infinity);
}

/** @param scale of one a millisecond. Null where there is nothing to compare, or counting began anew. */
function rate(
  now: number | undefined,
  before: number | undefined,
  milliseconds: number,
  scale: number,
): number | null {
  if (now === undefined || before === undefined || now < before || !(milliseconds > 0)) return null;
  return ((now - before) * scale) / milliseconds;
}

function lossOf(stat: RtpStat, before: RtpStat | undefined): number | null {
  if (!before) return null;
  const newly = (key: 'packetsLost' | 'packetsReceived'): number =>
    Math.max(0, (stat[key] ?? 0) - (before[key] ?? 0));
  const [lost, received] = [newly('packetsLost'), newly('packetsReceived')];
  return lost + received > 0 ? lost / (lost + received) : null;
}

function lossToldOf({ remoteId }: RtpStat, report: Report): number | null {
  const told = report.get(remoteId ?? '')?.fractionLost;
  return told === undefined ? null : Math.min(Math.max(told, 0), 1);
}
