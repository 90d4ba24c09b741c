import { CallSession } from '../../src/call/call-session.js';
import { type RemoteStream, remoteStreams } from '../../src/call/call-state.js';
import type { CallEngine } from '../../src/engine/call-engine.js';
import { inTime } from '../support/wait.js';

const SIZE = { width: 640, height: 360 };

/** Somebody else in a room, with a whole call that watches the user "me". */
export class Viewer {
  readonly #session = new CallSession();

  private constructor() {
    // Video is received only of what somebody sees.
    this.#session.subscribe(() => this.stream && this.#session.seen(this.stream.streamId, SIZE));
  }

  static async join(room: string, engine: () => CallEngine): Promise<Viewer> {
    const viewer = new Viewer();
    viewer.#session.configure({ room, user: 'viewer', engine, viewOnly: true });
    await inTime(viewer.#session.join(), 'the viewer joins');
    return viewer;
  }

  /** The stream of the user "me". */
  get stream(): RemoteStream | undefined {
    return remoteStreams(this.#session.state).find(({ user }) => user.id === 'me');
  }

  get tracks(): readonly MediaStreamTrack[] {
    return this.stream?.media?.getTracks() ?? [];
  }

  leave(): Promise<void> {
    return inTime(this.#session.leave(), 'the viewer leaves');
  }
}

/** A viewer in each of the rooms. */
export async function joinViewers(
  rooms: readonly string[],
  engine: () => CallEngine,
): Promise<ReadonlyMap<string, Viewer>> {
  return new Map(
    await Promise.all(rooms.map(async (room) => [room, await Viewer.join(room, engine)] as const)),
  );
}
