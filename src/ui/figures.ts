import type { StreamFigures } from '../engine/call-engine.js';
import type { MoreStrings } from '../i18n/strings.js';

/** The others are for support engineers, in the report. */
type ShownFigures = Omit<StreamFigures, 'codec' | 'jitter' | 'delay' | 'frozen'>;

const BITRATE = { style: 'unit', unit: 'kilobit-per-second', maximumFractionDigits: 0 } as const;
const LOSS = { style: 'percent', maximumFractionDigits: 1 } as const;
const DELAY = { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 } as const;

/** The figures of a stream in words of that language, without those that are not known. */
export function figureRows(
  figures: ShownFigures,
  lang: string,
  { figures: labels, number }: MoreStrings,
): [string, string][] {
  const { audioBitrate, frameRate, height, packetLoss, rtt, videoBitrate, width } = figures;
  const known = videoBitrate !== null || audioBitrate !== null;
  const bitrate = (videoBitrate ?? 0) + (audioBitrate ?? 0);
  return [
    row(labels.size, width && height ? `${width} × ${height}` : null),
    row(labels.frameRate, frameRate === null ? null : number(Math.round(frameRate))),
    row(labels.bitrate, known ? bitrate.toLocaleString(lang, BITRATE) : null),
    row(labels.loss, packetLoss === null ? null : packetLoss.toLocaleString(lang, LOSS)),
    row(labels.delay, rtt === null ? null : rtt.toLocaleString(lang, DELAY)),
  ].flat();
}

function row(label: string, value: string | null): [string, string][] {
  return value === null ? [] : [[label, value]];
}
