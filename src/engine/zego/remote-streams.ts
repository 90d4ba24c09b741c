import type { StreamInfo, TrackKind, User } from '../call-engine.js';
import { isKitScreen } from '../stream-id.js';
import { entriesOf, isId, type Reported, userOf } from './sdk-values.js';
import { readNote, type StreamNote } from './stream-note.js';

interface RemoteStream {
  readonly streamId: string;
  readonly user: User;
  readonly source: StreamInfo['source'];
  /** What its owner said last; empty for native apps, which write no notes. */
  readonly note: StreamNote;
  /** What the gateway says of a stream that is played. */
  readonly gateway: Readonly<Partial<Record<TrackKind, boolean>>>;
}

const KINDS: readonly TrackKind[] = ['audio', 'video'];

/**
 * The streams of others in the room, and the only place that decides which of their devices are on: the gateway, which sees
 * what is sent, while a stream is played; otherwise the owner's note; otherwise on.
 */
export class RemoteStreams {
  readonly #streams = new Map<string, RemoteStream>();
  readonly #isPlayed: (streamId: string) => boolean;

  constructor(isPlayed: (streamId: string) => boolean) {
    this.#isPlayed = isPlayed;
  }

  has(streamId: string): boolean {
    return this.#streams.has(streamId);
  }

  /** The user IDs of everybody who publishes. */
  get publishers(): ReadonlySet<string> {
    return new Set([...this.#streams.values()].map(({ user }) => user.id));
  }

  /** Adds streams, except those of `self`. After a lost connection the SDK adds a stream again, which may have changed. */
  add(list: unknown, self: string): Reported {
    const added: StreamInfo[] = [];
    for (const entry of entriesOf(list)) {
      const { streamID, extraInfo } = entry;
      const user = userOf(entry['user']);
      if (!isId(streamID) || !user || user.id === self || this.#streams.has(streamID)) continue;
      const note = readNote(extraInfo) ?? {};
      const source = note.source ?? (isKitScreen(streamID) ? 'screen' : 'camera');
      const stream: RemoteStream = { streamId: streamID, user, source, note, gateway: {} };
      this.#streams.set(streamID, stream);
      added.push(infoOf(stream));
    }
    const changed = this.takeNotes(list);
    return added.length > 0 ? [{ type: 'streams-added', streams: added }, ...changed] : changed;
  }

  /** Returns the IDs of those that were there. */
  remove(streamIds: readonly string[]): readonly string[] {
    return streamIds.filter((id) => this.#streams.delete(id));
  }

  takeNotes(list: unknown): Reported {
    return entriesOf(list).flatMap(({ streamID, extraInfo }) => {
      const note = readNote(extraInfo);
      // A note that says nothing of a device leaves it as it was.
      return note ? this.#change(streamID, (stream) => ({ note: { ...stream.note, ...note } })) : [];
    });
  }

  takeStatus(streamId: unknown, kind: TrackKind, status: unknown): Reported {
    if (status !== 'OPEN' && status !== 'MUTE') return [];
    // A status that comes after playing has stopped would never be corrected.
    if (!isId(streamId) || !this.#isPlayed(streamId)) return [];
    return this.#change(streamId, ({ gateway }) => ({ gateway: { ...gateway, [kind]: status === 'OPEN' } }));
  }

  /** Forgets what the gateway said of a stream that is played no more: it would not say any changes. */
  stopped(streamId: string): Reported {
    return this.#change(streamId, () => ({ gateway: {} }));
  }

  #change(streamId: unknown, change: (stream: RemoteStream) => Partial<RemoteStream>): Reported {
    const before = isId(streamId) ? this.#streams.get(streamId) : undefined;
    if (!before) return [];
    const after = { ...before, ...change(before) };
    this.#streams.set(before.streamId, after);
    return KINDS.filter((kind) => isOn(before, kind) !== isOn(after, kind)).map((kind) => ({
      type: 'remote-device',
      streamId: before.streamId,
      kind,
      on: isOn(after, kind),
    }));
  }
}

function isOn({ gateway, note }: RemoteStream, kind: TrackKind): boolean {
  return gateway[kind] ?? note[kind] ?? true;
}

function infoOf(stream: RemoteStream): StreamInfo {
  const { source, streamId, user } = stream;
  return { streamId, user, source, audio: isOn(stream, 'audio'), video: isOn(stream, 'video') };
}
