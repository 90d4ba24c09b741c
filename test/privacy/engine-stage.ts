import type { CallEngine, TrackKind } from '../../src/engine/call-engine.js';
import type { Delays } from './delays.js';

/** What the room knows about our stream: whether we send sound, whether we send pictures. */
export type Told = Readonly<Record<TrackKind, boolean>>;

/** Rooms of one engine, with the user "me" under test and somebody else in each. */
export interface EngineStage {
  /** An engine for "me". */
  createEngine(): CallEngine;
  /** Cuts and restores the connection of "me". */
  dropConnection(): void;
  restoreConnection(): void;
  /** Every track that an engine, a sender or the SDK was given to send. */
  outgoing(): readonly MediaStreamTrack[];
  /** The tracks that somebody else receives from "me" now. */
  received(): readonly MediaStreamTrack[];
  /** What somebody else in that room knows about the stream of "me"; undefined while there is none. */
  told(room: string): Told | undefined;
  close(): Promise<void>;
}

/** What is set in `delays` counts from then on. */
export type SetEngineStage = (rooms: readonly string[], delays: Delays) => Promise<EngineStage>;
