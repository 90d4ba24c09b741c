import type { CallError, DeviceKind } from '../engine/call-error.js';
import type { EffectKind, Effects, EndReason, EngineEvent, Layer, User } from '../engine/call-engine.js';
import type { HostCommand } from './host-command.js';
import type { ChatMessage, DeviceChoices, DeviceOffer, DeviceState } from './call-state.js';

/** What the session itself reports, beside the engine's events. */
export type SessionEvent =
  | { readonly type: 'configured'; readonly user: User; readonly devices: readonly DeviceKind[] }
  | { readonly type: 'joining'; readonly room: string }
  /** The engine has its SDK, of that version. */
  | { readonly type: 'engine'; readonly version: string }
  | { readonly type: 'joined' }
  | { readonly type: 'join-failed'; readonly error: CallError }
  | { readonly type: 'left'; readonly reason: EndReason; readonly error?: CallError; readonly by?: User }
  | { readonly type: 'device'; readonly device: DeviceKind; readonly state: DeviceState }
  /** The system takes a device that is on away, or gives it back. */
  | {
      readonly type: 'interrupted';
      readonly device: 'microphone' | 'camera';
      readonly interrupted: boolean;
    }
  /** Others get nothing of our microphone and camera, because publishing them has failed; null: that is over. */
  | { readonly type: 'publish-error'; readonly error: CallError | null }
  | { readonly type: 'effects'; readonly effects: Effects }
  | { readonly type: 'effect-kinds'; readonly kinds: readonly EffectKind[] }
  | { readonly type: 'picture'; readonly picture: MediaStream | null }
  | { readonly type: 'devices'; readonly devices: DeviceChoices }
  | { readonly type: 'offer'; readonly offer: DeviceOffer | null }
  | { readonly type: 'stream-media'; readonly streamId: string; readonly media: MediaStream }
  | {
      readonly type: 'stream-stopped';
      readonly streamId: string;
      readonly play: 'pending' | 'retrying' | 'failed';
      readonly problem: CallError | null;
    }
  /** By stream ID. */
  | { readonly type: 'layers'; readonly layers: ReadonlyMap<string, Layer> }
  | { readonly type: 'message-sending'; readonly message: ChatMessage }
  | { readonly type: 'message-delivery'; readonly id: string; readonly delivery: ChatMessage['delivery'] }
  | { readonly type: 'messages-read' }
  | { readonly type: 'volume'; readonly userId: string; readonly volume: number }
  | { readonly type: 'hand'; readonly userId: string; readonly raised: boolean }
  | { readonly type: 'active-speaker'; readonly userId: string | null }
  | { readonly type: 'notice'; readonly error: CallError | null }
  /** Somebody has turned a device of ours off. Null when the person has read of it. */
  | { readonly type: 'host-command-done'; readonly command: HostCommand | null };

export type CallEvent =
  SessionEvent | Exclude<EngineEvent, { type: 'levels' | 'stats' | 'signal' | 'ended' | 'host-command' }>;
