// What keeps a page busy.

/** In ms: shorter ones are not reported, and count as this. */
const SHORTEST = 50;
/** How long there is no long task, in ms, when what was set off has ended. */
const REST = 500;

/**
 * Runs `act` in a task of its own. Once `isDone` and the page has come to rest, resolves with its longest task and with
 * the time from the start to the end of the last long one, in ms.
 */
export async function untilRest(act, isDone) {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  const start = performance.now();
  const end = () => Math.max(start, ...tasks.map(({ startTime, duration }) => startTime + duration));
  setTimeout(act);
  do await new Promise((resolve) => setTimeout(resolve, REST));
  while (!isDone() || performance.now() - end() < REST);
  observer.disconnect();
  return { longest: Math.max(SHORTEST, ...tasks.map(({ duration }) => duration)), elapsed: end() - start };
}
