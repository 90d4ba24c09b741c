import type { CallEngine, TrackKind } from '../../src/engine/call-engine.js';
import type { Delays } from './delays.js';

/** What others know about our stream: whether we send sound, whether we send pictures; undefined until they are told. */
export type Told = Readonly<Record<TrackKind, boolean | undefined>>;

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
  /** What others in that room know about the stream of "me", in each way that they are told; empty while there is none. */
  told(room: string): readonly Told[];
  close(): Promise<void>;
}

/** What is set in `delays` counts from then on. */
export type SetEngineStage = (rooms: readonly string[], delays: Delays) => Promise<EngineStage>;
