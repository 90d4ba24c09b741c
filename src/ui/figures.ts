import type { StreamFigures } from '../engine/call-engine.js';
import type { MoreStrings } from '../i18n/strings.js';

const bitrate = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'kilobit-per-second',
  maximumFractionDigits: 0,
});
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 });
const milliseconds = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'millisecond',
  maximumFractionDigits: 0,
});

/** The figures of a stream in words, without those that are not known. */
export function figureRows(figures: StreamFigures, labels: MoreStrings['figures']): [string, string][] {
  const { audioBitrate, frameRate, height, packetLoss, rtt, videoBitrate, width } = figures;
  const known = videoBitrate !== null || audioBitrate !== null;
  return [
    row(labels.size, width && height ? `${width} × ${height}` : null),
    row(labels.frameRate, frameRate === null ? null : String(Math.round(frameRate))),
    row(labels.bitrate, known ? bitrate.format((videoBitrate ?? 0) + (audioBitrate ?? 0)) : null),
    row(labels.loss, packetLoss === null ? null : percent.format(packetLoss)),
    row(labels.delay, rtt === null ? null : milliseconds.format(rtt)),
  ].flat();
}

function row(label: string, value: string | null): [string, string][] {
  return value === null ? [] : [[label, value]];
}
