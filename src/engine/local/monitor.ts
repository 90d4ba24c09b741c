import type { EngineEvent, QualityGrade } from '../call-engine.js';
import type { Peer } from './peer.js';
import { gradeLink, type LinkCounters } from './link-quality.js';

/** No divisor of a second: a sound that repeats every second would fall between the looks for ever. */
const LEVELS_MS = 130;
const QUALITY_MS = 2_000;

/** What the monitor watches. */
export interface MonitoredRoom {
  readonly peers: Iterable<Peer>;
  readonly userId: string;
  readonly closed: AbortSignal;
  emit(event: EngineEvent): void;
}

type Quality = Extract<EngineEvent, { type: 'quality' }>;

/** Reports how loud and how good everything is, for as long as the room is open. */
export function monitor(room: MonitoredRoom): void {
  const reported = new Map<string, string>();
  const counters = new WeakMap<RTCPeerConnection, LinkCounters>();
  const report = (quality: Quality): void => {
    const grades = `${quality.up} ${quality.down}`;
    if (reported.get(quality.userId) === grades) return;
    reported.set(quality.userId, grades);
    room.emit(quality);
  };
  every(LEVELS_MS, () => reportLevels(room), room.closed);
  every(QUALITY_MS, () => void reportQuality(room, counters, report), room.closed);
}

function every(milliseconds: number, act: () => void, until: AbortSignal): void {
  const timer = setInterval(act, milliseconds);
  until.addEventListener('abort', () => clearInterval(timer), { once: true });
}

function reportLevels(room: MonitoredRoom): void {
  const levels = new Map<string, number>();
  for (const peer of room.peers) for (const [id, level] of peer.levels()) levels.set(id, level);
  if (levels.size > 0) room.emit({ type: 'levels', levels });
}

async function reportQuality(
  room: MonitoredRoom,
  counters: WeakMap<RTCPeerConnection, LinkCounters>,
  report: (quality: Quality) => void,
): Promise<void> {
  const own: { up: QualityGrade; down: QualityGrade } = { up: -1, down: -1 };
  await Promise.all(
    [...room.peers].map(async ({ user, link: { connection } }) => {
      const { grades, ...counted } = gradeLink(
        connection.connectionState,
        await connection.getStats(),
        counters.get(connection),
      );
      counters.set(connection, counted);
      // What we get from somebody is what that one sends.
      report({ type: 'quality', userId: user.id, up: grades.down, down: grades.up });
      own.up = better(own.up, grades.up);
      own.down = better(own.down, grades.down);
    }),
  );
  report({ type: 'quality', userId: room.userId, ...own });
}

/** Our own network is at least as good as the best of our connections. */
function better(one: QualityGrade, other: QualityGrade): QualityGrade {
  if (one === -1 || other === -1) return one === -1 ? other : one;
  return one < other ? one : other;
}
