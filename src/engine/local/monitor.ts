import type { EngineEvent, QualityGrade, StreamStats } from '../call-engine.js';
import { gradeLink, type LinkCounters } from './link-quality.js';
import type { LocalPublication } from './local-publication.js';
import type { Peer } from './peer.js';
import type { PeerLink } from './peer-link.js';
import { figuresOf, together, type Report } from './stream-figures.js';

/** No divisor of a second: a sound that repeats every second would fall between the looks for ever. */
const LEVELS_MS = 130;

/** What the monitor watches. */
export interface MonitoredRoom {
  readonly peers: Iterable<Peer>;
  readonly publications: Iterable<LocalPublication>;
  readonly userId: string;
  readonly closed: AbortSignal;
  emit(event: EngineEvent): void;
}

type Quality = Extract<EngineEvent, { type: 'quality' }>;

/** What the browser says of a connection, and said before. */
interface Look {
  readonly peer: Peer;
  readonly link: PeerLink;
  readonly now: Report;
  readonly before: Report | undefined;
}

/**
 * Reports how loud and how good everything is, for as long as the room is open.
 * @param lookEvery how often the connections are asked, in ms.
 */
export function monitor(room: MonitoredRoom, lookEvery: number): void {
  const look = looker(room, lookEvery / 2);
  const reportQuality = qualityReporter(room);
  const reportLooks = async (): Promise<void> => {
    const looks = await look();
    reportQuality(looks);
    reportStats(room, looks);
  };
  every(LEVELS_MS, () => reportLevels(room), room.closed);
  every(lookEvery, () => void reportLooks(), room.closed);
}

function every(milliseconds: number, act: () => void, until: AbortSignal): void {
  const timer = setInterval(act, milliseconds);
  until.addEventListener('abort', () => clearInterval(timer), { once: true });
}

function reportLevels(room: MonitoredRoom): void {
  const levels = new Map<string, number>();
  for (const { link, played } of room.peers)
    for (const { audio, mediaId, streamId } of played) levels.set(streamId, audio ? link.level(mediaId) : 0);
  if (levels.size > 0) room.emit({ type: 'levels', levels });
}

/** @param timeout how long a connection has to answer, in ms. One that never does is not asked again. */
function looker(room: MonitoredRoom, timeout: number): () => Promise<readonly Look[]> {
  const reports = new WeakMap<PeerLink, Report>();
  const asked = new WeakSet<PeerLink>();
  const ask = async (link: PeerLink): Promise<Report | null> => {
    asked.add(link);
    try {
      return new Map(await link.connection.getStats());
    } catch {
      return null; // Without statistics, a connection works all the same.
    } finally {
      asked.delete(link);
    }
  };
  const look = async (peer: Peer): Promise<Look | null> => {
    const { link } = peer;
    const now = asked.has(link) ? null : await orNull(ask(link), timeout);
    if (!now) return null;
    const before = reports.get(link);
    reports.set(link, now);
    return { peer, link, now, before };
  };
  return async () => (await Promise.all([...room.peers].map(look))).filter((each) => each !== null);
}

/** Resolves with null when the promise takes longer than `timeout`, in ms. */
function orNull<T>(promise: Promise<T | null>, timeout: number): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, timeout, null);
    void promise.then((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });
}

function qualityReporter(room: MonitoredRoom): (looks: readonly Look[]) => void {
  const reported = new Map<string, string>();
  const counters = new WeakMap<PeerLink, LinkCounters>();
  const report = (quality: Quality): void => {
    const grades = `${quality.up} ${quality.down}`;
    if (reported.get(quality.userId) === grades) return;
    reported.set(quality.userId, grades);
    room.emit(quality);
  };
  return (looks) => {
    const own: { up: QualityGrade; down: QualityGrade } = { up: -1, down: -1 };
    for (const { link, now, peer } of looks) {
      const { grades, ...counted } = gradeLink(link.state, now, counters.get(link));
      counters.set(link, counted);
      // What we get from somebody is what that one sends.
      report({ type: 'quality', userId: peer.user.id, up: grades.down, down: grades.up });
      own.up = better(own.up, grades.up);
      own.down = better(own.down, grades.down);
    }
    report({ type: 'quality', userId: room.userId, ...own });
  };
}

/** Of what is sent and played by now: while the browser counted, it may have changed. */
function reportStats(room: MonitoredRoom, looks: readonly Look[]): void {
  const report = (stats: StreamStats): void => room.emit({ type: 'stats', stats });
  for (const publication of room.publications) {
    const direction = 'publish';
    const parts = looks.map(({ before, link, now }) =>
      figuresOf(direction, link.linesTo(publication), now, before),
    );
    report({ streamId: publication.streamId, direction, ...together(parts) });
  }
  for (const { before, link, now, peer } of looks)
    for (const { mediaId, streamId } of peer.played) {
      const direction = 'play';
      report({ streamId, direction, ...figuresOf(direction, link.linesFrom(mediaId), now, before) });
    }
}

/** Our own network is at least as good as the best of our connections. */
function better(one: QualityGrade, other: QualityGrade): QualityGrade {
  if (one === -1 || other === -1) return one === -1 ? other : one;
  return one < other ? one : other;
}
