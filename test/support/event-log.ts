import type { CallEngine, EngineEvent, StreamInfo, User } from '../../src/engine/call-engine.js';
import { eventually } from './wait.js';

export type EventType = EngineEvent['type'];
export type EventOf<T extends EventType> = Extract<EngineEvent, { type: T }>;

/** Everything an engine reported, so that no test misses an event by subscribing a moment too late. */
export class EventLog {
  readonly #events: EngineEvent[] = [];
  readonly close: () => void;

  constructor(engine: CallEngine) {
    this.close = engine.subscribe((event) => this.#events.push(event));
  }

  get all(): readonly EngineEvent[] {
    return this.#events;
  }

  of<T extends EventType>(type: T): readonly EventOf<T>[] {
    return this.#events.filter((event): event is EventOf<T> => event.type === type);
  }

  /** The first event of `type` that `matches`, past or to come. */
  event<T extends EventType>(
    type: T,
    matches: (event: EventOf<T>) => boolean = () => true,
    timeout?: number,
  ): Promise<EventOf<T>> {
    const what = `the engine reports a matching "${type}"`;
    return eventually(() => this.of(type).find(matches), what, timeout);
  }

  forget(): void {
    this.#events.length = 0;
  }

  /** Who is in the room by what was reported so far. */
  users(): ReadonlyMap<string, User> {
    const users = new Map<string, User>();
    for (const event of this.#events) {
      if (event.type === 'users-added') for (const user of event.users) users.set(user.id, user);
      if (event.type === 'users-removed') for (const id of event.userIds) users.delete(id);
    }
    return users;
  }

  /** The streams of the room, with their devices on or off, by what was reported so far. */
  streams(): ReadonlyMap<string, StreamInfo> {
    const streams = new Map<string, StreamInfo>();
    for (const event of this.#events) {
      if (event.type === 'streams-added')
        for (const stream of event.streams) streams.set(stream.streamId, stream);
      if (event.type === 'streams-removed') for (const id of event.streamIds) streams.delete(id);
      if (event.type === 'remote-device') {
        const stream = streams.get(event.streamId);
        if (stream) streams.set(event.streamId, { ...stream, [event.kind]: event.on });
      }
    }
    return streams;
  }

  user(id: string): Promise<User> {
    return eventually(() => this.users().get(id), `the engine reports the user ${id}`);
  }

  /** A stream that was reported, once it is as `matches` wants it. */
  stream(streamId: string, matches: (stream: StreamInfo) => boolean = () => true): Promise<StreamInfo> {
    return eventually(() => {
      const stream = this.streams().get(streamId);
      return stream && matches(stream) ? stream : undefined;
    }, `the engine reports the stream ${streamId} as expected`);
  }
}
