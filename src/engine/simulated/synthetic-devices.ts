import type { DeviceKind } from '../call-error.js';
import type { CaptureDevices } from '../capture-devices.js';
import { portrait, PORTRAIT_SIZE } from './portrait.js';
import { slides, SLIDES_SIZE } from './slides.js';
import { SyntheticMedia } from './synthetic-media.js';

/** `denied`: not allowed; `missing`: none is plugged in; `in-use`: something else has it. */
export type DeviceFault = 'denied' | 'missing' | 'in-use';
export type DeviceFaults = Partial<Record<DeviceKind, DeviceFault>>;

/** Cameras, microphones and screens that are drawn and hummed. Nobody is asked for anything. */
export interface SyntheticDevices extends CaptureDevices {
  /**
   * What goes wrong with devices of this kind from now on; `undefined`: nothing. `missing` also ends what is
   * being captured, as pulling the plug does (or, for the screen, the browser's own button to stop sharing).
   */
  setFault(kind: DeviceKind, fault: DeviceFault | undefined): void;
  /** Plugs one of the listed devices in or out, by its ID; out, it ends what is being captured from it. */
  setPlugged(deviceId: string, plugged: boolean): void;
}

/** Two cameras, two microphones, a speaker and a screen, with the given faults at first. */
export function syntheticDevices(faults: DeviceFaults = {}): SyntheticDevices {
  return new SyntheticMediaDevices(faults);
}

interface Device {
  readonly deviceId: string;
  readonly groupId: string;
  readonly kind: MediaDeviceKind;
  readonly label: string;
}

const DEVICES: readonly Device[] = [
  { kind: 'videoinput', deviceId: 'camera-1', groupId: 'laptop', label: 'Simulated camera' },
  { kind: 'videoinput', deviceId: 'camera-2', groupId: 'desk', label: 'Second simulated camera' },
  { kind: 'audioinput', deviceId: 'microphone-1', groupId: 'laptop', label: 'Simulated microphone' },
  { kind: 'audioinput', deviceId: 'microphone-2', groupId: 'desk', label: 'Second simulated microphone' },
  { kind: 'audiooutput', deviceId: 'speaker-1', groupId: 'laptop', label: 'Simulated speaker' },
];
const SCREEN: Device = { kind: 'videoinput', deviceId: 'screen-1', groupId: '', label: 'Simulated screen' };

/** The names of the standard: https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
const FAULT_NAMES: Record<DeviceFault, string> = {
  denied: 'NotAllowedError',
  missing: 'NotFoundError',
  'in-use': 'NotReadableError',
};
const MICROPHONE_LEVEL = 0.6;

/** Exported for tests that make the media themselves, to tell where it came from. */
export class SyntheticMediaDevices extends EventTarget implements SyntheticDevices {
  readonly #media: Pick<SyntheticMedia, 'openPicture' | 'openTone'>;
  readonly #captured = new Set<{ kind: DeviceKind; deviceId: string; track: MediaStreamTrack }>();
  readonly #faults: DeviceFaults;
  readonly #unplugged = new Set<string>();

  constructor(
    faults: DeviceFaults,
    media: Pick<SyntheticMedia, 'openPicture' | 'openTone'> = new SyntheticMedia(),
  ) {
    super();
    this.#media = media;
    this.#faults = { ...faults };
  }

  async getUserMedia({ audio, video }: MediaStreamConstraints = {}): Promise<MediaStream> {
    if (!audio && !video) throw new TypeError('At least one of audio and video must be requested');
    if (audio) this.#check('microphone');
    if (video) this.#check('camera');
    const microphone = audio && chooseDevice(this.#pluggedIn('audioinput'), audio);
    const camera = video && chooseDevice(this.#pluggedIn('videoinput'), video);
    const media = new MediaStream();
    if (microphone) media.addTrack(this.#openMicrophone(microphone));
    if (camera) {
      const track = this.#media.openPicture(portrait(camera.deviceId), PORTRAIT_SIZE);
      media.addTrack(this.#capture('camera', track, camera));
    }
    return media;
  }

  /** The whole screen at once, without a picker; never with sound. */
  async getDisplayMedia(): Promise<MediaStream> {
    this.#check('screen');
    const track = this.#media.openPicture(slides('screen'), SLIDES_SIZE);
    return new MediaStream([this.#capture('screen', track, SCREEN)]);
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    const missing = (kind: MediaDeviceKind) =>
      (kind === 'videoinput' && this.#faults.camera === 'missing') ||
      (kind === 'audioinput' && this.#faults.microphone === 'missing');
    const plugged = DEVICES.filter(({ deviceId }) => !this.#unplugged.has(deviceId));
    return plugged
      .filter(({ kind }) => !missing(kind))
      .map((device) => ({
        ...device,
        toJSON: () => device,
      }));
  }

  setFault(kind: DeviceKind, fault: DeviceFault | undefined): void {
    const before = this.#faults[kind];
    if (fault) this.#faults[kind] = fault;
    else delete this.#faults[kind];
    if (fault === before) return;
    if (fault === 'missing') this.#end((captured) => captured.kind === kind);
    if (kind !== 'screen' && (fault === 'missing' || before === 'missing')) {
      this.dispatchEvent(new Event('devicechange'));
    }
  }

  setPlugged(deviceId: string, plugged: boolean): void {
    if (plugged !== this.#unplugged.has(deviceId)) return;
    if (plugged) this.#unplugged.delete(deviceId);
    else this.#unplugged.add(deviceId);
    if (!plugged) this.#end((captured) => captured.deviceId === deviceId);
    this.dispatchEvent(new Event('devicechange'));
  }

  #pluggedIn(wanted: MediaDeviceKind): Device[] {
    return DEVICES.filter(({ deviceId, kind }) => kind === wanted && !this.#unplugged.has(deviceId));
  }

  #check(kind: DeviceKind): void {
    const fault = this.#faults[kind];
    if (fault) throw new DOMException(`The ${kind} is ${fault}`, FAULT_NAMES[fault]);
  }

  #openMicrophone(device: Device): MediaStreamTrack {
    const frequency = device.deviceId === 'microphone-1' ? 180 : 240;
    return this.#capture('microphone', this.#media.openTone(frequency, MICROPHONE_LEVEL).track, device);
  }

  /** Lets a track say which device it is from. */
  #capture(
    kind: DeviceKind,
    track: MediaStreamTrack,
    { deviceId, groupId, label }: Device,
  ): MediaStreamTrack {
    const settings = track.getSettings.bind(track);
    track.getSettings = () => ({ ...settings(), deviceId, groupId });
    Object.defineProperty(track, 'label', { value: label });
    hearOwnEvents(track);
    for (const captured of this.#captured)
      if (captured.track.readyState === 'ended') this.#captured.delete(captured);
    this.#captured.add({ kind, deviceId, track });
    return track;
  }

  #end(isGone: (captured: { kind: DeviceKind; deviceId: string }) => boolean): void {
    for (const captured of this.#captured) {
      if (!isGone(captured)) continue;
      this.#captured.delete(captured);
      if (captured.track.readyState === 'ended') continue;
      captured.track.stop();
      captured.track.dispatchEvent(new Event('ended'));
    }
  }
}

/**
 * Firefox gives a script's own events, on tracks that no device feeds, only to listeners that ask for them: by a fourth
 * argument that other browsers ignore.
 */
function hearOwnEvents(track: MediaStreamTrack): void {
  const listen = track.addEventListener.bind(track) as (...args: unknown[]) => void;
  track.addEventListener = (type: string, listener: unknown, options: unknown = {}) =>
    listen(type, listener, options, true);
}

/** The device that the constraints ask for, or the first. */
function chooseDevice(devices: readonly Device[], constraints: boolean | MediaTrackConstraints): Device {
  const wanted = typeof constraints === 'object' ? constraints.deviceId : undefined;
  const isExact = typeof wanted === 'object' && 'exact' in wanted;
  const ids = [
    typeof wanted === 'object' && !Array.isArray(wanted) ? (wanted.exact ?? wanted.ideal) : wanted,
  ].flat();
  const found = devices.find(({ deviceId }) => ids.includes(deviceId));
  const [first] = devices;
  if (!first) throw new DOMException('Nothing is plugged in', 'NotFoundError');
  if (isExact && !found) throw new DOMException('There is no such device', 'OverconstrainedError');
  return found ?? first;
}
