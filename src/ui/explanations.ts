import { deviceOf, type HostCommand } from '../call/host-command.js';
import type { CallConfig } from '../call/call-config.js';
import {
  type CallState,
  type DeviceChoices,
  type DeviceOffer,
  hasDeviceOn,
  type Over,
} from '../call/call-state.js';
import type { StreamSource } from '../engine/call-engine.js';
import type { CallError } from '../engine/call-error.js';
import { deviceLabel } from './device-label.js';
import { moreOf } from './more-texts.js';
import { nextStep } from './next-step.js';
import type { Texts } from './texts.js';

type ByDevice = Readonly<Record<string, string>>;

/** Problems and ends in words that say what to do next. */
export class Explanations {
  readonly #texts: Texts;

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  error(error: CallError): string {
    const { attribute, code, device, message, reason } = error;
    const { denials, errors, invalidConfig } = moreOf(this.#texts);
    if (attribute) return invalidConfig(attribute, message.slice(attribute.length + 1));
    if (reason && reason !== 'denied') return denials[reason];
    const replaced = this.#replaced(error);
    if (replaced) return replaced;
    const ofDevice = device && this.#byDevice(code)?.[device];
    if (ofDevice) return ofDevice;
    return code === 'network' ? this.#texts.strings.unreachable : errors[code];
  }

  /** That others get nothing of microphone and camera, and why. */
  publishError(error: CallError): string {
    return `${moreOf(this.#texts).othersGetNothing} ${this.error(error)}`;
  }

  /** That others get nothing of a stream of ours for now. */
  sendingAgain(source: StreamSource): string {
    return source === 'screen' ? moreOf(this.#texts).screenSendingAgain : this.#texts.strings.sendingAgain;
  }

  /** The newest problem; where neither microphone nor camera can be had, it names both. */
  notice({ notice, self }: Pick<CallState, 'notice' | 'self'>): string | null {
    if (!notice) return null;
    if (notice === self.publishError && hasDeviceOn(self)) return this.publishError(notice);
    const errors = [self.microphone, self.camera].flatMap((device) =>
      device.status === 'failed' ? [device.error] : [],
    );
    const [microphone, camera] = errors;
    if (!microphone || !camera || !errors.includes(notice)) return this.error(notice);
    if (this.error(microphone) === this.error(camera)) return this.error(camera);
    const both = microphone.code === camera.code && this.#byDevice(camera.code)?.['both'];
    return both || `${this.error(microphone)} ${this.error(camera)}`;
  }

  /** Who has turned a device of ours off; null for a command that turns none off. */
  hostCommand(command: HostCommand): string | null {
    const device = deviceOf(command);
    return device && moreOf(this.#texts).turnedOffBy[device](command.from.name);
  }

  /** That a device was plugged in. */
  offer({ kind }: DeviceOffer): string {
    return moreOf(this.#texts).devicePluggedIn[kind];
  }

  /** The name of the button that takes it. */
  use({ device, kind }: DeviceOffer, devices: DeviceChoices): string {
    const more = moreOf(this.#texts);
    return more.useDevice(deviceLabel(kind, device, devices[kind].options, more));
  }

  /** Why we are out of the call, or did not get into it. */
  over(over: Over): string {
    if (over.status === 'failed') return this.error(over.error);
    const { ends, reasonGiven, removedBy } = moreOf(this.#texts);
    const end = over.by ? removedBy(over.by.name) : ends[over.reason];
    const given = over.error?.explanation;
    return given ? `${end} ${reasonGiven(given)}` : end;
  }

  /** What stands above it. */
  heading({ status }: Over): string {
    return moreOf(this.#texts).overHeadings[status];
  }

  /** The name of the button that goes on from there; empty where none can. */
  next(over: Over, config: CallConfig): string {
    const step = nextStep(over, config);
    return (step && { ...this.#texts.strings, ...moreOf(this.#texts) }[step]) || '';
  }

  /** That another device is used now, by its label or by what it is. */
  #replaced({ device, replacement }: CallError): string | undefined {
    if (replacement === undefined || (device !== 'microphone' && device !== 'camera')) return undefined;
    const { deviceKinds, deviceReplaced } = moreOf(this.#texts);
    return deviceReplaced[device](replacement || deviceKinds[device]);
  }

  #byDevice(code: CallError['code']): ByDevice | undefined {
    const { deviceErrors } = moreOf(this.#texts);
    return Object.hasOwn(deviceErrors, code) ? deviceErrors[code as keyof typeof deviceErrors] : undefined;
  }
}
