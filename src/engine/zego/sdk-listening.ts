import type { Sdk } from './load-sdk.js';
import { quietly } from './settle.js';

/** Calls `listener` for each event of that name. Types of the SDK don't say all that comes with an event. */
export function listenToSdk(
  sdk: Sdk,
  name: string,
  listener: (...args: unknown[]) => void,
  signal: AbortSignal,
): void {
  const events = sdk as unknown as Record<'on' | 'off', (name: string, listener: unknown) => boolean>;
  events.on(name, listener);
  signal.addEventListener('abort', () => quietly(() => events.off(name, listener)), { once: true });
}

/**
 * Makes a played stream fire `addtrack` when the SDK adds a track to it. Browsers don't for a track that a script adds, and
 * Safari shows such a track only after the stream is assigned to the `<video>` again.
 */
export function fireAddTrack(sdk: Sdk, streamId: string, media: MediaStream, signal: AbortSignal): void {
  const listener = (id: unknown, track: unknown): void => {
    if (id === streamId && track instanceof MediaStreamTrack)
      media.dispatchEvent(new MediaStreamTrackEvent('addtrack', { track }));
  };
  for (const name of ['playerVideoTrackUpdate', 'playerAudioTrackUpdate'])
    listenToSdk(sdk, name, listener, signal);
}
