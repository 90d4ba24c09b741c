// What a page loads, against what it may: fails past a budget.
import { bytesOf, inCall, join, show } from './loaded-files.mjs';

const rows = [
  { what: 'bytes to show <zego-call>', value: bytesOf(show), budget: 26_000 },
  { what: 'files to show <zego-call>', value: show.size, budget: 3 },
  { what: 'bytes to a usable call with ZEGO', value: bytesOf(join), budget: 640_000 },
  { what: 'bytes of the interface in a call', value: bytesOf(inCall), budget: 25_000 },
];
for (const { what, value, budget } of rows) {
  const over = value > budget ? `  over by ${format(value - budget).trim()}` : '';
  console.log(`${what.padEnd(34)}${format(value)} of ${format(budget)}${over}`);
}
if (rows.some(({ value, budget }) => value > budget)) process.exitCode = 1;

function format(value) {
  return value.toLocaleString('en').padStart(9);
}
