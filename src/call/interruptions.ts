/**
 * Tells when the system takes a device away that is on, and when it gives it back: a phone call on iOS, a lid that is
 * closed. The track stays live meanwhile and is silent or black.
 */
export function watchInterruptions(
  track: MediaStreamTrack,
  signal: AbortSignal,
  tell: (interrupted: boolean) => void,
): void {
  track.addEventListener('mute', () => tell(true), { signal });
  track.addEventListener('unmute', () => tell(false), { signal });
}
