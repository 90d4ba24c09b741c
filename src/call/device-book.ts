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
  /** A listing that has not begun: it serves everybody who asks before it does. */
  #next: Promise<void> | null = null;
  /** What the person chose, on this visit or an earlier one. */
  #wanted: ChosenDevices | null = null;
  readonly #used: ChosenDevices = {};
  /** Audio outputs that could not be used: not chosen until something is plugged in or out. */
  readonly #unusable = new Set<string>();
  #choices = NO_CHOICES;
  #watch: AbortController | null = null;
  /** How many events have told of a change in what is plugged in, and how many of them a listing has covered. */
  #changes = 0;
  #covered = 0;

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
    this.#unusable.delete(id);
    rememberDevices(this.#recalled);
  }

  /** Takes an audio output out of use until something is plugged in or out. Returns whether it was in use. */
  putAside(outputId: string): boolean {
    if (!outputId || this.#unusable.has(outputId)) return false;
    this.#unusable.add(outputId);
    void this.list();
    return true;
  }

  /** Lists what there is now. Never rejects: without an answer it resolves with the list from before. */
  async list(): Promise<DeviceChoices> {
    this.#next ??= this.#listing.run(() => {
      this.#next = null;
      return this.#list();
    });
    await this.#next.catch(() => undefined);
    return this.#choices;
  }

  /** Rejects with `device-not-found` when there is no such device. */
  async find(kind: ChoiceKind, id: string): Promise<DeviceOption> {
    const found = (await this.list())[kind].options.find((option) => option.id === id);
    if (!found) throw new CallError('device-not-found', `There is no such ${kind}`, { device: kind });
    return found;
  }

  /** Lists the devices again after each plugging in or out, and notifies listeners of what changed, until `close`. */
  async watch(): Promise<void> {
    if (this.#watch) return;
    const watch = (this.#watch = new AbortController());
    const devices = await this.#options.devices().catch(() => null);
    if (watch.signal.aborted || !devices) return;
    const onChange = (): void => {
      this.#changes += 1;
      this.#unusable.clear();
      void this.list();
    };
    devices.addEventListener('devicechange', onChange);
    watch.signal.addEventListener('abort', () => devices.removeEventListener('devicechange', onChange));
  }

  /** Listens no more, until the next `watch`. */
  close(): void {
    this.#watch?.abort();
    this.#watch = null;
  }

  get #recalled(): ChosenDevices {
    return (this.#wanted ??= recallDevices());
  }

  async #list(): Promise<void> {
    const devices = await this.#options.devices();
    const begun = this.#changes;
    const infos = await within(LIST_LIMIT, 'Listing devices', devices.enumerateDevices());
    const isPlugged = this.#changes > this.#covered;
    this.#covered = begun;
    const before = this.#choices;
    this.#choices = sameChoices(
      before,
      choicesOf(infos, { ...this.#recalled, ...this.#used, ...this.#output }),
    );
    if (this.#choices === before) return;
    this.#options.report(this.#choices);
    // Compared here, where each list follows the one before it: browsers repeat the event for one device.
    if (isPlugged && this.#watch) this.#options.onChange(before, this.#choices);
  }

  get #output(): ChosenDevices {
    const { speaker } = this.#recalled;
    return speaker && this.#unusable.has(speaker) ? { speaker: '' } : {};
  }
}
