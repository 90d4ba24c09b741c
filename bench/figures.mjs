// What is printed of many samples.

export function median(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2;
}

/** One line: least, median, most, in ms. */
export function spread(name, samples) {
  const figures = [Math.min(...samples), median(samples), Math.max(...samples)].map((each) =>
    each.toFixed(0),
  );
  return `${name.padEnd(16)} min ${figures[0]} ms, median ${figures[1]} ms, max ${figures[2]} ms`;
}
