import { CallError, type CallErrorCode, type DenialReason, type DeviceKind } from '../engine/call-error.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import type { ScreenQuality } from './screen-quality.js';
import type { VideoQuality } from './video-quality.js';

export type InputKind = 'microphone' | 'camera';

/** What came of asking for several devices: each one a track or the reason why not. */
export type Captured = ReadonlyMap<InputKind, MediaStreamTrack | CallError>;

/** What devices are asked for. */
export interface CaptureWishes {
  readonly quality: VideoQuality;
  /** The device to prefer of each kind, by its ID; whichever the browser takes when absent or gone. */
  readonly prefer?: Partial<Record<InputKind, string>>;
  /** The only device that will do. */
  readonly exactly?: string;
}

/**
 * Captures the devices with one prompt. When one of them can't be had, the others are tried alone, so that a
 * person without camera still has a voice. Never rejects.
 */
export async function capture(
  devices: CaptureDevices,
  kinds: readonly InputKind[],
  wishes: CaptureWishes,
): Promise<Captured> {
  if (kinds.length === 0) return new Map();
  try {
    const media = await devices.getUserMedia(constraintsOf(kinds, wishes));
    return new Map(kinds.map((kind) => [kind, trackOf(media, kind)]));
  } catch (thrown) {
    const errors = kinds.map((kind) => toCaptureError(thrown, kind));
    const isDismissed = errors[0]?.reason === 'dismissed'; // Whoever closed it is not asked again at once.
    if (kinds.length > 1 && !isDismissed) return captureEach(devices, kinds, wishes);
    return new Map(
      await Promise.all(errors.map(async (error, at) => [kinds[at]!, await told(devices, error)] as const)),
    );
  }
}

function constraintsOf(kinds: readonly InputKind[], wishes: CaptureWishes): MediaStreamConstraints {
  const { width, height, frameRate } = wishes.quality;
  return {
    ...(kinds.includes('microphone') && {
      audio: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...deviceOf('microphone', wishes),
      },
    }),
    ...(kinds.includes('camera') && {
      video: {
        width: { ideal: width },
        height: { ideal: height },
        frameRate: { ideal: frameRate },
        ...deviceOf('camera', wishes),
      },
    }),
  };
}

function deviceOf(kind: InputKind, { exactly, prefer }: CaptureWishes): MediaTrackConstraints {
  if (exactly) return { deviceId: { exact: exactly } };
  return prefer?.[kind] ? { deviceId: { ideal: prefer[kind] } } : {};
}

/** Firefox says the same of a “no” and of no answer; where the permission still stands open, nobody has said no. */
async function told(devices: CaptureDevices, error: CallError): Promise<CallError> {
  const { cause, device, message, reason } = error;
  if (reason !== 'denied' || !device || devices !== navigator.mediaDevices) return error;
  const name = device as PermissionName;
  const state = await navigator.permissions?.query({ name }).then(
    (status) => status.state,
    () => null, // This browser does not tell of it.
  );
  if (state !== 'prompt') return error;
  return new CallError('permission-denied', message, { cause, device, reason: 'dismissed' });
}

/** One after the other: two prompts at once would hide each other. */
async function captureEach(
  devices: CaptureDevices,
  kinds: readonly InputKind[],
  wishes: CaptureWishes,
): Promise<Captured> {
  const captured = new Map<InputKind, MediaStreamTrack | CallError>();
  for (const kind of kinds)
    for (const entry of await capture(devices, [kind], wishes)) captured.set(...entry);
  return captured;
}

function trackOf(media: MediaStream, kind: InputKind): MediaStreamTrack | CallError {
  const [track] = kind === 'camera' ? media.getVideoTracks() : media.getAudioTracks();
  return track ?? new CallError('device-not-found', `No ${kind} was given`, { device: kind });
}

/** In Chromium's words; other browsers say the same of all. */
const REASONS: readonly (readonly [RegExp, DenialReason])[] = [
  [/dismissed/i, 'dismissed'],
  [/by system/i, 'system'],
  [/permissions? policy/i, 'page'],
];

/** As large as is worth sending, in pixels. */
const SCREEN_SIZE = { width: { max: 1920 }, height: { max: 1080 } };
/** What is shared is no voice in a room: filters for that would take stereo and music away. */
const SCREEN_SOUND = {
  channelCount: { ideal: 2 },
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
};

/**
 * Lets the person choose a screen, window or tab, with its sound where that is wanted and the browser can. Rejects with
 * `aborted` when they choose none.
 */
export async function captureScreen(devices: CaptureDevices, quality: ScreenQuality): Promise<MediaStream> {
  const { audio = true, content, frameRate } = quality;
  try {
    const screen = await devices.getDisplayMedia({
      video: { ...SCREEN_SIZE, frameRate: { max: frameRate } },
      audio: audio && SCREEN_SOUND,
    });
    for (const track of screen.getVideoTracks()) track.contentHint = content;
    return screen;
  } catch (thrown) {
    const error = toCaptureError(thrown, 'screen');
    const cancelled = error.reason === 'denied' || error.reason === 'dismissed';
    throw cancelled
      ? new CallError('aborted', 'No screen was chosen', { cause: thrown, device: 'screen' })
      : error;
  }
}

const CODES: Readonly<Record<string, CallErrorCode>> = {
  NotAllowedError: 'permission-denied',
  SecurityError: 'permission-denied',
  NotFoundError: 'device-not-found',
  OverconstrainedError: 'device-not-found',
  NotReadableError: 'device-in-use',
  AbortError: 'device-in-use',
  TypeError: 'unsupported',
};

/** The browsers' own error names are the standard's: https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia. */
export function toCaptureError(thrown: unknown, device: DeviceKind): CallError {
  if (thrown instanceof CallError) return thrown;
  const { name, message } = isNamed(thrown) ? thrown : { name: '', message: String(thrown) };
  const code = CODES[name] ?? 'engine';
  const reason = REASONS.find(([pattern]) => pattern.test(message))?.[1] ?? 'denied';
  return new CallError(code, message || name, {
    cause: thrown,
    device,
    ...(code === 'permission-denied' ? { reason } : {}),
  });
}

/** In some browsers an OverconstrainedError is no Error. */
function isNamed(thrown: unknown): thrown is { name: string; message: string } {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
}
