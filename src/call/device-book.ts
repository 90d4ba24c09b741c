import { CallError } from '../engine/call-error.js';
import type { CaptureDevices } from '../engine/capture-devices.js';
import { type ChoiceKind, type DeviceChoices, type DeviceOption, NO_CHOICES } from './call-state.js';
import { within } from './deadline.js';
import { choicesOf, sameChoices } from './device-lists.js';
import { type ChosenDevices, recallDevices, rememberDevices } from './device-memory.js';
import { Serial } from './serial.js';

/** How long, in ms, a browser may take to list its devices. */
const LIST_LIMIT = 5_000;

export interface DeviceBookOptions {
  readonly devices: () => Promise<CaptureDevices>;
  readonly report: (choices: DeviceChoices) => void;
  /** Something was plugged in or out. */
  readonly onChange: (before: DeviceChoices, after: DeviceChoices) => void;
}

/** Which devices there are, and which of them the person wants. It lists only; it never asks for one. */
export class DeviceBook {
  readonly #options: DeviceBookOptions;
  readonly #listing = new Serial();
  /** What the person chose, on this visit or an earlier one. */
  #wanted: ChosenDevices | null = null;
  readonly #used: ChosenDevices = {};
  #choices = NO_CHOICES;
  #watch: AbortController | null = null;

  constructor(options: DeviceBookOptions) {
    this.#options = options;
  }

  wanted(kind: ChoiceKind): string {
    return this.#recalled[kind] ?? '';
  }

  /** The device that is captured now; null when none is. */
  use(kind: ChoiceKind, track: MediaStreamTrack | null): void {
    if (track) this.#used[kind] = track.getSettings().deviceId ?? '';
    else delete this.#used[kind];
  }

  /** The person has chosen. Remembered across visits. */
  choose(kind: ChoiceKind, id: string): void {
    this.#recalled[kind] = id;
    rememberDevices(this.#recalled);
  }

  /** Lists anew, and from now on whenever something is plugged in or out, until `close`. Never rejects. */
  async list(): Promise<DeviceChoices> {
    await this.#listing.run(() => this.#list()).catch(() => undefined);
    return this.#choices;
  }

  /** Rejects with `device-not-found` when there is no such device. */
  async find(kind: ChoiceKind, id: string): Promise<DeviceOption> {
    const found = (await this.list())[kind].options.find((option) => option.id === id);
    if (!found) throw new CallError('device-not-found', `There is no such ${kind}`, { device: kind });
    return found;
  }

  /** Listens no more, until the next `list`. */
  close(): void {
    this.#watch?.abort();
    this.#watch = null;
  }

  get #recalled(): ChosenDevices {
    return (this.#wanted ??= recallDevices());
  }

  async #list(): Promise<void> {
    const devices = await this.#options.devices();
    const infos = await within(LIST_LIMIT, 'Listing devices', devices.enumerateDevices());
    const before = this.#choices;
    this.#choices = sameChoices(before, choicesOf(infos, { ...this.#recalled, ...this.#used }));
    if (this.#choices !== before) this.#options.report(this.#choices);
  }

  /** Tells of every change in what is plugged in. */
  async watch(): Promise<void> {
    if (this.#watch) return;
    const watch = (this.#watch = new AbortController());
    const devices = await this.#options.devices().catch(() => null);
    if (watch.signal.aborted || !devices) return;
    const onChange = (): void => void this.#changed();
    devices.addEventListener('devicechange', onChange);
    watch.signal.addEventListener('abort', () => devices.removeEventListener('devicechange', onChange));
  }

  async #changed(): Promise<void> {
    const before = this.#choices;
    const after = await this.list();
    if (this.#watch && after !== before) this.#options.onChange(before, after);
  }
}
