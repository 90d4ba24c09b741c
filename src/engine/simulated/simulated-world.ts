import type {
  Effects,
  CallEngine,
  HostAction,
  Layer,
  Message,
  MessageKind,
  QualityGrade,
  StreamFigures,
  StreamInfo,
  StreamSource,
  TrackKind,
  User,
} from '../call-engine.js';
import type { CallError } from '../call-error.js';
import { Room } from './room.js';
import { RoomEngine } from './room-engine.js';
import { SyntheticMedia } from './synthetic-media.js';

/** Rooms of synthetic people, apart from every other world. Nothing in it touches a device or the network. */
export interface SimulatedWorld {
  /** The room of that name; made, empty, when it is asked for first. */
  room(name: string): SimulatedRoom;
  /** An engine whose calls meet in the rooms of this world. Fits the `engine` property of `<zego-call>` as it is. */
  readonly createEngine: () => CallEngine;
}

/** A room, the script of what happens in it, and the faults it can have. */
export interface SimulatedRoom {
  readonly name: string;
  /** Everybody in the room, those who joined with an engine included. */
  readonly users: readonly User[];
  /** Every published stream. */
  readonly streams: readonly StreamInfo[];
  /** Everything that was ever said, oldest first. */
  readonly messages: readonly Message[];
  /** Every signal between calls, oldest first. */
  readonly signals: readonly SimulatedSignal[];
  /** Milliseconds that joining takes; 0 by default. */
  joinDelay: number;

  /**
   * Brings somebody in. Who is there already under the same ID, is put out as with `logInElsewhere`.
   * @param user `name` is the ID when absent.
   * @param hear is called with each message of others.
   * @param hearSignal is called with each signal of others.
   */
  enter(
    user: { id: string; name?: string },
    hear?: (message: Message) => void,
    hearSignal?: (signal: SimulatedSignal) => void,
  ): SimulatedParticipant;

  /** Every engine in the room loses its connection: it hears nothing, and what it sends fails with `network`. */
  dropConnection(): void;
  /** The connection is back; what happened meanwhile is reported now. */
  restoreConnection(): void;
  /** Puts somebody out: an engine reports `ended` with `removed`, and with the reason if one is given. */
  kick(userId: string, reason?: string): void;
  /** The user's session here ends, because another one begins: an engine reports `ended` with `duplicate-login`. */
  logInElsewhere(userId: string): void;
  /** The next join fails with `error`, after `joinDelay`. */
  failNextJoin(error: CallError): void;
  /** Publishing with this stream ID finds it taken. */
  takeStreamId(streamId: string): void;
  /** An engine that publishes the stream reports the `publish-state` "retrying", until `resumePublication`. */
  interruptPublication(streamId: string): void;
  resumePublication(streamId: string): void;
  /** A stream ends that nobody stopped; an engine that publishes it reports `publication-ended`. */
  endPublication(streamId: string, error: CallError): void;
  /** Engines that play the stream report the `play-state` "failed"; when there is none, the next `play` fails. */
  failPlay(streamId: string, error: CallError): void;
  /** What somebody's network is like from now on, as reported to everybody and to themselves; 0 and 0 at first. */
  setQuality(userId: string, up: QualityGrade, down: QualityGrade): void;
  /**
   * What engines that send or play a stream report of it, at once and from now on; figures that are not given stay
   * plausible, as they all are at first.
   */
  setFigures(streamId: string, figures: Partial<StreamFigures>): void;
  /** What is done to the picture of a stream; `{}` when nothing is, or there is no such stream. */
  effectsOf(streamId: string): Effects;
  /** Effects go off, which engines report as `effects-off`, and can't be turned on from now on. */
  failEffects(error: CallError): void;
  /** Every engine in the room reports `token-expiring`. */
  expireToken(): void;
  /** The token with which somebody joined with an engine, or which they renewed to. */
  tokenOf(userId: string): string | undefined;
}

/** What one call tells others, such as a raised hand; no chat shows it. */
export interface SimulatedSignal {
  readonly from: User;
  readonly text: string;
  /** The user IDs of those who get it; absent when everybody else does. */
  readonly to?: readonly string[];
}

export interface ParticipantStream {
  /** `camera` by default. A participant has one stream of each source at most. */
  readonly source?: StreamSource;
  /** Whether the microphone is on; true by default. */
  readonly audio?: boolean;
  /** Whether the camera is on; true by default. */
  readonly video?: boolean;
  /** Whether a picture is drawn while the camera is on; true by default. Without one, no frame ever arrives. */
  readonly picture?: boolean;
}

/** Somebody synthetic in a room. Where `source` can be given, `camera` is the default. */
export interface SimulatedParticipant {
  readonly user: User;
  /** Returns the stream ID. What was published from the same source before ends. */
  publish(stream?: ParticipantStream): string;
  unpublish(source?: StreamSource): void;
  mute(kind: TrackKind, source?: StreamSource): void;
  unmute(kind: TrackKind, source?: StreamSource): void;
  /**
   * How loud this person speaks, from 0 (silence, the default) to 1: either from now on, or as a script of
   * levels that last 200 ms each and end in silence.
   */
  speak(level: number | readonly number[]): void;
  /** `kind` is `reliable` by default. */
  say(text: string, kind?: MessageKind): void;
  /** Asks somebody to do something, as hosts of ZEGO's prebuilt kits do: an engine reports `host-command`. */
  command(action: HostAction, userId: string): void;
  /** Sends a signal to everybody else, or to the users of `to`: "hand up", "hand down", "react like" …. */
  signal(text: string, to?: readonly string[]): void;
  /** Reports this person's network, as `setQuality` of the room does. */
  quality(up: QualityGrade, down: QualityGrade): void;
  /** The layer that an engine last asked for; `high` at first. */
  layerWanted(source?: StreamSource): Layer;
  /** Leaves the room with all streams; harmless twice. */
  leave(): void;
}

/** A world of its own: what happens in one is never seen in another. */
export function createSimulatedWorld(): SimulatedWorld {
  const room = createRooms();
  return { room, createEngine: () => new RoomEngine(room) };
}

/** Finds a room by its name, making it when it is asked for first. */
export function createRooms(): (name: string) => Room {
  const media = new SyntheticMedia();
  const takenIds = new Set<string>();
  const rooms = new Map<string, Room>();
  return (name) => {
    const room = rooms.get(name) ?? new Room(name, media, takenIds);
    rooms.set(name, room);
    return room;
  };
}
