import { expect } from '@open-wc/testing';
import type { PublishOptions } from '../../src/engine/call-engine.js';
import { LocalEngine } from '../../src/engine/local/local-engine.js';
import { EventLog } from '../support/event-log.js';
import { inTime } from '../support/wait.js';
import { Capture } from './local-capture.js';
import { connections } from './local-connections.js';
import type { TestWay } from './local-stage.js';
import { BroadcastWay } from './local-ways.js';

/** An engine, what it reported, and the cable that it hangs on. */
export class Member {
  readonly engine: LocalEngine;
  readonly log: EventLog;

  constructor(
    readonly id: string,
    readonly way: TestWay,
    lookEvery?: number,
  ) {
    this.engine = new LocalEngine(way.open, lookEvery);
    this.log = new EventLog(this.engine);
  }

  join(room: string): Promise<void> {
    const request = { room, user: { id: this.id, name: this.id }, token: '' };
    return inTime(this.engine.join(request, new AbortController().signal), 'join settles');
  }

  async play(streamId: string): Promise<MediaStream> {
    await this.log.stream(streamId);
    return inTime(this.engine.play(streamId, new AbortController().signal), 'play settles');
  }
}

/** Members of one room, and media for them, for as long as a test runs. */
export class Meeting {
  readonly room = crypto.randomUUID();
  readonly #members: Member[] = [];

  constructor(readonly media: Capture) {}

  /** @param lookEvery how often the engine reads the statistics, in ms. */
  member(id: string, way: TestWay = new BroadcastWay(), lookEvery?: number): Member {
    const created = new Member(id, way, lookEvery);
    this.#members.push(created);
    return created;
  }

  /** Ada, who publishes, and Emi, who watches. */
  async watch(
    ways: readonly [TestWay, TestWay] = [new BroadcastWay(), new BroadcastWay()],
    options: PublishOptions = { source: 'camera' },
  ) {
    const [ada, emi] = [this.member('ada', ways[0]), this.member('emi', ways[1])];
    await ada.join(this.room);
    const publication = await ada.engine.publish(this.media.stream, options);
    await emi.join(this.room);
    const stream = await emi.play(publication.streamId);
    const video = document.createElement('video');
    Object.assign(video, { muted: true, srcObject: stream });
    await video.play();
    return { ada, emi, publication, stream, video };
  }

  async end(): Promise<void> {
    for (const { engine } of this.#members) await engine.destroy();
    await this.media.close();
    expect(connections.open, 'every connection is closed in the end').to.have.length(0);
  }
}

/** Has a fresh meeting for each test of the surrounding `describe`, and gives access to it. */
export function useMeeting(): () => Meeting {
  let meeting: Meeting | undefined;
  beforeEach(async () => {
    meeting = new Meeting(await Capture.open());
  });
  afterEach(() => meeting?.end());
  return () => {
    if (!meeting) throw new Error('A meeting is there only while a test runs');
    return meeting;
  };
}
