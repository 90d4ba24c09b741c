import type {
  Effects,
  EndReason,
  HostAction,
  QualityGrade,
  StreamSource,
  TrackKind,
} from '../engine/call-engine.js';
import type { CallError, CallErrorCode, DenialReason, DeviceKind } from '../engine/call-error.js';
import type { CallEvent } from './call-event.js';
import type { DeviceState, RemoteStream } from './call-state.js';

/** What went wrong, without its words: an error's message may hold what is nobody else's business. */
export interface ReportedError {
  readonly code: CallErrorCode;
  /** What ZEGO, or the token URL's HTTP status, said; absent when nothing did. */
  readonly engineCode?: number | string;
  readonly attribute?: string;
  readonly device?: DeviceKind | 'speaker';
  readonly reason?: DenialReason;
}

export interface ReportedStream {
  readonly streamId: string;
  readonly userId: string;
  readonly source: StreamSource;
  readonly audio: boolean;
  readonly video: boolean;
}

/** One thing that happened in a call: IDs, states and codes, never what people are called, wrote or own. */
export type ReportEntry =
  | { readonly type: 'joining'; readonly room: string }
  /** The engine's SDK was loaded. */
  | { readonly type: 'engine'; readonly version: string }
  | { readonly type: 'joined' }
  | { readonly type: 'join-failed'; readonly error: ReportedError }
  | { readonly type: 'connection'; readonly status: 'reconnecting' | 'reconnected' }
  | { readonly type: 'token-expiring' }
  /** Publishing microphone and camera has failed; null: no more. */
  | { readonly type: 'publish-error'; readonly error: ReportedError | null }
  /** `by`: the user ID of whoever removed us. */
  | {
      readonly type: 'left';
      readonly reason: EndReason;
      readonly error?: ReportedError;
      readonly by?: string;
    }
  /** Somebody has turned a device of ours off. */
  | { readonly type: 'host-command'; readonly action: HostAction; readonly by: string }
  /** A problem that did not end the call. */
  | { readonly type: 'notice'; readonly error: ReportedError }
  /** One of our own devices. `turning`, while it is `pending`; `error`, when it is `failed`. */
  | {
      readonly type: 'device';
      readonly device: DeviceKind;
      readonly status: DeviceState['status'];
      readonly turning?: 'on' | 'off';
      readonly error?: ReportedError;
    }
  | { readonly type: 'interrupted'; readonly device: DeviceKind; readonly interrupted: boolean }
  /** Of a background that it is a picture, or how much it is blurred. */
  | { readonly type: 'effects'; readonly effects: Omit<Effects, 'background'> & { background?: string } }
  | { readonly type: 'effects-off'; readonly streamId: string; readonly error: ReportedError }
  | {
      readonly type: 'publish-state';
      readonly streamId: string;
      readonly state: 'publishing' | 'retrying' | 'stopped';
      readonly error?: ReportedError;
    }
  | { readonly type: 'publication-ended'; readonly streamId: string; readonly error: ReportedError }
  | { readonly type: 'users-added'; readonly userIds: readonly string[] }
  | { readonly type: 'users-removed'; readonly userIds: readonly string[] }
  | { readonly type: 'streams-added'; readonly streams: readonly ReportedStream[] }
  | { readonly type: 'streams-removed'; readonly streamIds: readonly string[] }
  | {
      readonly type: 'remote-device';
      readonly streamId: string;
      readonly kind: TrackKind;
      readonly on: boolean;
    }
  /** `pending`: it is not received because nobody sees it, or others come first. */
  | {
      readonly type: 'play-state';
      readonly streamId: string;
      readonly state: RemoteStream['play'];
      readonly error?: ReportedError;
    }
  /** A stream's sound and picture are there, to be shown. */
  | { readonly type: 'stream-media'; readonly streamId: string }
  | {
      readonly type: 'quality';
      readonly userId: string;
      readonly up: QualityGrade;
      readonly down: QualityGrade;
    };

/**
 * What a report tells of an event; null: nothing. Pure. Each entry is made anew of parts that are named here, so that
 * nothing gets into a report because an event has come to hold it.
 */
export function entryOf(event: CallEvent): ReportEntry | null {
  switch (event.type) {
    case 'joining':
      return { type: event.type, room: event.room };
    case 'engine':
      return { type: event.type, version: event.version };
    case 'joined':
    case 'token-expiring':
      return { type: event.type };
    case 'join-failed':
      return { type: event.type, error: reportedError(event.error) };
    case 'connection':
      return { type: event.type, status: event.status };
    case 'left':
      return {
        type: event.type,
        reason: event.reason,
        ...errorIn(event),
        ...(event.by ? { by: event.by.id } : {}),
      };
    case 'publish-error':
      return { type: event.type, error: event.error && reportedError(event.error) };
    case 'host-command-done':
      return (
        event.command && { type: 'host-command', action: event.command.action, by: event.command.from.id }
      );
    case 'notice':
      return event.error && { type: event.type, error: reportedError(event.error) };
    case 'device':
      return deviceEntry(event.device, event.state);
    case 'interrupted':
      return { type: event.type, device: event.device, interrupted: event.interrupted };
    case 'effects':
      return { type: event.type, effects: toldEffects(event.effects) };
    case 'effects-off':
    case 'publication-ended':
      return { type: event.type, streamId: event.streamId, error: reportedError(event.error) };
    case 'publish-state':
      return { type: event.type, streamId: event.streamId, state: event.state, ...errorIn(event) };
    case 'play-state':
      return { type: event.type, streamId: event.streamId, state: event.state, ...errorIn(event) };
    case 'stream-media':
      return { type: event.type, streamId: event.streamId };
    case 'stream-stopped':
      return {
        type: 'play-state',
        streamId: event.streamId,
        state: event.play,
        ...errorIn({ error: event.problem }),
      };
    case 'users-added':
      return { type: event.type, userIds: event.users.map(({ id }) => id) };
    case 'users-removed':
      return { type: event.type, userIds: [...event.userIds] };
    case 'streams-added':
      return {
        type: event.type,
        streams: event.streams.map(({ audio, source, streamId, user, video }) => {
          return { streamId, userId: user.id, source, audio, video };
        }),
      };
    case 'streams-removed':
      return { type: event.type, streamIds: [...event.streamIds] };
    case 'remote-device':
      return { type: event.type, streamId: event.streamId, kind: event.kind, on: event.on };
    case 'quality':
      return { type: event.type, userId: event.userId, up: event.up, down: event.down };
    case 'configured': // The report says it as it is in the end.
    case 'user-count':
    case 'active-speaker': // Changes all the time.
    case 'layers':
    case 'effect-kinds':
    case 'picture': // Says no more than the device.
    case 'devices': // Labels of devices, words of people.
    case 'offer':
    case 'hand':
    case 'volume': // Whom one hears how loud is nobody else's business.
    case 'message':
    case 'message-sending':
    case 'message-delivery':
    case 'messages-read':
      return null;
  }
}

export function reportedError({ attribute, code, device, engineCode, reason }: CallError): ReportedError {
  return {
    code,
    ...(engineCode === undefined ? {} : { engineCode }),
    ...(attribute === undefined ? {} : { attribute }),
    ...(device === undefined ? {} : { device }),
    ...(reason === undefined ? {} : { reason }),
  };
}

function errorIn({ error }: { readonly error?: CallError | null }): { readonly error?: ReportedError } {
  return error ? { error: reportedError(error) } : {};
}

function deviceEntry(device: DeviceKind, state: DeviceState): ReportEntry {
  return {
    type: 'device',
    device,
    status: state.status,
    ...(state.status === 'pending' ? { turning: state.turning } : {}),
    ...(state.status === 'failed' ? { error: reportedError(state.error) } : {}),
  };
}

/** A picture, or its address, is nobody's business. */
function toldEffects({
  background,
  ...others
}: Effects): Omit<Effects, 'background'> & { background?: string } {
  if (!background) return others;
  return { ...others, background: 'blur' in background ? background.blur : 'image' };
}
