import type { RemoteStream } from '../call/call-state.js';
import type { ViewChoices } from './call-view.js';

interface Candidates extends Pick<ViewChoices, 'layout' | 'pinned'> {
  readonly streams: readonly RemoteStream[];
  /** The user ID of whoever speaks; null while nobody does. */
  readonly speaker: string | null;
  /** Who was there before: a stage is not left empty by a pause. */
  readonly before: string | null;
}

/** The stream that is to be large; null where all are equal. Who was pinned comes first, then the newest screen. */
export function onStage({ before, layout, pinned, speaker, streams }: Candidates): string | null {
  const of = (userId: string | null): RemoteStream | undefined => {
    const theirs = streams.filter(({ user }) => user.id === userId);
    return theirs.find(({ source }) => source === 'screen') ?? theirs[0];
  };
  const chosen =
    of(pinned) ?? (layout === 'grid' ? undefined : streams.findLast(({ source }) => source === 'screen'));
  if (chosen) return chosen.streamId;
  if (layout === 'auto' || layout === 'grid') return null;
  const stays = streams.find(({ streamId }) => streamId === before);
  return (of(speaker) ?? stays ?? streams[0])?.streamId ?? null;
}
