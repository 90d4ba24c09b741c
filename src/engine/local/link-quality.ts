import type { QualityGrade } from '../call-engine.js';

/** What was counted up to the last look at a connection. */
export interface LinkCounters {
  readonly received: number;
  readonly lost: number;
}

export interface LinkQuality extends LinkCounters {
  readonly grades: { readonly up: QualityGrade; readonly down: QualityGrade };
}

/** The members of the statistics that tell how good a connection is; every browser gives some of them. */
export interface LinkStat {
  readonly type: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly currentRoundTripTime?: number;
  readonly roundTripTime?: number;
  readonly fractionLost?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
}

/** The worst that still earns a grade: seconds of round trip, fraction of packets lost. */
const LIMITS: readonly (readonly [grade: QualityGrade, seconds: number, lost: number])[] = [
  [0, 0.1, 0.01],
  [1, 0.2, 0.03],
  [2, 0.4, 0.08],
];

/** Grades both directions of a connection by its statistics and what was counted before. */
export function gradeLink(
  state: RTCPeerConnectionState,
  report: Iterable<readonly [string, LinkStat]>,
  before: LinkCounters = { received: 0, lost: 0 },
): LinkQuality {
  let [received, lost, upLoss] = [0, 0, 0];
  for (const [, stat] of report) {
    if (stat.type === 'inbound-rtp') {
      received += stat.packetsReceived ?? 0;
      lost += Math.max(0, stat.packetsLost ?? 0);
    } else if (stat.type === 'remote-inbound-rtp') {
      upLoss = Math.max(upLoss, stat.fractionLost ?? 0);
    }
  }
  if (state !== 'connected') {
    const grade = state === 'new' || state === 'connecting' ? -1 : 4;
    return { received, lost, grades: { up: grade, down: grade } };
  }
  const newlyLost = Math.max(0, lost - before.lost);
  const total = Math.max(0, received - before.received) + newlyLost;
  const downLoss = total > 0 ? newlyLost / total : 0;
  const roundTrip = roundTripOf(report) ?? 0;
  return { received, lost, grades: { up: grade(roundTrip, upLoss), down: grade(roundTrip, downLoss) } };
}

/** The longest round trip that a report tells of, in seconds; null when it tells of none. */
export function roundTripOf(report: Iterable<readonly [string, LinkStat]>): number | null {
  let longest: number | null = null;
  for (const [, stat] of report) {
    const isUsed = stat.type === 'candidate-pair' && stat.nominated && stat.state === 'succeeded';
    const seconds = isUsed ? stat.currentRoundTripTime : stat.roundTripTime;
    if (seconds !== undefined && (isUsed || stat.type === 'remote-inbound-rtp'))
      longest = Math.max(longest ?? 0, seconds);
  }
  return longest;
}

function grade(seconds: number, lost: number): QualityGrade {
  return LIMITS.find(([, slowest, worst]) => seconds <= slowest && lost <= worst)?.[0] ?? 3;
}
