import { StreamFeed } from './stream-feed.js';

/** Louder than this, of 1, counts as speaking: −30 dBFS, which quiet speakers reach. */
export const SPEAKING = 0.03;
/** Stands for our own microphone, where levels go by stream: no stream has an empty ID. */
export const OWN_VOICE = '';

/** How loud each stream is, 0 to 1, or `OWN_VOICE`; several times a second. */
export class SoundLevels extends StreamFeed<number> {
  report(levels: ReadonlyMap<string, number>): void {
    for (const streamId of this.heard)
      if (streamId !== OWN_VOICE) this.tell(streamId, levels.get(streamId) ?? 0);
  }

  /** How loud we are ourselves. */
  reportOwn(level: number): void {
    this.tell(OWN_VOICE, level);
  }
}
