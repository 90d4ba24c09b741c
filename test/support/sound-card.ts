import { pause } from './wait.js';

/** Whether Web Audio runs here: without a sound card, Firefox keeps every AudioContext suspended. */
export async function hasSoundCard(): Promise<boolean> {
  const context = new AudioContext();
  const running = await Promise.race([context.resume().then(() => true), pause(500).then(() => false)]);
  await context.close();
  return running;
}
