import type { CallError, DeviceKind } from '../engine/call-error.js';
import type {
  EffectKind,
  Effects,
  EndReason,
  Layer,
  Message,
  QualityGrade,
  StreamInfo,
  StreamSource,
  User,
} from '../engine/call-engine.js';
import { freeze } from './freeze.js';
import type { HostCommand } from './host-command.js';

/** Where the call stands. A union, so that impossible pairs (joined with an end reason) can't be written. */
export type Connection =
  | { readonly status: 'idle' }
  | { readonly status: 'joining' }
  | { readonly status: 'joined' }
  /** The engine is getting back into the room by itself; people and streams stay as they were. */
  | { readonly status: 'reconnecting' }
  /** The call is over. `error` tells more, except after `left`; `by` is who removed us with a command of a host. */
  | { readonly status: 'ended'; readonly reason: EndReason; readonly error?: CallError; readonly by?: User }
  /** The room was never entered. */
  | { readonly status: 'failed'; readonly error: CallError };

export type ConnectionStatus = Connection['status'];

/** Out of the room again, or never in it. */
export type Over = Extract<Connection, { status: 'ended' | 'failed' }>;

/** How good somebody's network is: `up` what they send, `down` what they receive, as the engine grades it. */
export interface Quality {
  readonly up: QualityGrade;
  readonly down: QualityGrade;
}

/** One of our own devices. */
export type DeviceState =
  | { readonly status: 'off' }
  /** Not captured yet; joining captures it. */
  | { readonly status: 'armed' }
  /** Asked for; waiting for the person, the browser or the room. */
  | { readonly status: 'pending'; readonly turning: 'on' | 'off' }
  | { readonly status: 'on' }
  /** Wanted, but not to be had; `error` says why. */
  | { readonly status: 'failed'; readonly error: CallError };

/** What can be chosen of several. */
export type ChoiceKind = 'camera' | 'microphone' | 'speaker';

export type Facing = 'front' | 'back';

export interface DeviceOption {
  readonly id: string;
  /** The system's name for it; may be empty. */
  readonly label: string;
  /** Which way a phone's camera looks, where its label tells; null otherwise. */
  readonly facing: Facing | null;
}

/** The devices of each kind. Empty until one was captured: before permission, browsers tell of none. */
export type DeviceChoices = Readonly<
  Record<
    ChoiceKind,
    {
      readonly options: readonly DeviceOption[];
      /** The ID of the one in use, or to be used when it is turned on; empty: whichever the browser takes. */
      readonly chosen: string;
    }
  >
>;

/** A device that was plugged in, or could stand in for one that is gone. */
export interface DeviceOffer {
  readonly kind: 'camera' | 'microphone';
  readonly device: DeviceOption;
}

export interface Self {
  readonly user: User;
  /** The devices that this call may use: none when it is view-only, no camera in an audio call. */
  readonly devices: readonly DeviceKind[];
  readonly microphone: DeviceState;
  readonly camera: DeviceState;
  readonly screen: DeviceState;
  /** What our camera shows, for the preview, with the effects in it that others see; null while it is off. */
  readonly picture: MediaStream | null;
  readonly quality: Quality;
  /**
   * Which of our streams others do not get for now, while the engine is trying to send them: `camera` carries the microphone
   * and the camera.
   */
  readonly retrying: readonly StreamSource[];
  /**
   * Why others get nothing of our microphone and camera although the engine no longer tries; null while they do, or while it
   * still tries. It is tried again when the network recovers, and by `retryPublishing()`.
   */
  readonly publishError: CallError | null;
  /** Devices that are on, but that the system keeps silent or black for now. */
  readonly interrupted: readonly ('microphone' | 'camera')[];
  /** What is to be done to our camera's picture before it is sent; `{}` when nothing is. */
  readonly effects: Effects;
  /** What can be done to it; before it is sent, what `session.listEffects()` has found, which `<zego-settings>` calls. */
  readonly effectKinds: readonly EffectKind[];
}

/** A stream of somebody else, and how it is received. */
export interface RemoteStream extends StreamInfo {
  /**
   * `pending` until it plays, and while it waits because 50 others do; `retrying` while it is interrupted, or tried again;
   * `failed` when that was given up.
   */
  readonly play: 'pending' | 'playing' | 'retrying' | 'failed';
  /** How much of the pictures is received, which follows what is seen of them. */
  readonly layer: Layer;
  /** Why it does not play; null while it does. */
  readonly problem: CallError | null;
  /** What a `<video>` shows; null until it plays. */
  readonly media: MediaStream | null;
}

/** Somebody else in the room. */
export interface Participant {
  readonly user: User;
  /** In order of arrival; camera and screen are two streams. */
  readonly streams: readonly RemoteStream[];
  readonly quality: Quality;
  /** How loud the person hears them: from 0, which is muted, to 1, the default. Nobody else learns of it. */
  readonly volume: number;
  /**
   * Whether the engine listed this person. Above 500 users ZEGO lists nobody: people are known by their
   * streams then, and go with the last of them.
   */
  readonly listed: boolean;
}

/** How loud the person hears somebody, who may be in the room or not. */
export interface ParticipantVolume {
  readonly userId: string;
  /** From 0, which is muted, to 1. */
  readonly volume: number;
  /** The last volume above 0, which unmuting brings back. */
  readonly audible: number;
}

export interface ChatMessage extends Message {
  readonly own: boolean;
  /** How far our own has come; those of others are `sent`. A `failed` one can be sent again. */
  readonly delivery: 'sending' | 'sent' | 'failed';
}

/**
 * Everything a view may show, as one frozen snapshot. What changes too often for it goes past it: see `SoundLevels` and
 * `Statistics`.
 */
export interface CallState {
  readonly connection: Connection;
  readonly room: string;
  readonly self: Self;
  /** Cameras, microphones and speakers to choose from. */
  readonly devices: DeviceChoices;
  /** A device that the person may want to use now; null when there is none, or it was dismissed. */
  readonly offer: DeviceOffer | null;
  /** Everybody else, in order of arrival. */
  readonly participants: readonly Participant[];
  /** The volumes that the person has changed. They outlast the call: a participant who comes back is as loud as before. */
  readonly volumes: readonly ParticipantVolume[];
  /** The engine's own count of people, oneself included; null where it doesn't count. */
  readonly userCount: number | null;
  /** The user IDs of those who have a hand raised, oneself included; whose was heard of first comes first. */
  readonly hands: readonly string[];
  /**
   * The user ID of whoever speaks of the others; null while nobody does. Changes rarely: not with a cough, nor with
   * a pause.
   */
  readonly activeSpeaker: string | null;
  /** The newest 500, oldest first. */
  readonly messages: readonly ChatMessage[];
  /** How many messages of others have come since the person last read them. */
  readonly unread: number;
  /** The newest problem that did not end the call; null when there is none, or it was dismissed. */
  readonly notice: CallError | null;
  /** The device of ours that somebody has turned off last; null when there is none, or it was dismissed. */
  readonly hostCommand: HostCommand | null;
}

export const UNKNOWN_QUALITY: Quality = Object.freeze({ up: -1, down: -1 });
export const OFF: DeviceState = Object.freeze({ status: 'off' });
export const ARMED: DeviceState = Object.freeze({ status: 'armed' });
export const ON: DeviceState = Object.freeze({ status: 'on' });
export const TURNING_ON: DeviceState = Object.freeze({ status: 'pending', turning: 'on' });
export const TURNING_OFF: DeviceState = Object.freeze({ status: 'pending', turning: 'off' });

const NO_CHOICE = { options: [], chosen: '' };
export const NO_CHOICES: DeviceChoices = freeze({
  camera: NO_CHOICE,
  microphone: NO_CHOICE,
  speaker: NO_CHOICE,
});

export const INITIAL_STATE: CallState = freeze({
  connection: { status: 'idle' },
  room: '',
  self: {
    user: { id: '', name: '' },
    devices: [],
    microphone: OFF,
    camera: OFF,
    screen: OFF,
    picture: null,
    quality: UNKNOWN_QUALITY,
    retrying: [],
    publishError: null,
    interrupted: [],
    effects: {},
    effectKinds: [],
  },
  devices: NO_CHOICES,
  offer: null,
  participants: [],
  volumes: [],
  userCount: null,
  hands: [],
  activeSpeaker: null,
  messages: [],
  unread: 0,
  notice: null,
  hostCommand: null,
} satisfies CallState);

/** Whether the person is in a room, or on the way into one. */
export function isActive(connection: Connection): boolean {
  return (
    connection.status === 'joining' || connection.status === 'joined' || connection.status === 'reconnecting'
  );
}

export function isOver(connection: Connection): connection is Over {
  return connection.status === 'ended' || connection.status === 'failed';
}

/** Whether the room can be spoken to. */
export function isInRoom(connection: Connection): boolean {
  return connection.status === 'joined' || connection.status === 'reconnecting';
}

/** Whether a device is on, or will be once the pending change or the join is through. */
export function isWanted(device: DeviceState): boolean {
  return (
    device.status === 'on' ||
    device.status === 'armed' ||
    (device.status === 'pending' && device.turning === 'on')
  );
}

export function hasDeviceOn({ camera, microphone }: Self): boolean {
  return camera.status === 'on' || microphone.status === 'on';
}

/** The stream of ours that others miss while the engine is trying to send it. Of what is off, nobody misses anything. */
export function missedSource(self: Self): StreamSource | null {
  const { retrying } = self;
  if (retrying.includes('camera') && hasDeviceOn(self)) return 'camera';
  return retrying.includes('screen') ? 'screen' : null;
}

/** Whether a connection is so bad that people notice: poor or dead, in either direction. */
export function isPoor({ up, down }: Quality): boolean {
  return Math.max(up, down) >= 3;
}

/** Every remote stream of the room, people in order of arrival. */
export function remoteStreams(state: CallState): RemoteStream[] {
  return state.participants.flatMap((participant) => participant.streams);
}

/** A stream and whoever sends it. */
export interface Sending {
  readonly stream: RemoteStream;
  readonly owner: Participant;
}

/** What was looked up already; it goes with the list that it was made from. */
const INDEXES = new WeakMap<readonly Participant[], ReadonlyMap<string, Sending>>();

/** Every tile asks at every change: one index for each list of people serves them all. */
export function findSending({ participants }: CallState, streamId: string): Sending | undefined {
  let index = INDEXES.get(participants);
  if (!index) {
    const sendings = participants.flatMap((owner) => owner.streams.map((stream) => ({ stream, owner })));
    index = new Map(sendings.map((sending) => [sending.stream.streamId, sending]));
    INDEXES.set(participants, index);
  }
  return index.get(streamId);
}
