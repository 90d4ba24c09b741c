import type { StreamSource, User } from './call-engine.js';

const MAX_LENGTH = 256;

/**
 * A stream ID that nobody else has: unique over a whole ZEGO project, where the later publisher of the same
 * ID fails. Readable for support, but never parsed: streams of native apps come with any ID.
 */
export function createStreamId(room: string, user: User, source: StreamSource): string {
  const unique = crypto.randomUUID();
  const readable = `${room}_${user.id}_${source}`.slice(0, MAX_LENGTH - unique.length - 1);
  return `${readable}_${unique}`;
}
