import type {
  EngineEvent,
  Message,
  MessageKind,
  PublicationEvent,
  QualityGrade,
  User,
} from '../call-engine.js';

type WithoutSource<Event> = Event extends unknown ? Omit<Event, 'source'> : never;

/** The SDK does not say which of our streams comes from where. */
export type SdkPublicationEvent = WithoutSource<PublicationEvent>;
export type SdkEvent = Exclude<EngineEvent, PublicationEvent> | SdkPublicationEvent;

/** What an event of the SDK means to a call: often nothing. */
export type Reported = readonly SdkEvent[];

type Values = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}

/** Returns the JSON object that a text holds; undefined for anything else. */
export function objectIn(text: unknown): Values | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export function entriesOf(list: unknown): readonly Values[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

export function streamIdsOf(list: unknown): readonly string[] {
  return entriesOf(list)
    .map(({ streamID }) => streamID)
    .filter(isId);
}

export function userOf(value: unknown): User | undefined {
  if (!isRecord(value)) return undefined;
  const { userID, userName } = value;
  return isId(userID) ? { id: userID, name: isId(userName) ? userName : userID } : undefined;
}

export function messageOf(entry: Values, kind: MessageKind, nextId: () => string): Message | undefined {
  const { fromUser, message: text, sendTime, messageID } = entry;
  const from = userOf(fromUser);
  if (!from || !isId(text)) return undefined;
  const numbered = isId(messageID) || (typeof messageID === 'number' && messageID > 0);
  return {
    // The two kinds are numbered apart from each other.
    id: numbered ? `${kind}-${messageID}` : nextId(),
    from,
    text,
    kind,
    sentAt: typeof sendTime === 'number' && sendTime > 0 ? sendTime : Date.now(),
  };
}

/** 0 to 100 → 0 to 1. */
export function levelOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? Math.min(Math.max(value / 100, 0), 1)
    : undefined;
}

export function gradeOf(value: unknown): QualityGrade {
  return value === 0 || value === 1 || value === 2 || value === 3 || value === 4 ? value : -1;
}
