import type {
  CallEngine,
  EffectKind,
  JoinRequest,
  Layer,
  MessageKind,
  StreamSource,
  TrackKind,
  User,
} from '../../src/engine/call-engine.js';

/** What the contract suite needs of an engine's surroundings: a room it can people, and faults it can cause. */
export interface EngineStage {
  /** The engine under test: fresh, not joined. */
  readonly engine: CallEngine;
  /** How often the engine tells how streams fare, in ms. */
  readonly statsEvery: number;
  /** What the engine's module says of it before it is made. */
  readonly effectKinds: readonly EffectKind[];
  /** A request that `engine.join` accepts. */
  readonly request: JoinRequest;
  /** Brings somebody else into the room of `request`. */
  enter(user: User): Promise<RemotePeer>;
  /** The user of `request` logs in from somewhere else. */
  logInElsewhere(): Promise<void>;
  /** The network goes away, and comes back. */
  dropConnection(): Promise<void>;
  restoreConnection(): Promise<void>;
  /** Makes the next stream ID that is published count as taken. Returns that ID. */
  takeStreamId(): Promise<string>;
  /** Ends everything the stage opened, the engine included. */
  tearDown(): Promise<void>;
}

/** Somebody else in the room, driven by the suite. */
export interface RemotePeer {
  readonly user: User;
  /** Publishes real media (moving picture, tone); resolves with the stream ID. */
  publish(source: StreamSource): Promise<string>;
  unpublish(streamId: string): Promise<void>;
  setMuted(streamId: string, kind: TrackKind, muted: boolean): Promise<void>;
  say(text: string, kind: MessageKind): Promise<void>;
  /** Sends a signal to everybody else, or to the users of `to`. */
  signal(text: string, to?: readonly string[]): Promise<void>;
  /** The signals that this peer received. */
  signals(): readonly string[];
  /** What this peer heard said. */
  heard(): readonly string[];
  /** Whether this peer sees `streamId` in the room, and as what. Undefined when it is not there. */
  sees(streamId: string): { source: StreamSource; audio: boolean; video: boolean } | undefined;
  /** What arrives of `streamId`, a stream of the engine under test. */
  receive(streamId: string): Promise<MediaStream>;
  /** The layer of `streamId` (a stream of this peer) that the engine under test was last seen to ask for. */
  layerWanted(streamId: string): Layer;
  leave(): Promise<void>;
}

/** Makes a stage for one test. */
export type SetStage = () => Promise<EngineStage>;
