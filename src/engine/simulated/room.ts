import type {
  Effects,
  EndReason,
  EngineEvent,
  HostAction,
  Message,
  MessageKind,
  QualityGrade,
  StreamFigures,
  StreamInfo,
  TrackKind,
  User,
} from '../call-engine.js';
import { CallError } from '../call-error.js';
import { Participant } from './participant.js';
import type { RoomStream } from './room-stream.js';
import type { SimulatedRoom, SimulatedSignal } from './simulated-world.js';
import type { SyntheticMedia } from './synthetic-media.js';

/** Why somebody is put out of a room; each is an `EndReason` and a `CallErrorCode` alike. */
export type PutOutReason = Extract<EndReason, 'removed' | 'duplicate-login'>;

type QualityEvent = Extract<EngineEvent, { type: 'quality' }>;

/** Somebody in a room, whether a script moves them or an engine. */
export interface Member {
  readonly user: User;
  /** What happens in the room and does not come from this member. */
  receive(event: EngineEvent): void;
  /** The member is out of the room already. */
  putOut(reason: PutOutReason, explanation?: string): void;
  /** Ends a publication from outside. */
  streamEnded(stream: RoomStream, error: CallError): void;
  /** Tells how a stream fares, if this member sends or plays it. */
  reportStats(stream: RoomStream): void;
  /** A stream can't be received. False when this member does not play it. */
  playFailed(streamId: string, error: CallError): boolean;
}

/** Who and what is in a room. Everything that happens there is told to everybody else in it. */
export class Room implements SimulatedRoom {
  joinDelay = 0;
  connected = true;
  readonly #members = new Map<string, Member>();
  readonly #streams = new Map<string, RoomStream>();
  readonly #messages: Message[] = [];
  readonly #signals: SimulatedSignal[] = [];
  readonly #qualities = new Map<string, QualityEvent>();
  readonly #tokens = new Map<string, string>();
  readonly #playFailures = new Map<string, CallError>();
  readonly #takenIds: Set<string>;
  readonly #interrupted = new Set<string>();
  readonly #media: SyntheticMedia;
  readonly #effects = new Map<string, Effects>();
  #effectsFailure: CallError | undefined;
  #joinFailure: CallError | undefined;

  /** @param takenIds the stream IDs in use in all rooms of the world. */
  constructor(
    readonly name: string,
    media: SyntheticMedia,
    takenIds: Set<string>,
  ) {
    this.#media = media;
    this.#takenIds = takenIds;
  }

  get users(): readonly User[] {
    return [...this.#members.values()].map(({ user }) => user);
  }

  get streams(): readonly StreamInfo[] {
    return [...this.#streams.values()].map(({ info }) => info);
  }

  get messages(): readonly Message[] {
    return [...this.#messages];
  }

  get signals(): readonly SimulatedSignal[] {
    return [...this.#signals];
  }

  enter(
    { id, name = id }: { id: string; name?: string },
    hear: (message: Message) => void = () => {},
    hearSignal: (signal: SimulatedSignal) => void = () => {},
  ) {
    const participant = new Participant({ id, name }, this, this.#media, { hear, hearSignal });
    this.admit(participant);
    return participant;
  }

  /** Brings somebody in; whoever was there under the same user ID is put out. */
  admit(member: Member): void {
    this.logInElsewhere(member.user.id);
    this.#members.set(member.user.id, member);
    this.tell(member.user, { type: 'users-added', users: [member.user] });
  }

  /** Takes somebody out, with all their streams. */
  dismiss(member: Member): void {
    const { id } = member.user;
    if (this.#members.get(id) !== member) return;
    const streamIds = this.streams.filter(({ user }) => user.id === id).map(({ streamId }) => streamId);
    for (const streamId of streamIds) this.removeStream(streamId);
    this.#members.delete(id);
    this.tell(member.user, { type: 'users-removed', userIds: [id] });
  }

  /** Reports an event of `from` to everybody else, or to those of `to`. */
  tell(from: User, event: EngineEvent, to?: readonly string[]): void {
    for (const member of this.#members.values()) {
      const { id } = member.user;
      if (id !== from.id && (!to || to.includes(id))) member.receive(event);
    }
  }

  say(from: User, text: string, kind: MessageKind): void {
    const message: Message = { id: crypto.randomUUID(), from, text, kind, sentAt: Date.now() };
    this.#messages.push(message);
    this.tell(from, { type: 'message', message });
  }

  command(from: User, action: HostAction, userId: string): void {
    this.#members.get(userId)?.receive({ type: 'host-command', from, action });
  }

  /** Reports a signal to everybody else, or to those of `to`. */
  signal(from: User, text: string, to?: readonly string[]): void {
    this.#signals.push({ from, text, ...(to ? { to } : {}) });
    this.tell(from, { type: 'signal', from, text }, to);
  }

  isTaken(streamId: string): boolean {
    return this.#takenIds.has(streamId);
  }

  stream(streamId: string): RoomStream | undefined {
    return this.#streams.get(streamId);
  }

  addStream(stream: RoomStream): void {
    this.#takenIds.add(stream.streamId);
    this.#streams.set(stream.streamId, stream);
    this.tell(stream.user, { type: 'streams-added', streams: [stream.info] });
  }

  /** Harmless for a stream that is not there. */
  removeStream(streamId: string): void {
    const stream = this.#streams.get(streamId);
    if (!stream) return;
    this.#takenIds.delete(streamId);
    this.setEffects(streamId, {});
    this.#streams.delete(streamId);
    if (this.#interrupted.delete(streamId)) this.#tellOwner(stream, 'stopped');
    this.tell(stream.user, { type: 'streams-removed', streamIds: [streamId] });
  }

  setStreamOn(stream: RoomStream, kind: TrackKind, on: boolean): void {
    const changed = stream.isOn(kind) !== on;
    stream.setOn(kind, on);
    if (changed) this.tell(stream.user, { type: 'remote-device', streamId: stream.streamId, kind, on });
  }

  tokenOf(userId: string): string | undefined {
    return this.#tokens.get(userId);
  }

  keepToken(userId: string, token: string): void {
    this.#tokens.set(userId, token);
  }

  dropConnection(): void {
    if (!this.connected) return;
    this.connected = false;
    this.#tellAll({ type: 'connection', status: 'reconnecting' });
  }

  restoreConnection(): void {
    if (this.connected) return;
    this.connected = true;
    this.#tellAll({ type: 'connection', status: 'reconnected' });
  }

  kick(userId: string, reason?: string): void {
    this.#putOut(userId, 'removed', reason);
  }

  logInElsewhere(userId: string): void {
    this.#putOut(userId, 'duplicate-login');
  }

  takeStreamId(streamId: string): void {
    this.#takenIds.add(streamId);
  }

  setQuality(userId: string, up: QualityGrade, down: QualityGrade): void {
    const quality = { type: 'quality', userId, up, down } as const;
    this.#qualities.set(userId, quality);
    this.#tellAll(quality);
  }

  qualityOf(userId: string): QualityEvent {
    return this.#qualities.get(userId) ?? { type: 'quality', userId, up: 0, down: 0 };
  }

  setFigures(streamId: string, figures: Partial<StreamFigures>): void {
    const stream = this.#streams.get(streamId);
    if (!stream) return;
    stream.figures = figures;
    for (const member of this.#members.values()) member.reportStats(stream);
  }

  /** Tells a member how all that it sends or plays fares. */
  reportStats(member: Member): void {
    for (const stream of this.#streams.values()) member.reportStats(stream);
  }

  endPublication(streamId: string, error: CallError): void {
    const stream = this.#streams.get(streamId);
    if (!stream) return;
    this.removeStream(streamId);
    this.#members.get(stream.user.id)?.streamEnded(stream, error);
  }

  interruptPublication(streamId: string): void {
    const stream = this.#streams.get(streamId);
    if (!stream || this.#interrupted.has(streamId)) return;
    this.#interrupted.add(streamId);
    this.#tellOwner(stream, 'retrying');
  }

  resumePublication(streamId: string): void {
    const stream = this.#streams.get(streamId);
    if (stream && this.#interrupted.delete(streamId)) this.#tellOwner(stream, 'publishing');
  }

  effectsOf(streamId: string): Effects {
    return this.#effects.get(streamId) ?? {};
  }

  failEffects(error: CallError): void {
    this.#effectsFailure = error;
    for (const streamId of [...this.#effects.keys()]) {
      const user = this.#streams.get(streamId)?.user;
      this.setEffects(streamId, {});
      if (user) this.#members.get(user.id)?.receive({ type: 'effects-off', streamId, error });
    }
  }

  /** Returns why it can't be done. */
  setEffects(streamId: string, effects: Effects): CallError | undefined {
    if (Object.keys(effects).length === 0) this.#effects.delete(streamId);
    else if (this.#effectsFailure) return this.#effectsFailure;
    else this.#effects.set(streamId, effects);
    this.#streams.get(streamId)?.onEffects(effects);
    return undefined;
  }

  expireToken(): void {
    this.#tellAll({ type: 'token-expiring' });
  }

  failNextJoin(error: CallError): void {
    this.#joinFailure = error;
  }

  /** The error that the next join is to fail with, once. */
  takeJoinFailure(): CallError | undefined {
    const failure = this.#joinFailure;
    this.#joinFailure = undefined;
    return failure ?? (this.connected ? undefined : new CallError('network', 'The connection is down'));
  }

  failPlay(streamId: string, error: CallError): void {
    const failed = [...this.#members.values()].filter((member) => member.playFailed(streamId, error));
    if (failed.length === 0) this.#playFailures.set(streamId, error);
  }

  /** The error that playing `streamId` is to fail with, once. */
  takePlayFailure(streamId: string): CallError | undefined {
    const failure = this.#playFailures.get(streamId);
    this.#playFailures.delete(streamId);
    return failure;
  }

  #tellAll(event: EngineEvent): void {
    for (const member of this.#members.values()) member.receive(event);
  }

  #tellOwner({ streamId, source, user }: RoomStream, state: 'publishing' | 'retrying' | 'stopped'): void {
    this.#members.get(user.id)?.receive({ type: 'publish-state', streamId, source, state });
  }

  #putOut(userId: string, reason: PutOutReason, explanation?: string): void {
    const member = this.#members.get(userId);
    if (!member) return;
    this.dismiss(member);
    member.putOut(reason, explanation);
  }
}
