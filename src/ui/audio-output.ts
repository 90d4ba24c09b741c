import { within } from '../call/deadline.js';

/** How long, in ms, a browser may take to change an audio output. */
const TIMEOUT = 5_000;

/** Plays the sound of a media element on an audio output. Rejects when the browser can't, or does not answer. */
export async function useAudioOutput(element: HTMLMediaElement, deviceId: string): Promise<void> {
  // Safari, for one, plays everything on the system's own output.
  if (!('setSinkId' in element) || element.sinkId === deviceId) return;
  await within(TIMEOUT, 'The audio output', element.setSinkId(deviceId));
}
