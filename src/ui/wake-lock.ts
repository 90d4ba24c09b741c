import { type CallState, remoteStreams } from '../call/call-state.js';
import { follow, type Room, whenLeft } from './room.js';

/** Keeps the screen from going dark while there are pictures to see. Where the browser can't, or won't, it goes dark. */
export function keepAwake(room: Room): void {
  // Not every browser has it, whatever its types say; none has it on an insecure page.
  const wakeLock = navigator.wakeLock as WakeLock | undefined;
  if (!wakeLock) return;
  const { left, session } = room;
  let lock: WakeLockSentinel | null = null;
  let asking = false;

  const settle = async (): Promise<void> => {
    const wanted = !left.aborted && !document.hidden && hasPictures(session.state);
    if (!wanted) {
      void lock?.release();
      lock = null;
    }
    if (!wanted || asking || (lock && !lock.released)) return;
    asking = true;
    // Refused when the battery is low, for example.
    lock = await wakeLock.request('screen').catch(() => null);
    asking = false;
    if (lock) void settle();
  };

  follow(room, () => void settle());
  document.addEventListener('visibilitychange', () => void settle(), { signal: left });
  whenLeft(room, () => void settle());
  void settle();
}

function hasPictures(state: CallState): boolean {
  const { camera, screen } = state.self;
  return camera.status === 'on' || screen.status === 'on' || remoteStreams(state).some(({ video }) => video);
}
