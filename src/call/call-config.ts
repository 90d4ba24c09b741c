import type { CallEngine } from '../engine/call-engine.js';
import { type DeviceKind, invalidConfig } from '../engine/call-error.js';
import { ENGINES, type EngineName } from '../engine/load-engine.js';
import type { ZegoOptions, ZegoScenario } from '../engine/zego-options.js';
import type { ScreenQuality, ScreenQualityName } from './screen-quality.js';
import { checkQuality, type QualityName, type VideoQuality } from './video-quality.js';
import type { HostCommandPolicy } from './host-command.js';
import { checkAppId, checkRoom, checkUser, checkUserName } from './identifiers.js';

/** Why a token is asked for: to enter the room, or because the one in use ends soon. */
export type TokenReason = 'join' | 'renew';

/** Makes a token in the page. Wins over `token` and `tokenUrl`. */
export type TokenProvider = (request: {
  room: string;
  user: string;
  reason: TokenReason;
}) => string | Promise<string>;

/** What a call is to be. Everything here comes from the attributes and properties of `<zego-call>`. */
export interface CallConfig {
  readonly room: string;
  readonly user: string;
  /** Shown to others; the user ID when empty. */
  readonly userName: string;
  readonly engine: EngineName | (() => CallEngine);
  readonly appId: number | undefined;
  readonly server: string;
  readonly token: string;
  readonly tokenUrl: string;
  readonly tokenProvider: TokenProvider | null;
  /** `audio`: no camera is ever asked for. */
  readonly mode: 'video' | 'audio';
  /** Watch without publishing: no device is asked for. */
  readonly viewOnly: boolean;
  readonly cameraOff: boolean;
  readonly microphoneOff: boolean;
  /** What the camera is asked for, and how much of it is sent. */
  readonly quality: QualityName | VideoQuality;
  /** How a shared screen is captured and sent. */
  readonly screenQuality: ScreenQualityName | ScreenQuality;
  /** The folder where the page hosts what background effects need; without it there are none. */
  readonly backgroundAssets: string;
  /** What ZEGO's cloud tunes streams for. */
  readonly scenario: ZegoScenario;
  /** How ZEGO's cloud is reached. */
  readonly zegoOptions: ZegoOptions;
  /** Whether others in the room may turn our devices off and remove us. */
  readonly hostCommands: HostCommandPolicy;
}

export const DEFAULT_CONFIG: CallConfig = Object.freeze({
  room: '',
  user: '',
  userName: '',
  engine: 'zego',
  appId: undefined,
  server: '',
  token: '',
  tokenUrl: '',
  tokenProvider: null,
  mode: 'video',
  viewOnly: false,
  cameraOff: false,
  microphoneOff: false,
  quality: 'standard',
  screenQuality: 'text',
  backgroundAssets: '',
  scenario: 'standard-video-call',
  zegoOptions: Object.freeze({}),
  hostCommands: false,
});

/** The configuration with the change. What is null or undefined was taken away, and is as it is by default. */
export function withChange(config: CallConfig, change: Partial<CallConfig>): CallConfig {
  const keys = Object.keys(change) as (keyof CallConfig)[];
  const given = keys.map((key) => [key, change[key] ?? DEFAULT_CONFIG[key]]);
  return { ...config, ...(Object.fromEntries(given) as Partial<CallConfig>) };
}

const NO_DEVICES: readonly DeviceKind[] = Object.freeze([]);
const AUDIO_DEVICES: readonly DeviceKind[] = Object.freeze(['microphone']);
const ALL_DEVICES: readonly DeviceKind[] = Object.freeze(['microphone', 'camera', 'screen']);

/** The devices that the call may use. */
export function devicesOf({ mode, viewOnly }: CallConfig): readonly DeviceKind[] {
  if (viewOnly) return NO_DEVICES;
  return mode === 'audio' ? AUDIO_DEVICES : ALL_DEVICES;
}

/** A change of one of these means another room. */
const IDENTITY = [
  'room',
  'user',
  'appId',
  'server',
  'engine',
] as const satisfies readonly (keyof CallConfig)[];

/** Whether both mean the same room, entered as the same user over the same engine. */
export function isSameRoom(one: CallConfig, other: CallConfig): boolean {
  return IDENTITY.every((key) => Object.is(one[key], other[key]));
}

/** Whether everything that a join needs is there, right or wrong. */
export function isComplete(config: CallConfig): boolean {
  const forEngine = config.engine !== 'zego' || (config.appId !== undefined && hasToken(config));
  return config.room !== '' && config.user !== '' && forEngine;
}

/** Throws `invalid-config`, naming the attribute, for what can't work. Nothing is opened before this has passed. */
export function checkConfig(config: CallConfig): void {
  checkRoom(config.room);
  checkUser(config.user);
  checkUserName(config.userName);
  if (typeof config.engine !== 'function' && !Object.hasOwn(ENGINES, config.engine))
    throw invalidConfig('engine', `must be one of ${Object.keys(ENGINES).join(', ')}`);
  if (config.mode !== 'video' && config.mode !== 'audio')
    throw invalidConfig('mode', 'must be video or audio');
  checkQuality(config.quality);
  if (config.engine !== 'zego') return;
  checkAppId(config.appId);
  if (!hasToken(config)) throw invalidConfig('token', 'is missing: give token, token-url or tokenProvider');
}

function hasToken(config: CallConfig): boolean {
  return config.token !== '' || config.tokenUrl !== '' || config.tokenProvider !== null;
}
