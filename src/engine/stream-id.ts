import type { StreamSource, User } from './call-engine.js';

/** The word at the end of each stream ID of ZEGO's prebuilt kits, which is how they tell what the stream shows. */
const KIT_WORDS: Readonly<Record<StreamSource, string>> = { camera: 'main', screen: 'screensharing' };

const ROOM_LENGTH = 128;
const USER_LENGTH = 64;

/**
 * Creates a stream ID that nobody else has: unique over a whole ZEGO project, where the later publisher of the same ID fails.
 * At most 254 letters, digits, `-` and `_`. Our own clients never parse it; for ZEGO's kits it ends in what the stream shows,
 * with the user before that, where the web kit looks up whose sound level it is.
 */
export function createStreamId(room: string, user: User, source: StreamSource): string {
  const word = KIT_WORDS[source];
  const unique = crypto.randomUUID().replaceAll('-', '');
  return [part(room, ROOM_LENGTH, source), word, unique, part(user.id, USER_LENGTH, source), word].join('_');
}

/** Whether the ID is one that a kit gives to a screen: `${room}_${user}_screensharing`. */
export function isKitScreen(streamId: string): boolean {
  return streamId.endsWith(`_${KIT_WORDS.screen}`);
}

/**
 * Makes a room or user ID fit for a part of a stream ID. It breaks the word of the other source: some kits look for it
 * anywhere in the ID.
 */
function part(id: string, length: number, source: StreamSource): string {
  const misleading = KIT_WORDS[source === 'camera' ? 'screen' : 'camera'];
  const readable = id.slice(0, length).replace(/[^A-Za-z0-9]/g, '-');
  return readable.replaceAll(misleading, `${misleading.slice(0, -1)}-`);
}
