/**
 * Notifies when the system takes away a device that is on (a phone call on iOS, a closed lid) and when it gives the device
 * back. Meanwhile the track stays live and is silent or black; it may be so from the start.
 */
export function watchInterruptions(
  track: MediaStreamTrack,
  signal: AbortSignal,
  notify: (interrupted: boolean) => void,
): void {
  track.addEventListener('mute', () => notify(true), { signal });
  track.addEventListener('unmute', () => notify(false), { signal });
  if (track.muted) notify(true);
}
