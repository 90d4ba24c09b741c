import type { CallEvent } from './call-event.js';
import { freeze } from './freeze.js';
import { entryOf, type ReportEntry } from './report-entry.js';

/** An entry, and when it happened: ISO 8601, in UTC, by this machine's clock. */
export type DatedEntry = ReportEntry & { readonly at: string };

/** How many messages came and went; nothing of what is in them. `failed` may have been sent later. */
export interface MessageCounts {
  readonly received: number;
  readonly sent: number;
  readonly failed: number;
}

/** So many entries tell of hours with a few people, in some 50 KB. */
const KEPT = 500;

/** These are reported again and again; only a change is worth an entry. */
const REPEATED: ReadonlySet<CallEvent['type']> = new Set(['quality', 'device', 'play-state']);

/** Remembers what happened, for a report. */
export class CallRecord {
  readonly messages = { received: 0, sent: 0, failed: 0 };
  /** How many entries were forgotten, because others came after them. */
  dropped = 0;
  /** When the newest call began; null before the first one. */
  startedAt: string | null = null;
  /** The version of the engine's SDK; null where it is not known. */
  engineVersion: string | null = null;
  readonly #entries: DatedEntry[] = [];

  /** The newest 500, oldest first. */
  get entries(): readonly DatedEntry[] {
    return [...this.#entries];
  }

  /** @param changed whether the event changed the state. */
  hear(event: CallEvent, changed: boolean): void {
    try {
      this.#note(event, changed);
    } catch {
      // An engine of the page's own may tell what fits no entry. No call ends because nobody could write it down.
    }
  }

  #note(event: CallEvent, changed: boolean): void {
    this.#count(event);
    const entry = !REPEATED.has(event.type) || changed ? entryOf(event) : null;
    if (!entry) return;
    const at = new Date().toISOString();
    if (entry.type === 'joining') this.startedAt = at;
    if (entry.type === 'engine') this.engineVersion = entry.version;
    this.#entries.push(freeze({ at, ...entry }));
    if (this.#entries.length <= KEPT) return;
    this.#entries.shift();
    this.dropped += 1;
  }

  #count(event: CallEvent): void {
    if (event.type === 'message') this.messages.received += 1;
    if (event.type !== 'message-delivery') return;
    if (event.delivery === 'sent') this.messages.sent += 1;
    if (event.delivery === 'failed') this.messages.failed += 1;
  }
}
