export { ZegoCall } from './elements/zego-call.js';
export { ZegoChat } from './elements/zego-chat.js';
export { ZegoControls } from './elements/zego-controls.js';
export { ZegoLobby } from './elements/zego-lobby.js';
export { ZegoPeople } from './elements/zego-people.js';
export { ZegoPreview } from './elements/zego-preview.js';
export { ZegoRemoteGrid } from './elements/zego-remote-grid.js';
export { ZegoSettings } from './elements/zego-settings.js';
export { ZegoTile } from './elements/zego-tile.js';
export type { CallEventDetails } from './elements/call-events.js';
export { callContext } from './ui/call-context.js';
export { CallSession, type SendOptions } from './call/call-session.js';
export type { CallStrings, MoreStrings, Strings } from './i18n/strings.js';
export type { CallConfig, TokenProvider, TokenReason } from './call/call-config.js';
export type { HostCommand, HostCommandPolicy } from './call/host-command.js';
export type { DatedEntry, MessageCounts } from './call/call-record.js';
export type { CallReport } from './call/call-report.js';
export type { ReportedError, ReportedStream, ReportEntry } from './call/report-entry.js';
export type { DatedStats, Statistics } from './call/statistics.js';
export type { Reactions } from './call/room-signals.js';
export type { ReactionName } from './call/signal.js';
export type { Size } from './call/receive-plan.js';
export type { ScreenQuality, ScreenQualityName } from './call/screen-quality.js';
export type { QualityName, VideoQuality } from './call/video-quality.js';
export type {
  CallState,
  ChatMessage,
  ChoiceKind,
  Connection,
  ConnectionStatus,
  DeviceChoices,
  DeviceOffer,
  DeviceOption,
  DeviceState,
  Participant,
  ParticipantVolume,
  Quality,
  RemoteStream,
  Self,
} from './call/call-state.js';
export { CallError, type CallErrorCode, type DenialReason, type DeviceKind } from './engine/call-error.js';
export type * from './engine/call-engine.js';
export type * from './engine/zego-options.js';
export type { CaptureDevices } from './engine/capture-devices.js';
