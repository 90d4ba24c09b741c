import type { EndReason, StreamStats } from '../engine/call-engine.js';
import type { EngineName } from '../engine/load-engine.js';
import type { CallConfig } from './call-config.js';
import type { CallRecord, DatedEntry, MessageCounts } from './call-record.js';
import {
  type CallState,
  type Connection,
  type ConnectionStatus,
  isInRoom,
  remoteStreams,
} from './call-state.js';
import { reportedError, type ReportedError } from './report-entry.js';
import type { Statistics } from './statistics.js';
import { VERSION } from './version.js';

/**
 * What happened, for whoever is to help: plain data for `JSON.stringify`. It holds IDs, states, codes and figures; no
 * token, no address of one, no message, no name of a person or a device. All times are ISO 8601 in UTC, by this machine's
 * clock.
 */
export interface CallReport {
  /** Of this package. */
  readonly version: string;
  /** When this was written. */
  readonly at: string;
  readonly page: { readonly userAgent: string; readonly secure: boolean };
  readonly engine: {
    /** `custom`: one that the page made. */
    readonly name: EngineName | 'custom';
    /** Of the SDK underneath; null where there is none, or it was never loaded. */
    readonly version: string | null;
  };
  readonly appId: number | null;
  readonly room: string;
  /** Our user ID. */
  readonly user: string;
  /** When the newest call began; null before the first one. */
  readonly startedAt: string | null;
  /** How the call stands now. */
  readonly connection: {
    readonly status: ConnectionStatus;
    readonly reason?: EndReason;
    readonly error?: ReportedError;
  };
  /** How many are in the room now, oneself included; 0 outside. */
  readonly people: number;
  /** How many streams others send now. */
  readonly streams: number;
  /** Of all calls so far. */
  readonly messages: MessageCounts;
  /** The last of each stream of the newest call, those that have ended included; 100 at most. */
  readonly statistics: readonly (StreamStats & { readonly at: string })[];
  /** The newest 500 things that happened, in all calls so far, oldest first. */
  readonly timeline: readonly DatedEntry[];
  /** How many older ones there were. */
  readonly dropped: number;
}

export interface ReportParts {
  readonly config: CallConfig;
  readonly state: CallState;
  readonly record: CallRecord;
  readonly statistics: Statistics;
}

export function callReport({ config, record, state, statistics }: ReportParts): CallReport {
  const { connection, participants, self, userCount } = state;
  return {
    version: VERSION,
    at: new Date().toISOString(),
    page: { userAgent: navigator.userAgent, secure: isSecureContext },
    engine: {
      name: typeof config.engine === 'string' ? config.engine : 'custom',
      version: record.engineVersion,
    },
    appId: config.appId ?? null,
    room: state.room || config.room,
    user: self.user.id,
    startedAt: record.startedAt,
    connection: connectionNow(connection),
    people: isInRoom(connection) ? (userCount ?? participants.length + 1) : 0,
    streams: remoteStreams(state).length,
    messages: { ...record.messages },
    statistics: statistics.newest.map(({ at, stats }) => ({ at: new Date(at).toISOString(), ...stats })),
    timeline: record.entries,
    dropped: record.dropped,
  };
}

function connectionNow(connection: Connection): CallReport['connection'] {
  const { status } = connection;
  return {
    status,
    ...('reason' in connection ? { reason: connection.reason } : {}),
    ...('error' in connection && connection.error ? { error: reportedError(connection.error) } : {}),
  };
}
